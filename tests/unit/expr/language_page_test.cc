// SPDX-License-Identifier: MIT
// docs/language.md against the engine: its examples are run, and nothing of the language is left out.
#include "tests/unit/expr/language_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "engine/expr/diagnostics.h"
#include "engine/expr/functions.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

std::string page() {
  std::ifstream file(ZHILU_SOURCE_DIR "/docs/language.md");
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const std::vector<PageExample>& examples() {
  static const std::vector<PageExample> kExamples = examples_of(page());
  return kExamples;
}

// Every node of every example that can be read.
template <class Visit>
void visit_nodes(const Visit& visit) {
  for (const PageExample& example : examples()) {
    if (example.program == nullptr || example.actual.starts_with("错误")) continue;
    const expr::Ast& ast = example.program->ast();
    for (std::uint32_t i = 0; i < ast.size(); ++i) visit(ast, expr::ExprId{i});
  }
}

}  // namespace

TEST_CASE("every example of the language page gives what the page says") {
  CHECK(examples().size() > 200);
  for (const PageExample& example : examples()) {
    CAPTURE(example.line);
    CAPTURE(example.text);
    CHECK(example.actual == example.expected);
  }
}

TEST_CASE("every built-in function has its signatures, its description and an example on the language page") {
  std::set<std::string_view> used;
  visit_nodes([&](const expr::Ast& ast, expr::ExprId id) {
    if (ast.kind(id) == expr::NodeKind::Name && ast.function(id) != nullptr)
      used.insert(ast.function(id)->name);
    if (ast.kind(id) == expr::NodeKind::Not) used.insert("not");
  });
  const std::string text = page();
  for (const expr::BuiltIn* function : expr::built_ins()) {
    CHECK_MESSAGE(used.contains(function->name), "no example of " << function->name << "()");
    std::istringstream signatures(expr::describe(*function));
    for (std::string line; std::getline(signatures, line);)
      CHECK_MESSAGE(text.find("`" + line + "`") != std::string::npos, "missing: `" << line << "`");
    CHECK_MESSAGE(text.find(function->zh) != std::string::npos, "missing: " << function->zh);
  }
}

TEST_CASE("every form of the language has an example on the language page") {
  std::set<expr::NodeKind> kinds;
  std::set<expr::Relation> relations;
  visit_nodes([&](const expr::Ast& ast, expr::ExprId id) {
    kinds.insert(ast.kind(id));
    if (ast.kind(id) == expr::NodeKind::HalfRange) relations.insert(ast.relation(id));
  });
  for (int i = 1; i <= static_cast<int>(expr::NodeKind::TypeFunction); ++i) {
    const auto kind = static_cast<expr::NodeKind>(i);
    // `?` is replaced by the input of its table.
    if (kind == expr::NodeKind::Input) continue;
    CHECK_MESSAGE(kinds.contains(kind), "no example of " << expr::kind_name(kind));
  }
  CHECK(relations.size() == 6);
}

TEST_CASE("every mistake that an expression can hold is shown on the language page") {
  // A text cannot nest so deep or be so long in an example, numbers of this size have no use, and the engine
  // never runs what could not be read.
  const std::set<std::string_view> told_only = {
      "expression-too-long", "expression-too-deep", "syntax-error", "pattern-too-slow", "no-regex",
      "budget-list",         "budget-text"};
  const std::string text = page();
  for (const DiagnosticKind* kind : expr::all_expression_diagnostics()) {
    CAPTURE(kind->code);
    const bool shown = text.find("错误 " + std::string(kind->code)) != std::string::npos ||
                       text.find("原因 " + std::string(kind->code)) != std::string::npos;
    const bool told = text.find("`" + std::string(kind->code) + "`") != std::string::npos;
    CHECK((told_only.contains(kind->code) ? told : shown || told));
  }
}

TEST_CASE("the tables of and and or on the language page are those of the engine") {
  std::istringstream in(page());
  std::string sign;
  int cells = 0;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> row;
    std::istringstream columns(line);
    for (std::string cell; std::getline(columns, cell, '|');) {
      std::erase_if(cell, [](char c) { return c == ' ' || c == '*' || c == '`'; });
      row.push_back(cell);
    }
    if (row.size() != 6) continue;
    if (row[1] == "and" || row[1] == "or") sign = row[1];
    const std::vector<std::string> heads{"true", "false", "unknown", "null"};
    if (std::find(heads.begin(), heads.end(), row[1]) == heads.end()) continue;
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const auto written = [](const std::string& head) { return head == "unknown" ? "for_business" : head; };
      const std::string text = written(row[1]) + " " + sign + " " + written(heads[i]);
      CAPTURE(text);
      // The block's own form, with a fact that is not known.
      const std::string block = "```facts\nfor_business: boolean\n```\n```feel\n" + text + "  →  ?\n```\n";
      const std::string actual = examples_of(block).front().actual;
      CHECK(actual.substr(0, actual.find("，")) == row[i + 2]);
      ++cells;
    }
  }
  CHECK(cells == 32);
}

TEST_CASE("the limits on the language page are those of the engine") {
  const std::string text = page();
  const expr::Budget budget;
  const auto grouped = [](std::uint64_t n) {
    std::string digits = std::to_string(n);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
  };
  CHECK(text.find("| 一次求值 | " + grouped(budget.steps) + " 步") != std::string::npos);
  CHECK(text.find("| 自己写的函数互相调用 | " + grouped(budget.calls) + " 层") != std::string::npos);
  CHECK(text.find("| 列表 | " + grouped(budget.list_items) + " 项") != std::string::npos);
  CHECK(text.find("| 文本 | " + grouped(budget.string_bytes) + " 字节") != std::string::npos);
}
