// SPDX-License-Identifier: MIT
#include "engine/session/agenda.h"

#include <doctest/doctest.h>

#include <set>

#include "engine/base/ordered_bits.h"
#include "engine/compile/compile.h"
#include "engine/graph/step_order.h"
#include "engine/session/planner.h"
#include "tests/support/naive_plan.h"
#include "tests/support/random_knowledge.h"
#include "tests/support/random_rules.h"

using namespace zhilu;

namespace {

constexpr Date kToday = Date::from_days(20'000);

std::vector<naive::PlannedStep> planned_steps(Planner& planner, Agenda& agenda) {
  std::vector<naive::PlannedStep> planned;
  for (const AgendaStep& step : agenda.steps()) {
    planned.push_back({step.step, step.status, step.urgency, planner.missing(step.step)});
  }
  return planned;
}

std::optional<Date> day_of(const std::optional<DueDate>& due) {
  return due ? std::optional(due->date) : std::nullopt;
}

/// All of a plan that one more answer may change.
void check_same(const Plan& plan, const Plan& expected) {
  REQUIRE(plan.steps.size() == expected.steps.size());
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const PlanStep& step = plan.steps[i];
    const PlanStep& other = expected.steps[i];
    REQUIRE(step.step == other.step);
    REQUIRE(step.status == other.status);
    REQUIRE(step.urgency == other.urgency);
    REQUIRE(std::ranges::equal(step.depends_on, other.depends_on));
    REQUIRE(std::ranges::equal(step.nodes, other.nodes));
    REQUIRE(std::ranges::equal(step.have, other.have));
    REQUIRE(std::ranges::equal(step.deadlines, other.deadlines, [](const Deadline& a, const Deadline& b) {
      return a.kind == b.kind && a.limit == b.limit && day_of(a.due) == day_of(b.due);
    }));
    REQUIRE(std::ranges::equal(step.opens, other.opens, [](const Opening& a, const Opening& b) {
      return a.after == b.after && a.outcome == b.outcome && day_of(a.date) == day_of(b.date);
    }));
  }
  REQUIRE(plan.questions.size() == expected.questions.size());
  for (std::size_t i = 0; i < plan.questions.size(); ++i) {
    REQUIRE(plan.questions[i].fact == expected.questions[i].fact);
    REQUIRE(plan.questions[i].settles == expected.questions[i].settles);
  }
  REQUIRE(plan.precautions == expected.precautions);
  REQUIRE(plan.refused.size() == expected.refused.size());
  REQUIRE(plan.in_scope == expected.in_scope);
  REQUIRE(plan.severity == expected.severity);
  REQUIRE(plan.come_back.has_value() == expected.come_back.has_value());
}

}  // namespace

