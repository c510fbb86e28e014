// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "engine/value/diagnostics.h"
#include "engine/value/value.h"

using namespace zhilu;

namespace {

Value text(std::string s) {
  return Value::string(std::move(s));
}

Value number(std::string_view s) {
  return Value::number(*Decimal::parse(s));
}

Value day(std::string_view s) {
  return Value::date(*Date::parse(s));
}

Value clock_time(std::string_view s) {
  return Value::time(*Time::parse(s, UtcOnly()));
}

Value moment(std::string_view s) {
  return Value::date_time(*DateTime::parse(s, UtcOnly()));
}

Value months(std::string_view s) {
  return Value::years_months(*YearsMonths::parse(s));
}

Value days_time(std::string_view s) {
  return Value::days_time(*DaysTime::parse(s));
}

Value amount(int low, int high, bool bounded = true) {
  return Value::interval({FactId{1}, low, high, bounded});
}

Value choice(std::vector<std::string> options) {
  return Value::partial_choice({FactId{2}, std::move(options)});
}

Value set(std::vector<std::string> holds, std::vector<std::string> fails) {
  return Value::partial_set({FactId{3}, std::move(holds), std::move(fails)});
}

Value list(std::vector<Value> items) {
  return Value::list(std::move(items));
}

const Value kUnknown = Value::unknown(FactId{9});
const Value kTrue = Value::boolean(true);
const Value kFalse = Value::boolean(false);
const Value kNull;

// "true", "false", "null", or "unknown" with the facts.
std::string answer(const Value& value) {
  std::string out = to_feel_text(value);
  for (const FactId fact : value.missing()) out += " " + std::to_string(fact.value);
  return out;
}

}  // namespace

TEST_CASE("equality gives true, false, null or unknown") {
  const auto check = [](const Value& a, const Value& b, std::string_view expected) {
    CAPTURE(to_feel_text(a));
    CAPTURE(to_feel_text(b));
    CHECK(answer(equals(a, b)) == expected);
    CHECK(answer(equals(b, a)) == expected);
  };
  check(number("0.30"), number("0.3"), "true");
  check(number("1"), text("1"), "null");
  check(text("是"), text("是"), "true");
  check(kNull, kNull, "true");
  check(kNull, number("1"), "false");
  check(kNull, kUnknown, "unknown 9");
  check(number("1"), kUnknown, "unknown 9");
  check(kTrue, kFalse, "false");
  check(day("2026-11-22"), day("2026-11-22"), "true");
  check(day("2026-11-22"), moment("2026-11-22T00:00:00"), "null");
  check(months("P1Y"), months("P12M"), "true");
  check(months("P1Y"), days_time("P365D"), "null");
  check(days_time("P1D"), days_time("PT24H"), "true");
  // Fractions of a second do not count, zones do.
  check(clock_time("10:30:00.0001"), clock_time("10:30:00.0002"), "true");
  check(clock_time("10:30:00Z"), clock_time("10:30:00+00:00"), "true");
  check(clock_time("10:30:00"), clock_time("10:30:00Z"), "false");
  check(moment("2002-04-02T12:00:00-01:00"), moment("2002-04-02T17:00:00+04:00"), "true");
  check(moment("2002-04-02T12:00:00"), moment("2002-04-02T12:00:00Z"), "false");
  // Lists, contexts, ranges: part by part.
  check(list({}), list({}), "true");
  check(list({number("1")}), list({number("1"), number("2")}), "false");
  check(list({number("1"), number("2")}), list({number("2"), number("1")}), "false");
  check(list({number("1"), text("a")}), list({text("1"), text("b")}), "false");
  check(list({number("1"), text("a")}), list({text("1"), text("a")}), "null");
  check(list({kUnknown, text("a")}), list({text("1"), text("b")}), "false");
  check(list({kUnknown, number("2")}), list({text("1"), text("2")}), "unknown 9");
  check(list({}), number("0"), "null");
  const Value ab = Value::context(Context({{"a", number("1")}, {"b", text("x")}}));
  const Value ba = Value::context(Context({{"b", text("x")}, {"a", number("1")}}));
  check(ab, ba, "true");
  check(ab, Value::context(Context({{"a", number("1")}})), "false");
  check(ab, Value::context(Context({{"a", number("1")}, {"c", text("x")}})), "false");
  check(Value::range({number("1"), number("10"), true, true}),
        Value::range({number("1"), number("10"), true, true}), "true");
  check(Value::range({number("1"), number("10"), true, true}),
        Value::range({number("1"), number("10"), true, false}), "false");
  check(Value::range({std::nullopt, number("10"), false, false}),
        Value::range({kNull, number("10"), false, false}), "false");
  check(Value::range({number("10"), number("10"), true, true}),
        Value::range({number("10"), number("10"), true, true, RangeForm::Equal}), "false");
}

