// SPDX-License-Identifier: MIT
#include "tests/support/big_knowledge.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "tests/support/big_facts.h"
#include "tests/support/big_graph.h"
#include "tests/support/big_words.h"

namespace zhilu::test {
namespace {

constexpr std::string_view kRoot = R"(name: big
title: 大的知识库
version: 2026.11
jurisdiction: CN
disclaimer: 这里是一般性的办事指引，不是法律意见。
out_of_scope: 这里只讲网络服务的问题。
nothing_understood: 还没有读出您遇到了什么事。
severity:
  critical: { title: 紧急, meaning: 钱正处在危险中 }
  high: { title: 严重, meaning: 损失较大 }
  low: { title: 轻微, meaning: 其他问题 }
urgency:
  P0: { title: 立即 }
  P1: { title: 今天 }
  P2: { title: 限期内 }
  P3: { title: 必要时 }
phases:
  stop_loss: { title: 止损 }
  prepare: { title: 取证 }
  complain: { title: 投诉 }
  regulate: { title: 监管 }
outcomes:
  refused: { title: 被拒绝, results: [rejected] }
  no_reply: { title: 没有答复, results: [no_reply], after_limit: true }
  resolved: { title: 已解决 }
)";

constexpr std::string_view kSharedFacts = R"(facts:
  scope:
    type: choice
    title: 是否在范围内
    asked: false
    options: { in: 在范围内, out: 不在范围内 }
  severity:
    type: choice
    title: 严重程度
    asked: false
    options: { critical: 紧急, high: 严重, low: 轻微 }
  emergency:
    type: boolean
    title: 钱是否正在被转走
    ask: 钱是不是正在被转走？
    why: 止付要抢时间
  loss_amount:
    type: money
    title: 损失金额
    ask: 损失大约是多少？
    why: 金额影响紧急程度
    min: 0
    max: 1000000000
  tried_result:
    type: choice
    title: 找过的结果
    ask: 对方怎么答复的？
    why: 结果决定下一步
    options: { rejected: 被拒绝, no_reply: 没有答复, pending: 还在处理 }
  happened_on:
    type: date
    title: 发生的日子
    ask: 是哪一天发生的？
    why: 期限从这一天算起
  complained_on:
    type: date
    title: 投诉的日子
    ask: 是哪一天投诉的？
    why: 答复的期限从这一天算起
  for_business:
    type: boolean
    title: 是否为经营购买
    ask: 东西是为做生意买的吗？
    why: 有的渠道只受理生活消费
)";
constexpr std::size_t kSharedFactCount = 12;

constexpr std::string_view kSharedDecisions = R"(decisions:
  severity_table:
    title: 严重程度
    hit: first
    inputs: [emergency, issues, loss_amount]
    outputs: [severity]
    source: law0.1
    rules:
      - { when: ['true', '-', '-'], then: ['"critical"'], because: 钱正处在危险中 }
      - { when: ['-', '"i0" in ?', '-'], then: ['"high"'], because: 涉嫌诈骗 }
      - { when: ['-', '-', '>= 3000'], then: ['"high"'], because: 损失较大 }
      - { when: ['-', '-', '-'], then: ['"low"'] }
)";

constexpr std::size_t kPassages = 40;
constexpr std::size_t kTried = 12;

class KnowledgeWriter {
 public:
  KnowledgeWriter(BigSizes sizes, std::uint32_t seed) : random_(seed), sizes_(sizes) {
    if (sizes_.topics == 0) sizes_.topics = std::max<std::size_t>(2, sizes_.steps / 100);
    sizes_.steps = std::max(std::min(sizes_.steps, sizes_.nodes / 3), 4 * sizes_.topics);
    sizes_.nodes = std::max(sizes_.nodes, 3 * sizes_.steps);
    const auto part = [](std::size_t whole, std::size_t divisor, std::size_t low, std::size_t high) {
      return std::clamp(whole / divisor, low, high);
    };
    shared_steps_ = part(sizes_.steps, 100, 1, std::min<std::size_t>(60, sizes_.topics));
    laws_ = part(sizes_.topics, 4, 2, 100);
    areas_ = part(sizes_.topics, 4, 2, 60);
    issues_ = part(sizes_.topics, 2, 4, 60);
    channels_ = part(sizes_.steps, 60, 2, 150);
    names(evidence_, "evidence", part(sizes_.steps, 60, 3, 150));
    names(precautions_, "precaution", part(sizes_.steps, 60, 3, 150));
    names(letters_, "letter", part(sizes_.steps, 150, 1, 100));
  }

