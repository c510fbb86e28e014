// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/unit/expr/matter.h"

namespace zhilu::test {
namespace {

struct Row {
  std::string text;
  std::string facts;
  std::string expected;
};

void check_all(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.facts);
    CHECK(evaluate(row.text, row.facts) == row.expected);
  }
}

TEST_CASE("numbers are exact decimals") {
  check_all({
      {"0.1 + 0.2 = 0.3", "", "true"},
      {"1 / 3 * 3", "", "0.9999999999999999999999999999999999"},
      {"2 ** 10", "", "1024"},
      {"2 ** 3 ** 2", "", "64"},
      {"-2 ** 2", "", "4"},
      {"2 + 3 * 4", "", "14"},
      {"(2 + 3) * 4", "", "20"},
      {"10 - 3 - 2", "", "5"},
      {"--5", "", "5"},
      {"1e3 + .5", "", "1000.5"},
      {"9999999999999999999999999999999999 + 1", "", "10000000000000000000000000000000000"},
      {"10 ** 7000", "", "null"},
      {"1 / 0", "", "null"},
  });
}

TEST_CASE("comparisons, ranges and membership give true, false or null") {
  check_all({
      {"loss_amount >= 3000", "loss_amount = 3000", "true"},
      {"loss_amount < 3000", "loss_amount = 3000", "false"},
      {"loss_amount between 1 and 3000", "loss_amount = 3000", "true"},
      {"loss_amount in [1..3000)", "loss_amount = 3000", "false"},
      {"loss_amount in ]1..3000]", "loss_amount = 3000", "true"},
      {"loss_amount in (1, 2, >= 3000)", "loss_amount = 3000", "true"},
      {"loss_amount in < 10", "loss_amount = 3000", "false"},
      {"loss_amount != 3000", "loss_amount = 3000", "false"},
      {"platform = \"bank\"", "platform = \"bank\"", "true"},
      {"platform in (\"bank\", \"loan\")", "platform = \"other\"", "false"},
      {"platform in [\"bank\", \"loan\"]", "platform = \"loan\"", "true"},
      {"\"fraud\" in issues", "issues = [\"fraud\"]", "true"},
      {"\"other\" in issues", "issues = [\"fraud\"]", "false"},
      {"list contains(issues, \"fraud\")", "issues = [\"fraud\"]", "true"},
      {"\"b\" < \"c\"", "", "true"},
      {"null = null", "", "true"},
      {"loss_amount = null", "loss_amount = null", "true"},
      {"loss_amount > 1", "loss_amount = null", "null"},
      {"1 = \"1\"", "", "null"},
      {"[1, 2] = [1, 2]", "", "true"},
      {"{a: 1} = {a: 1}", "", "true"},
      {"3 in [[1..2], [3..4]]", "", "true"},
      {"5 in (< 3, > 4)", "", "true"},
  });
}

TEST_CASE("and, or, not and if follow three-valued logic") {
  check_all({
      {"true and null", "", "null"},
      {"false and null", "", "false"},
      {"true or null", "", "true"},
      {"false or null", "", "null"},
      {"not(null)", "", "null"},
      {"not(true)", "", "false"},
      {"true and \"x\"", "", "null"},
      {"true and true and true and false", "", "false"},
      {"false or false or true", "", "true"},
      {"true or false and false", "", "true"},
      {"if emergency then 1 else 2", "emergency = true", "1"},
      {"if emergency then 1 else 2", "emergency = null", "2"},
      {"if loss_amount > 1 then \"a\" else \"b\"", "loss_amount = 0", "\"b\""},
  });
}

