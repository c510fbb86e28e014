// SPDX-License-Identifier: MIT
#include "engine/render/text.h"

#include <algorithm>
#include <set>

#include "engine/base/utf8.h"
#include "engine/render/outline.h"
#include "engine/render/page.h"
#include "engine/render/phrases.h"

namespace zhilu {
namespace {

constexpr std::size_t kLeastWidth = 40;
// "  1  " before the title of a step; its rows begin below the title.
constexpr std::size_t kRankWidth = 5;
constexpr std::size_t kMarkWidth = 2;
constexpr std::size_t kMostSources = 4;

std::string rank_text(std::uint32_t rank) {
  const std::string number = std::to_string(rank);
  return std::string(number.size() < 3 ? 3 - number.size() : 0, ' ') + number;
}

// ① to ⑳, then (21).
std::string circled(std::size_t n) {
  if (n > 20) return "(" + std::to_string(n) + ")";
  std::string out;
  append_utf8(out, U'①' + static_cast<char32_t>(n - 1));
  return out;
}

class TextWriter {
 public:
  TextWriter(const PlanDocument& document, const TextOptions& options)
      : document_(document),
        options_(options),
        phrases_(phrases_of(document, own_phrases_)),
        outline_(outline_of(document, phrases_)),
        page_(std::max(options.width, kLeastWidth), options.colors),
        row_width_(widest_row_label()) {
    // What holds for the whole plan stands at its head and is not said again.
    told_precautions_.insert(document.precautions.begin(), document.precautions.end());
  }

  std::string run() {
    if (outline_.has_plan) {
      write_head();
      write_groups();
      write_waiting();
      write_later();
      write_open();
      write_refused();
      write_done();
    } else {
      page_.entry({}, document_.summary);
      page_.blank();
    }
    if (document_.scope != "out") write_question();
    write_foot();
    return page_.take();
  }

 private:
  std::string phrase(Phrase phrase, std::initializer_list<NamedArgument> arguments = {}) const {
    return phrases_.write(phrase, arguments);
  }

  // Columns for the longest of some labels and a gap.
  std::size_t label_width(std::initializer_list<Phrase> labels) const {
    std::size_t width = 0;
    for (const Phrase label : labels) width = std::max(width, display_width(phrase(label)));
    return width + 2;
  }

  void write_head() {
    const std::size_t hang = label_width({Phrase::Understood, Phrase::Severity, Phrase::KeepInMind});
    const std::string understood = understood_text(document_);
    page_.entry({{phrase(Phrase::Understood), hang, Style::Label}}, understood);
    page_.entry({{"", hang}}, assumed_text(document_, phrases_), Style::Dim);
    if (!understood.empty() && !options_.set_option.empty()) {
      const std::string command = phrase(Phrase::SetExample, {{"option", options_.set_option}});
      page_.entry({{"", hang}}, phrase(Phrase::CorrectBy, {{"command", command}}), Style::Dim);
    }
    for (const std::string_view both : document_.contradictions) {
      page_.entry({{phrase(Phrase::Contradictions), hang, Style::Label}}, both);
    }
    page_.entry({{phrase(Phrase::Severity), hang, Style::Label}}, severity_text(document_, phrases_),
                Style::Bold);
    page_.entry({{"", hang}}, document_.severity_may_be, Style::Dim);
    std::string label = phrase(Phrase::KeepInMind);
    for (const std::string_view precaution : document_.precautions) {
      page_.entry({{label, hang, Style::Label}}, precaution);
      label.clear();
    }
    page_.blank();
  }

  void write_groups() {
    if (outline_.groups.empty()) {
      page_.entry({}, document_.summary, Style::Bold);
      page_.blank();
    }
    for (const StepGroup& group : outline_.groups) {
      page_.entry({}, group.heading, group.is_first ? Style::Alarm : Style::Bold);
      for (const StepGroup::Member& member : group.members) {
        page_.entry_with_aside({{rank_text(member.step->rank), kRankWidth}}, member.step->title, Style::Bold,
                               member.aside);
        if (options_.brief && !group.is_first) {
          page_.entry({{"", kRankWidth}}, contact_text(*member.step, phrases_, true));
        } else {
          write_card(*member.step);
        }
      }
      page_.blank();
    }
  }