  std::map<std::string, std::string, std::less<>> write() {
    for (std::size_t t = 0; t < sizes_.topics; ++t) write_topic(t);
    write_shared();
    write_sources();
    std::string root(kRoot);
    root += "guarantees:\n";
    for (std::size_t t = 0; t < sizes_.topics; t += 10) {
      root += fmt::format(
          "  start_{0}:\n    title: 先做公共的一步\n    step: {0}s0\n    gates: [{1}]\n    source: {2}\n",
          prefix(t), shared_step(t), source());
    }
    files_["knowledge.yaml"] = root;
    return std::move(files_);
  }

 private:
  /// One topic as it is made.
  struct Topic {
    std::string prefix;
    BigFacts facts;
    std::vector<std::string> steps;
    /// How many of the steps come first, in graphs that a matter enters.
    std::size_t early = 0;
  };

  static void names(std::vector<std::string>& out, const char* word, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out.push_back(fmt::format("{}_{}", word, i));
  }
  static std::string prefix(std::size_t topic) { return fmt::format("t{:03}_", topic); }
  std::string shared_step(std::size_t topic) const {
    return fmt::format("shared_s{}", topic % shared_steps_);
  }
  std::string source() { return fmt::format("law{}.{}", random_.below(laws_), 1 + random_.below(kPassages)); }
  std::string sources() {
    return random_.percent(50) ? source() : fmt::format("[{}, law0.1]", source_after_first());
  }
  /// Never law0.1.
  std::string source_after_first() {
    return fmt::format("law{}.{}", random_.below(laws_), 2 + random_.below(kPassages - 1));
  }

  static std::size_t share(std::size_t whole, std::size_t parts, std::size_t i) {
    return whole * (i + 1) / parts - whole * i / parts;
  }

  /// The next of `items`, so that each is used before any is used twice too often.
  static const std::string& next(const std::vector<std::string>& items, std::size_t& at) {
    return items[at++ % items.size()];
  }

  void write_topic(std::size_t t) {
    const std::size_t own = sizes_.facts > kSharedFactCount ? sizes_.facts - kSharedFactCount : 0;
    Topic topic{
        prefix(t), BigFacts(prefix(t), std::max<std::size_t>(3, share(own, sizes_.topics, t))), {}, 0};
    const std::size_t steps = std::max<std::size_t>(3, share(sizes_.steps - shared_steps_, sizes_.topics, t));
    for (std::size_t s = 0; s < steps; ++s) topic.steps.push_back(fmt::format("{}s{}", topic.prefix, s));
    topic.early = std::max<std::size_t>(1, steps * 3 / 10);
    const std::string folder = fmt::format("topics/{}topic/", topic.prefix);
    files_[folder + "topic.yaml"] = fmt::format(
        "title: {}的问题\nscope: {}\nowner: 编辑组\nstatus: tested\nreviewed: 2026-11-22\nreview_by: "
        "2027-05-22\nsource: "
        "seed{}.p{}\n",
        big_phrase(random_), big_sentence(random_), t / 20, t % 20);
    files_[folder + "facts.yaml"] = topic.facts.facts_yaml(random_);
    files_[folder + "decisions.yaml"] = topic.facts.decisions_yaml(source());
    files_[folder + "words.yaml"] = topic.facts.words_yaml();
    write_graphs(folder, topic, t);
    write_steps(folder, topic);
  }

