// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/unit/expr/matter.h"

namespace zhilu::test {
namespace {

struct Outcome {
  std::string value;
  std::vector<std::string> faults;
};

Outcome run(std::string_view text, const expr::Budget& budget = {}) {
  Diagnostics diagnostics;
  const auto program = expr::compile(text, plain_origin(), sample_scope(), diagnostics);
  Faults faults;
  const Value value = expr::evaluate(*program, SampleMatter("loss_amount = 5"), &faults, budget);
  return {show(value), faults.codes};
}

TEST_CASE("an evaluation that would use too much ends in null, by name, and sooner with less to use") {
  struct Row {
    std::string text;
    std::string code;
  };
  const Row rows[] = {
      {"for x in 1..1000000 return x", "budget-list"},
      {"for x in 1..1000, y in 1..1000, z in 1..1000 return 1", "budget-list"},
      {"some x in 1..90000, y in 1..90000 satisfies x + y < 0", "budget-steps"},
      {"count(for x in 1..90000 return count(for y in 1..90000 return y))", "budget-steps"},
      {"{f: function(g, n) g(g, n + 1), r: f(f, 0)}.r", "budget-calls"},
      {"{a: \"0123456789abcdef\", b: a+a+a+a+a+a+a+a, c: b+b+b+b+b+b+b+b, d: c+c+c+c+c+c+c+c, "
       "e: d+d+d+d+d+d+d+d, f: e+e+e+e+e+e+e+e, g: f+f+f+f+f+f+f+f}.g",
       "budget-text"},
      {"{a: [1,1,1,1,1,1,1,1,1,1], b: concatenate(a,a,a,a,a,a,a,a,a,a), c: concatenate(b,b,b,b,b,b,b,b,b,b), "
       "d: concatenate(c,c,c,c,c,c,c,c,c,c), e: concatenate(d,d,d,d,d,d,d,d,d,d), "
       "f: concatenate(e,e,e,e,e,e,e,e,e,e)}.f",
       "budget-list"},
      {"count(distinct values(for x in 1..50000 return x))", "budget-steps"},
      {"for x in 1..100000 return partial", "value-too-large"},
      {"string({a: [1, 1], b: [a, a, a, a], c: [b, b, b, b], d: [c, c, c, c], e: [d, d, d, d], f: [e, e, e, "
       "e], "
       "g: [f, f, f, f], h: [g, g, g, g], i: [h, h, h, h], j: [i, i, i, i], k: [j, j, j, j]})",
       "value-too-large"},
  };
  expr::Budget few_steps;
  few_steps.steps /= 1000;
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Outcome outcome = run(row.text);
    CHECK((outcome.value == "null" || row.code == "value-too-large"));
    REQUIRE_FALSE(outcome.faults.empty());
    CHECK(outcome.faults.front() == row.code);
    // Nothing of it goes on beside the budget: with a thousandth of the steps it still ends, in null.
    const Outcome sooner = run(row.text, few_steps);
    CHECK(sooner.value == "null");
    REQUIRE_FALSE(sooner.faults.empty());
    CHECK((sooner.faults.front().starts_with("budget-") || sooner.faults.front() == row.code));
  }
}

TEST_CASE("the budget is the caller's") {
  expr::Budget small;
  small.steps = 5;
  CHECK(run("loss_amount + 1 + 1 + 1 + 1", small).faults == std::vector<std::string>{"budget-steps"});
  CHECK(run("loss_amount + 1", small).value == "6");
  small = {};
  small.list_items = 3;
  CHECK(run("for x in 1..loss_amount return x", small).faults.front() == "budget-list");
  small = {};
  small.string_bytes = 4;
  CHECK(run("\"abc\" + \"def\" + string(loss_amount)", small).faults.front() == "budget-text");
}

TEST_CASE("a function may call others within the budget") {
  CHECK(run("{f: function(g, n) if n = 0 then 0 else 1 + g(g, n - 1), r: f(f, 100)}.r").value == "100");
}

TEST_CASE("every null that is an error says why and where") {
  struct Row {
    std::string text;
    std::string code;
    std::string place;
  };
  const Row rows[] = {
      {"1 + loss_amount / 0", "division-by-zero", "loss_amount / 0"},
      {"loss_amount + null", "null-operand", "loss_amount + null"},
      {"string(loss_amount) > 1", "value-types-differ", "string(loss_amount) > 1"},
      {"substring(\"abc\", loss_amount)", "argument-value", "substring(\"abc\", loss_amount)"},
      {"[1, 2][loss_amount]", "no-such-index", "[1, 2][loss_amount]"},
      {"event(\"x\").on", "no-such-entry", "event(\"x\").on"},
      {"abs(null)", "argument-null", "abs(null)"},
      {"date(string(loss_amount))", "argument-value", "date(string(loss_amount))"},
      {"matches(\"a\", \"b\")", "no-regex", "matches(\"a\", \"b\")"},
      {"(function(a: string) a)(loss_amount)", "argument-type", "(function(a: string) a)(loss_amount)"},
      {"@\"10:00:00@Europe/Paris\"", "bad-temporal", "@\"10:00:00@Europe/Paris\""},
      {"if string(loss_amount) = \"5\" then 10 ** 7000 else 0", "number-overflow", "10 ** 7000"},
      {"@\"999999999-12-31\" + @\"P1D\"", "date-overflow", "@\"999999999-12-31\" + @\"P1D\""},
      {"@\"10:00:00\" - @\"10:00:00Z\"", "mixed-zones", "@\"10:00:00\" - @\"10:00:00Z\""},
      {"for x in null return x", "not-a-list", "for x in null return x"},
      {"loss_amount and true", "not-a-boolean", "loss_amount and true"},
      {"nope", "unknown-name", "nope"},
      {"substring(\"a\")", "argument-count", "substring(\"a\")"},
      {"1 +", "syntax-error", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics diagnostics;
    const auto program = expr::compile(row.text, plain_origin(), sample_scope(), diagnostics);
    Faults faults;
    const Value value = expr::evaluate(*program, SampleMatter("loss_amount = 5"), &faults);
    CHECK(value.is_null());
    REQUIRE_FALSE(faults.codes.empty());
    CHECK(faults.codes.front() == row.code);
    if (faults.codes.size() == 1) CHECK(faults.place == row.place);
  }
}

}  // namespace
}  // namespace zhilu::test
