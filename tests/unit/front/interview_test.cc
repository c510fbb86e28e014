// SPDX-License-Identifier: MIT
#include "engine/interview.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "engine/what_if.h"
#include "tests/support/random_matter.h"

using namespace zhilu;

namespace {

const Date kToday = *Date::from_ymd(2026, 11, 22);

const std::shared_ptr<const Engine>& shipped() {
  static const Opened opened = open_folder(ZHILU_SOURCE_DIR "/knowledge");
  return opened.engine;
}

using Steps = std::vector<SavedSession::Step>;

Steps steps_of(const Matter& matter) {
  return saved_steps(shipped()->knowledge(), shipped()->plan(matter, kToday));
}

bool same(const Steps& a, const Steps& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.step == y.step && x.status == y.status; });
}

/// `before` with all changes made.
Steps replay(Steps steps, const std::vector<StepChange>& changes) {
  const auto is_changed = [&](const SavedSession::Step& step) {
    return std::any_of(changes.begin(), changes.end(),
                       [&](const StepChange& change) { return change.step == step.step; });
  };
  std::erase_if(steps, is_changed);
  std::vector<StepChange> placed = changes;
  std::sort(placed.begin(), placed.end(),
            [](const StepChange& a, const StepChange& b) { return a.rank_after < b.rank_after; });
  for (const StepChange& change : placed) {
    if (change.after.empty()) continue;
    steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(change.rank_after - 1),
                 {change.step, change.after});
  }
  return steps;
}

}  // namespace

TEST_CASE("what would change is all that changes: made to the one plan, it gives the other") {
  REQUIRE(shipped() != nullptr);
  std::mt19937 random(11);
  int changes = 0;
  for (int i = 0; i < 300; ++i) {
    const Matter before = random_matter(shipped()->knowledge(), random, 40);
    const Matter after = i % 2 == 0 ? random_matter(shipped()->knowledge(), random, 40) : [&] {
      Matter one = before;
      const FactId fact{static_cast<std::uint32_t>(random() % one.answers.size())};
      one[fact] = random_matter(shipped()->knowledge(), random, 100)[fact];
      return one;
    }();
    const WhatIfDocument document = what_if_in_words(*shipped(), before, after, kToday, Language::Hans);
    CAPTURE(i);
    CHECK(same(replay(steps_of(before), document.steps), steps_of(after)));
    changes += static_cast<int>(document.steps.size());
  }
  CHECK(changes > 500);
}

TEST_CASE("what keeps a step out of the shipped plans, and what would bring it in, is so when it is set") {
  std::mt19937 random(12);
  int found = 0;
  for (int i = 0; i < 12; ++i) {
    const Matter matter = random_matter(shipped()->knowledge(), random, 50);
    for (std::uint32_t s = static_cast<std::uint32_t>(i) % 7; s < shipped()->knowledge().steps.size();
         s += 7) {
      const StepId step{s};
      const Contrast contrast = shipped()->contrast(matter, kToday, step);
      const std::string id(shipped()->knowledge().steps[step].id);
      const auto status_in = [&](const Matter& one) -> std::string {
        for (const SavedSession::Step& planned : steps_of(one)) {
          if (planned.step == id) return planned.status;
        }
        return "";
      };
      CAPTURE(i);
      CAPTURE(id);
      if (contrast.is_ruled_out) {
        Matter only(shipped()->knowledge());
        for (const FactValue& one : contrast.because) only[one.fact] = one.answer;
        const std::string status = status_in(only);
        CHECK((status.empty() || status == "done" || status == "wait"));
      }
      if (contrast.change.empty()) continue;
      Matter changed = matter;
      for (const FactValue& one : contrast.change) changed[one.fact] = one.answer;
      const std::string status = status_in(changed);
      CHECK((status == "do" || status == "later"));
      ++found;
    }
  }
  CHECK(found > 20);
}

