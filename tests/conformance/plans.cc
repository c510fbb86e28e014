// SPDX-License-Identifier: MIT
#include "tests/conformance/plans.h"

#include <fmt/format.h>

#include <memory>
#include <string>

#include "engine/compile/compile.h"
#include "engine/graph/step_order.h"
#include "engine/session/planner.h"
#include "tests/support/naive_plan.h"
#include "tests/support/random_knowledge.h"

namespace zhilu::conformance {
namespace {

constexpr int kMattersOfOne = 20;
constexpr Date kToday = Date::from_days(20'779);

struct Form {
  const char* name;
  FanLimits limits;
};
constexpr Form kForms[] = {
    {"usual", {}}, {"bits", {.few_edges = 1}}, {"lists", {.few_edges = 1, .most_bit_edges = 0}}};

/// A matter in which facts are unknown, known in part or whole, not sure, or do not apply.
Matter some_matter(const Knowledge& knowledge, test::Random& random) {
  Matter matter = test::random_matter(knowledge, random);
  for (Answer& answer : matter.answers) {
    if (random.chance(6)) answer.state = AnswerState::Unsure;
    if (random.chance(6)) answer.state = AnswerState::Inapplicable;
  }
  return matter;
}

std::string show(const std::vector<naive::PlannedStep>& steps) {
  std::string out;
  for (const naive::PlannedStep& step : steps) {
    out += fmt::format(" s{}:{}:{}", step.step.value, static_cast<int>(step.status), step.urgency.value);
    for (const FactId fact : step.missing) out += fmt::format("?{}", fact.value);
  }
  return out;
}

}  // namespace

void run_plans(std::uint64_t count, std::uint32_t seed, Report& report) {
  std::uint64_t done = 0;
  for (std::uint32_t round = 0; done < count; ++round) {
    const auto knowledge =
        std::make_shared<const Knowledge>(test::random_knowledge(seed + round, 1 + round % 5));
    // Steps that precede one another have no order; such knowledge is refused.
    if (!sorted_steps(step_order(*knowledge))) continue;
    std::vector<std::shared_ptr<const Compiled>> compiled;
    std::vector<std::unique_ptr<Planner>> planners;
    for (const Form& form : kForms) {
      compiled.push_back(compile(knowledge, form.limits));
      planners.push_back(std::make_unique<Planner>(*compiled.back()));
    }
    test::Random random(seed + round);
    for (int i = 0; i < kMattersOfOne && done < count; ++i, ++done) {
      const Matter matter = some_matter(*knowledge, random);
      const std::vector<naive::PlannedStep> expected = naive::plan(*knowledge, matter, kToday);
      for (std::size_t f = 0; f < planners.size(); ++f) {
        std::vector<naive::PlannedStep> planned;
        for (const AgendaStep& step : planners[f]->agenda(matter, kToday).steps()) {
          planned.push_back({step.step, step.status, step.urgency, planners[f]->missing(step.step)});
        }
        const bool alike = planned == expected;
        report.add(kForms[f].name, alike, !expected.empty());
        if (!alike) {
          report.explain(fmt::format("seed {} matter {} {}\n    naive  {}\n    planned{}", seed + round, i,
                                     kForms[f].name, show(expected), show(planned)));
        }
      }
    }
  }
}

}  // namespace zhilu::conformance
