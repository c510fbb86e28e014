// SPDX-License-Identifier: MIT
#include "engine/interview/session.h"

#include <doctest/doctest.h>

#include <map>

#include "engine/compile/compile.h"
#include "engine/interview/interviewer.h"
#include "engine/interview/saved_session.h"
#include "engine/interview/session_token.h"
#include "engine/session/planner.h"
#include "tests/support/completions.h"
#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

constexpr Date kToday = Date::from_days(20'000);

Answer random_answer(const Knowledge& knowledge, FactId fact, test::Random& random) {
  if (random.chance(10)) return unsure_of({});
  if (random.chance(30)) {
    // Known in part.
    Answer part = test::random_matter(knowledge, random)[fact];
    const bool is_void = knowledge.facts[fact].kind == FactKind::Choices && (part.yes | part.no) == 0;
    if (part.is_known() && !is_void) return part;
  }
  std::vector<Answer> answers = test::all_answers(knowledge, fact);
  return answers[random.below(static_cast<std::uint32_t>(answers.size()))];
}

bool same_matter(const Matter& a, const Matter& b) {
  for (std::size_t i = 0; i < a.answers.size(); ++i) {
    if (!same_answer(a.answers[i], b.answers[i]) || a.answers[i].origin != b.answers[i].origin) return false;
  }
  return a.events.size() == b.events.size();
}

}  // namespace

TEST_CASE("200 turns of answering, changing and taking back lose nothing") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const Knowledge knowledge = test::random_knowledge(seed);
    test::Random random(seed);
    Session session(knowledge);
    // What must be known, kept beside; by turn, for going back.
    std::vector<Matter> known = {Matter(knowledge)};
    for (int turn = 0; turn < 200; ++turn) {
      const FactId fact{random.below(static_cast<std::uint32_t>(knowledge.facts.size()))};
      const Date on = kToday.plus_days(turn);
      if (random.chance(15)) {
        CHECK(session.go_back() == (known.size() > 1));
        if (known.size() > 1) known.pop_back();
      } else if (random.chance(10)) {
        known.push_back(known.back());
        known.back()[fact] = {};
        session.give(fact, {}, on);
      } else if (random.chance(20)) {
        // Several facts and an event at once.
        Matter next = known.back();
        for (int i = 0; i < 3; ++i) {
          const FactId other{random.below(static_cast<std::uint32_t>(knowledge.facts.size()))};
          next[other] = random_answer(knowledge, other, random);
          next[other].origin = Origin::Text;
        }
        next.events.push_back({.step = StepId{0}, .channel = {}, .on = on, .number = "7"});
        session.give(next, on);
        known.push_back(std::move(next));
      } else {
        const Answer answer = random_answer(knowledge, fact, random);
        known.push_back(known.back());
        known.back()[fact] = answer;
        session.give(fact, answer, on);
      }
      CAPTURE(seed);
      CAPTURE(turn);
      REQUIRE(same_matter(session.matter(), known.back()));
    }
  }
}

TEST_CASE(
    "changing one answer leaves all others, and gives the plan of a fresh session with the same facts") {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const auto knowledge = std::make_shared<const Knowledge>(test::random_knowledge(seed));
    const auto compiled = compile(knowledge);
    Planner planner(*compiled);
    Interviewer interviewer(*compiled);
    test::Random random(seed);
    Session session(*knowledge);
    Matter matter = session.matter();
    for (FactId next = interviewer.next(matter, kToday); next.is_set();
         next = interviewer.next(matter, kToday)) {
      session.give(next, random_answer(*knowledge, next, random), kToday);
      matter = session.matter();
    }
    if (session.given().empty()) continue;
    const FactId changed =
        session.given()[random.below(static_cast<std::uint32_t>(session.given().size()))].fact;
    const Answer answer = random_answer(*knowledge, changed, random);
    session.give(changed, answer, kToday);

    std::map<std::uint32_t, Answer> facts;
    for (const GivenAnswer& one : session.given()) facts[one.fact.value] = one.answer;
    Session fresh(*knowledge);
    for (auto one = facts.rbegin(); one != facts.rend(); ++one) {
      fresh.give(FactId{one->first}, one->second, kToday);
    }
    CAPTURE(seed);
    CHECK(same_answer(session.matter()[changed], answer));
    for (std::uint32_t i = 0; i < matter.answers.size(); ++i) {
      if (FactId{i} != changed) CHECK(same_answer(session.matter()[FactId{i}], matter[FactId{i}]));
    }
    CHECK(test::statuses_of(planner, session.matter(), kToday) ==
          test::statuses_of(planner, fresh.matter(), kToday));
    Matter one = session.matter();
    Matter other = fresh.matter();
    CHECK(interviewer.next(one, kToday) == interviewer.next(other, kToday));
  }
}