TEST_CASE("numbers come out in ascending order, also those that are put in on the way") {
  OrderedBits numbers(10'000);
  for (const std::uint32_t n : {9'999U, 0U, 64U, 4'095U, 4'096U, 64U}) numbers.insert(n);
  std::vector<std::uint32_t> out;
  std::vector<std::uint32_t> foreseen;
  const auto foresee = [&](std::uint32_t n) { foreseen.push_back(n); };
  const auto take = [&](std::uint32_t n) {
    out.push_back(n);
    if (n != 64) return;
    for (const std::uint32_t later : {65U, 66U, 67U, 5'000U}) numbers.insert(later);
  };
  numbers.drain(take, foresee);
  CHECK(out == std::vector<std::uint32_t>{0, 64, 65, 66, 67, 4'095, 4'096, 5'000, 9'999});
  CHECK(foreseen == std::vector<std::uint32_t>{67, 67});
  numbers.drain([](std::uint32_t) { FAIL("nothing is left"); }, foresee);
}

TEST_CASE("an agenda is that of the definitions, whatever form the fans have") {
  const FanLimits forms[] = {{}, {.few_edges = 1}, {.few_edges = 1, .most_bit_edges = 0}};
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    const auto knowledge = std::make_shared<const Knowledge>(test::random_knowledge(seed));
    // Steps that precede one another have no order; such knowledge is refused.
    if (!sorted_steps(step_order(*knowledge))) continue;
    for (const FanLimits& form : forms) {
      const auto compiled = compile(knowledge, form);
      Planner planner(*compiled);
      test::Random random(seed);
      for (int i = 0; i < 5; ++i) {
        const Matter matter = test::random_matter(*knowledge, random);
        CAPTURE(seed);
        CAPTURE(i);
        REQUIRE((planned_steps(planner, planner.agenda(matter, kToday)) ==
                 naive::plan(*knowledge, matter, kToday)));
      }
    }
  }
}

TEST_CASE("an agenda that misses more facts than a word has bits is that of the definitions") {
  std::size_t missing_many = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const auto knowledge = std::make_shared<const Knowledge>(test::random_knowledge(seed, 6, 150));
    if (!sorted_steps(step_order(*knowledge))) continue;
    const auto compiled = compile(knowledge);
    Planner planner(*compiled);
    test::Random random(seed);
    for (int i = 0; i < 4; ++i) {
      // Of each other nothing is known.
      const Matter matter = i % 2 == 0 ? Matter(*knowledge) : test::random_matter(*knowledge, random);
      CAPTURE(seed);
      CAPTURE(i);
      const std::vector<naive::PlannedStep> expected = naive::plan(*knowledge, matter, kToday);
      REQUIRE((planned_steps(planner, planner.agenda(matter, kToday)) == expected));
      FactSet missing;
      for (const naive::PlannedStep& step : expected) missing.unite(step.missing);
      missing_many += missing.size() > 64 ? 1 : 0;
      const Plan plan = planner.plan(matter, kToday);
      for (std::size_t s = 0; s < plan.steps.size(); ++s) {
        REQUIRE(std::ranges::equal(plan.steps[s].depends_on, expected[s].missing));
      }
    }
  }
  CHECK(missing_many > 20);
}

TEST_CASE("a plan tells the precautions of the nodes that are reached, and no others") {
  std::size_t told = 0;
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    const auto compiled = compile(std::make_shared<const Knowledge>(test::random_knowledge(seed)));
    const Knowledge& knowledge = *compiled->knowledge;
    Planner planner(*compiled);
    test::Random random(seed);
    for (int i = 0; i < 5; ++i) {
      const Matter matter = test::random_matter(knowledge, random);
      const naive::Reaches reaches = naive::reaches(knowledge, matter, kToday);
      std::set<PrecautionId> expected;
      for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
        const PrecautionId advice = knowledge.nodes[NodeId{n}].advice;
        if (advice.is_set() && reaches.nodes[n].now() == Truth::True) expected.insert(advice);
      }
      CAPTURE(seed);
      CAPTURE(i);
      REQUIRE(std::ranges::equal(planner.plan(matter, kToday).precautions, expected));
      told += expected.size();
    }
  }
  CHECK(told > 200);
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

TEST_CASE("one answer after the other gives the agendas and plans that are made anew") {
  std::size_t taken_up = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const bool is_rules = seed % 2 == 0;
    const auto knowledge =
        std::make_shared<const Knowledge>(is_rules ? test::random_rules(seed) : test::random_knowledge(seed));
    if (!sorted_steps(step_order(*knowledge))) continue;
    const auto compiled = compile(knowledge, {.few_edges = 1});
    Planner agendas(*compiled);
    Planner plans(*compiled);
    Planner anew(*compiled);
    test::Random random(seed);
    Matter answers = test::random_matter(*knowledge, random);
    answers.events.clear();
    Matter matter(*knowledge);
    agendas.agenda(matter, kToday);
    Plan plan = plans.plan(matter, kToday);
    for (std::uint32_t f = 0; f < answers.answers.size(); ++f) {
      matter.answers[f] = answers.answers[f];
      CAPTURE(seed);
      CAPTURE(f);
      Agenda& agenda = agendas.take_answer(FactId{f});
      REQUIRE((planned_steps(agendas, agenda) == planned_steps(anew, anew.agenda(matter, kToday))));
      plans.take_answer(FactId{f}, plan);
      check_same(plan, anew.plan(matter, kToday));
      taken_up += compiled->only_in_fans[f];
    }
  }
  CHECK(taken_up > 1000);
}
