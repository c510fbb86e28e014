// SPDX-License-Identifier: MIT
#include "engine/session/plan_steps.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace zhilu;

static_assert(std::random_access_iterator<PlanSteps::iterator>);
static_assert(std::random_access_iterator<PlanSteps::const_iterator>);

TEST_CASE("steps are read in the order of the plan, wherever they lie") {
  PlanSteps steps;
  for (std::uint32_t i = 0; i < 5; ++i) steps.push_back({.step = StepId{i}});
  steps.order() = {3, 0, 4};
  REQUIRE(steps.size() == 3);
  CHECK(steps.front().step == StepId{3});
  CHECK(steps[1].step == StepId{0});
  CHECK(steps.back().step == StepId{4});
  CHECK(steps.end() - steps.begin() == 3);
  CHECK((steps.begin() + 2)->step == StepId{4});
  CHECK(std::ranges::find(steps, StepId{0}, &PlanStep::step) == steps.begin() + 1);
  CHECK(std::ranges::find(steps, StepId{1}, &PlanStep::step) == steps.end());

  for (PlanStep& step : steps) step.status = StepStatus::Later;
  CHECK(steps.records()[3].status == StepStatus::Later);
  CHECK(steps.records()[1].status == StepStatus::Do);
}

TEST_CASE("a copy of the steps keeps their lists") {
  PlanSteps copy;
  {
    PlanSteps steps;
    const FactId facts[] = {FactId{7}, FactId{9}};
    steps.push_back(
        {.step = StepId{1}, .depends_on = steps.lists().keep_list(std::span<const FactId>(facts))});
    copy = steps;
  }
  REQUIRE(copy.size() == 1);
  CHECK(std::ranges::equal(copy[0].depends_on, std::vector{FactId{7}, FactId{9}}));
}
