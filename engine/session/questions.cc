// SPDX-License-Identifier: MIT
#include "engine/session/questions.h"

#include <algorithm>

namespace zhilu {

namespace {

/// What settling a step is worth: the more urgent, the more; the severity counts as an urgent step.
std::uint32_t worth(std::uint32_t urgency) {
  return urgency >= 4 ? 1 : 16U >> urgency;
}
constexpr std::uint32_t kSeverityWorth = 16;

/// A fact that costs more to answer must settle more.
std::uint32_t cost(AskCost ask) {
  switch (ask) {
    case AskCost::Easy:
      return 2;
    case AskCost::Lookup:
      return 3;
    case AskCost::Sensitive:
      return 4;
  }
  return 2;
}

}  // namespace

bool may_be_asked(const Knowledge& knowledge, const Matter& matter, FactId id) {
  const Fact& fact = knowledge.facts[id];
  if (!fact.asked || fact.is_derived()) return false;
  const Answer& given = matter[id];
  // Read from a text and known in part ("被骗" names one issue, others may exist): it has not been asked.
  return given.state == AnswerState::Unasked ||
         (given.state == AnswerState::Value && given.origin == Origin::Text);
}

std::vector<Question> questions_of(const Evaluation& evaluation, const Plan& plan) {
  const std::size_t n = evaluation.fact_count();
  std::vector<std::uint32_t> settles(n, 0);
  std::vector<std::uint32_t> score(n, 0);
  for (const PlanStep& step : plan.steps) {
    if (step.status != StepStatus::Maybe && step.status != StepStatus::Later) continue;
    for (FactId fact : step.depends_on) {
      ++settles[fact.value];
      // A step that opens later anyway is settled less by an answer than one that may fall away.
      score[fact.value] +=
          step.status == StepStatus::Maybe ? 2 * worth(step.urgency.value) : worth(step.urgency.value);
    }
  }
  for (FactId fact : plan.severity_open) {
    if (settles[fact.value] == 0) settles[fact.value] = 1;
    score[fact.value] += kSeverityWorth;
  }
  const FactId emergency = evaluation.knowledge().core.emergency;
  std::vector<Question> questions;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (settles[i] > 0 && may_be_asked(evaluation.knowledge(), evaluation.matter(), FactId{i}))
      questions.push_back({FactId{i}, settles[i]});
  }
  const auto& facts = evaluation.knowledge().facts;
  std::stable_sort(questions.begin(), questions.end(), [&](const Question& a, const Question& b) {
    if ((a.fact == emergency) != (b.fact == emergency)) return a.fact == emergency;
    // score / cost, compared without division.
    return score[a.fact.value] * cost(facts[b.fact].cost) > score[b.fact.value] * cost(facts[a.fact].cost);
  });
  return questions;
}

}  // namespace zhilu