TEST_CASE("what is known in part settles what it can") {
  const auto check = [](const Value& a, const Value& b, std::string_view expected) {
    CAPTURE(to_feel_text(a));
    CAPTURE(to_feel_text(b));
    CHECK(answer(equals(a, b)) == expected);
    CHECK(answer(equals(b, a)) == expected);
  };
  check(amount(2000, 5000), number("1999"), "false");
  check(amount(2000, 5000), number("2000"), "unknown 1");
  check(amount(2000, 5000), number("5001"), "false");
  check(amount(3000, 0, false), number("1000000"), "unknown 1");
  check(amount(3000, 0, false), number("2999"), "false");
  check(amount(1, 2), amount(3, 4), "false");
  check(amount(1, 2), text("a"), "null");
  check(amount(1, 2), kNull, "false");
  check(choice({"a", "b"}), text("c"), "false");
  check(choice({"a", "b"}), text("b"), "unknown 2");
  check(choice({"a", "b"}), choice({"c", "d"}), "false");
  check(choice({"a", "b"}), choice({"b", "d"}), "unknown 2");
  check(choice({"a", "b"}), number("1"), "null");
  check(set({"a"}, {"b"}), list({text("c")}), "false");
  check(set({"a"}, {"b"}), list({text("a"), text("b")}), "false");
  check(set({"a"}, {"b"}), list({text("a"), text("c")}), "unknown 3");
  check(set({"a"}, {"b"}), list({kUnknown}), "unknown 3 9");
  check(set({"a"}, {}), set({}, {"a"}), "false");
  check(set({"a"}, {}), text("a"), "null");
  check(set({"a"}, {}), kUnknown, "unknown 3 9");
}

TEST_CASE("order gives true, false, null or unknown") {
  const auto check = [](const Value& a, const Value& b, std::string_view is_less,
                        std::string_view is_less_equal) {
    CAPTURE(to_feel_text(a));
    CAPTURE(to_feel_text(b));
    CHECK(answer(less(a, b)) == is_less);
    CHECK(answer(less_equal(a, b)) == is_less_equal);
  };
  check(number("1"), number("2"), "true", "true");
  check(number("2.0"), number("2"), "false", "true");
  check(number("3"), number("2"), "false", "false");
  check(text("a"), text("b"), "true", "true");
  check(text("乙"), text("乙"), "false", "true");
  check(day("2026-11-21"), day("2026-11-22"), "true", "true");
  check(months("P11M"), months("P1Y"), "true", "true");
  check(days_time("PT1S"), days_time("PT0.5S"), "false", "false");
  check(clock_time("10:30:00.0001"), clock_time("10:30:00.0002"), "true", "true");
  check(clock_time("10:30:00.0002"), clock_time("10:30:00.0001"), "false", "true");
  check(clock_time("10:30:00"), clock_time("11:30:00Z"), "null", "null");
  check(moment("2026-01-01T00:00:00+08:00"), moment("2026-01-01T00:00:00Z"), "true", "true");
  check(kTrue, kFalse, "null", "null");
  check(list({}), list({}), "null", "null");
  check(number("1"), text("2"), "null", "null");
  check(number("1"), kNull, "null", "null");
  check(kNull, kUnknown, "null", "null");
  check(number("1"), kUnknown, "unknown 9", "unknown 9");
  check(amount(2000, 5000), number("3000"), "unknown 1", "unknown 1");
  check(amount(2000, 5000), number("5000"), "unknown 1", "true");
  check(amount(2000, 5000), number("5001"), "true", "true");
  check(amount(2000, 5000), number("2000"), "false", "unknown 1");
  check(amount(2000, 5000), number("1999"), "false", "false");
  check(number("3000"), amount(3000, 0, false), "unknown 1", "true");
  check(amount(3000, 0, false), number("3000"), "false", "unknown 1");
  check(amount(1, 2), amount(2, 3), "unknown 1", "true");
  check(amount(1, 2), text("a"), "null", "null");
  check(choice({"a", "b"}), text("c"), "true", "true");
  check(choice({"a", "b"}), text("a"), "false", "unknown 2");
  check(set({"a"}, {}), list({}), "null", "null");
}

TEST_CASE("an open amount never answers otherwise than all the numbers it may be") {
  std::mt19937 random(8);
  for (int i = 0; i < 20000; ++i) {
    const int low = static_cast<int>(random() % 6);
    const int high = low + 1 + static_cast<int>(random() % 4);
    const Value number_value = Value::number(Decimal(static_cast<std::int64_t>(random() % 12)));
    const Value open = amount(low, high);
    const auto check = [&](const Value& result, auto compare) {
      bool any_true = false;
      bool any_false = false;
      // Halves as well: the amount need not be whole.
      for (int twice = 2 * low; twice <= 2 * high; ++twice) {
        (compare(Value::number(*Decimal::scaled(twice * 5, -1)), number_value).is_true() ? any_true
                                                                                         : any_false) = true;
      }
      REQUIRE(result.is_unknown() == (any_true && any_false));
      if (!result.is_unknown()) REQUIRE(result.is_true() == any_true);
    };
    check(less(open, number_value), less);
    check(less_equal(open, number_value), less_equal);
    check(equals(open, number_value), equals);
    check(less(number_value, open), [](const Value& a, const Value& b) { return less(b, a); });
  }
}

