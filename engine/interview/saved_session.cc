// SPDX-License-Identifier: MIT
#include "engine/interview/saved_session.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>

#include "engine/base/checksum.h"
#include "engine/intake/matter_reader.h"

namespace zhilu {
namespace {

class Fingerprint {
 public:
  void add(std::string_view text) {
    add(text.size());
    bytes_ += text;
  }
  void add(std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(number >> shift & 0xff);
  }
  void add(ConditionId condition, const Knowledge& knowledge) {
    add(condition.is_set() ? std::string_view(knowledge.conditions[condition].text) : "");
  }
  std::uint64_t sum() const { return checksum(std::as_bytes(std::span(bytes_.data(), bytes_.size()))); }

 private:
  std::string bytes_;
};

void add_facts(const Knowledge& knowledge, Fingerprint& print) {
  for (const Fact& fact : knowledge.facts) {
    print.add(fact.id);
    print.add(static_cast<std::uint64_t>(fact.kind) << 8 | static_cast<std::uint64_t>(fact.cost) << 4 |
              (fact.asked ? 1U : 0U));
    print.add(fact.table.value);
    print.add(fact.fallback, knowledge);
    for (const FactOption& option : fact.options) {
      print.add(option.id);
      print.add(static_cast<std::uint64_t>(option.likely.value_or(-1)));
    }
  }
  for (const DecisionTable& table : knowledge.tables) {
    print.add(static_cast<std::uint64_t>(table.hit));
    for (const TableRule& rule : table.rules) {
      for (const ConditionId test : rule.tests) print.add(test, knowledge);
      for (const ConditionId output : rule.outputs) print.add(output, knowledge);
    }
  }
}

void add_steps(const Knowledge& knowledge, Fingerprint& print) {
  for (const Step& step : knowledge.steps) {
    print.add(step.id);
    for (const UrgencyRule& rule : step.urgency) {
      print.add(rule.when, knowledge);
      print.add(rule.urgency.value);
    }
    print.add(step.phase.value);
    print.add(step.channel.value);
    for (const StepId before : step.after) print.add(before.value);
    for (const OutcomeId outcome : step.outcomes) print.add(outcome.value);
    print.add(step.unless, knowledge);
    print.add(step.done_when, knowledge);
  }
  for (const Channel& channel : knowledge.channels) {
    print.add(channel.id);
    print.add(channel.accepts, knowledge);
    for (const Refusal& refusal : channel.refuses) print.add(refusal.when, knowledge);
    for (const Limit& limit : channel.limits) {
      print.add(static_cast<std::uint64_t>(limit.kind) << 8 | static_cast<std::uint64_t>(limit.from));
      print.add(static_cast<std::uint64_t>(limit.within.count) << 8 |
                static_cast<std::uint64_t>(limit.within.unit));
      print.add(limit.when, knowledge);
    }
  }
}

void add_graphs(const Knowledge& knowledge, Fingerprint& print) {
  for (const Graph& graph : knowledge.graphs) {
    print.add(graph.id);
    print.add(graph.enter, knowledge);
    for (const NodeId start : graph.start) print.add(start.value);
  }
  for (const Node& node : knowledge.nodes) {
    print.add(static_cast<std::uint64_t>(node.kind) << 1 | (node.first ? 1U : 0U));
    print.add(std::uint64_t{node.step.value} << 32 | node.graph.value);
    print.add(node.decide.value);
    for (const Edge& edge : node.edges) {
      print.add(std::uint64_t{edge.to.value} << 32 | edge.outcome.value);
      print.add(static_cast<std::uint64_t>(edge.kind));
      print.add(edge.when, knowledge);
    }
  }
}

std::string members(const Fact& fact, std::uint64_t set, std::string_view separator,
                    std::string_view before = "") {
  std::string text;
  for (std::uint32_t i = 0; i < fact.options.size(); ++i) {
    if ((set >> i & 1) == 0) continue;
    if (!text.empty()) text += separator;
    text.append(before).append(fact.options[i].id);
  }
  return text;
}

std::string choices_value(const Fact& fact, const Answer& answer) {
  const std::size_t n = fact.options.size();
  const std::uint64_t all = n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1;
  if ((answer.yes | answer.no) == all) return "only:" + members(fact, answer.yes, ",");
  const std::string yes = members(fact, answer.yes, ",");
  const std::string no = members(fact, answer.no, ",", "-");
  return yes + (yes.empty() || no.empty() ? "" : ",") + no;
}

std::string amount_value(const Answer& answer) {
  const std::string about = answer.approximate ? "~" : "";
  if (!answer.bounded) return about + answer.low.to_string() + "..";
  if (answer.low == answer.high) return about + answer.low.to_string();
  return about + answer.low.to_string() + ".." + answer.high.to_string();
}

}  // namespace

std::uint64_t fingerprint_of(const Knowledge& knowledge) {
  Fingerprint print;
  add_facts(knowledge, print);
  add_steps(knowledge, print);
  add_graphs(knowledge, print);
  return print.sum();
}

std::string answer_value(const Knowledge& knowledge, FactId id, const Answer& answer) {
  const Fact& fact = knowledge.facts[id];
  if (answer.state == AnswerState::Unsure) return "unsure";
  if (answer.state == AnswerState::Inapplicable) return "inapplicable";
  if (answer.state == AnswerState::Unasked) return "";
  switch (fact.kind) {
    case FactKind::Boolean:
      return answer.yes == 3 ? "" : answer.yes == 2 ? "true" : "false";
    case FactKind::Choice:
      return members(fact, answer.yes, "|");
    case FactKind::Choices:
      return choices_value(fact, answer);
    case FactKind::Number:
    case FactKind::Money:
      return amount_value(answer);
    case FactKind::Date:
      return answer.date.to_string();
    case FactKind::Duration:
    case FactKind::Text:
      return answer.text;
  }
  return "";
}

std::optional<Answer> read_answer_value(const Knowledge& knowledge, FactId id, std::string_view value) {
  const Fact& fact = knowledge.facts[id];
  if (value.empty() && fact.kind != FactKind::Text) return Answer{};
  const bool is_amount = fact.kind == FactKind::Number || fact.kind == FactKind::Money;
  const bool about = is_amount && value.starts_with('~');
  if (about) value.remove_prefix(1);
  Matter matter(knowledge);
  Diagnostics problems;
  if (fact.kind == FactKind::Choice && value.find('|') != std::string_view::npos) {
    InputValue list{InputValue::Kind::List, {}, {}, {}, {}};
    while (true) {
      const std::size_t bar = value.find('|');
      list.items.push_back({InputValue::Kind::Plain, {}, std::string(value.substr(0, bar)), {}, {}});
      if (bar == std::string_view::npos) break;
      value.remove_prefix(bar + 1);
    }
    InputValue map{InputValue::Kind::Map, {}, {}, {std::move(list)}, {{"yes", {}}}};
    if (!read_fact(map, id, knowledge, matter, problems)) return std::nullopt;
    return matter[id];
  }
  const std::optional<InputValue> setting =
      parse_setting(std::string(fact.id) + "=" + std::string(value), {}, knowledge, problems);
  if (!setting || !read_fact(setting->items.front(), id, knowledge, matter, problems)) return std::nullopt;
  matter[id].approximate = about;
  return matter[id];
}

SavedSession save_session(const Session& session, const Knowledge& knowledge) {
  SavedSession saved;
  saved.knowledge = knowledge.name;
  saved.version = knowledge.version;
  saved.fingerprint = fingerprint_of(knowledge);
  for (const GivenAnswer& one : session.given()) {
    saved.given.push_back({std::string(knowledge.facts[one.fact].id),
                           answer_value(knowledge, one.fact, one.answer), one.answer.origin, one.on,
                           one.turn});
  }
  for (const GivenEvent& one : session.events()) {
    const Event& event = one.event;
    saved.events.push_back({event.step.is_set() ? std::string(knowledge.steps[event.step].id) : "",
                            event.channel.is_set() ? std::string(knowledge.channels[event.channel].id) : "",
                            event.what, event.on, event.number, one.turn});
  }
  return saved;
}

RestoredSession restore_session(const SavedSession& saved, const Knowledge& knowledge) {
  RestoredSession restored{.session = Session(knowledge), .lost = {}, .lost_events = {}};
  restored.same_knowledge =
      saved.knowledge == std::string_view(knowledge.name) && saved.fingerprint == fingerprint_of(knowledge);
  for (const SavedAnswer& one : saved.given) {
    const FactId fact = knowledge.find_fact(one.fact);
    std::optional<Answer> answer;
    if (fact.is_set()) answer = read_answer_value(knowledge, fact, one.value);
    std::erase_if(restored.lost, [&](const SavedAnswer& lost) { return lost.fact == one.fact; });
    if (!answer) {
      restored.lost.push_back(one);
      continue;
    }
    answer->origin = one.from;
    restored.session.append(GivenAnswer{fact, *std::move(answer), one.on, one.turn});
  }
  std::erase_if(restored.lost, [](const SavedAnswer& lost) { return lost.value.empty(); });
  for (const SavedEvent& one : saved.events) {
    GivenEvent given{{.step = knowledge.find_step(one.step),
                      .channel = knowledge.find_channel(one.channel),
                      .what = one.what,
                      .on = one.on,
                      .number = one.number},
                     one.turn};
    if (given.event.step.is_set() == given.event.channel.is_set()) {
      restored.lost_events.push_back(one);
    } else {
      restored.session.append(std::move(given));
    }
  }
  return restored;
}

}  // namespace zhilu