TEST_CASE("an interview goes from a sentence to a settled plan, and any answer can be changed") {
  Interview interview(shipped(), kToday);
  // A plan at once, and the next question in it.
  CHECK(interview.plan().questions.front().fact == interview.outlook().next);
  interview.tell("钱包里刚被转走三千，客服不理我");
  const Knowledge& knowledge = shipped()->knowledge();
  CHECK(interview.matter()[knowledge.core.loss_amount].low == Decimal(3000));
  std::set<std::uint32_t> asked;
  std::mt19937 random(5);
  while (interview.outlook().next.is_set()) {
    const InterviewQuestion question = interview.question(interview.outlook().next);
    CAPTURE(question.fact);
    CHECK_FALSE(question.text.empty());
    REQUIRE(asked.insert(question.id.value).second);
    const Plan plan = interview.plan();
    CHECK(plan.questions.front().fact == question.id);
    CHECK(plan.questions_at_least >= 1);
    if (question.options.empty()) {
      interview.set_unsure(question.id);
    } else {
      REQUIRE(interview.answer(question.id, question.options[random() % question.options.size()].value));
    }
  }
  CHECK(asked.size() >= 3);
  CHECK(interview.plan().questions.empty());
  CHECK_FALSE(interview.answer(knowledge.core.loss_amount, "viel"));

  const FactId platform = knowledge.find_fact("platform");
  const Matter before = interview.matter();
  REQUIRE(interview.answer(platform, "bank"));
  for (std::uint32_t i = 0; i < before.answers.size(); ++i) {
    if (FactId{i} != platform) CHECK(same_answer(before[FactId{i}], interview.matter()[FactId{i}]));
  }
  CHECK(interview.go_back());
  CHECK(same_answer(before[platform], interview.matter()[platform]));
}

TEST_CASE("a later text adds members, and only a first text says that a matter is none of those here") {
  Interview interview(shipped(), kToday);
  const Knowledge& knowledge = shipped()->knowledge();
  interview.tell("被骗了三万");
  interview.tell("账户也被盗了");
  const Answer& issues = interview.matter()[knowledge.core.issues];
  CHECK((issues.yes >> *knowledge.find_option(knowledge.core.issues, "fraud") & 1) == 1);
  CHECK((issues.yes >> *knowledge.find_option(knowledge.core.issues, "account_theft") & 1) == 1);
  interview.tell("今天天气很好");
  CHECK(interview.outlook().next.is_set());

  Interview other(shipped(), kToday);
  other.tell("今天天气很好");
  CHECK_FALSE(other.outlook().next.is_set());
  other.tell("被骗了三万");
  CHECK(other.outlook().next.is_set());
}

TEST_CASE("with newer knowledge an interview says which answers no longer fit and which steps changed") {
  Interview interview(shipped(), kToday);
  interview.tell("钱包里刚被转走三千");
  SavedSession saved = interview.save();
  Rebase rebase;
  const Interview same_again(shipped(), kToday, saved, rebase);
  CHECK(rebase.same_knowledge);
  CHECK(rebase.steps.empty());

  // As older knowledge might have saved it.
  saved.fingerprint ^= 1;
  saved.version = "0.1";
  saved.given.push_back({.fact = "gone", .value = "yes", .from = Origin::Answer, .on = kToday, .turn = 9});
  REQUIRE(saved.steps.size() > 3);
  const std::string missing = saved.steps[1].step;
  saved.steps.erase(saved.steps.begin() + 1);
  saved.steps[0].status = "done";
  saved.steps.push_back({"old_step", "later"});
  Interview rebased(shipped(), kToday, saved, rebase);
  CHECK_FALSE(rebase.same_knowledge);
  CHECK(rebase.version == "0.1");
  REQUIRE(rebase.lost.size() == 1);
  CHECK(rebase.lost[0].fact == "gone");
  REQUIRE(rebase.steps.size() == 3);
  CHECK(rebase.steps[0].step == missing);
  CHECK(rebase.steps[0].before.empty());
  CHECK(rebase.steps[1].before == "done");
  CHECK(rebase.steps[1].after == "do");
  CHECK(rebase.steps[2].step == "old_step");
  CHECK(rebase.steps[2].after.empty());
  CHECK(rebased.outlook().next == interview.outlook().next);
}
