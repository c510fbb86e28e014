// SPDX-License-Identifier: MIT
#include "tests/support/completions.h"

#include <string>

namespace zhilu::test {
namespace {

bool complete_from(const Knowledge& knowledge, Matter& matter, std::uint32_t first,
                   const std::function<bool(const Matter&)>& visit) {
  for (std::uint32_t i = first; i < knowledge.facts.size(); ++i) {
    if (matter[FactId{i}].state != AnswerState::Unasked) continue;
    bool goes_on = true;
    for (Answer& answer : all_answers(knowledge, FactId{i})) {
      matter[FactId{i}] = std::move(answer);
      goes_on = complete_from(knowledge, matter, i + 1, visit);
      if (!goes_on) break;
    }
    matter[FactId{i}] = {};
    return goes_on;
  }
  return visit(matter);
}

}  // namespace

Statuses statuses_of(Planner& planner, const Matter& matter, Date as_of) {
  Statuses statuses;
  for (const AgendaStep& step : planner.agenda(matter, as_of).steps())
    statuses[step.step.value] = step.status;
  return statuses;
}

std::vector<Answer> all_answers(const Knowledge& knowledge, FactId fact) {
  std::vector<Answer> answers;
  const auto offer = [&]() -> Answer& {
    answers.emplace_back().state = AnswerState::Value;
    return answers.back();
  };
  switch (knowledge.facts[fact].kind) {
    case FactKind::Boolean:
      for (const std::uint64_t value : {1U, 2U}) offer().yes = value;
      break;
    case FactKind::Choice:
      for (const std::uint64_t value : {1U, 2U, 4U}) offer().yes = value;
      break;
    case FactKind::Choices:
      for (std::uint64_t members = 0; members < 8; ++members) {
        offer().yes = members;
        answers.back().no = 7 & ~members;
      }
      break;
    case FactKind::Text:
      for (int i = 0; i < 5; ++i) offer().text = "text " + std::to_string(i);
      break;
    default:
      // Conditions compare with 0 .. 5: those, and what is between and beyond.
      for (int half = -1; half <= 11; ++half) {
        const Decimal number = *Decimal::scaled(half * 5, -1);
        offer().low = number;
        answers.back().high = number;
      }
      break;
  }
  return answers;
}

bool for_each_completion(const Knowledge& knowledge, Matter& matter,
                         const std::function<bool(const Matter&)>& visit) {
  return complete_from(knowledge, matter, 0, visit);
}

bool can_change_plan(const Knowledge& knowledge, Planner& planner, Matter& matter, FactId fact, Date as_of) {
  const Answer given = matter[fact];
  // Held aside while the others are completed.
  matter[fact].state = AnswerState::Unsure;
  const bool same = for_each_completion(knowledge, matter, [&](const Matter& completed) {
    Matter asked = completed;
    std::vector<Answer> answers = all_answers(knowledge, fact);
    asked[fact] = answers.front();
    const Statuses first = statuses_of(planner, asked, as_of);
    for (Answer& answer : answers) {
      asked[fact] = std::move(answer);
      if (statuses_of(planner, asked, as_of) != first) return false;
    }
    return true;
  });
  matter[fact] = given;
  return !same;
}

}  // namespace zhilu::test