  void write_graphs(const std::string& folder, Topic& topic, std::size_t t) {
    const std::size_t nodes = std::max(share(sizes_.nodes, sizes_.topics, t), 3 * topic.steps.size());
    const std::size_t count = std::clamp<std::size_t>(nodes / 50, 2, topic.steps.size());
    const std::size_t mains = std::max<std::size_t>(1, std::min(count * 2 / 5, topic.early));
    const std::size_t inner = count - mains;
    const BigGraphParts parts{[&] { return topic.facts.condition(random_); },
                              [&](const std::string& step) { return has_channel(step); },
                              topic.facts.choices()};
    std::string yaml;
    for (std::size_t g = 0; g < count; ++g) {
      const bool is_main = g < mains;
      BigGraph graph;
      graph.id = fmt::format("{}g{}", topic.prefix, g);
      graph.title = big_phrase(random_);
      graph.source = source();
      graph.nodes = share(nodes, count, g);
      graph.precautions = precautions_;
      const std::size_t want = graph.nodes * 45 / 100;
      if (is_main) {
        graph.enter = entry(topic, t);
        graph.steps = steps_of(topic, 0, topic.early, mains, g, want);
        graph.steps.insert(graph.steps.begin(), shared_step(t));
        for (std::size_t i = g; i < inner; i += mains)
          graph.inner.push_back(fmt::format("{}g{}", topic.prefix, mains + i));
      } else {
        graph.steps = steps_of(topic, topic.early, topic.steps.size(), inner, g - mains, want);
      }
      if (g > 0) yaml += "\n";
      yaml += big_graph(graph, parts, random_);
    }
    files_[folder + "graph.yaml"] = "graphs:\n" + yaml;
  }

  /// About `want` of the steps [begin, end), in order: the share of one of `parts` graphs, and some more.
  std::vector<std::string> steps_of(const Topic& topic, std::size_t begin, std::size_t end, std::size_t parts,
                                    std::size_t part, std::size_t want) {
    const std::size_t from = begin + (end - begin) * part / parts;
    const std::size_t to = begin + (end - begin) * (part + 1) / parts;
    std::vector<std::size_t> rest;
    // The first step belongs to the first graph only: a guarantee is about it.
    for (std::size_t s = std::max<std::size_t>(begin, 1); s < end; ++s) {
      if (s < from || s >= to) rest.push_back(s);
    }
    random_.shuffle(rest);
    rest.resize(std::min(rest.size(), want > to - from ? want - (to - from) : 0));
    for (std::size_t s = from; s < to; ++s) rest.push_back(s);
    std::sort(rest.begin(), rest.end());
    std::vector<std::string> steps;
    for (const std::size_t s : rest) steps.push_back(topic.steps[s]);
    return steps;
  }

  std::string entry(Topic& topic, std::size_t t) {
    const std::string area = fmt::format("area = \"a{}\"", t % areas_);
    const std::string issue = fmt::format("\"i{}\" in issues", (t / areas_ + t) % issues_);
    const std::size_t form = random_.below(3);
    if (form == 0) return fmt::format("{} and {}", area, issue);
    if (form == 1) return fmt::format("{} and ({} or {})", area, issue, topic.facts.condition(random_));
    return fmt::format("{} and {} and not(severity = \"low\" and for_business)", area, issue);
  }

  static bool has_channel(const std::string& step) {
    return !step.starts_with("shared") && (step.back() - '0') % 5 < 2;
  }

  void write_steps(const std::string& folder, Topic& topic) {
    constexpr std::size_t kStepsPerFile = 25;
    std::string yaml;
    std::size_t file = 0;
    for (std::size_t s = 0; s < topic.steps.size(); ++s) {
      const bool early = s < topic.early;
      const bool first_half = s - topic.early < (topic.steps.size() - topic.early) / 2;
      const std::size_t urgency = early ? 1 : first_half ? 2 : 3;
      std::string unless;
      if (!topic.facts.all_used() || random_.percent(10)) unless = topic.facts.condition(random_);
      const std::string urgent = random_.percent(20) && urgency < 3 ? topic.facts.condition(random_) : "";
      yaml += step(topic.steps[s], urgency, urgent, unless);
      if ((s + 1) % kStepsPerFile != 0 && s + 1 < topic.steps.size()) continue;
      files_[fmt::format("{}steps_{}.yaml", folder, file++)] = "steps:\n" + yaml;
      yaml.clear();
    }
  }