TEST_CASE("a value lies in a range, or not, or nobody knows yet") {
  const auto check = [](const Value& value, const Range& range, std::string_view expected) {
    CAPTURE(to_feel_text(value));
    CHECK(answer(in_range(value, range)) == expected);
  };
  check(number("1"), {number("1"), number("5"), true, false}, "true");
  check(number("5"), {number("1"), number("5"), true, false}, "false");
  check(number("5"), {std::nullopt, number("5"), false, true}, "true");
  check(number("5"), {number("5"), std::nullopt, false, false}, "false");
  check(number("5"), {number("5"), number("5"), true, true, RangeForm::Equal}, "true");
  check(number("5"), {number("5"), number("5"), true, true, RangeForm::NotEqual}, "false");
  check(number("5"), {kNull, number("7"), true, true}, "null");
  check(number("8"), {kNull, number("7"), true, true}, "false");
  check(kNull, {number("1"), number("7"), true, true}, "null");
  check(amount(2, 3), {number("1"), number("7"), true, true}, "true");
  check(amount(2, 9), {number("1"), number("7"), true, true}, "unknown 1");
  check(text("a"), {number("1"), number("7"), true, true}, "null");
}

TEST_CASE("and, or and not follow Kleene, and a missing fact goes before null") {
  struct Row {
    Value a, b;
    std::string_view both, either;
  };
  const Row rows[] = {{kTrue, kTrue, "true", "true"},
                      {kTrue, kFalse, "false", "true"},
                      {kFalse, kFalse, "false", "false"},
                      {kTrue, kNull, "null", "true"},
                      {kFalse, kNull, "false", "null"},
                      {kNull, kNull, "null", "null"},
                      {kTrue, kUnknown, "unknown 9", "true"},
                      {kFalse, kUnknown, "false", "unknown 9"},
                      {kNull, kUnknown, "unknown 9", "unknown 9"},
                      {kUnknown, kUnknown, "unknown 9", "unknown 9"},
                      {kTrue, number("1"), "null", "true"},
                      {kFalse, number("1"), "false", "null"}};
  for (const Row& row : rows) {
    CAPTURE(to_feel_text(row.a));
    CAPTURE(to_feel_text(row.b));
    CHECK(answer(logical_and(row.a, row.b)) == row.both);
    CHECK(answer(logical_and(row.b, row.a)) == row.both);
    CHECK(answer(logical_or(row.a, row.b)) == row.either);
    CHECK(answer(logical_or(row.b, row.a)) == row.either);
  }
  CHECK(answer(logical_not(kTrue)) == "false");
  CHECK(answer(logical_not(kFalse)) == "true");
  CHECK(answer(logical_not(kUnknown)) == "unknown 9");
  CHECK(answer(logical_not(kNull)) == "null");
  CHECK(answer(logical_not(number("1"))) == "null");
}

TEST_CASE("a comparison without an answer says why") {
  const auto check = [](const Value& value, const DiagnosticKind& kind, std::string_view en) {
    REQUIRE(value.is_null());
    CHECK(value.as_null().reason == &kind);
    REQUIRE(value.as_null().args);
    CHECK(message_text(kind, *value.as_null().args, Tongue::English) == en);
  };
  check(equals(number("1"), text("1")), kValueTypesDiffer, "cannot compare number with string");
  check(less(kTrue, kTrue), kValueNotOrdered, "values of type boolean have no order");
}

TEST_CASE("sameness is stricter than equality") {
  CHECK(is_same(clock_time("10:30:00"), clock_time("10:30:00")));
  CHECK(!is_same(clock_time("10:30:00.1"), clock_time("10:30:00.2")));
  CHECK(!is_same(moment("2026-01-01T08:00:00+08:00"), moment("2026-01-01T00:00:00Z")));
  CHECK(!is_same(moment("2026-01-01T00:00:00@UTC"), moment("2026-01-01T00:00:00Z")));
  CHECK(is_same(kNull, Value::null(kValueTooDeep)));
  CHECK(is_same(kUnknown, Value::unknown(FactId{9})));
  CHECK(!is_same(kUnknown, Value::unknown(FactId{8})));
  CHECK(is_same(amount(1, 2), amount(1, 2)));
  CHECK(!is_same(amount(1, 2), amount(1, 3)));
  CHECK(is_same(list({kNull, kUnknown}), list({kNull, kUnknown})));
  CHECK(!is_same(list({kNull}), list({kUnknown})));
}
