// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "engine/base/few.h"
#include "engine/render/draft.h"

namespace zhilu {
namespace {

std::string_view name_of(StepStatus status) {
  switch (status) {
    case StepStatus::Do:
      return "do";
    case StepStatus::Wait:
      return "wait";
    case StepStatus::Later:
      return "later";
    case StepStatus::Maybe:
      return "maybe";
    case StepStatus::Done:
      return "done";
  }
  return "do";
}

void add_once(std::vector<std::string_view>& list, std::string_view text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

// The reasons of the way, then the step's own.
std::span<const std::string_view> why_of(Draft& draft, const PlanStep& step,
                                         std::span<const std::string_view> own) {
  draft.texts.clear();
  add_reasons(draft, step, draft.texts);
  if (draft.texts.empty()) return own;
  for (const std::string_view reason : own) add_once(draft.texts, reason);
  return draft.wording.keep_list(draft.texts);
}

void add_facts(const Draft& draft, const PlanStep& step, StepLine& line) {
  const std::span<std::string_view> ids = draft.pool->list<std::string_view>(step.depends_on.size());
  const std::span<std::string_view> labels = draft.pool->list<std::string_view>(step.depends_on.size());
  std::size_t count = 0;
  for (const FactId fact : step.depends_on) {
    ids[count] = draft.knowledge().facts[fact].id;
    labels[count++] = draft.wording.title(draft.knowledge().facts[fact].title);
  }
  line.depends_on = ids;
  line.depends_on_labels = labels;
}

// The limit to mind first: while waiting the next answer; otherwise the person's own, which must not be
// missed.
const LimitLine* pressing(std::span<const LimitLine> limits, bool waiting) {
  const auto key = [&](const LimitLine& limit) {
    const bool own = (limit.kind == "file") != waiting;
    return std::tuple(limit.date.empty(), !own, limit.date);
  };
  const auto at = std::min_element(limits.begin(), limits.end(),
                                   [&](const LimitLine& a, const LimitLine& b) { return key(a) < key(b); });
  return at == limits.end() ? nullptr : &*at;
}

void cite_step(Draft& draft, const StepLine& line) {
  cite(draft, line.sources);
  if (!line.channel) return;
  for (const LimitLine& limit : line.channel->limits) cite(draft, limit.sources);
  cite(draft, line.channel->sources);
}

// Fills in what differs from plan to plan.
void complete_line(Draft& draft, const PlanStep& step, const StepWords& words, StepLine& line) {
  const Knowledge& knowledge = draft.knowledge();
  const Wording& wording = draft.wording;
  line.status = name_of(step.status);
  if (step.urgency.is_set()) {
    line.priority = knowledge.urgencies[step.urgency].id;
    line.priority_label = wording.title(knowledge.urgencies[step.urgency].title);
  }
  line.why = why_of(draft, step, line.why);
  line.needs = evidence_lines(draft, step, line.needs);
  if (line.channel) {
    line.channel->limits = limit_lines(draft, step, words.limits);
    const LimitLine* limit = pressing(line.channel->limits, step.status == StepStatus::Wait);
    if (limit != nullptr && step.status != StepStatus::Done) line.deadline = *limit;
  }
  const std::span<OpensLine> opens = draft.pool->list<OpensLine>(step.opens.size());
  for (std::size_t i = 0; i < opens.size(); ++i) opens[i] = opens_line(draft, step.opens[i]);
  line.opens = opens;
  add_facts(draft, step, line);
  if (!are_cited(draft, words.citations)) cite_step(draft, line);
}

// The steps of the highest urgency at the head of the plan are done at the same time.
void mark_together(const Draft& draft, std::vector<StepLine>& lines) {
  const Plan& plan = draft.plan();
  Few<std::uint32_t, 16> together;
  for (std::uint32_t i = 0; i < plan.steps.size(); ++i) {
    if (plan.steps[i].status == StepStatus::Wait) continue;
    if (plan.steps[i].status != StepStatus::Do || plan.steps[i].urgency.value != 0) break;
    together.push_back(i);
  }
  if (together.size() < 2) return;
  for (const std::uint32_t i : together) {
    const std::span<std::uint32_t> others = draft.pool->list<std::uint32_t>(together.size() - 1);
    std::size_t count = 0;
    for (const std::uint32_t other : together) {
      if (other != i) others[count++] = other + 1;
    }
    lines[i].together_with = others;
  }
}

void write_letters(Draft& draft) {
  Few<LetterId, 16> written;
  for (const PlanStep& step : draft.plan().steps) {
    const LetterId id = draft.knowledge().steps[step.step].letter;
    const bool wanted = id.is_set() && step.status != StepStatus::Done && step.status != StepStatus::Maybe;
    if (!wanted || std::find(written.begin(), written.end(), id) != written.end()) continue;
    written.push_back(id);
    const Letter& letter = draft.knowledge().letters[id];
    draft.document.letters.push_back(
        {.id = letter.id,
         .title = draft.wording.title(letter.title),
         .text = draft.input.with_letters ? draft.wording.text(letter.body) : std::string_view()});
  }
}

}  // namespace

StepWords step_words(const Wording& wording, StepId step) {
  const Knowledge& knowledge = wording.knowledge();
  const Step& written = knowledge.steps[step];
  StepWords words;
  StepLine& line = words.line;
  line.id = written.id;
  if (written.phase.is_set()) {
    line.phase = knowledge.phases[written.phase].id;
    line.phase_label = wording.title(knowledge.phases[written.phase].title);
  }
  line.title = wording.text(written.title);
  std::vector<std::string_view> texts;
  add_once(texts, wording.text(written.why));
  line.why = wording.keep_list(texts);
  texts.clear();
  for (const Text& how : written.how) texts.push_back(wording.text(how));
  line.how = wording.keep_list(texts);
  line.needs = evidence_words(wording, written);
  texts.clear();
  for (const PrecautionId id : written.precautions) {
    add_once(texts, wording.text(knowledge.precautions[id].text));
  }
  if (written.channel.is_set()) {
    const Channel& channel = knowledge.channels[written.channel];
    line.channel = channel_words(wording, channel);
    for (const std::string_view warning : line.channel->warnings) add_once(texts, warning);
    words.limits = limit_words(wording, channel.limits);
  }
  line.precautions = wording.keep_list(texts);
  if (written.letter.is_set()) {
    line.letter = knowledge.letters[written.letter].id;
    line.letter_label = wording.title(knowledge.letters[written.letter].title);
  }
  line.sources = wording.sources(written.sources);
  words.citations = citation_bits(wording, words);
  return words;
}

void write_steps(Draft& draft) {
  std::vector<StepLine>& lines = draft.document.steps;
  lines.reserve(draft.plan().steps.size());
  for (const PlanStep& step : draft.plan().steps) {
    const PreparedStep& prepared = draft.parts.step(step.step);
    draft.wording.note_fell_back(prepared.fell_back);
    std::optional<StepWords> own;
    if (!prepared.fixed) own = step_words(draft.wording, step.step);
    const StepWords& words = own ? *own : prepared.words;
    StepLine& line = lines.emplace_back(words.line);
    line.rank = static_cast<std::uint32_t>(lines.size());
    complete_line(draft, step, words, line);
  }
  mark_together(draft, lines);
  for (const PrecautionId id : draft.plan().precautions) {
    const Precaution& precaution = draft.knowledge().precautions[id];
    add_once(draft.document.precautions, draft.wording.text(precaution.text));
    cite(draft, precaution.sources);
  }
  write_letters(draft);
}

}  // namespace zhilu
