// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

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

// The limit to mind first: while waiting the next answer; otherwise the person's own, which must not be
// missed.
const LimitLine* pressing(const std::vector<LimitLine>& limits, bool waiting) {
  const auto key = [&](const LimitLine& limit) {
    const bool own = (limit.kind == "file") != waiting;
    return std::tuple(limit.date.empty(), !own, limit.date);
  };
  const auto at = std::min_element(limits.begin(), limits.end(),
                                   [&](const LimitLine& a, const LimitLine& b) { return key(a) < key(b); });
  return at == limits.end() ? nullptr : &*at;
}

StepLine step_line(Draft& draft, const PlanStep& step, std::uint32_t rank) {
  const Knowledge& knowledge = draft.knowledge();
  const Wording& wording = draft.wording;
  const Step& written = knowledge.steps[step.step];
  StepLine line;
  line.id = written.id;
  line.rank = rank;
  line.status = name_of(step.status);
  if (step.urgency.is_set()) {
    line.priority = knowledge.urgencies[step.urgency].id;
    line.priority_label = wording.title(knowledge.urgencies[step.urgency].title);
  }
  if (written.phase.is_set()) {
    line.phase = knowledge.phases[written.phase].id;
    line.phase_label = wording.title(knowledge.phases[written.phase].title);
  }
  line.title = wording.text(written.title);
  line.why = reasons_of(draft, step);
  add_once(line.why, wording.text(written.why));
  line.how.reserve(written.how.size());
  for (const Text& how : written.how) line.how.push_back(wording.text(how));
  line.needs = evidence_lines(draft, step);
  for (const PrecautionId id : written.precautions) {
    add_once(line.precautions, wording.text(knowledge.precautions[id].text));
  }
  line.sources = cite(draft, written.sources);
  if (written.channel.is_set()) {
    line.channel = channel_line(draft, step);
    for (const std::string_view warning : line.channel->warnings) add_once(line.precautions, warning);
    const LimitLine* limit = pressing(line.channel->limits, step.status == StepStatus::Wait);
    if (limit != nullptr && step.status != StepStatus::Done) line.deadline = *limit;
  }
  for (const Opening& opening : step.opens) line.opens.push_back(opens_line(draft, opening));
  for (const FactId fact : step.depends_on) {
    line.depends_on.push_back(knowledge.facts[fact].id);
    line.depends_on_labels.push_back(wording.title(knowledge.facts[fact].title));
  }
  if (written.letter.is_set()) {
    line.letter = knowledge.letters[written.letter].id;
    line.letter_label = wording.title(knowledge.letters[written.letter].title);
  }
  return line;
}

// The steps of the highest urgency at the head of the plan are done at the same time.
void mark_together(const Plan& plan, std::vector<StepLine>& lines) {
  std::vector<std::uint32_t> together;
  for (std::uint32_t i = 0; i < plan.steps.size(); ++i) {
    if (plan.steps[i].status == StepStatus::Wait) continue;
    if (plan.steps[i].status != StepStatus::Do || plan.steps[i].urgency.value != 0) break;
    together.push_back(i);
  }
  for (const std::uint32_t i : together) {
    for (const std::uint32_t other : together) {
      if (other != i) lines[i].together_with.push_back(other + 1);
    }
  }
}

void write_letters(Draft& draft) {
  std::vector<LetterId> written;
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

void write_steps(Draft& draft) {
  std::vector<StepLine>& lines = draft.document.steps;
  lines.reserve(draft.plan().steps.size());
  for (const PlanStep& step : draft.plan().steps) {
    lines.push_back(step_line(draft, step, static_cast<std::uint32_t>(lines.size()) + 1));
  }
  mark_together(draft.plan(), lines);
  for (const PrecautionId id : draft.plan().precautions) {
    const Precaution& precaution = draft.knowledge().precautions[id];
    add_once(draft.document.precautions, draft.wording.text(precaution.text));
    cite(draft, precaution.sources);
  }
  write_letters(draft);
}

}  // namespace zhilu
