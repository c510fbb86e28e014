// SPDX-License-Identifier: MIT
#include "engine/session/tables.h"

#include <doctest/doctest.h>

using namespace zhilu;

namespace {

constexpr Truth F = Truth::False;
constexpr Truth U = Truth::Unknown;
constexpr Truth T = Truth::True;

using Rules = std::vector<std::uint32_t>;

void check(HitPolicy policy, std::vector<Truth> rules, Rules matched, Rules possible) {
  const std::vector<std::uint32_t> rank{2, 1, 0, 3};
  const TableResult result = apply_hit_policy(policy, rules, rank);
  CHECK(result.matched == matched);
  CHECK(result.possible == possible);
}

}  // namespace

TEST_CASE("a first-hit table keeps open what may come before the first certain rule") {
  check(HitPolicy::First, {F, T, T}, {1}, {});
  check(HitPolicy::First, {U, T, U}, {1}, {0});
  check(HitPolicy::First, {U, F, U}, {}, {0, 2});
}

TEST_CASE("a unique table rules open rows out once one holds, and notices two that hold") {
  check(HitPolicy::Unique, {U, T, F}, {1}, {});
  check(HitPolicy::Unique, {U, F, U}, {}, {0, 2});
  CHECK(apply_hit_policy(HitPolicy::Unique, std::vector<Truth>{T, T}, {}).conflict);
}

TEST_CASE("a priority table keeps open only what would outrank the best certain rule") {
  check(HitPolicy::Priority, {T, U, U, U}, {0}, {1, 2});
  check(HitPolicy::Priority, {T, T, F, U}, {1}, {});
}

TEST_CASE("collecting tables take every rule that holds") {
  check(HitPolicy::Collect, {T, U, T}, {0, 2}, {1});
  check(HitPolicy::RuleOrder, {T, F, T}, {0, 2}, {});
  check(HitPolicy::OutputOrder, {T, T, T}, {2, 1, 0}, {});
}

TEST_CASE("an output of which several values are possible is known in part") {
  Fact fact;
  fact.kind = FactKind::Choice;
  fact.options = {{.id = "high"}, {.id = "low"}, {.id = "none"}};
  DecisionTable table;
  table.hit = HitPolicy::First;
  const std::vector<Value> values{Value::string("high"), Value::string("low")};
  const FactSet missing(FactId{7});
  const Value open = table_output(table, {.matched = {1}, .possible = {0}}, values, fact, FactId{0}, missing);
  REQUIRE(open.is(ValueKind::PartialChoice));
  CHECK(open.as_partial_choice().options == std::vector<std::string>{"high", "low"});
  CHECK(table_output(table, {.matched = {1}}, values, fact, FactId{0}, missing).as_string() == "low");
  CHECK(table_output(table, {.possible = {0}}, values, fact, FactId{0}, missing).missing() == missing);
  CHECK(table_output(table, {}, values, fact, FactId{0}, missing).is_null());
}

TEST_CASE("collected numbers add up, and are unknown while a rule is open") {
  DecisionTable table;
  const Fact fact;
  const std::vector<Value> values{Value::number(Decimal(2)), Value::number(Decimal(5)),
                                  Value::number(Decimal(1))};
  const auto output = [&](HitPolicy policy, Rules possible) {
    table.hit = policy;
    return table_output(table, {.matched = {0, 1, 2}, .possible = possible}, values, fact, FactId{0}, {});
  };
  CHECK(output(HitPolicy::CollectSum, {}).as_number() == Decimal(8));
  CHECK(output(HitPolicy::CollectMin, {}).as_number() == Decimal(1));
  CHECK(output(HitPolicy::CollectMax, {}).as_number() == Decimal(5));
  CHECK(output(HitPolicy::CollectCount, {}).as_number() == Decimal(3));
  CHECK(output(HitPolicy::CollectSum, {3}).is_unknown());
}
