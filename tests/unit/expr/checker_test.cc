// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <set>

#include "engine/expr/diagnostics.h"
#include "tests/unit/expr/matter.h"

namespace zhilu::test {
namespace {

struct Row {
  std::string text;
  /// code@column of each diagnostic.
  std::string expected;
};

TEST_CASE("what is wrong with an expression is named and located") {
  const Row rows[] = {
      {"loss_amount >= 3000 and \"fraud\" in issues", ""},
      // Grammar.
      {"", "empty-expression@1"},
      {"loss_amount >=", "missing-operand@15"},
      {"loss_amount > 1)", "trailing-text@16"},
      {"(loss_amount > 1", "unclosed-bracket@1"},
      {"[1, 2", "unclosed-bracket@1"},
      {"max(1, 2", "unclosed-bracket@4"},
      {"[1, 2)", "expected-token@6"},
      {"if emergency then 1", "unfinished-expression@20"},
      {"if emergency 1 else 2", "expected-token@14"},
      {"for x [1] return x", "expected-token@7"},
      {"some x in [1]", "unfinished-expression@14"},
      {"1 between 2", "unfinished-expression@12"},
      {"loss_amount > > 1", "expected-expression@15"},
      {"note = \"abc", "unclosed-text@8"},
      {"1 /* 2", "unclosed-comment@3"},
      {"{a: 1, a: 2}", "duplicate-key@8"},
      {"@\"2026-02-30\"", "bad-temporal@1"},
      {"? > 3", "misplaced-input@1"},
      {"loss_amount # 2", "bad-character@13"},
      {"note = \"钱\" and )", "expected-expression@16"},
      // Names.
      {"loss_amont > 1", "unknown-name@1"},
      {"emergency and loss amount > 1", "unknown-name@15"},
      {"foo(1)", "unknown-function@1"},
      {"{a: 1}.b", "unknown-entry@7"},
      {"happened_on.hour", "unknown-entry@12"},
      {"1 instance of nunber", "unknown-type@15"},
      {"[{a: 1}][b = 1]", "unknown-name@10"},
      {"(for x in [1] return x) = x", "unknown-name@27"},
      // Options.
      {"platform = \"walet_payment\"", "unknown-option@12"},
      {"\"bank\" = platform", ""},
      {"platform in (\"bank\", \"lon\")", "unknown-option@22"},
      {"platform in [\"bank\", \"lon\"]", "unknown-option@22"},
      {"\"frau\" in issues", "unknown-option@1"},
      {"list contains(issues, \"frau\")", "unknown-option@23"},
      {"platform = bank", "unquoted-option@12"},
      {"platform in (bank, \"loan\")", "unquoted-option@14"},
      {"issues = \"fraud\"", "member-of-set@1"},
      {"issues in (\"fraud\", \"other\")", "member-of-set@1 member-of-set@1"},
      // Types.
      {"loss_amount = \"x\"", "never-equal@1"},
      {"loss_amount > \"x\"", "wrong-operands@1"},
      {"emergency > 1", "wrong-operands@1"},
      {"loss_amount + note", "wrong-operands@1"},
      {"loss_amount and emergency", "wrong-operand@1"},
      {"not(loss_amount)", "wrong-operand@5"},
      {"if loss_amount then 1 else 2", "wrong-operand@4"},
      {"-note", "wrong-operand@1"},
      {"loss_amount in (\"a\")", "never-equal@17"},
      {"loss_amount in [\"a\"..\"b\"]", "never-equal@16"},
      {"[1..\"b\"]", "wrong-operands@1"},
      {"some x in [1] satisfies x", "wrong-operand@25"},
      {"note[note]", "wrong-operand@6"},
      // Calls.
      {"substring(note)", "argument-count@1"},
      {"substring(note, 1, 2, 3)", "argument-count@1"},
      {"substring(text: note, start position: 1)", "unknown-parameter@1"},
      {"substring(string: note, 1)", "mixed-arguments@1"},
      {"substring(loss_amount, 1)", "argument-type@11"},
      {"sum(\"a\")", "argument-type@5"},
      {"loss_amount(1)", "not-a-function@1"},
      {"{f: function(a) a, r: f(1, 2)}.r", "argument-count@23"},
      // Several at once.
      {"loss_amont > 1 and platfrm = \"bank\"", "unknown-name@1 unknown-name@20"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(complaints(row.text) == row.expected);
  }
}

TEST_CASE("a near name, option, function or entry is offered as the fix") {
  const Row rows[] = {
      {"loss_amont > 1", "loss_amount"},
      {"loss amount > 1", "loss_amount"},
      {"platform = \"walet_payment\"", "\"wallet_payment\""},
      {"platform = bank", "\"bank\""},
      {"issues = \"fraud\"", "\"fraud\" in issues"},
      {"issues != \"fraud\"", "not(\"fraud\" in issues)"},
      {"list contain(issues, \"fraud\")", "list contains"},
      {"{amount: 1}.amont", ".amount"},
      {"TRUE", "true"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Diagnostic diagnostic = first_complaint(row.text);
    REQUIRE(diagnostic.fix.has_value());
    CHECK(diagnostic.fix->replacement == row.expected);
  }
}

TEST_CASE("a condition must be true or false") {
  const auto code = [](std::string_view text) {
    Diagnostics diagnostics;
    expr::compile_condition(text, plain_origin(), sample_scope(), diagnostics);
    return diagnostics.empty() ? std::string() : std::string(diagnostics.items()[0].kind->code);
  };
  CHECK(code("loss_amount > 1") == "");
  CHECK(code("anything") == "");
  CHECK(code("null") == "");
  CHECK(code("loss_amount") == "not-a-condition");
  CHECK(code(">= 3000") == "not-a-condition");
}

TEST_CASE("types of expressions are found") {
  const Row rows[] = {
      {"loss_amount + 1", "number"},
      {"loss_amount > 1", "boolean"},
      {"happened_on + @\"P1D\"", "date"},
      {"complained_on - happened_on", "days and time duration"},
      {"if emergency then 1 else 2", "number"},
      {"for x in [1, 2] return x > 1", "list<boolean>"},
      {"[1, 2][item > 1]", "list<number>"},
      {"[1, 2][1]", "number"},
      {"{a: 1, b: \"x\"}", "context<a: number, b: string>"},
      {"{a: 1}.a", "number"},
      {"substring(note, 1)", "string"},
      {"today()", "date"},
      {"anything", "Any"},
      {"issues", "list<string>"},
      {"[1..3]", "range<number>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics diagnostics;
    const auto program = expr::compile(row.text, plain_origin(), sample_scope(), diagnostics);
    CHECK(diagnostics.empty());
    CHECK(program->type().to_string() == row.expected);
  }
}

TEST_CASE("spans go through the origin of the text") {
  // As if the text began at byte 100 and its ninth byte, after a fold, stood at byte 200.
  const TextOrigin origin{FileId{3}, {{0, 100}, {8, 200}}};
  Diagnostics diagnostics;
  expr::compile("1 + 2 + nope", origin, sample_scope(), diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].span == Span{FileId{3}, 200, 204});
}

TEST_CASE("every kind of diagnostic has a code of its own and a sentence in both languages") {
  std::set<std::string_view> codes;
  for (const DiagnosticKind* kind : expr::all_expression_diagnostics()) {
    CAPTURE(kind->code);
    CHECK(codes.insert(kind->code).second);
    CHECK_FALSE(kind->zh.empty());
    CHECK_FALSE(kind->en.empty());
    for (const std::string_view place : {"{0}", "{1}", "{2}", "{3}"}) {
      CHECK((kind->zh.find(place) == std::string_view::npos) ==
            (kind->en.find(place) == std::string_view::npos));
    }
  }
}

}  // namespace
}  // namespace zhilu::test