  void write_card(const StepLine& step) {
    row(Phrase::Why, why_text(step, phrases_));
    std::vector<Item> items;
    for (std::size_t i = 0; i < step.how.size(); ++i) {
      items.push_back({step.how.size() > 1 ? circled(i + 1) : std::string(), step.how[i]});
    }
    rows(Phrase::How, items);
    row(Phrase::Contact, contact_text(step, phrases_, false));
    row(Phrase::Bring, needs_of(step));
    rows(Phrase::Mind, precautions_of(step));
    std::vector<Item> limits;
    for (const std::string_view limit : limit_texts(step)) limits.push_back({"", limit});
    rows(Phrase::Limits, limits);
    row(Phrase::Letter, step.letter_label);
    row(Phrase::Sources, sources_text(step, phrases_, kMostSources), Style::Dim);
  }

  struct Item {
    std::string mark;
    std::string_view text;
  };

  // In a row: ✓ 账号 ○ 转账记录（还缺）. How to get each is said in Markdown and JSON.
  std::string needs_of(const StepLine& step) const {
    std::string out;
    for (const EvidenceLine& need : step.needs) {
      if (!out.empty()) out += ' ';
      out += need.have.value_or(false) ? "✓ " : "○ ";
      out += need.label;
      if (need.have == false) out += phrase(Phrase::Bracketed, {{"text", phrase(Phrase::Missing)}});
    }
    return out;
  }

  std::vector<Item> precautions_of(const StepLine& step) {
    std::vector<Item> items;
    for (const std::string_view precaution : step.precautions) {
      if (told_precautions_.insert(precaution).second) items.push_back({"·", precaution});
    }
    if (items.size() == 1) items.front().mark.clear();
    return items;
  }

  std::size_t widest_row_label() const {
    return label_width({Phrase::Why, Phrase::How, Phrase::Contact, Phrase::Bring, Phrase::Mind,
                        Phrase::Limits, Phrase::Letter, Phrase::Sources});
  }

  void row(Phrase label, std::string_view text, Style style = Style::Plain) {
    page_.entry({{"", kRankWidth}, {phrase(label), row_width_, Style::Label}}, text, style);
  }

  void rows(Phrase label, const std::vector<Item>& items) {
    std::string shown = phrase(label);
    for (const Item& item : items) {
      const std::size_t mark = item.mark.empty() ? 0 : std::max(kMarkWidth, display_width(item.mark) + 1);
      page_.entry({{"", kRankWidth}, {shown, row_width_, Style::Label}, {item.mark, mark}}, item.text);
      shown.clear();
    }
  }

  void write_waiting() {
    if (outline_.waiting.empty()) return;
    page_.entry({}, phrase(Phrase::Waiting), Style::Bold);
    for (const StepLine* step : outline_.waiting) {
      page_.entry({{rank_text(step->rank), kRankWidth}}, step->title, Style::Bold);
      page_.entry({{"", kRankWidth}}, contact_text(*step, phrases_, true));
      page_.entry({{"", kRankWidth}}, awaited_text(*step));
    }
    page_.blank();
  }

  void write_later() {
    if (outline_.later.empty()) return;
    page_.entry({}, phrase(Phrase::Later), Style::Bold);
    for (const StepLine* step : outline_.later) {
      page_.entry({{rank_text(step->rank), kRankWidth}}, title_with_contact(*step));
      for (const std::string& opens : opens_texts(*step, document_, phrases_)) {
        page_.entry({{"", kRankWidth}, {"↳", kMarkWidth, Style::Dim}}, opens, Style::Dim);
      }
    }
    page_.blank();
  }

  // 向 12363 投诉 · 中国人民银行 · 电话 12363
  std::string title_with_contact(const StepLine& step) const {
    const std::string contact = contact_text(step, phrases_, true);
    return std::string(step.title) + (contact.empty() ? "" : " · " + contact);
  }

