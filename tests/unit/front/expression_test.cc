// SPDX-License-Identifier: MIT
#include "engine/expression.h"

#include <doctest/doctest.h>

#include <fstream>

#include "engine/intake/matter_reader.h"

using namespace zhilu;

namespace {

const Engine& engine() {
  static const Opened kOpened = open_folder(ZHILU_SOURCE_DIR "/tests/cli/knowledge");
  REQUIRE(kOpened.engine);
  return *kOpened.engine;
}

Matter with_loss(int yuan) {
  Matter matter = engine().new_matter();
  set_amount(matter, engine().knowledge().find_fact("loss_amount"), Decimal(yuan), Decimal(yuan),
             Origin::Answer);
  return matter;
}

// The tree in one line: value(part, part).
std::string outline(const ExpressionPart& part) {
  std::string text = part.value;
  if (!part.error.empty()) text += "!" + part.error;
  if (part.parts.empty()) return text;
  text += "(";
  for (std::size_t i = 0; i < part.parts.size(); ++i) text += (i > 0 ? ", " : "") + outline(part.parts[i]);
  return text + ")";
}

ExplainedExpression explain(std::string_view expression, const Matter& matter) {
  return explain_expression(expression, engine(), matter, *Date::parse("2026-11-22"), Language::Hans);
}

}  // namespace

TEST_CASE("the parts of an expression show how its value came about") {
  const Matter matter = with_loss(5000);
  const auto check = [&](std::string_view expression, std::string_view expected) {
    CAPTURE(expression);
    CHECK(outline(explain(expression, matter).whole) == expected);
  };
  check("loss_amount >= 3000 and \"fraud\" in issues", "unknown(true(5000), unknown(unknown))");
  check("loss_amount", "5000");
  check("7", "7");
  check("loss_amount in [1..9]", "false(5000)");
  check("loss_amount in (< 5, > 4 * 2)", "true(5000, 8)");
  check("1 + 1 / 0", "null(null!division-by-zero)");
  check("if loss_amount > 1 then 1 else 1 / 0", "1(true(5000), null!division-by-zero)");
  check("abs(n: -loss_amount)", "5000(-5000(5000))");
  check("some x in [loss_amount, 1] satisfies x > 4", "true([5000, 1](5000), true(5000), false(1))");
  check("count([1, 2, 3][item > 1])", "2([2, 3](false(1), true(2), true(3)))");
  check("for x in [1, 2] return x + loss_amount", "[5001, 5002](5001(1, 5000), 5002(2, 5000))");
  check("every x in [1, 2] satisfies (some y in [2, 3] satisfies x < y)",
        "true(true(true(1, 2), true(1, 3)), true(false(2, 2), true(2, 3)))");
  check("{a: loss_amount, b: a + 1}.b", "5001({a: 5000, b: 5001}(5000))");
  check("(function(x) x + 1)(loss_amount)", "5001(5000)");
  check("[{a: 1}, {a: 2}][a > 1]", "[{a: 2}]([{a: 1}, {a: 2}]({a: 1}, {a: 2}))");
}

TEST_CASE("a part says which facts it lacks, and where a fact comes from") {
  const ExplainedExpression explained =
      explain("loss_amount >= 3000 and \"fraud\" in issues", with_loss(5000));
  CHECK(explained.whole.missing == std::vector<std::string>{"issues"});
  CHECK(explained.whole.truth == Truth::Unknown);
  CHECK(explained.whole.parts[0].truth == Truth::True);
  CHECK(explained.whole.parts[0].parts[0].from == "answer");
  CHECK(explained.whole.parts[0].parts[0].value_words == "5,000 元");
  CHECK_FALSE(explained.whole.parts[0].parts[0].truth.has_value());
}

TEST_CASE("what cannot be read has no parts, and long expressions are shortened") {
  const Matter matter = with_loss(1);
  CHECK(explain("1 +", matter).whole.expression.empty());
  CHECK(explain("1 +", matter).result.diagnostics.has_errors());
  std::string longer = "loss_amount";
  for (int i = 0; i < 700; ++i) longer += " or loss_amount > " + std::to_string(i);
  CHECK(explain("false or " + longer.substr(15), matter).shortened);
  CHECK(explain("every x in [1,2,3,4,5,6,7,8,9,10,11,12] satisfies x > loss_amount - 1", matter).shortened);
}

TEST_CASE("everything on the language page can be explained, and its explanation gives the same value") {
  std::ifstream page(ZHILU_SOURCE_DIR "/docs/language.md");
  const Matter matter = with_loss(5000);
  int explained = 0;
  for (std::string line; std::getline(page, line);) {
    const std::size_t arrow = line.find("→");
    if (arrow == std::string::npos) continue;
    CAPTURE(line);
    const ExplainedExpression one = explain(line.substr(0, arrow), matter);
    CHECK(one.whole.value == one.result.value);
    CHECK(one.whole.words.empty() == one.whole.expression.empty());
    if (!one.whole.words.empty()) ++explained;
  }
  CHECK(explained > 150);
}