TEST_CASE("loops, filters and contexts") {
  check_all({
      {"for x in [1, 2, 3] return x * 2", "", "[2, 4, 6]"},
      {"for x in 3..1 return x", "", "[3, 2, 1]"},
      {"for x in [1, 2], y in [10, 20] return x + y", "", "[11, 21, 12, 22]"},
      {"for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "", "[1, 1, 2, 6, 24]"},
      {"for x in [1..3] return x", "", "[1, 2, 3]"},
      {"for x in (1..4) return x", "", "[2, 3]"},
      {"for d in @\"2026-01-30\"..@\"2026-02-01\" return d.day", "", "[30, 31, 1]"},
      {"some x in [1, 5] satisfies x > 3", "", "true"},
      {"every x in [1, 5] satisfies x > 3", "", "false"},
      {"every x in [] satisfies x > 3", "", "true"},
      {"some x in [1, null] satisfies x > 3", "", "null"},
      {"[1, 2, 3, 4][item > 2]", "", "[3, 4]"},
      {"[1, 2, 3][2]", "", "2"},
      {"[1, 2, 3][-1]", "", "3"},
      {"[1, 2, 3][4]", "", "null"},
      {"[{a: 1, b: \"x\"}, {a: 2, b: \"y\"}][a > 1].b", "", "[\"y\"]"},
      {"[{a: 1}, {b: 2}][b = 2]", "", "[{b: 2}]"},
      {"{x: 1, y: x + 1}.y", "", "2"},
      {"{长 度: 2, 面积: 长 度 * 3}.面积", "", "6"},
      {"{\"a b\": 1}.a b", "", "1"},
      {"[{item: 7}][item = 7]", "", "[{item: 7}]"},
      {"[[1, 2], [3]][count(item) > 1]", "", "[[1, 2]]"},
  });
}

TEST_CASE("functions written in the language see what is around them") {
  check_all({
      {"(function(a, b) a - b)(5, 3)", "", "2"},
      {"{f: function(a: number) a + loss_amount, r: f(1)}.r", "loss_amount = 10", "11"},
      {"{add: function(a) function(b) a + b, r: add(1)(2)}.r", "", "3"},
      {"{f: function(a, b) a - b, r: f(b: 1, a: 10)}.r", "", "9"},
      {"(function(a: number) a)(\"x\")", "", "null"},
      {"(function(a) a)()", "", "null"},
      {"sort([3, 1, 2], function(x, y) x < y)", "", "[1, 2, 3]"},
      {"for f in [abs, sqrt] return f(4)", "", "[4, 2]"},
      {"(function(a) external {java: {class: \"x\"}})(1)", "", "null"},
      {"{k: 2, r: [1, 2, 3][item > k]}.r", "", "[3]"},
      {"for k in [1, 2] return (function(x) x * k)(10)", "", "[10, 20]"},
  });
}

TEST_CASE("dates, times and durations") {
  check_all({
      {"happened_on + @\"P1M\"", "happened_on = @\"2026-01-31\"", "@\"2026-02-28\""},
      {"today() - happened_on", "happened_on = @\"2026-11-20\"", "@\"P2D\""},
      {"today() - happened_on <= @\"P2D\"", "happened_on = @\"2026-11-20\"", "true"},
      {"happened_on + wait", "happened_on = @\"2026-11-20\"; wait = @\"P7D\"", "@\"2026-11-27\""},
      {"happened_on < complained_on", "happened_on = @\"2026-11-20\"; complained_on = @\"2026-11-21\"",
       "true"},
      {"date(\"2026-02-30\")", "", "null"},
      {"date(2026, 2, 28).weekday", "", "6"},
      {"years and months duration(@\"2020-01-31\", @\"2023-03-01\")", "", "@\"P3Y1M\""},
      {"@\"10:00:00\" + @\"PT15H\"", "", "@\"01:00:00\""},
      {"@\"P3D\" * 2", "", "@\"P6D\""},
      {"@\"P1D\" / @\"PT6H\"", "", "4"},
      {"working days between(@\"2026-11-20\", @\"2026-11-24\")", "", "2"},
      {"add working days(@\"2026-11-20\", 7)", "", "@\"2026-12-01\""},
      {"add working days(@\"2026-11-20\", -1)", "", "null"},
      {"event(\"complain_platform\").on", "", "@\"2026-11-01\""},
      {"event(\"complain_platform\").on + @\"P15D\" < today()", "", "true"},
      {"event(\"report_police\") = null", "", "true"},
      {"event(\"report_police\").on", "", "null"},
      {"day of week(@\"2026-11-22\")", "", "\"Sunday\""},
      {"week of year(@\"2027-01-01\")", "", "53"},
  });
}

TEST_CASE("names may hold blanks, operators and Chinese characters") {
  check_all({
      {"金额 + 1", "金额 = 5", "6"},
      {"损失 金额 + 1", "损失 金额 = 5", "6"},
      {"损失  金额", "损失 金额 = 5", "5"},
      {"年-龄 >= 18", "年-龄 = 20", "true"},
      {"年-龄-1", "年-龄 = 20", "19"},
  });
}

TEST_CASE("instance of knows simple and composed types") {
  check_all({
      {"1 instance of number", "", "true"},
      {"\"a\" instance of number", "", "false"},
      {"null instance of Any", "", "false"},
      {"[1, 2] instance of list<number>", "", "true"},
      {"[1, \"a\"] instance of list<number>", "", "false"},
      {"{a: 1} instance of context<a: number>", "", "true"},
      {"@\"P1Y\" instance of years and months duration", "", "true"},
      {"[1..2] instance of range<number>", "", "true"},
      {"(function(a) a) instance of function<Any>->Any", "", "true"},
      {"loss_amount instance of number", "loss_amount = 3", "true"},
  });
}

TEST_CASE("any node of a program can be evaluated by itself") {
  Diagnostics diagnostics;
  const auto program = expr::compile("loss_amount > 3000 and (platform = \"bank\" or emergency)",
                                     plain_origin(), sample_scope(), diagnostics);
  REQUIRE(diagnostics.empty());
  const SampleMatter matter("loss_amount = 1; platform = \"bank\"");
  const auto value_of = [&](expr::ExprId id) { return show(expr::evaluate(*program, id, matter)); };
  const expr::Ast& ast = program->ast();
  CHECK(value_of(program->root()) == "false");
  CHECK(value_of(ast.child(program->root(), 0)) == "false");
  const expr::ExprId either = ast.child(program->root(), 1);
  CHECK(value_of(either) == "true");
  CHECK(value_of(ast.child(either, 1)) == "unknown(emergency)");
  CHECK(value_of(ast.child(ast.child(either, 0), 1)) == "\"bank\"");
}

TEST_CASE("constants are folded and known as such") {
  const auto is_constant = [](std::string_view text) {
    Diagnostics diagnostics;
    return expr::compile(text, plain_origin(), sample_scope(), diagnostics)->is_constant();
  };
  CHECK(is_constant("1 + 2 * 3"));
  CHECK(is_constant("date(\"2026-01-01\") + @\"P1D\""));
  CHECK(is_constant("[1, 2, -3]"));
  CHECK_FALSE(is_constant("today()"));
  CHECK_FALSE(is_constant("loss_amount"));
  CHECK_FALSE(is_constant("1 / 0"));
}

TEST_CASE("a program knows the facts it reads") {
  Diagnostics diagnostics;
  const auto program = expr::compile("platform = \"bank\" and loss_amount > 1 or loss_amount < 0",
                                     plain_origin(), sample_scope(), diagnostics);
  std::vector<std::string> names;
  for (const FactId fact : program->facts()) names.push_back(fact_name(fact));
  CHECK(names == std::vector<std::string>{"loss_amount", "platform"});
}

}  // namespace
}  // namespace zhilu::test
