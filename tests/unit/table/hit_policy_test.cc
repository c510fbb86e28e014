// SPDX-License-Identifier: MIT
#include "engine/table/hit_policy.h"

#include <doctest/doctest.h>

using namespace zhilu;

namespace {

constexpr Truth F = Truth::False;
constexpr Truth U = Truth::Unknown;
constexpr Truth T = Truth::True;

using Rules = std::vector<std::uint32_t>;

Value text(const char* s) {
  return Value::string(s);
}
Value number(std::int64_t n) {
  return Value::number(Decimal(n));
}

void check(HitPolicy policy, std::vector<Truth> rules, Rules matched, Rules possible) {
  const std::vector<std::uint32_t> rank{2, 1, 0, 3};
  const TableResult result = apply_hit_policy(policy, rules, rank);
  CHECK(result.matched == matched);
  CHECK(result.possible == possible);
  CHECK(result.clash.empty());
}

/// The output of a column of kind `kind` with three options.
struct Column {
  explicit Column(FactKind kind) {
    fact.kind = kind;
    fact.options = {{.id = "high"}, {.id = "low"}, {.id = "none"}};
  }
  Value output(HitPolicy policy, const TableResult& result, std::vector<Value> values,
               std::optional<Value> fallback = std::nullopt) const {
    return table_output(policy, result, values, {&fact, FactId{0}, std::move(fallback)}, missing);
  }
  Fact fact;
  FactSet missing{FactId{7}};
};

}  // namespace

TEST_CASE("a first-hit table keeps open what may come before the first certain rule") {
  check(HitPolicy::First, {F, T, T}, {1}, {});
  check(HitPolicy::First, {U, T, U}, {1}, {0});
  check(HitPolicy::First, {U, F, U}, {}, {0, 2});
}

TEST_CASE("a unique table rules open rows out once one holds, and matches nothing if two hold") {
  check(HitPolicy::Unique, {U, T, F}, {1}, {});
  check(HitPolicy::Unique, {U, F, U}, {}, {0, 2});
  const TableResult result = apply_hit_policy(HitPolicy::Unique, std::vector<Truth>{T, F, T}, {});
  CHECK(result.clash == Rules{0, 2});
  CHECK(result.matched.empty());
}

TEST_CASE("rules of an any-table may hold together as long as they say the same") {
  const std::vector<std::vector<Value>> outputs{{text("a")}, {text("b")}, {text("a")}};
  const auto ranks = rank_rules(HitPolicy::Any, outputs, {});
  CHECK(apply_hit_policy(HitPolicy::Any, std::vector<Truth>{T, U, T}, ranks).matched == Rules{0});
  CHECK(apply_hit_policy(HitPolicy::Any, std::vector<Truth>{T, T, F}, ranks).clash == Rules{0, 1});
}

TEST_CASE("a priority table keeps open only what would outrank the best certain rule") {
  check(HitPolicy::Priority, {T, U, U, U}, {0}, {1, 2});
  check(HitPolicy::Priority, {T, T, F, U}, {1}, {});
}

TEST_CASE("priority goes by the first column, then by the next, then by the order of the rules") {
  const auto place = [](std::size_t column, const Value& value) {
    const std::string& name = value.as_string();
    return column == 0 ? (name == "yes" ? 0U : 1U) : (name == "best" ? 0U : 1U);
  };
  const std::vector<std::vector<Value>> outputs{{text("no"), text("best")},
                                                {text("yes"), text("plain")},
                                                {text("yes"), text("best")},
                                                {text("yes"), text("plain")}};
  const auto ranks = rank_rules(HitPolicy::OutputOrder, outputs, place);
  const std::vector<Truth> all{T, T, T, T};
  CHECK(apply_hit_policy(HitPolicy::OutputOrder, all, ranks).matched == Rules{2, 1, 3, 0});
  CHECK(apply_hit_policy(HitPolicy::Priority, all, ranks).matched == Rules{2});
}

TEST_CASE("a rule whose output is open has no place yet, so nothing is certain") {
  const auto place = [](std::size_t, const Value&) { return 0U; };
  const std::vector<std::vector<Value>> outputs{{text("a")}, {Value::unknown(FactId{3})}};
  const auto ranks = rank_rules(HitPolicy::Priority, outputs, place);
  const TableResult result = apply_hit_policy(HitPolicy::Priority, std::vector<Truth>{T, T}, ranks);
  CHECK(result.matched.empty());
  CHECK(result.possible == Rules{0, 1});
}

TEST_CASE("collecting tables take every rule that holds") {
  check(HitPolicy::Collect, {T, U, T}, {0, 2}, {1});
  check(HitPolicy::RuleOrder, {T, F, T}, {0, 2}, {});
  check(HitPolicy::OutputOrder, {T, T, T}, {2, 1, 0}, {});
}