  void write_open() {
    if (outline_.open.empty()) return;
    page_.entry({}, phrase(Phrase::Maybe), Style::Bold);
    for (const OpenGroup& group : outline_.open) {
      std::string facts = group.facts;
      if (group.is_asked) facts += phrase(Phrase::Bracketed, {{"text", phrase(Phrase::AskedBelow)}});
      page_.entry({{"  ·", kRankWidth}}, facts);
      for (const StepLine* step : group.steps) {
        page_.entry({{"", kRankWidth}, {"–", kMarkWidth, Style::Dim}}, step->title, Style::Dim);
      }
      write_more(kRankWidth, group.more);
    }
    write_more(kMarkWidth, outline_.more_open);
    page_.blank();
  }

  void write_more(std::size_t indent, std::size_t n) {
    if (n > 0) page_.entry({{"", indent}}, phrase(Phrase::MoreItems, {{"n", n}}), Style::Dim);
  }

  void write_refused() {
    if (document_.refused.empty()) return;
    page_.entry({}, phrase(Phrase::Refused), Style::Bold);
    for (const RefusedLine& refused : document_.refused) {
      std::string text = phrase(Phrase::Labelled, {{"label", refused.label}, {"text", refused.why}});
      if (!refused.sources.empty()) {
        text += phrase(Phrase::Bracketed, {{"text", refused.sources.front()->label}});
      }
      page_.entry({{"  ✗", kRankWidth}}, text);
    }
    page_.blank();
  }

  void write_done() {
    if (outline_.done.empty()) return;
    std::vector<std::string_view> titles;
    for (const StepLine* step : outline_.done) titles.push_back(step->title);
    page_.entry({{phrase(Phrase::AlreadyDone), label_width({Phrase::AlreadyDone}), Style::Label}},
                phrases_.joined(titles, Phrase::Semicolon), Style::Dim);
    page_.blank();
  }

  void write_question() {
    if (document_.questions.empty()) return;
    const QuestionLine& question = document_.questions.front();
    const std::string heading = question_heading(document_, phrases_);
    const std::size_t hang = display_width(heading) + 2;
    page_.entry({{heading, hang, Style::Bold}}, question.text, Style::Bold);
    std::string options;
    for (const QuestionLine::Option& option : question.options) {
      if (!options.empty()) options += " / ";
      options += option.label;
      if (!options_.set_option.empty()) options.append(" ").append(option.value);
    }
    page_.entry({{"", hang}}, options);
    if (!question.why.empty()) {
      page_.entry({{"", hang}},
                  phrase(Phrase::Labelled, {{"label", phrase(Phrase::WhyAsked)}, {"text", question.why}}),
                  Style::Dim);
    }
    if (!options_.set_option.empty()) {
      const std::string command =
          phrase(Phrase::SetFact, {{"option", options_.set_option}, {"fact", question.fact}});
      page_.entry({{"", hang}},
                  phrase(Phrase::Labelled, {{"label", phrase(Phrase::AnswerBy)}, {"text", command}}),
                  Style::Dim);
    }
    if (!outline_.groups.empty() && outline_.has_plan) {
      page_.entry({{"", hang}}, phrase(Phrase::NoNeedToAnswer), Style::Dim);
    }
    page_.blank();
  }

  void write_foot() {
    if (outline_.has_plan) page_.entry({}, document_.come_back_text);
    for (const LetterLine& letter : document_.letters) {
      if (!letter.text.empty()) write_letter(letter);
    }
    page_.entry({}, document_.language_note, Style::Dim);
    page_.entry({}, document_.disclaimer, Style::Dim);
  }

  void write_letter(const LetterLine& letter) {
    page_.blank();
    page_.entry({}, letter.title, Style::Bold);
    std::string_view rest = letter.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (end == 0) page_.blank();
      page_.entry({{"", kRankWidth}}, rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    page_.blank();
  }

  const PlanDocument& document_;
  const TextOptions& options_;
  std::optional<Phrases> own_phrases_;
  const Phrases& phrases_;
  Outline outline_;
  Page page_;
  std::size_t row_width_;
  std::set<std::string_view> told_precautions_;
};

}  // namespace

std::string plan_text(const PlanDocument& document, const TextOptions& options) {
  return TextWriter(document, options).run();
}

}  // namespace zhilu
