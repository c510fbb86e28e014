// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/base/few.h"
#include "engine/locale/date_text.h"
#include "engine/render/draft.h"

namespace zhilu {
namespace {

// Sentences follow each other with a blank in English, without one in Chinese.
void add_sentence(const Draft& draft, std::string& text, std::string_view sentence) {
  if (!text.empty() && !is_chinese(draft.wording.language())) text += ' ';
  text += sentence;
}

std::string_view summary_of_steps(const Draft& draft) {
  const Wording& wording = draft.wording;
  Few<std::string_view, 16> urgent;
  std::string_view first;
  std::string_view awaited;
  std::int64_t count = 0;
  for (std::size_t i = 0; i < draft.document.steps.size(); ++i) {
    const StepLine& line = draft.document.steps[i];
    if (line.status == "wait" && awaited.empty()) awaited = line.title;
    if (line.status != "do") continue;
    ++count;
    if (first.empty()) first = line.title;
    const bool at_head = urgent.empty() ? count == 1 : !line.together_with.empty();
    if (at_head && draft.plan().steps[i].urgency.value == 0) urgent.push_back(line.title);
  }
  std::string text;
  if (!urgent.empty()) {
    add_sentence(
        draft, text,
        wording.phrase(Phrase::SummaryUrgent,
                       {{"n", urgent.size()}, {"first", wording.joined(urgent, Phrase::Semicolon)}}));
    const std::int64_t rest = count - static_cast<std::int64_t>(urgent.size());
    if (rest > 0) add_sentence(draft, text, wording.phrase(Phrase::SummaryRest, {{"n", rest}}));
  } else if (!first.empty()) {
    add_sentence(draft, text, wording.phrase(Phrase::SummaryCalm, {{"first", first}}));
    if (count > 1) add_sentence(draft, text, wording.phrase(Phrase::SummaryRest, {{"n", count - 1}}));
  } else if (!awaited.empty()) {
    add_sentence(draft, text, wording.phrase(Phrase::SummaryWaiting, {{"first", awaited}}));
  } else {
    add_sentence(draft, text, wording.phrase(Phrase::SummaryNothing));
    if (!draft.document.questions.empty()) add_sentence(draft, text, wording.phrase(Phrase::SummaryAnswer));
  }
  return wording.keep(text);
}

void write_next(Draft& draft) {
  PlanDocument& document = draft.document;
  for (const std::string_view status : {"do", "wait"}) {
    const auto at = std::find_if(document.steps.begin(), document.steps.end(),
                                 [&](const StepLine& line) { return line.status == status; });
    if (at == document.steps.end()) continue;
    document.next_step = at->id;
    document.next_say =
        draft.wording.phrase(status == "do" ? Phrase::NextDo : Phrase::NextWait, {{"title", at->title}});
    break;
  }
  if (const std::optional<DueDate>& day = draft.plan().come_back) {
    document.come_back = draft.wording.keep(day->date.to_string());
    document.come_back_text = draft.wording.phrase(
        Phrase::ComeBack, {{"date", date_with_weekday(day->date, draft.wording.language())}});
  }
}

}  // namespace

void write_severity(Draft& draft) {
  const Knowledge& knowledge = draft.knowledge();
  PlanDocument& document = draft.document;
  const SeverityId level = draft.plan().severity;
  if (level.is_set() && level.value < knowledge.severities.size()) {
    document.severity = knowledge.severities[level].id;
    document.severity_label = draft.wording.title(knowledge.severities[level].title);
  }
  if (knowledge.core.severity.is_set()) {
    const TableId table = knowledge.facts[knowledge.core.severity].table;
    for (const std::uint32_t rule : draft.plan().severity_rules) {
      if (!table.is_set() || rule >= knowledge.tables[table].rules.size()) continue;
      const TableRule& row = knowledge.tables[table].rules[rule];
      if (!row.because.empty()) document.severity_because.push_back(draft.wording.text(row.because));
      cite(draft, row.sources);
    }
  }
  // Being uncertain matters only while something graver is possible.
  if (draft.plan().severity_open.empty() || level.value == 0) return;
  std::vector<std::string_view> facts;
  for (const FactId fact : draft.plan().severity_open)
    facts.push_back(draft.wording.title(knowledge.facts[fact].title));
  document.severity_may_be =
      draft.wording.phrase(Phrase::SeverityMayBe, {{"facts", draft.wording.joined(facts)}});
}

void write_summary(Draft& draft) {
  const Knowledge& knowledge = draft.knowledge();
  PlanDocument& document = draft.document;
  document.scope = draft.plan().in_scope ? "in" : "out";
  if (!draft.plan().in_scope) {
    document.summary = draft.wording.text(knowledge.out_of_scope);
    if (draft.input.understanding != nullptr && draft.input.understanding->foreign) {
      std::string text(draft.wording.phrase(Phrase::WriteInChinese));
      text += is_chinese(draft.wording.language()) ? "\n" : " ";
      document.summary = draft.wording.keep(text.append(document.summary));
    }
  } else if (document.nothing_understood) {
    document.summary = draft.wording.text(knowledge.nothing_understood);
  } else {
    document.summary = summary_of_steps(draft);
  }
  write_next(draft);
}

}  // namespace zhilu
