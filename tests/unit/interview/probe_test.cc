// SPDX-License-Identifier: MIT
#include "engine/interview/probe.h"

#include <doctest/doctest.h>

#include "engine/compile/compile.h"
#include "engine/interview/answer_kinds.h"
#include "engine/load/loader.h"
#include "engine/session/questions.h"
#include "tests/support/completions.h"
#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

constexpr Date kToday = Date::from_days(20'000);

struct Setting {
  explicit Setting(std::uint32_t seed)
      : Setting(seed, std::make_shared<const Knowledge>(test::random_knowledge(seed))) {}

  Setting(std::uint32_t seed, std::shared_ptr<const Knowledge> given)
      : knowledge(std::move(given)), compiled(compile(knowledge)), random(seed), matter(*knowledge) {}

  /// Answers some fact, takes an answer back, or makes one unsure.
  void change() {
    const FactId fact{random.below(static_cast<std::uint32_t>(knowledge->facts.size()))};
    if (knowledge->facts[fact].is_derived()) return;
    matter[fact] = {};
    if (random.chance(20)) return;
    if (random.chance(10)) {
      matter[fact].state = AnswerState::Unsure;
      return;
    }
    const std::vector<Answer> answers = test::all_answers(*knowledge, fact);
    matter[fact] = answers[random.below(static_cast<std::uint32_t>(answers.size()))];
  }

  std::shared_ptr<const Knowledge> knowledge;
  std::shared_ptr<const Compiled> compiled;
  test::Random random;
  Matter matter;
};

std::vector<std::uint64_t> words_of(ConstFactBits bits) {
  return {bits.begin(), bits.end()};
}

/// Whether the same was found, apart from `except`.
bool is_same(const Knowledge& knowledge, const Probe& a, const Probe& b, FactId except = {}) {
  const auto row = [&](ConstFactBits bits) {
    std::vector<std::uint64_t> words = words_of(bits);
    if (except.is_set()) words[except.value / 64] &= ~(std::uint64_t{1} << except.value % 64);
    return words;
  };
  if (a.verdict() != b.verdict() || row(a.lacking()) != row(b.lacking())) return false;
  for (std::uint32_t s = 0; s < knowledge.steps.size(); ++s) {
    const auto open_a = a.find_open(StepId{s});
    const auto open_b = b.find_open(StepId{s});
    if (open_a.has_value() != open_b.has_value() || a.status(StepId{s}) != b.status(StepId{s})) return false;
    if (open_a && row(*open_a) != row(*open_b)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a matter taken up by what has changed comes out as one that is taken up anew") {
  int open = 0;
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    Setting one(seed);
    Probe kept(*one.compiled);
    CAPTURE(seed);
    for (int turn = 0; turn < 40; ++turn) {
      CAPTURE(turn);
      for (std::uint32_t changes = one.random.below(4); changes > 0; --changes) one.change();
      kept.run(one.matter, kToday);
      Probe fresh(*one.compiled);
      fresh.run(one.matter, kToday);
      REQUIRE(is_same(*one.knowledge, kept, fresh));
      open += fresh.open_count() != 0 ? 1 : 0;
    }
  }
  // Otherwise nothing was tested.
  CHECK(open > 1000);
}

TEST_CASE("answers that nothing tells apart leave the same plan and the same questions") {
  int same = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    Setting one(seed);
    Probe probe(*one.compiled);
    Probe first(*one.compiled);
    Probe second(*one.compiled);
    CAPTURE(seed);
    for (int turn = 0; turn < 8; ++turn) {
      one.change();
      probe.run(one.matter, kToday);
      for (std::uint32_t f = 0; f < one.knowledge->facts.size(); ++f) {
        const FactId fact{f};
        if (!may_be_asked(*one.knowledge, one.matter, fact)) continue;
        if (one.matter[fact].state != AnswerState::Unasked) continue;
        const std::vector<Answer> answers = test::all_answers(*one.knowledge, fact);
        for (std::size_t a = 1; a < answers.size(); ++a) {
          if (probe.tells_apart(fact, answers[0], answers[a])) continue;
          CAPTURE(f);
          CAPTURE(a);
          Matter matter = one.matter;
          matter[fact] = answers[0];
          first.run(matter, kToday);
          matter[fact] = answers[a];
          second.run(matter, kToday);
          REQUIRE(is_same(*one.knowledge, first, second, fact));
          ++same;
        }
      }
    }
  }
  CHECK(same > 1000);
}

TEST_CASE("both hold of the knowledge as it is, with its tables, defaults and limits") {
  const LoadResult loaded = load_knowledge(DiskFiles(ZHILU_SOURCE_DIR "/knowledge"));
  REQUIRE(loaded.knowledge != nullptr);
  const Knowledge& knowledge = *loaded.knowledge;
  Setting one(1, loaded.knowledge);
  const AnswerSpace space(*one.compiled, kToday);
  std::mt19937 random(1);
  Probe kept(*one.compiled);
  Probe fresh(*one.compiled);
  Probe other(*one.compiled);
  const auto run_anew = [&](Probe& probe, const Matter& matter) {
    // A day passes and comes back: nothing of what was before is of use.
    probe.run(matter, kToday.plus_days(1));
    probe.run(matter, kToday);
  };
  int same = 0;
  for (int turn = 0; turn < 600; ++turn) {
    CAPTURE(turn);
    if (turn % 30 == 0) one.matter = Matter(knowledge);
    const FactId changed{one.random.below(static_cast<std::uint32_t>(knowledge.facts.size()))};
    if (knowledge.facts[changed].is_derived()) continue;
    one.matter[changed] = one.random.chance(20) ? Answer{} : space.sample(changed, {}, random);
    kept.run(one.matter, kToday);
    run_anew(fresh, one.matter);
    REQUIRE(is_same(knowledge, kept, fresh));
    for (std::uint32_t f = 0; f < knowledge.facts.size(); ++f) {
      const FactId fact{f};
      if (!may_be_asked(knowledge, one.matter, fact)) continue;
      if (one.matter[fact].state != AnswerState::Unasked) continue;
      const std::vector<PossibleAnswer> answers = space.answers(fact, {});
      const Answer& a = answers[one.random.below(static_cast<std::uint32_t>(answers.size()))].answer;
      const Answer& b = answers[one.random.below(static_cast<std::uint32_t>(answers.size()))].answer;
      if (&a == &b || kept.tells_apart(fact, a, b)) continue;
      CAPTURE(std::string(knowledge.facts[fact].id));
      Matter matter = one.matter;
      matter[fact] = a;
      fresh.run(matter, kToday);
      matter[fact] = b;
      other.run(matter, kToday);
      REQUIRE(is_same(knowledge, fresh, other, fact));
      ++same;
    }
  }
  CHECK(same > 500);
}

TEST_CASE("the likelihoods of the kinds of answers sum to one") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    Setting one(seed);
    Probe probe(*one.compiled);
    const AnswerSpace space(*one.compiled, kToday);
    probe.run(one.matter, kToday);
    for (std::uint32_t f = 0; f < one.knowledge->facts.size(); ++f) {
      if (!may_be_asked(*one.knowledge, one.matter, FactId{f})) continue;
      double sum = 0;
      for (const PossibleAnswer& kind : kinds_of(probe, space, FactId{f}).answers) sum += kind.likely;
      CHECK(sum == doctest::Approx(1));
    }
  }
}