  std::string step(const std::string& id, std::size_t urgency, const std::string& urgent,
                   const std::string& unless) {
    static constexpr const char* kPhases[] = {"stop_loss", "prepare", "complain", "regulate"};
    std::string out = fmt::format("  {}:\n    title: {}\n    how:\n", id, big_phrase(random_));
    for (std::size_t i = 0; i < 2 + random_.below(3); ++i)
      out += fmt::format("      - {}\n", big_sentence(random_));
    out += fmt::format("    why: {}\n", big_sentence(random_));
    out += urgent.empty() ? fmt::format("    urgency: P{}\n", urgency)
                          : fmt::format("    urgency: [ {{ when: '{}', is: P{} }}, {{ is: P{} }} ]\n", urgent,
                                        urgency, urgency + 1);
    out += fmt::format("    phase: {}\n", kPhases[urgency]);
    if (has_channel(id)) {
      const std::size_t channel = next_channel_++ % channels_;
      out += fmt::format("    channel: channel_{}\n    outcomes: [refused, no_reply, resolved]\n", channel);
      if (random_.percent(50)) out += fmt::format("    done_when: '\"t{}\" in tried'\n", channel % kTried);
    }
    if (const std::size_t first = next_evidence_; random_.percent(60) || first < evidence_.size()) {
      out += fmt::format("    needs: [{}, {}]\n", next(evidence_, next_evidence_),
                         next(evidence_, next_evidence_));
    }
    out += fmt::format("    precautions: [{}]\n", next(precautions_, next_precaution_));
    if (next_letter_ < letters_.size() || random_.percent(5))
      out += fmt::format("    letter: {}\n", next(letters_, next_letter_));
    if (!unless.empty()) out += fmt::format("    unless: '{}'\n", unless);
    return out + fmt::format("    source: {}\n\n", sources());
  }

  void write_shared() {
    std::string facts(kSharedFacts);
    const auto choice = [&](const char* name, const char* type, const char* title, const char* option,
                            const char* word, std::size_t count) {
      facts += fmt::format(
          "  {}:\n    type: {}\n    title: {}\n    ask: {}是哪一种？\n    why: 不同的事由不同的部门管\n    "
          "options:\n",
          name, type, title, title);
      for (std::size_t o = 0; o < count; ++o)
        facts += fmt::format("      {}{}: {{ title: {}{}, likely: 2 }}\n", option, o, word, o);
    };
    choice("area", "choice", "对方", "a", "平台", areas_);
    choice("issues", "choices", "遇到的问题", "i", "问题", issues_);
    choice("tried", "choices", "已经找过的", "t", "找过", kTried);
    choice("evidence_held", "choices", "手上的证据", "e", "材料", 12);
    files_["shared/facts.yaml"] = facts;
    files_["shared/decisions.yaml"] = kSharedDecisions;
    std::string words = "words:\n  area:\n";
    for (std::size_t a = 0; a < areas_; ++a) words += fmt::format("    a{0}: [平台{0}, \"{0}号…平台\"]\n", a);
    words += "  issues:\n";
    for (std::size_t i = 0; i < issues_; ++i)
      words += fmt::format("    i{0}: [问题{0}, \"遇到…{0}类\"]\n", i);
    files_["shared/words.yaml"] = words;
    std::string steps = "steps:\n";
    for (std::size_t s = 0; s < shared_steps_; ++s) steps += step(fmt::format("shared_s{}", s), 0, "", "");
    files_["shared/steps.yaml"] = steps;
    write_channels();
    std::string rest = "evidence:\n";
    for (std::size_t e = 0; e < evidence_.size(); ++e) {
      rest += fmt::format(
          "  {}:\n    title: {}\n    how: {}\n    care: 保留原件\n    have_when: '\"e{}\" in "
          "evidence_held'\n    source: {}\n",
          evidence_[e], big_phrase(random_), big_sentence(random_), e % 12, sources());
    }
    rest += "precautions:\n";
    for (const std::string& precaution : precautions_) {
      rest +=
          fmt::format("  {}:\n    text: {}\n    source: {}\n", precaution, big_sentence(random_), sources());
    }
    rest += "letters:\n";
    for (const std::string& letter : letters_) {
      rest += fmt::format(
          "  {}:\n    title: {}\n    use: 写给对方和监管部门\n    body: |\n      我在 {{happened_on, date, "
          "long}} 遇到了问题，\n"
          "      涉及金额 {{loss_amount, number, ::currency/CNY}}。\n      {}。\n    source: {}\n",
          letter, big_phrase(random_), big_sentence(random_), sources());
    }
    files_["shared/rest.yaml"] = rest;
  }

