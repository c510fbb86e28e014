// SPDX-License-Identifier: MIT
#include "engine/interview/contrast.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/compile/compile.h"
#include "engine/interview/session.h"
#include "engine/session/planner.h"
#include "tests/support/completions.h"
#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

constexpr Date kToday = Date::from_days(20'000);

bool is_in(Planner& planner, const Matter& matter, StepId step) {
  const test::Statuses statuses = test::statuses_of(planner, matter, kToday);
  const auto found = statuses.find(step.value);
  return found != statuses.end() && (found->second == StepStatus::Do || found->second == StepStatus::Later);
}

/// Whether the step is neither in the plan nor may be, but perhaps as one that was done.
bool is_out(Planner& planner, const Matter& matter, StepId step) {
  const test::Statuses statuses = test::statuses_of(planner, matter, kToday);
  const auto found = statuses.find(step.value);
  return found == statuses.end() || found->second == StepStatus::Done || found->second == StepStatus::Wait;
}

/// Whether some change of one fact brings the step in.
bool one_change_does(const Knowledge& knowledge, Planner& planner, Matter matter, StepId step) {
  for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
    const Answer given = matter[FactId{i}];
    for (const Answer& answer : test::all_answers(knowledge, FactId{i})) {
      matter[FactId{i}] = answer;
      if (is_in(planner, matter, step)) return true;
    }
    matter[FactId{i}] = given;
  }
  return false;
}

}  // namespace

TEST_CASE("the facts that keep a step out do so whatever the others are, and none of them can be spared") {
  int checked = 0;
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const auto knowledge = std::make_shared<const Knowledge>(test::random_knowledge(seed));
    const auto compiled = compile(knowledge);
    Planner planner(*compiled);
    ContrastFinder finder(*compiled);
    test::Random random(seed);
    const Matter matter = test::random_matter(*knowledge, random);
    for (std::uint32_t s = 0; s < knowledge->steps.size(); ++s) {
      const Contrast contrast = finder.find(matter, kToday, StepId{s});
      const test::Statuses statuses = test::statuses_of(planner, matter, kToday);
      REQUIRE(contrast.status.has_value() == statuses.contains(s));
      if (contrast.is_ruled_out) REQUIRE_FALSE(contrast.status.has_value());
      if (!contrast.is_ruled_out) continue;
      CAPTURE(seed);
      CAPTURE(s);
      Matter only(*knowledge);
      for (const FactValue& one : contrast.because) {
        CHECK(same_answer(one.answer, matter[one.fact]));
        only[one.fact] = one.answer;
      }
      CHECK(test::for_each_completion(
          *knowledge, only, [&](const Matter& completed) { return is_out(planner, completed, StepId{s}); }));
      for (const FactValue& one : contrast.because) {
        Matter fewer = only;
        fewer[one.fact] = {};
        CHECK_FALSE(finder.find(fewer, kToday, StepId{s}).is_ruled_out);
      }
      checked += contrast.because.empty() ? 0 : 1;
    }
  }
  CHECK(checked > 10);
}

TEST_CASE("the change that is said to bring a step in does, and no smaller one") {
  int found = 0;
  int of_two = 0;
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const auto knowledge = std::make_shared<const Knowledge>(test::random_knowledge(seed));
    const auto compiled = compile(knowledge);
    Planner planner(*compiled);
    ContrastFinder finder(*compiled);
    test::Random random(seed);
    const Matter matter = test::random_matter(*knowledge, random);
    for (std::uint32_t s = 0; s < knowledge->steps.size(); ++s) {
      const StepId step{s};
      const Contrast contrast = finder.find(matter, kToday, step);
      if (contrast.status && contrast.status != StepStatus::Maybe) {
        CHECK(contrast.change.empty());
        continue;
      }
      CAPTURE(seed);
      CAPTURE(s);
      const bool one_does = one_change_does(*knowledge, planner, matter, step);
      if (contrast.change.empty()) {
        CHECK_FALSE(one_does);
        continue;
      }
      Matter changed = matter;
      for (const FactValue& one : contrast.change) changed[one.fact] = one.answer;
      REQUIRE(is_in(planner, changed, step));
      CHECK(test::statuses_of(planner, changed, kToday)[s] == contrast.then);
      CHECK((contrast.change.size() == 1) == one_does);
      ++found;
      of_two += contrast.change.size() == 2 ? 1 : 0;
    }
  }
  CHECK(found > 25);
  CHECK(of_two > 2);
}