TEST_CASE("a session that was saved, as a document or as a token, goes on as if nothing had been") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const auto knowledge = std::make_shared<const Knowledge>(test::random_knowledge(seed));
    const auto compiled = compile(knowledge);
    Interviewer interviewer(*compiled);
    test::Random random(seed);
    Session session(*knowledge);
    for (int i = 0; i < 8; ++i) {
      const FactId fact{random.below(static_cast<std::uint32_t>(knowledge->facts.size()))};
      session.give(fact, random_answer(*knowledge, fact, random), kToday.plus_days(i));
    }
    const SavedSession saved = save_session(session, *knowledge);
    const std::string token = session_token(saved);
    const std::optional<SavedSession> read = read_session_token(token);
    CAPTURE(seed);
    CAPTURE(token);
    REQUIRE(read.has_value());
    for (const SavedSession& one : {saved, *read}) {
      RestoredSession restored = restore_session(one, *knowledge);
      CHECK(restored.same_knowledge);
      CHECK(restored.lost.empty());
      REQUIRE(same_matter(restored.session.matter(), session.matter()));
      Matter before = session.matter();
      Matter after = restored.session.matter();
      CHECK(interviewer.next(before, kToday) == interviewer.next(after, kToday));
      for (std::uint32_t i = 0; i < knowledge->facts.size(); ++i) {
        const GivenAnswer* given = session.find(FactId{i});
        const GivenAnswer* again = restored.session.find(FactId{i});
        REQUIRE((given == nullptr) == (again == nullptr));
        if (given != nullptr) CHECK(given->on == again->on);
      }
    }
    CHECK(restore_session(saved, *knowledge).session.turns() == session.turns());
  }
}

TEST_CASE("a token that was changed anywhere is refused") {
  const Knowledge knowledge = test::random_knowledge(3);
  test::Random random(3);
  Session session(knowledge);
  session.give(FactId{0}, random_answer(knowledge, FactId{0}, random), kToday);
  session.give(FactId{2}, random_answer(knowledge, FactId{2}, random), kToday);
  const std::string token = session_token(save_session(session, knowledge));
  CHECK(read_session_token(token).has_value());
  int refused = 0;
  for (std::size_t i = 0; i < token.size(); ++i) {
    std::string changed = token;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    refused += read_session_token(changed).has_value() ? 0 : 1;
  }
  // The last digit may hold bits that are not used.
  CHECK(refused >= static_cast<int>(token.size()) - 1);
  CHECK_FALSE(read_session_token("").has_value());
  CHECK_FALSE(read_session_token("z1.").has_value());
  CHECK_FALSE(read_session_token(token.substr(0, token.size() / 2)).has_value());
}

TEST_CASE("with other knowledge what no longer fits is told, and all else is kept") {
  Knowledge old = test::random_knowledge(5);
  Session session(old);
  Matter matter(old);
  set_boolean(matter, FactId{0}, true, Origin::Answer);
  set_option(matter, old, FactId{2}, 1, Origin::Answer);
  set_boolean(matter, FactId{1}, false, Origin::Text);
  session.give(matter, kToday);
  const SavedSession saved = save_session(session, old);

  Knowledge changed = test::random_knowledge(5);
  CHECK(restore_session(saved, changed).same_knowledge);
  // Fact `a` is gone, `b` has another name and keeps the old one as alias, `c` has no "green" any more.
  const FactId b = changed.fact_index.at("b");
  NameMap<FactId> names;
  for (const auto& [name, fact] : changed.fact_index) {
    if (name != "a") names[name] = fact;
  }
  changed.fact_index = names;
  changed.facts[b].id = "better";
  changed.facts[FactId{2}].options[1].id = "yellow";
  const RestoredSession restored = restore_session(saved, changed);
  CHECK_FALSE(restored.same_knowledge);
  REQUIRE(restored.lost.size() == 2);
  CHECK(restored.lost[0].fact == "a");
  CHECK(restored.lost[0].value == "true");
  CHECK(restored.lost[1].fact == "c");
  CHECK(restored.lost[1].value == "green");
  CHECK(same_answer(restored.session.matter()[b], matter[FactId{1}]));
}
