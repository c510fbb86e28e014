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

std::vector<Question> Questions::find(const Evaluation& evaluation, const Plan& plan) {
  const Knowledge& knowledge = evaluation.knowledge();
  std::fill(settles_.begin(), settles_.end(), 0);
  std::fill(score_.begin(), score_.end(), 0);
  for (const PlanStep& step : plan.steps) {
    if (step.status != StepStatus::Maybe && step.status != StepStatus::Later) continue;
    // A step that opens later anyway is settled less by an answer than one that may fall away.
    const std::uint32_t each = worth(step.urgency.value) * (step.status == StepStatus::Maybe ? 2 : 1);
    for (const FactId fact : step.depends_on) {
      ++settles_[fact.value];
      score_[fact.value] += each;
    }
  }
  for (const FactId fact : plan.severity_open) {
    if (settles_[fact.value] == 0) settles_[fact.value] = 1;
    score_[fact.value] += kSeverityWorth;
  }
  const auto is_asked = [&](std::uint32_t fact) {
    return settles_[fact] > 0 && may_be_asked(knowledge, evaluation.matter(), FactId{fact});
  };
  std::vector<Question> questions;
  questions.reserve(static_cast<std::size_t>(
      std::count_if(settles_.begin(), settles_.end(), [](std::uint32_t n) { return n > 0; })));
  for (std::uint32_t i = 0; i < settles_.size(); ++i) {
    if (is_asked(i)) questions.push_back({FactId{i}, settles_[i]});
  }
  const FactId emergency = knowledge.core.emergency;
  // Ties end at the fact's number.
  std::sort(questions.begin(), questions.end(), [&](const Question& a, const Question& b) {
    if ((a.fact == emergency) != (b.fact == emergency)) return a.fact == emergency;
    // score / cost, compared without division.
    const std::uint32_t one = score_[a.fact.value] * cost(knowledge.facts[b.fact].cost);
    const std::uint32_t other = score_[b.fact.value] * cost(knowledge.facts[a.fact].cost);
    return one != other ? one > other : a.fact < b.fact;
  });
  return questions;
}

}  // namespace zhilu
