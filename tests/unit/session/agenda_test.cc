// SPDX-License-Identifier: MIT
#include "engine/session/agenda.h"

#include <doctest/doctest.h>

#include "engine/base/ordered_bits.h"
#include "engine/compile/compile.h"
#include "engine/graph/step_order.h"
#include "engine/session/planner.h"
#include "tests/support/naive_plan.h"
#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

constexpr Date kToday = Date::from_days(20'000);

}  // namespace

TEST_CASE("numbers come out in ascending order, also those that are put in on the way") {
  OrderedBits numbers(10'000);
  for (const std::uint32_t n : {9'999U, 0U, 64U, 4'095U, 4'096U, 64U}) numbers.insert(n);
  std::vector<std::uint32_t> out;
  numbers.drain([&](std::uint32_t n) {
    out.push_back(n);
    if (n == 64) {
      numbers.insert(65);
      numbers.insert(5'000);
    }
  });
  CHECK(out == std::vector<std::uint32_t>{0, 64, 65, 4'095, 4'096, 5'000, 9'999});
  numbers.drain([](std::uint32_t) { FAIL("nothing is left"); });
}

TEST_CASE("an agenda is that of the definitions, whatever form the fans have") {
  const FanLimits forms[] = {{}, {.few_edges = 1}, {.few_edges = 1, .most_bit_edges = 0}};
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const auto knowledge = std::make_shared<const Knowledge>(test::random_knowledge(seed));
    // Steps that precede one another have no order; such knowledge is refused.
    if (!sorted_steps(step_order(*knowledge))) continue;
    for (const FanLimits& form : forms) {
      const auto compiled = compile(knowledge, form);
      Planner planner(*compiled);
      test::Random random(seed);
      for (int i = 0; i < 5; ++i) {
        const Matter matter = test::random_matter(*knowledge, random);
        std::vector<naive::PlannedStep> planned;
        for (const AgendaStep& step : planner.agenda(matter, kToday).steps()) {
          planned.push_back({step.step, step.status, step.urgency, planner.missing(step.step)});
        }
        CAPTURE(seed);
        CAPTURE(i);
        REQUIRE((planned == naive::plan(*knowledge, matter, kToday)));
      }
    }
  }
}

TEST_CASE(
    "what is certain comes first, and a step before those that it precedes, however pressing they are") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const auto knowledge = std::make_shared<const Knowledge>(test::random_knowledge(seed));
    if (!sorted_steps(step_order(*knowledge))) continue;
    const StepOrder order = step_order(*knowledge);
    const auto compiled = compile(knowledge);
    Planner planner(*compiled);
    test::Random random(seed);
    const Matter matter = test::random_matter(*knowledge, random);
    Agenda& agenda = planner.agenda(matter, kToday);
    const std::vector<AgendaStep> certain(agenda.certain().begin(), agenda.certain().end());
    for (std::size_t i = 0; i < certain.size(); ++i) {
      CHECK(agenda.steps()[i].step == certain[i].step);
      for (std::size_t k = i + 1; k < certain.size(); ++k) {
        const auto& before = order.before[certain[i].step.value];
        CHECK(std::find(before.begin(), before.end(), certain[k].step) == before.end());
      }
    }
  }
}
