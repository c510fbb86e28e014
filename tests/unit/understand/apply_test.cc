// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "engine/understand/understood.h"
#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

Candidate candidate(const Knowledge& knowledge, std::string_view fact, std::uint64_t yes, std::uint64_t no,
                    int confidence) {
  Candidate c;
  c.fact = knowledge.find_fact(fact);
  c.answer.state = AnswerState::Value;
  c.answer.yes = yes;
  c.answer.no = no;
  c.confidence = static_cast<std::uint8_t>(confidence);
  return c;
}

}  // namespace

TEST_CASE("the most confident reading wins, then the first") {
  const Knowledge knowledge = small_knowledge();
  Understanding read;
  read.candidates = {candidate(knowledge, "platform", 1, 0, 60), candidate(knowledge, "platform", 2, 0, 80),
                     candidate(knowledge, "platform", 4, 0, 80), candidate(knowledge, "platform", 8, 0, 49)};
  Matter matter(knowledge);
  apply(read, knowledge, matter);
  CHECK(matter[knowledge.find_fact("platform")].yes == 2);
  CHECK(matter[knowledge.find_fact("platform")].origin == Origin::Text);
}

TEST_CASE("members of a choices fact are settled one by one") {
  const Knowledge knowledge = small_knowledge();
  Understanding read;
  read.candidates = {candidate(knowledge, "tried", 1, 0, 60), candidate(knowledge, "tried", 0, 4, 70),
                     candidate(knowledge, "tried", 4, 0, 90), candidate(knowledge, "tried", 0, 1, 60),
                     candidate(knowledge, "tried", 0, 8, 30)};
  Matter matter(knowledge);
  apply(read, knowledge, matter);
  const Answer& tried = matter[knowledge.core.tried];
  CHECK(tried.yes == 5);
  CHECK(tried.no == 0);
}

TEST_CASE("an answer of the person stays as it is, one read before is replaced") {
  const Knowledge knowledge = small_knowledge();
  Understanding read;
  read.candidates = {candidate(knowledge, "platform", 2, 0, 90), candidate(knowledge, "issues", 8, 0, 90)};
  Matter matter(knowledge);
  set_option(matter, knowledge, knowledge.find_fact("platform"), 0, Origin::Answer);
  set_option(matter, knowledge, knowledge.core.issues, 0, Origin::Text);
  apply(read, knowledge, matter);
  CHECK(matter[knowledge.find_fact("platform")].yes == 1);
  CHECK(matter[knowledge.core.issues].yes == 8);
}

TEST_CASE("an answer that the person cannot say is not overridden") {
  const Knowledge knowledge = small_knowledge();
  Understanding read;
  read.candidates = {candidate(knowledge, "platform", 2, 0, 90)};
  Matter matter(knowledge);
  set_unsure(matter, knowledge.find_fact("platform"), Origin::Answer);
  apply(read, knowledge, matter);
  CHECK(matter[knowledge.find_fact("platform")].state == AnswerState::Unsure);
}

TEST_CASE("the threshold keeps weak readings out, and events are appended") {
  const Knowledge knowledge = small_knowledge();
  Understanding read;
  read.candidates = {candidate(knowledge, "issues", 8, 0, 70)};
  read.events.resize(1);
  Matter matter(knowledge);
  apply(read, knowledge, matter, 80);
  CHECK(!matter[knowledge.core.issues].is_known());
  CHECK(matter.events.size() == 1);
}
