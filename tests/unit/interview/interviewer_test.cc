// SPDX-License-Identifier: MIT
#include "engine/interview/interviewer.h"

#include <doctest/doctest.h>

#include <set>

#include "engine/compile/compile.h"
#include "engine/session/planner.h"
#include "tests/support/completions.h"
#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

constexpr Date kToday = Date::from_days(20'000);

struct Interviewed {
  explicit Interviewed(std::uint32_t seed)
      : Interviewed(seed, std::make_shared<const Knowledge>(test::random_knowledge(seed))) {}

  Interviewed(std::uint32_t seed, std::shared_ptr<const Knowledge> given)
      : knowledge(std::move(given)),
        compiled(compile(knowledge)),
        planner(*compiled),
        // So much that every proof comes to its end.
        interviewer(*compiled, 10'000'000),
        random(seed),
        matter(*knowledge) {}

  /// Some answer of the person, now and then "unsure".
  Answer answer(FactId fact) {
    if (random.chance(10)) return unsure_of(matter[fact]);
    std::vector<Answer> answers = test::all_answers(*knowledge, fact);
    return answers[random.below(static_cast<std::uint32_t>(answers.size()))];
  }

  std::shared_ptr<const Knowledge> knowledge;
  std::shared_ptr<const Compiled> compiled;
  Planner planner;
  Interviewer interviewer;
  test::Random random;
  Matter matter;
};

}  // namespace

TEST_CASE("every question can change the plan, none comes twice, and when none is left no answer can") {
  int questions = 0;
  int settled = 0;
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    Interviewed one(seed);
    std::set<std::uint32_t> asked;
    CAPTURE(seed);
    while (true) {
      const Outlook outlook = one.interviewer.look(one.matter, kToday);
      if (!outlook.next.is_set()) break;
      CAPTURE(outlook.next.value);
      CHECK(outlook.at_least >= 1);
      CHECK(outlook.at_least <= outlook.at_most);
      REQUIRE(asked.insert(outlook.next.value).second);
      REQUIRE(test::can_change_plan(*one.knowledge, one.planner, one.matter, outlook.next, kToday));
      one.matter[outlook.next] = one.answer(outlook.next);
      ++questions;
    }
    test::Statuses first;
    bool is_first = true;
    CHECK(test::for_each_completion(*one.knowledge, one.matter, [&](const Matter& completed) {
      const test::Statuses statuses = test::statuses_of(one.planner, completed, kToday);
      if (is_first) first = statuses;
      is_first = false;
      return statuses == first;
    }));
    ++settled;
  }
  // Otherwise nothing was tested.
  CHECK(questions > 60);
  CHECK(settled == 50);
}

TEST_CASE("facts whose order the author pins come first, in that order, and only where they matter") {
  int pinned = 0;
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    Knowledge made = test::random_knowledge(seed);
    const auto count = static_cast<std::uint32_t>(made.facts.size());
    for (std::uint32_t f = 0; f < count; f += 2)
      made.facts[FactId{f}].ask_order = static_cast<int>(count - f);
    Interviewed one(seed, std::make_shared<const Knowledge>(std::move(made)));
    const auto order_of = [&](FactId fact) {
      return one.knowledge->facts[fact].ask_order ? *one.knowledge->facts[fact].ask_order : 1000;
    };
    CAPTURE(seed);
    while (true) {
      const FactId next = one.interviewer.next(one.matter, kToday);
      if (!next.is_set()) break;
      CAPTURE(next.value);
      REQUIRE(test::can_change_plan(*one.knowledge, one.planner, one.matter, next, kToday));
      // Whatever comes before it in the author's order has been asked or cannot change the plan.
      for (std::uint32_t f = 0; f < count; ++f) {
        if (order_of(FactId{f}) >= order_of(next) || one.matter.answers[f].state != AnswerState::Unasked)
          continue;
        CHECK(!test::can_change_plan(*one.knowledge, one.planner, one.matter, FactId{f}, kToday));
      }
      pinned += order_of(next) < 1000 ? 1 : 0;
      one.matter[next] = one.answer(next);
    }
  }
  CHECK(pinned > 20);
}

TEST_CASE("the bounds on the number of questions hold whatever is answered") {
  for (std::uint32_t seed = 1000; seed < 1080; ++seed) {
    Interviewed one(seed);
    std::vector<Outlook> outlooks;
    for (Outlook next = one.interviewer.look(one.matter, kToday); next.next.is_set();
         next = one.interviewer.look(one.matter, kToday)) {
      outlooks.push_back(next);
      one.matter[next.next] = one.answer(next.next);
    }
    CAPTURE(seed);
    for (std::size_t i = 0; i < outlooks.size(); ++i) {
      CAPTURE(i);
      CHECK(outlooks[i].at_least <= outlooks.size() - i);
      CHECK(outlooks[i].at_most >= outlooks.size() - i);
    }
  }
}
