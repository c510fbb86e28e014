// SPDX-License-Identifier: MIT
#include "engine/interview/answer_space.h"

#include <doctest/doctest.h>

#include <numeric>
#include <set>

#include "engine/compile/compile.h"
#include "engine/session/planner.h"
#include "tests/support/completions.h"
#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

constexpr Date kToday = Date::from_days(20'000);

}  // namespace

TEST_CASE("where the answers are said to be exact, no other answer makes another plan") {
  int exact = 0;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const auto knowledge = std::make_shared<const Knowledge>(test::random_knowledge(seed));
    const auto compiled = compile(knowledge);
    const AnswerSpace space(*compiled, kToday);
    Planner planner(*compiled);
    test::Random random(seed);
    Matter matter = test::complete(*knowledge, Matter(*knowledge), random);
    for (std::uint32_t i = 0; i < knowledge->facts.size(); ++i) {
      const FactId fact{i};
      if (!space.is_exact(fact)) continue;
      ++exact;
      std::set<test::Statuses> known;
      for (const PossibleAnswer& one : space.answers(fact, {})) {
        matter[fact] = one.answer;
        known.insert(test::statuses_of(planner, matter, kToday));
      }
      CAPTURE(seed);
      CAPTURE(i);
      for (const Answer& answer : test::all_answers(*knowledge, fact)) {
        matter[fact] = answer;
        CHECK(known.contains(test::statuses_of(planner, matter, kToday)));
      }
    }
  }
  CHECK(exact > 120);
}

TEST_CASE("answers agree with what is known in part, and their likelihoods sum to one") {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const auto knowledge = std::make_shared<const Knowledge>(test::random_knowledge(seed));
    const auto compiled = compile(knowledge);
    const AnswerSpace space(*compiled, kToday);
    test::Random random(seed);
    const Matter given = test::random_matter(*knowledge, random);
    for (std::uint32_t i = 0; i < knowledge->facts.size(); ++i) {
      const FactId fact{i};
      const Answer& part = given[fact];
      const std::vector<PossibleAnswer> answers = space.answers(fact, part);
      CAPTURE(seed);
      CAPTURE(i);
      REQUIRE_FALSE(answers.empty());
      CHECK(std::accumulate(answers.begin(), answers.end(), 0.0, [](double sum, const PossibleAnswer& one) {
              return sum + one.likely;
            }) == doctest::Approx(1));
      if (!part.is_known()) continue;
      for (const auto& [answer, likely] : answers) {
        switch (knowledge->facts[fact].kind) {
          case FactKind::Choice:
            CHECK((answer.yes & ~part.yes) == 0);
            break;
          case FactKind::Choices:
            CHECK((part.yes & ~answer.yes) == 0);
            CHECK((part.no & ~answer.no) == 0);
            break;
          case FactKind::Money:
            CHECK(answer.low >= part.low);
            CHECK(answer.high <= part.high);
            break;
          default:
            break;
        }
      }
    }
  }
}