  void write_channels() {
    std::string out = "channels:\n";
    for (std::size_t c = 0; c < channels_; ++c) {
      out += fmt::format(
          "  channel_{}:\n    kind: {}\n    title: 第 {} 个受理部门\n    takes: {}\n    contact: {{ phone: "
          "\"{}\", site: www.example{}.cn }}\n",
          c, c % 3 == 0 ? "provider" : "regulator", c, big_sentence(random_), 12000 + c, c);
      out += fmt::format(
          "    refuses:\n      - {{ when: for_business, because: 不是为生活消费, source: {} }}\n"
          "      - {{ when: 'area = \"a{}\"', because: 由别的部门管, source: {} }}\n",
          source(), c % areas_, source());
      out += fmt::format(
          "    limits:\n      - {{ kind: accept, within: 7 working days, from: submitted, source: {} }}\n"
          "      - {{ kind: reply, within: {} days, from: accepted, when: 'loss_amount > 0', source: {} }}\n "
          "   source: {}\n",
          source(), 15 + c % 60, source(), sources());
    }
    files_["shared/channels.yaml"] = out;
  }

  void write_sources() {
    for (std::size_t l = 0; l < laws_; ++l) {
      std::string out = fmt::format(
          "source: law{0}\nkind: law\ntitle: 第 {0} 部法律\nshort: 法{0}\nin_force: {{ from: 2014-03-15 "
          "}}\nverified: primary\npassages:\n",
          l);
      for (std::size_t p = 1; p <= kPassages; ++p)
        out += fmt::format("  \"{}\": {{ says: {} }}\n", p, big_sentence(random_));
      files_[fmt::format("sources/law{}.yaml", l)] = out;
    }
    for (std::size_t first = 0; first < sizes_.topics; first += 20) {
      std::string out =
          fmt::format("source: seed{0}\nkind: seed\ntitle: 第 {0} 篇文章\npassages:\n", first / 20);
      for (std::size_t t = first; t < std::min(first + 20, sizes_.topics); ++t) {
        out += fmt::format("  p{}: {{ quote: {}, says: {} }}\n", t - first, big_phrase(random_),
                           big_sentence(random_));
      }
      files_[fmt::format("sources/seed{}.yaml", first / 20)] = out;
    }
    files_["calendars/cn/2026.yaml"] =
        "year: 2026\npublished: true\nnotice: 国务院办公厅通知\noff: [2026-01-01, 2026-10-01]\nwork: "
        "[2026-01-04]\n";
  }

  BigRandom random_;
  BigSizes sizes_;
  std::map<std::string, std::string, std::less<>> files_;
  std::size_t shared_steps_ = 0, laws_ = 0, areas_ = 0, issues_ = 0, channels_ = 0;
  std::vector<std::string> evidence_, precautions_, letters_;
  std::size_t next_channel_ = 0, next_evidence_ = 0, next_precaution_ = 0, next_letter_ = 0;
};

}  // namespace

std::map<std::string, std::string, std::less<>> big_knowledge(BigSizes sizes, std::uint32_t seed) {
  return KnowledgeWriter(sizes, seed).write();
}

}  // namespace zhilu::test
