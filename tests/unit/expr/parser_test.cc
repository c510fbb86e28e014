// SPDX-License-Identifier: MIT
#include "engine/expr/parser.h"

#include <doctest/doctest.h>

#include "engine/expr/lexer.h"
#include "engine/expr/printer.h"
#include "engine/expr/string_literal.h"
#include "tests/unit/expr/matter.h"

namespace zhilu::test {
namespace {

/// The tree in brackets: (Greater loss_amount 3000).
std::string shape(const expr::Ast& ast, expr::ExprId id) {
  std::string out;
  switch (ast.kind(id)) {
    case expr::NodeKind::Literal:
      return ast.text(id).empty() ? to_feel_text(ast.value(id)) : "@" + std::string(ast.text(id));
    case expr::NodeKind::Name:
    case expr::NodeKind::TypeName:
      return "'" + std::string(ast.text(id)) + "'";
    default:
      out = "(" + std::string(expr::kind_name(ast.kind(id)));
  }
  if (!ast.text(id).empty()) out += " '" + std::string(ast.text(id)) + "'";
  for (const expr::ExprId child : ast.children(id)) out += " " + shape(ast, child);
  return out + ")";
}

std::string shape(std::string_view text) {
  Diagnostics diagnostics;
  const expr::Ast ast = expr::parse(text, sample_scope().known_names(), diagnostics, plain_origin());
  CHECK(diagnostics.empty());
  return shape(ast, ast.root());
}

struct Row {
  std::string text;
  std::string expected;
};

TEST_CASE("operators bind as FEEL says") {
  const Row rows[] = {
      {"1 + 2 * 3", "(Add 1 (Multiply 2 3))"},
      {"1 - 2 - 3", "(Subtract (Subtract 1 2) 3)"},
      {"2 ** 3 ** 2", "(Power (Power 2 3) 2)"},
      {"-2 ** 2", "(Power (Negate 2) 2)"},
      {"-a.b", "(Negate (Path 'b' 'a'))"},
      {"a or b and c", "(Or 'a' (And 'b' 'c'))"},
      {"a and b and c", "(And 'a' 'b' 'c')"},
      {"a and (b and c)", "(And 'a' (And 'b' 'c'))"},
      {"a = b and c != d", "(And (Equal 'a' 'b') (NotEqual 'c' 'd'))"},
      {"a + 1 > b", "(Greater (Add 'a' 1) 'b')"},
      {"a between 1 and 2 and b", "(And (Between 'a' 1 2) 'b')"},
      {"a in (1, 2)", "(In 'a' 1 2)"},
      {"a in [1, 2]", "(In 'a' (List 1 2))"},
      {"a in > 5", "(In 'a' (HalfRange 5))"},
      {"a in (1..2]", "(In 'a' (Range 1 2))"},
      {"a in ]1..2[", "(In 'a' (Range 1 2))"},
      {"a in (b)[c]", "(In 'a' (Filter 'b' 'c'))"},
      {"[1..a[1]]", "(Range 1 (Filter 'a' 1))"},
      {"not(a)", "(Not 'a')"},
      {"not(a, b)", "(Call 'not' 'a' 'b')"},
      {"if a then b else c + 1", "(If 'a' 'b' (Add 'c' 1))"},
      {"for x in a, y in 1..2 return x", "(For (Iterator 'x' 'a') (Iterator 'y' 1 2) 'x')"},
      {"some x in a satisfies x > 1", "(Some (Iterator 'x' 'a') (Greater 'x' 1))"},
      {"a[b].c(1)", "(Call (Path 'c' (Filter 'a' 'b')) 1)"},
      {"f(x: 1)", "(Call 'f' (NamedArgument 'x' 1))"},
      {"f(start position: 1)", "(Call 'f' (NamedArgument 'start position' 1))"},
      {"{a: 1, \"b c\": 2}", "(Context (Entry 'a' 1) (Entry 'b c' 2))"},
      {"function(a: number, b) a", "(Function (Parameter 'a' 'number') (Parameter 'b') 'a')"},
      {"a instance of list<date and time>", "(InstanceOf 'a' (TypeList 'date and time'))"},
      {"a instance of function<number, string>->Any",
       "(InstanceOf 'a' (TypeFunction 'number' 'string' 'Any'))"},
      {"@\"2026-01-01\"", "@2026-01-01"},
      {"1 /* no */ + // end\n 2", "(Add 1 2)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shape(row.text) == row.expected);
  }
}

TEST_CASE("names are the longest that is declared") {
  const Row rows[] = {
      {"损失 金额 + 1", "(Add '损失 金额' 1)"},
      {"损失   金额", "'损失 金额'"},
      {"年-龄", "'年-龄'"},
      {"年 - 龄", "'年-龄'"},
      {"年 - 1", "(Subtract '年' 1)"},
      {"date and time(\"x\")", "(Call 'date and time' \"x\")"},
      {"date and time", "(And 'date' 'time')"},
      {"{a-b: 1, c: a-b}.c", "(Path 'c' (Context (Entry 'a-b' 1) (Entry 'c' 'a-b')))"},
      {"for a b in c return a b", "(For (Iterator 'a b' 'c') 'a b')"},
      {"x.time offset", "(Path 'time offset' 'x')"},
      {"[{a b: 1}][a b = 1]", "(Filter (List (Context (Entry 'a b' 1))) (Equal 'a b' 1))"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shape(row.text) == row.expected);
  }
}

TEST_CASE("nodes know their bytes") {
  Diagnostics diagnostics;
  const std::string text = "金额 > 1 and 损失 金额 = 2";
  const expr::Ast ast = expr::parse(text, sample_scope().known_names(), diagnostics, plain_origin());
  const auto bytes = [&](expr::ExprId id) { return text.substr(ast.begin(id), ast.end(id) - ast.begin(id)); };
  const expr::ExprId second = ast.child(ast.root(), 1);
  CHECK(bytes(ast.root()) == text);
  CHECK(bytes(second) == "损失 金额 = 2");
  CHECK(bytes(ast.child(second, 0)) == "损失 金额");
}

TEST_CASE("canonical text has one blank around operators and no superfluous parentheses") {
  const Row rows[] = {
      {"( (loss_amount)>=3000 )and(emergency)", "loss_amount >= 3000 and emergency"},
      {"1-(2-3)", "1 - (2 - 3)"},
      {"(1-2)-3", "1 - 2 - 3"},
      {"-(1+2)", "-(1 + 2)"},
      {"(-2)**2", "-2 ** 2"},
      {"2**(-2)", "2 ** -2"},
      {"not( (a) )", "not(a)"},
      {"(a or b)and c", "(a or b) and c"},
      {"(if a then b else c)+1", "(if a then b else c) + 1"},
      {"a in(1,2)", "a in (1, 2)"},
      {"a in (1)", "a in 1"},
      {"a in ]1..2[", "a in (1..2)"},
      {"a in <5", "a in < 5"},
      {"(a in b)= c", "a in b = c"},
      {"a = (b = c)", "a = (b = c)"},
      {"1.50+1e2", "1.5 + 100"},
      {"\"a\\u4e00\\n\"", "\"a一\\n\""},
      {"{\"a\":1,\"b c\":2,\"1\":3}", "{a: 1, b c: 2, \"1\": 3}"},
      {"(function(a:number) a+1)(2)", "(function(a: number) a + 1)(2)"},
      {"(for x in 1..2 return x)[1]", "(for x in 1..2 return x)[1]"},
      {"some x in a,y in b satisfies x=y", "some x in a, y in b satisfies x = y"},
      {"f ( b : 1 )", "f(b: 1)"},
      {"x instance of list < number >", "x instance of list<number>"},
      {"@\"P1D\"*2", "@\"P1D\" * 2"},
      {"(<5)", "< 5"},
      {"[<5,(1..2)]", "[< 5, (1..2)]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Diagnostics diagnostics;
    const expr::Ast ast = expr::parse(row.text, sample_scope().known_names(), diagnostics, plain_origin());
    CHECK(diagnostics.empty());
    const std::string printed = expr::print(ast);
    CHECK(printed == row.expected);
    const expr::Ast again = expr::parse(printed, sample_scope().known_names(), diagnostics, plain_origin());
    CHECK(expr::same_tree(ast, ast.root(), again, again.root()));
  }
}

TEST_CASE("text literals decode their escapes and are written back") {
  CHECK(expr::decode_string(R"("a\nb")") == "a\nb");
  CHECK(expr::decode_string(R"("\"\\")") == "\"\\");
  CHECK(expr::decode_string(R"("\u6307\u8def")") == "指路");
  CHECK(expr::decode_string(R"("\uD83D\uDC0E")") == "🐎");
  CHECK(expr::decode_string(R"("\U01F40E")") == "🐎");
  CHECK(expr::decode_string(R"("\d\s")") == "\\d\\s");
  CHECK(expr::decode_string(R"("\uD83D")") == "\uFFFD");
  for (const std::string_view text : {"", "a\"b\\c", "换\n行\t\r", "\\u0041"}) {
    CHECK(expr::decode_string(expr::quote_string(text)) == text);
  }
}

TEST_CASE("hostile texts are refused, not followed") {
  const auto first_code = [](const std::string& text) {
    const Diagnostic diagnostic = first_complaint(text);
    return diagnostic.kind == nullptr ? std::string() : std::string(diagnostic.kind->code);
  };
  const auto repeated = [](std::string_view piece, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += piece;
    return out;
  };
  for (const std::string_view opening :
       {"(", "[", "{a:", "-", "not(", "if ", "1+(", "f(", "function(a) ", "[1..", "for x in ", "x[", "!"}) {
    CAPTURE(opening);
    CHECK(first_code(repeated(opening, 40'000)) == "expression-too-deep");
  }
  CHECK(first_code("a instance of " + repeated("list<", 40'000)) == "expression-too-deep");
  CHECK(first_code(repeated("1+", 100'000) + "1") == "expression-too-deep");
  CHECK(first_code(repeated("1.", 100'000)) != "");
  CHECK(first_code("true" + repeated(" and true", 50'000)) == "");
  CHECK(first_code("[1" + repeated(",1", 50'000) + "]") == "");
  CHECK(first_code(std::string((1 << 20) + 1, ' ')) == "expression-too-long");
  CHECK(first_code(std::string("1\0+1", 4)) == "bad-character");
  CHECK(first_code("\xff\xfe") == "bad-character");
  CHECK(first_code(std::string(2000, '9')) == "");
  CHECK(first_code(std::string(7000, '9')) == "number-too-large");
}

}  // namespace
}  // namespace zhilu::test
