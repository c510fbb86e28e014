// SPDX-License-Identifier: MIT
#include "engine/render/markdown.h"

#include <array>
#include <set>

#include "engine/render/outline.h"
#include "engine/render/phrases.h"
#include "engine/render/privacy.h"

namespace zhilu {
namespace {

constexpr std::size_t kMostSources = 8;

class MarkdownWriter {
 public:
  explicit MarkdownWriter(const PlanDocument& document)
      : document_(document),
        phrases_(phrases_of(document, own_phrases_)),
        outline_(outline_of(document, phrases_)) {
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
      paragraph(document_.summary);
    }
    if (document_.scope != "out") write_question();
    write_foot();
    return std::move(out_);
  }

 private:
  std::string phrase(Phrase phrase, std::initializer_list<NamedArgument> arguments = {}) const {
    return phrases_.write(phrase, arguments);
  }

  void blank() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }

  void heading(std::string_view marks, std::string_view text) {
    escaped_heading(marks, markdown_escaped(text));
  }

  void escaped_heading(std::string_view marks, std::string_view text) {
    blank();
    out_.append(marks).append(" ").append(text).append("\n\n");
  }

  void paragraph(std::string_view text) {
    if (text.empty()) return;
    blank();
    out_ += markdown_escaped(text) + "\n\n";
  }

  void bullet(std::string_view marks, std::string_view text) {
    if (!text.empty()) out_.append(marks).append(" ").append(markdown_escaped(text)).append("\n");
  }

  // - **找谁**：…
  void labelled(Phrase label, std::string_view text) {
    if (text.empty()) return;
    const std::string bold = "**" + markdown_escaped(phrase(label)) + "**";
    out_ += "- " + phrase(Phrase::Labelled, {{"label", bold}, {"text", markdown_escaped(text)}}) + "\n";
  }

  // One text stands behind the label, several below it.
  void labelled(Phrase label, const std::vector<std::string_view>& texts) {
    if (texts.size() == 1) return labelled(label, texts.front());
    if (texts.empty()) return;
    out_ += "- **" + markdown_escaped(phrase(label)) + "**\n";
    for (const std::string_view text : texts) bullet("  -", text);
  }

  void write_head() {
    heading("#", phrase(Phrase::ActionPlan) + phrase(Phrase::Bracketed, {{"text", document_.as_of}}));
    paragraph(document_.summary);
    labelled(Phrase::Understood, understood_text(document_));
    bullet("  -", assumed_text(document_, phrases_));
    labelled(Phrase::Contradictions, document_.contradictions);
    labelled(Phrase::Severity, severity_text(document_, phrases_));
    bullet("  -", document_.severity_may_be);
    labelled(Phrase::KeepInMind, document_.precautions);
  }

  void write_groups() {
    for (const StepGroup& group : outline_.groups) {
      heading("##", group.heading);
      for (const StepGroup::Member& member : group.members) write_card(*member.step, member.aside);
    }
  }

  // The number is part of the text, so that no renderer counts by itself.
  static std::string numbered(const StepLine& step) {
    return std::to_string(step.rank).append(". ").append(step.title);
  }

  void write_card(const StepLine& step, std::string_view aside) {
    escaped_heading("###", std::to_string(step.rank) + ". " + markdown_escaped(step.title));
    if (!aside.empty()) out_ += "**" + markdown_escaped(aside) + "**\n\n";
    paragraph(why_text(step, phrases_));
    for (std::size_t i = 0; i < step.how.size(); ++i) bullet(std::to_string(i + 1) + ".", step.how[i]);
    if (!step.how.empty()) blank();
    labelled(Phrase::Contact, contact_text(step, phrases_, false));
    if (step.channel) {
      labelled(Phrase::Takes, step.channel->takes);
      labelled(Phrase::CannotDo, step.channel->cannot);
    }
    write_needs(step);
    std::vector<std::string_view> precautions;
    for (const std::string_view precaution : step.precautions) {
      if (!told_precautions_.contains(precaution)) precautions.push_back(precaution);
    }
    labelled(Phrase::Mind, precautions);
    labelled(Phrase::Limits, limit_texts(step));
    labelled(Phrase::Letter, step.letter_label);
    labelled(Phrase::Sources, sources_text(step, phrases_, kMostSources));
  }

  void write_needs(const StepLine& step) {
    if (step.needs.empty()) return;
    out_ += "- **" + markdown_escaped(phrase(Phrase::Bring)) + "**\n";
    for (const EvidenceLine& need : step.needs) {
      const bool have = need.have.value_or(false);
      std::string text(need.label);
      if (need.have == false) text += phrase(Phrase::Bracketed, {{"text", phrase(Phrase::Missing)}});
      if (!have && !need.how.empty()) text = phrase(Phrase::Labelled, {{"label", text}, {"text", need.how}});
      bullet(have ? "  - [x]" : "  - [ ]", text);
      if (need.care.empty()) continue;
      bullet("    -", phrase(Phrase::Labelled, {{"label", phrase(Phrase::Care)}, {"text", need.care}}));
    }
  }