TEST_CASE("an output of which several values are possible is known in part") {
  const Column column(FactKind::Choice);
  const std::vector<Value> values{text("high"), text("low")};
  const auto output = [&](const TableResult& result, std::optional<Value> fallback = std::nullopt) {
    return column.output(HitPolicy::First, result, values, std::move(fallback));
  };
  const Value open = output({.matched = {1}, .possible = {0}, .clash = {}});
  REQUIRE(open.is(ValueKind::PartialChoice));
  CHECK(open.as_partial_choice().options == std::vector<std::string>{"high", "low"});
  CHECK(output({.matched = {1}, .possible = {}, .clash = {}}).as_string() == "low");
  CHECK(output({.matched = {}, .possible = {0}, .clash = {}}).missing() == column.missing);
  CHECK(output({}).is_null());
  // A default is what remains if no rule holds.
  CHECK(output({}, text("none")).as_string() == "none");
  CHECK(output({.matched = {}, .possible = {0}, .clash = {}}, text("high")).as_string() == "high");
  CHECK(output({.matched = {}, .possible = {0}, .clash = {}}, text("none")).is(ValueKind::PartialChoice));
  CHECK(output({.matched = {}, .possible = {0}, .clash = {}}, Value::null()).is_unknown());
}

TEST_CASE("a single number of which several are possible has bounds") {
  const Column column(FactKind::Money);
  const Value open = column.output(HitPolicy::First, {.matched = {2}, .possible = {0, 1}, .clash = {}},
                                   {number(5), number(9), number(7)});
  REQUIRE(open.is(ValueKind::Interval));
  CHECK(open.as_interval().low == Decimal(5));
  CHECK(open.as_interval().high == Decimal(9));
}

TEST_CASE("a list of which members are open is known in part") {
  const Column column(FactKind::Choices);
  const std::vector<Value> values{text("high"), text("low")};
  const Value open =
      column.output(HitPolicy::Collect, {.matched = {1}, .possible = {0}, .clash = {}}, values);
  REQUIRE(open.is(ValueKind::PartialSet));
  CHECK(open.as_partial_set().holds == std::vector<std::string>{"low"});
  CHECK(open.as_partial_set().fails == std::vector<std::string>{"none"});
  CHECK(column.output(HitPolicy::Collect, {}, values).as_list().empty());
  // A default that is not known itself rules nothing out.
  const Value unknown = Value::unknown(FactId{3});
  CHECK(column.output(HitPolicy::Collect, {}, values, unknown).missing() == FactSet(FactId{3}));
  CHECK(column.output(HitPolicy::Collect, {.matched = {}, .possible = {0}, .clash = {}}, values, unknown)
            .missing() == column.missing);
  CHECK(column.output(HitPolicy::Collect, {}, values, text("none")).as_list().size() == 1);
}

TEST_CASE("collected numbers are made one, and have bounds while a rule is open") {
  const Column column(FactKind::Number);
  const std::vector<Value> values{number(2), number(5), number(1), number(-4)};
  const auto output = [&](HitPolicy policy, Rules matched, Rules possible,
                          std::optional<Value> fallback = std::nullopt) {
    return to_feel_text(
        column.output(policy, {std::move(matched), std::move(possible), {}}, values, std::move(fallback)));
  };
  CHECK(output(HitPolicy::CollectSum, {0, 1, 2}, {}) == "8");
  CHECK(output(HitPolicy::CollectMin, {0, 1, 2}, {}) == "1");
  CHECK(output(HitPolicy::CollectMax, {0, 1, 2}, {}) == "5");
  CHECK(output(HitPolicy::CollectCount, {0, 1, 2}, {}) == "3");
  CHECK(output(HitPolicy::CollectCount, {}, {}) == "0");
  CHECK(output(HitPolicy::CollectSum, {}, {}) == "null");
  CHECK(output(HitPolicy::CollectSum, {}, {}, number(0)) == "0");
  CHECK(output(HitPolicy::CollectSum, {0}, {1, 3}) == "about [-2..7]");
  CHECK(output(HitPolicy::CollectMin, {0}, {1, 2}) == "about [1..2]");
  CHECK(output(HitPolicy::CollectMax, {0}, {1, 2}) == "about [2..5]");
  CHECK(output(HitPolicy::CollectCount, {0}, {1, 2}) == "about [1..3]");
  // Nothing certain, no default: there may be no value.
  CHECK(output(HitPolicy::CollectSum, {}, {1, 2}) == "unknown");
  CHECK(output(HitPolicy::CollectSum, {}, {1, 2}, number(0)) == "about [0..6]");
}
