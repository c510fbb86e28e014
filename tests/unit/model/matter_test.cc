// SPDX-License-Identifier: MIT
#include "engine/model/matter.h"

#include <doctest/doctest.h>

#include <string>

using namespace zhilu;

namespace {

/// A base with one fact of each kind that the setters tell apart; choice and choices have three options.
struct Base {
  Base() {
    const auto add = [&](const char* id, FactKind kind) {
      Fact fact;
      fact.id = id;
      fact.kind = kind;
      if (kind == FactKind::Choice || kind == FactKind::Choices)
        fact.options = {{"a", {}, {}}, {"b", {}, {}}, {"c", {}, {}}};
      return knowledge.facts.push_back(fact);
    };
    choice = add("choice", FactKind::Choice);
    choices = add("choices", FactKind::Choices);
    yes_no = add("yes_no", FactKind::Boolean);
    money = add("money", FactKind::Money);
    date = add("date", FactKind::Date);
    text = add("text", FactKind::Text);
  }
  Knowledge knowledge;
  FactId choice, choices, yes_no, money, date, text;
};

}  // namespace

TEST_CASE("a new matter knows nothing") {
  const Base base;
  const Matter matter(base.knowledge);
  CHECK(matter.answers.size() == 6);
  CHECK(matter[base.money].state == AnswerState::Unasked);
}

TEST_CASE("members of a choices fact are known one by one") {
  const Base base;
  Matter matter(base.knowledge);
  set_option(matter, base.knowledge, base.choices, 0, Origin::Text);
  set_option(matter, base.knowledge, base.choices, 2, Origin::Answer, false);
  CHECK(matter[base.choices].yes == 0b001);
  CHECK(matter[base.choices].no == 0b100);
  CHECK(matter[base.choices].origin == Origin::Answer);
  set_option(matter, base.knowledge, base.choices, 0, Origin::Answer, false);
  CHECK(matter[base.choices].yes == 0);
  CHECK(matter[base.choices].no == 0b101);
  set_option(matter, base.knowledge, base.choices, 2, Origin::Answer);
  CHECK(matter[base.choices].yes == 0b100);
  CHECK(matter[base.choices].no == 0b001);
}

TEST_CASE("a choice is one value, or what is left when values are excluded") {
  const Base base;
  Matter matter(base.knowledge);
  set_option(matter, base.knowledge, base.choice, 1, Origin::Text, false);
  CHECK(matter[base.choice].yes == 0b101);
  set_option(matter, base.knowledge, base.choice, 0, Origin::Text, false);
  CHECK(matter[base.choice].yes == 0b100);
  CHECK(matter[base.choice].is_known());
  set_option(matter, base.knowledge, base.choice, 0, Origin::Answer);
  CHECK(matter[base.choice].yes == 0b001);
  set_option(matter, base.knowledge, base.choice, 0, Origin::Answer, false);
  CHECK(matter[base.choice].yes == 0b110);
}

TEST_CASE("an answer can be changed to any other and taken back") {
  const Base base;
  Matter matter(base.knowledge);
  set_boolean(matter, base.yes_no, false, Origin::Default);
  CHECK(matter[base.yes_no].yes == 0b01);
  set_boolean(matter, base.yes_no, true, Origin::Answer);
  CHECK(matter[base.yes_no].yes == 0b10);

  set_amount(matter, base.money, 2000, 5000, Origin::Text);
  matter[base.money].approximate = true;
  set_amount(matter, base.money, 3000, 3000, Origin::Answer);
  CHECK(matter[base.money].low == Decimal(3000));
  CHECK(!matter[base.money].approximate);

  set_date(matter, base.date, Date::from_days(5), Origin::Answer);
  CHECK(matter[base.date].date.days() == 5);
  set_text(matter, base.text, "甲", Origin::Answer);
  CHECK(matter[base.text].text == "甲");

  set_unsure(matter, base.text, Origin::Answer);
  CHECK(matter[base.text].state == AnswerState::Unsure);
  CHECK(matter[base.text].text.empty());
  CHECK(!matter[base.text].is_known());
  retract(matter, base.text);
  CHECK(matter[base.text].state == AnswerState::Unasked);
}

TEST_CASE("an answer after not sure forgets what was known before") {
  const Base base;
  Matter matter(base.knowledge);
  set_option(matter, base.knowledge, base.choices, 0, Origin::Text);
  set_unsure(matter, base.choices, Origin::Answer);
  set_option(matter, base.knowledge, base.choices, 1, Origin::Answer);
  CHECK(matter[base.choices].yes == 0b010);
  CHECK(matter[base.choices].no == 0);
}