  void write_waiting() {
    if (outline_.waiting.empty()) return;
    heading("##", phrase(Phrase::Waiting));
    for (const StepLine* step : outline_.waiting) {
      bullet("-", numbered(*step));
      bullet("  -", contact_text(*step, phrases_, true));
      bullet("  -", awaited_text(*step));
    }
  }

  void write_later() {
    if (outline_.later.empty()) return;
    heading("##", phrase(Phrase::Later));
    for (const StepLine* step : outline_.later) {
      bullet("-", numbered(*step));
      bullet("  -", contact_text(*step, phrases_, true));
      for (const std::string& opens : opens_texts(*step, document_, phrases_)) bullet("  -", opens);
    }
  }

  void write_open() {
    if (outline_.open.empty()) return;
    heading("##", phrase(Phrase::Maybe));
    for (const OpenGroup& group : outline_.open) {
      std::string facts = group.facts;
      if (group.is_asked) facts += phrase(Phrase::Bracketed, {{"text", phrase(Phrase::AskedBelow)}});
      bullet("-", facts);
      for (const StepLine* step : group.steps) bullet("  -", step->title);
      if (group.more > 0) bullet("  -", phrase(Phrase::MoreItems, {{"n", group.more}}));
    }
    if (outline_.more_open > 0) bullet("-", phrase(Phrase::MoreItems, {{"n", outline_.more_open}}));
  }

  void write_refused() {
    if (document_.refused.empty()) return;
    heading("##", phrase(Phrase::Refused));
    for (const RefusedLine& refused : document_.refused) {
      std::string text = phrase(Phrase::Labelled, {{"label", refused.label}, {"text", refused.why}});
      if (!refused.sources.empty()) {
        text += phrase(Phrase::Bracketed, {{"text", refused.sources.front()->label}});
      }
      bullet("-", text);
    }
  }

  void write_done() {
    if (outline_.done.empty()) return;
    heading("##", phrase(Phrase::AlreadyDone));
    for (const StepLine* step : outline_.done) bullet("-", step->title);
  }

  void write_question() {
    if (document_.questions.empty()) return;
    const QuestionLine& question = document_.questions.front();
    heading("##", question_heading(document_, phrases_));
    paragraph(question.text);
    for (const QuestionLine::Option& option : question.options) bullet("-", option.label);
    if (question.why.empty()) return;
    paragraph(phrase(Phrase::Labelled, {{"label", phrase(Phrase::WhyAsked)}, {"text", question.why}}));
  }

  void write_foot() {
    if (outline_.has_plan) paragraph(document_.come_back_text);
    for (const LetterLine& letter : document_.letters) {
      if (letter.text.empty()) continue;
      heading("##", letter.title);
      write_letter(letter.text);
    }
    paragraph(document_.language_note);
    if (document_.disclaimer.empty()) return;
    blank();
    out_ += "---\n\n" + markdown_escaped(document_.disclaimer) + "\n";
  }

  // Line by line, each ending in a hard break; an empty line parts paragraphs.
  void write_letter(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string line = markdown_escaped(text.substr(0, end));
      out_ += line.empty() ? "\n" : line + "  \n";
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  const PlanDocument& document_;
  std::optional<Phrases> own_phrases_;
  const Phrases& phrases_;
  Outline outline_;
  std::set<std::string_view> told_precautions_;
  std::string out_;
};

// The characters that mean something to Markdown everywhere.
constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> special{};
  for (const char c : std::string_view("\\`*_[]<>|~&")) special[static_cast<unsigned char>(c)] = true;
  return special;
}();

// Where a number with a stop would begin a list.
std::size_t find_list_stop(std::string_view text) {
  const std::size_t stop = text.find_first_not_of("0123456789");
  const bool found = stop != std::string_view::npos && stop > 0 && (text[stop] == '.' || text[stop] == ')');
  return found ? stop : std::string_view::npos;
}

}  // namespace

std::string markdown_escaped(std::string_view text) {
  constexpr std::string_view kAtStart = "#+-=";
  const std::string clean = clean_text(text);
  const std::size_t list_stop = find_list_stop(clean);
  std::string out;
  out.reserve(clean.size() + 8);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const char c = clean[i];
    const bool special = kSpecial[static_cast<unsigned char>(c)] ||
                         (i == 0 && kAtStart.find(c) != std::string_view::npos) || i == list_stop;
    if (special) out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string plan_markdown(const PlanDocument& document) {
  return MarkdownWriter(document).run();
}

}  // namespace zhilu
