// SPDX-License-Identifier: MIT
#include "engine/render/fact_text.h"

#include <doctest/doctest.h>

#include "tests/unit/render/sample.h"

using namespace zhilu;

namespace {

// Statements as `value|label|holds`, one a line.
std::string stated(const Knowledge& knowledge, const Matter& matter, std::string_view fact,
                   Language language = Language::Hans) {
  const Words words(knowledge);
  TextPool pool;
  const Wording wording(words, language, matter, sample::date("2026-11-22"), pool);
  std::string out;
  for (const FactStatement& statement : statements_of(wording, sample::fact(knowledge, fact))) {
    if (!out.empty()) out += '\n';
    out.append(statement.value).append(statement.literal ? "!|" : "|");
    out.append(statement.label).append(statement.holds ? "" : "|no");
  }
  return out;
}

}  // namespace

TEST_CASE("what is known of a fact is stated, also in part") {
  const Knowledge knowledge = sample::knowledge();
  const auto check = [&](std::string_view fact, const auto& answer, std::string_view expected) {
    Matter matter(knowledge);
    answer(matter, sample::fact(knowledge, fact));
    CHECK(stated(knowledge, matter, fact) == expected);
  };
  const auto option = [&](std::uint32_t number, bool holds) {
    return [&knowledge, number, holds](Matter& matter, FactId fact) {
      set_option(matter, knowledge, fact, number, Origin::Answer, holds);
    };
  };
  const auto amount = [](Decimal low, Decimal high, bool bounded = true, bool about = false) {
    return [=](Matter& matter, FactId fact) {
      set_amount(matter, fact, low, high, Origin::Answer);
      matter[fact].bounded = bounded;
      matter[fact].approximate = about;
    };
  };
  const auto words = [](std::string said) {
    return [said](Matter& matter, FactId fact) { set_text(matter, fact, said, Origin::Answer); };
  };
  check(
      "platform", [](Matter&, FactId) {}, "");
  check("platform", option(1, true), "bank|银行");
  check("platform", option(1, false), "bank|银行|no");
  check(
      "platform",
      [&](Matter& matter, FactId fact) {
        for (const std::uint32_t i : {0U, 1U, 2U}) {
          set_option(matter, knowledge, fact, i, Origin::Answer, false);
        }
      },
      "other|其他");
  check(
      "issues",
      [&](Matter& matter, FactId fact) {
        set_option(matter, knowledge, fact, 2, Origin::Answer, false);
        set_option(matter, knowledge, fact, 1, Origin::Answer);
        set_option(matter, knowledge, fact, 0, Origin::Answer);
      },
      "account_theft|账户被盗\nfraud|涉嫌诈骗\nprivacy_leak|信息泄露|no");
  check(
      "identity_leaked", [](Matter& m, FactId f) { set_boolean(m, f, true, Origin::Answer); }, "true!|是");
  check(
      "identity_leaked", [](Matter& m, FactId f) { set_boolean(m, f, false, Origin::Answer); }, "false!|否");
  check(
      "for_business", [](Matter& m, FactId f) { set_boolean(m, f, true, Origin::Answer); }, "true!|经营用");
  check(
      "identity_leaked", [](Matter& m, FactId f) { set_unsure(m, f, Origin::Answer); }, "unsure|不清楚");
  check(
      "identity_leaked", [](Matter& m, FactId f) { m[f].state = AnswerState::Inapplicable; },
      "inapplicable|不适用");
  check("loss_amount", amount(3000, 3000), "3000!|3,000 元");
  check("loss_amount", amount(3000, 3000, true, true), "3000!|约 3,000 元");
  check("loss_amount", amount(2000, 5000), "2000..5000|2,000–5,000 元");
  check("loss_amount", amount(3000, 0, false), "3000..|3,000 元以上");
  check("persons", amount(12, 12), "12!|12");
  check(
      "happened_on", [](Matter& m, FactId f) { set_date(m, f, sample::date("2026-11-20"), Origin::Answer); },
      "2026-11-20|2026年11月20日");
  check("waited", words("P7D"), "P7D|7 天");
  check("waited", words("\033P"), "P|P");
  check("account", words("我的电话13812345678\n\033[31m"),
        "我的电话138****5678 [31m|我的电话138****5678 [31m");
}

TEST_CASE("a choice with few values left is one of these") {
  Knowledge knowledge = sample::knowledge();
  Matter matter(knowledge);
  const FactId issues = sample::fact(knowledge, "issues");
  knowledge.facts[issues].kind = FactKind::Choice;
  knowledge.facts[issues].options.push_back({"other", {}, {}});
  knowledge.facts[issues].options.push_back({"another", {}, {}});
  matter[issues].state = AnswerState::Value;
  matter[issues].yes = 0b00011;
  CHECK(stated(knowledge, matter, "issues") == "account_theft|fraud|账户被盗，或涉嫌诈骗");
}

TEST_CASE("a fact in a letter is neither masked nor guessed") {
  const Knowledge knowledge = sample::knowledge();
  const Words words(knowledge);
  Matter matter(knowledge);
  set_text(matter, sample::fact(knowledge, "account"), "13812345678\033[2J", Origin::Answer);
  set_option(matter, knowledge, sample::fact(knowledge, "platform"), 0, Origin::Answer, false);
  TextPool pool;
  const Wording wording(words, Language::Hans, matter, sample::date("2026-11-22"), pool);
  CHECK(wording.text({.source = "{account}", .key = {}, .span = {}}) == "13812345678[2J");
  CHECK(wording.text({.source = "{platform}", .key = {}, .span = {}}) == "【对方是什么】");
}
