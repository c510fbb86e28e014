// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/base/few.h"
#include "engine/locale/date_text.h"
#include "engine/render/draft.h"

namespace zhilu {
namespace {

std::string_view name_of(LimitStart start) {
  switch (start) {
    case LimitStart::Knew:
      return "knew";
    case LimitStart::Submitted:
      return "submitted";
    case LimitStart::Accepted:
      return "accepted";
    case LimitStart::Decided:
      return "decided";
  }
  return "submitted";
}

Phrase assumption_about(LimitStart start) {
  switch (start) {
    case LimitStart::Knew:
      return Phrase::AssumedKnew;
    case LimitStart::Submitted:
      return Phrase::AssumedSubmitted;
    case LimitStart::Accepted:
      return Phrase::AssumedAccepted;
    case LimitStart::Decided:  // Never assumed.
      break;
  }
  return Phrase::AssumedSubmitted;
}

// Adds the remarks to a sentence, in one pair of brackets.
std::string_view with_remarks(const Wording& wording, std::string_view sentence,
                              std::span<const std::string_view> remarks) {
  if (remarks.empty()) return sentence;
  std::string whole(sentence);
  whole += wording.phrase(Phrase::Bracketed, {{"text", wording.joined(remarks, Phrase::Semicolon)}});
  return wording.keep(whole);
}

// The year that makes a reckoned date an estimate: the first without a published calendar on the way to it.
std::int32_t unpublished_year(const Draft& draft, Date due) {
  const std::int32_t last = due.ymd().year;
  for (std::int32_t year = std::min(draft.plan().as_of.ymd().year, last); year < last; ++year) {
    if (!draft.knowledge().calendar.is_published(year)) return year;
  }
  return last;
}

std::string_view estimate_remark(const Draft& draft, Date due) {
  // The year goes in as text: as a number it would get a comma.
  return draft.wording.phrase(Phrase::Estimate, {{"year", std::to_string(unpublished_year(draft, due))}});
}

// The limit of the step's channel that makes the outcome `opening` come by time.
const Limit* find_reply_limit(const Draft& draft, StepId step) {
  const ChannelId channel = draft.knowledge().steps[step].channel;
  if (!channel.is_set()) return nullptr;
  for (const Limit& limit : draft.knowledge().channels[channel].limits) {
    if (limit.kind == LimitKind::Reply) return &limit;
  }
  return nullptr;
}

// A limit as it is for everybody.
LimitLine without_date(const Wording& wording, const Limit& limit) {
  LimitLine line;
  line.kind = name_of(limit.kind);
  std::vector<std::string_view> notes;
  if (!limit.note.empty()) notes.push_back(wording.text(limit.note));
  line.text = with_remarks(
      wording,
      wording.phrase(Phrase::LimitSentence, {{"period", period_text(limit.within, wording.language())},
                                             {"start", name_of(limit.from)},
                                             {"kind", line.kind}}),
      notes);
  line.sources = wording.sources(limit.sources);
  return line;
}

// Puts the date into a limit that has one.
void date_limit(const Draft& draft, const Limit& limit, const Deadline& deadline, LimitLine& line) {
  const Wording& wording = draft.wording;
  const Date date = deadline.due->date;
  line.date = wording.keep(date.to_string());
  line.assumed_start = deadline.assumed_start;
  line.estimate = deadline.due->estimate || (deadline.assumed_start && limit.from == LimitStart::Knew);
  line.passed = date < draft.plan().as_of;
  Few<std::string_view, 2> remarks;
  if (deadline.assumed_start) {
    remarks.push_back(wording.phrase(assumption_about(limit.from)));
  } else if (!line.passed) {
    remarks.push_back(wording.keep(relative_text(date, draft.plan().as_of, wording.language())));
  }
  if (deadline.due->estimate) remarks.push_back(estimate_remark(draft, date));
  const Phrase sentence = line.passed ? Phrase::DueByPassed : Phrase::DueBy;
  line.date_text = with_remarks(
      wording,
      wording.phrase(sentence, {{"date", date_with_weekday(date, wording.language())}, {"kind", line.kind}}),
      remarks);
}

}  // namespace

std::string_view name_of(LimitKind kind) {
  switch (kind) {
    case LimitKind::File:
      return "file";
    case LimitKind::Accept:
      return "accept";
    case LimitKind::Reply:
      return "reply";
  }
  return "reply";
}

std::span<const LimitWords> limit_words(const Wording& wording, const Array<Limit>& limits) {
  std::vector<LimitWords> words;
  // A limit that does not hold for a matter says nothing about the language of its document.
  const bool before = wording.take_fell_back();
  for (const Limit& limit : limits) {
    LimitLine line = without_date(wording, limit);
    words.push_back({line, wording.take_fell_back()});
  }
  wording.note_fell_back(before);
  return wording.keep_list(words);
}

std::span<const LimitLine> limit_lines(Draft& draft, const PlanStep& step,
                                       std::span<const LimitWords> words) {
  if (words.empty()) return {};
  // For a step that is not to be done yet, "if submitted today" would be idle talk.
  const bool is_open = step.status == StepStatus::Later || step.status == StepStatus::Maybe;
  const auto& limits = draft.knowledge().channels[draft.knowledge().steps[step.step].channel].limits;
  const std::span<LimitLine> lines = draft.pool->list<LimitLine>(words.size());
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < limits.size(); ++i) {
    const auto at = std::find_if(step.deadlines.begin(), step.deadlines.end(),
                                 [&](const Deadline& deadline) { return deadline.limit == i; });
    const Deadline* deadline = at == step.deadlines.end() ? nullptr : &*at;
    if (deadline == nullptr && limits[i].when.is_set()) continue;
    LimitLine& line = lines[count++];
    line = words[i].line;
    draft.wording.note_fell_back(words[i].fell_back);
    const bool idle =
        deadline != nullptr && is_open && deadline->assumed_start && limits[i].from != LimitStart::Knew;
    if (deadline != nullptr && !idle && deadline->due) date_limit(draft, limits[i], *deadline, line);
  }
  return lines.first(count);
}

OpensLine opens_line(const Draft& draft, const Opening& opening) {
  const Wording& wording = draft.wording;
  const Knowledge& knowledge = draft.knowledge();
  OpensLine line;
  line.after = knowledge.steps[opening.after].id;
  line.after_label = wording.text(knowledge.steps[opening.after].title);
  line.outcome = knowledge.outcomes[opening.outcome].id;
  line.outcome_label = wording.title(knowledge.outcomes[opening.outcome].title);
  line.after_rank = draft.ranks[opening.after.value];
  if (!opening.date) return line;
  const Date date = opening.date->date;
  line.date = wording.keep(date.to_string());
  line.estimate = opening.date->estimate;
  line.assumed_start = opening.assumed_start;
  Few<std::string_view, 3> parts = {
      wording.phrase(Phrase::OpensOn, {{"date", date_text(date, wording.language())}})};
  if (opening.assumed_start) {
    const Limit* limit = find_reply_limit(draft, opening.after);
    parts.push_back(wording.phrase(assumption_about(limit ? limit->from : LimitStart::Submitted)));
  }
  if (opening.date->estimate) parts.push_back(estimate_remark(draft, date));
  line.date_text = wording.joined(parts, Phrase::Semicolon);
  return line;
}

}  // namespace zhilu
