// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "engine/expr/printer.h"
#include "tests/unit/expr/matter.h"

namespace zhilu::test {
namespace {

std::shared_ptr<const expr::Program> compile_cell(std::string_view cell, std::string_view input,
                                                  Diagnostics& diagnostics) {
  const auto program = expr::compile(input, plain_origin(), sample_scope(), diagnostics);
  return expr::compile_unary_test(cell, plain_origin(), *program, sample_scope(), diagnostics);
}

TEST_CASE("a cell of a decision table becomes a plain condition on its input") {
  struct Row {
    std::string cell;
    std::string input;
    std::string condition;
  };
  const Row rows[] = {
      {"\"wallet_payment\"", "platform", "platform = \"wallet_payment\""},
      {"\"bank\", \"loan\"", "platform", "platform in (\"bank\", \"loan\")"},
      {">= 3000", "loss_amount", "loss_amount >= 3000"},
      {"!= 3000", "loss_amount", "loss_amount != 3000"},
      {"[1..5]", "loss_amount", "loss_amount in [1..5]"},
      {"< 1, > 5", "loss_amount", "loss_amount in (< 1, > 5)"},
      {"not(\"bank\")", "platform", "not(platform = \"bank\")"},
      {"not(\"bank\", \"loan\")", "platform", "not(platform in (\"bank\", \"loan\"))"},
      {"\"fraud\" in ?", "issues", "\"fraud\" in issues"},
      {"not(\"fraud\" in ?)", "issues", "not(\"fraud\" in issues)"},
      {"true", "emergency", "emergency = true"},
      {"null", "loss_amount", "loss_amount = null"},
      {"? > 1 and ? < 5", "loss_amount", "loss_amount > 1 and loss_amount < 5"},
      {"fee", "loss_amount", "loss_amount in fee"},
      {"-5", "loss_amount", "loss_amount in -5"},
      {"> 1", "loss_amount + fee", "loss_amount + fee > 1"},
      {"not(\"bank\") and emergency", "platform", "not(\"bank\") and emergency"},
      {"@\"2026-01-01\"", "happened_on", "happened_on = @\"2026-01-01\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cell);
    Diagnostics diagnostics;
    const auto program = compile_cell(row.cell, row.input, diagnostics);
    REQUIRE(program != nullptr);
    CHECK(expr::print(program->ast()) == row.condition);
  }
}

TEST_CASE("a cell that tests nothing has no program") {
  for (const std::string_view cell : {"-", "", " - "}) {
    Diagnostics diagnostics;
    CHECK(compile_cell(cell, "platform", diagnostics) == nullptr);
    CHECK(diagnostics.empty());
  }
}

TEST_CASE("a cell is checked against its input") {
  struct Row {
    std::string cell;
    std::string input;
    std::string code;
  };
  const Row rows[] = {
      {"\"walet\"", "platform", "unknown-option"},   {"\"bank\", \"lon\"", "platform", "unknown-option"},
      {"\"fraud\"", "issues", "member-of-set"},      {"\"x\"", "loss_amount", "never-equal"},
      {">= \"x\"", "loss_amount", "wrong-operands"}, {"\"frud\" in ?", "issues", "unknown-option"},
      {"bank", "platform", "unquoted-option"},       {">= ", "loss_amount", "missing-operand"},
      {"≥ 3", "loss_amount", "foreign-character"},   {"1, 2)", "loss_amount", "trailing-text"},
      {"? + 1", "loss_amount", "not-a-condition"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cell);
    Diagnostics diagnostics;
    compile_cell(row.cell, row.input, diagnostics);
    REQUIRE_FALSE(diagnostics.empty());
    CHECK(diagnostics.items()[0].kind->code == row.code);
  }
}

TEST_CASE("a cell is evaluated like the condition it stands for") {
  const auto result = [](std::string_view cell, std::string_view input, std::string_view facts) {
    Diagnostics diagnostics;
    return show(expr::evaluate(*compile_cell(cell, input, diagnostics), SampleMatter(facts)));
  };
  CHECK(result(">= 3000", "loss_amount", "loss_amount = 3000") == "true");
  CHECK(result(">= 3000", "loss_amount", "") == "unknown(loss_amount)");
  CHECK(result("not(\"bank\")", "platform", "platform = loan|other") == "true");
  CHECK(result("\"fraud\" in ?", "issues", "issues = +fraud") == "true");
  CHECK(result("fee", "loss_amount", "fee = 3; loss_amount = 3") == "true");
}

}  // namespace
}  // namespace zhilu::test
