// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "engine/value/value.h"

using namespace zhilu;

namespace {

Value number(std::string_view s) {
  return Value::number(*Decimal::parse(s));
}

Value text(std::string s) {
  return Value::string(std::move(s));
}

}  // namespace

TEST_CASE("values are written as FEEL literals, and bare for people") {
  const auto check = [](const Value& value, std::string_view literal, std::string_view plain) {
    CHECK(to_feel_text(value) == literal);
    CHECK(to_plain_text(value) == plain);
  };
  const auto same = [&](const Value& value, std::string_view expected) { check(value, expected, expected); };
  same(Value(), "null");
  same(Value::boolean(true), "true");
  same(number("-12.50"), "-12.5");
  check(text("诈骗"), "\"诈骗\"", "诈骗");
  check(text("a\"b\\c\n\x01"), "\"a\\\"b\\\\c\\n\\u0001\"", "a\"b\\c\n\x01");
  check(Value::date(*Date::parse("2026-11-22")), "@\"2026-11-22\"", "2026-11-22");
  check(Value::time(*Time::parse("10:30:00Z", UtcOnly())), "@\"10:30:00Z\"", "10:30:00Z");
  check(Value::date_time(*DateTime::parse("2026-11-22T10:30:00", UtcOnly())), "@\"2026-11-22T10:30:00\"",
        "2026-11-22T10:30:00");
  check(Value::years_months(*YearsMonths::parse("P14M")), "@\"P1Y2M\"", "P1Y2M");
  check(Value::days_time(*DaysTime::parse("PT36H")), "@\"P1DT12H\"", "P1DT12H");
  same(Value::list({number("1"), text("foo"), Value::list({})}), "[1, \"foo\", []]");
  same(Value::context(Context({{"a", text("foo")}, {"损失", number("1")}})), "{a: \"foo\", 损失: 1}");
  same(Value::context(
           Context({{"{", number("1")}, {"if", number("2")}, {"a b", number("3")}, {"年龄＞", number("4")}})),
       "{\"{\": 1, \"if\": 2, \"a b\": 3, \"年龄＞\": 4}");
  same(Value::context(Context()), "{}");
  same(Value::range({number("1"), number("5"), true, false}), "[1..5)");
  same(Value::range({std::nullopt, number("5"), false, true}), "(<= 5)");
  same(Value::range({number("5"), std::nullopt, false, false}), "(> 5)");
  same(Value::range({number("5"), number("5"), true, true, RangeForm::NotEqual}), "(!= 5)");
  same(Value::unknown(FactId{1}), "unknown");
  same(Value::partial_set({FactId{1}, {"a"}, {"b"}}), "some of (\"a\", not \"b\")");
  same(Value::partial_choice({FactId{1}, {"b", "a"}}), "one of (\"a\", \"b\")");
  same(Value::interval({FactId{1}, 2000, 5000, true}), "about [2000..5000]");
  same(Value::interval({FactId{1}, 3000, 0, false}), "about [3000..]");
}
