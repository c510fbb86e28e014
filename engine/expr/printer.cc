// SPDX-License-Identifier: MIT
#include "engine/expr/printer.h"

#include "engine/expr/lexer.h"
#include "engine/expr/names.h"
#include "engine/expr/operators.h"
#include "engine/expr/string_literal.h"

namespace zhilu::expr {
namespace {

/// Binding of what a node prints; a child that binds weaker than its place wants is put in parentheses.
enum class Strength { Open, Or, And, Comparison, Sum, Product, Power, Unary, Instance, Postfix, Primary };

Strength strength(NodeKind kind) {
  switch (kind) {
    case NodeKind::If:
    case NodeKind::For:
    case NodeKind::Some:
    case NodeKind::Every:
    case NodeKind::Function:
    case NodeKind::HalfRange:
      return Strength::Open;
    case NodeKind::Or:
      return Strength::Or;
    case NodeKind::And:
      return Strength::And;
    case NodeKind::Equal:
    case NodeKind::NotEqual:
    case NodeKind::Less:
    case NodeKind::LessEqual:
    case NodeKind::Greater:
    case NodeKind::GreaterEqual:
    case NodeKind::Between:
    case NodeKind::In:
      return Strength::Comparison;
    case NodeKind::Add:
    case NodeKind::Subtract:
      return Strength::Sum;
    case NodeKind::Multiply:
    case NodeKind::Divide:
      return Strength::Product;
    case NodeKind::Power:
      return Strength::Power;
    case NodeKind::Negate:
      return Strength::Unary;
    case NodeKind::InstanceOf:
    case NodeKind::Path:
    case NodeKind::Filter:
    case NodeKind::Call:
    case NodeKind::Not:
      return Strength::Postfix;
    default:
      return Strength::Primary;
  }
}

/// A key of a context as it may be written: bare if it reads back as the same name, else in quotes.
std::string key_text(std::string_view key) {
  const bool is_name = !key.empty() && normalize_name(key) == key;
  if (!is_name) return quote_string(key);
  Diagnostics diagnostics;
  const Lexed lexed = lex(key, TextOrigin{}, diagnostics);
  if (!diagnostics.empty() || lexed.tokens[0].kind != TokenKind::Word) return quote_string(key);
  for (const Token& token : lexed.tokens) {
    if (token.kind != TokenKind::End && !is_name_part(token.kind)) return quote_string(key);
  }
  return std::string(key);
}

class Printer {
 public:
  explicit Printer(const Ast& ast) : ast_(ast) {}

  std::string run(ExprId id) {
    print(id, Strength::Open);
    return std::move(out_);
  }

 private:
  void print(ExprId id, Strength wanted) {
    if (strength(ast_.kind(id)) >= wanted) return print_node(id);
    out_ += '(';
    print_node(id);
    out_ += ')';
  }

  void print_child(ExprId id, std::size_t i, Strength wanted = Strength::Open) {
    print(ast_.child(id, i), wanted);
  }

  void print_list(std::span<const ExprId> items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ", ";
      print(items[i], Strength::Open);
    }
  }

  void print_binary(ExprId id, Strength left, Strength right) {
    print_child(id, 0, left);
    out_.append(" ").append(operator_sign(ast_.kind(id))).append(" ");
    print_child(id, 1, right);
  }

  void print_node(ExprId id) {
    const auto children = ast_.children(id);
    const NodeKind kind = ast_.kind(id);
    switch (kind) {
      case NodeKind::Error:
        out_ += "null";
        return;
      case NodeKind::Literal:
        return print_literal(id);
      case NodeKind::Name:
      case NodeKind::TypeName:
        out_ += ast_.text(id);
        return;
      case NodeKind::Input:
        out_ += '?';
        return;
      case NodeKind::Path:
        print_child(id, 0, Strength::Postfix);
        out_.append(".").append(ast_.text(id));
        return;
      case NodeKind::Filter:
        print_child(id, 0, Strength::Postfix);
        out_ += '[';
        print_child(id, 1);
        out_ += ']';
        return;
      case NodeKind::Negate:
        out_ += '-';
        return print_child(id, 0, Strength::Unary);
      // These bind to the left: a - (b - c) needs its parentheses.
      case NodeKind::Add:
      case NodeKind::Subtract:
        return print_binary(id, Strength::Sum, Strength::Product);
      case NodeKind::Multiply:
      case NodeKind::Divide:
        return print_binary(id, Strength::Product, Strength::Power);
      case NodeKind::Power:
        return print_binary(id, Strength::Power, Strength::Unary);
      case NodeKind::Equal:
      case NodeKind::NotEqual:
      case NodeKind::Less:
      case NodeKind::LessEqual:
      case NodeKind::Greater:
      case NodeKind::GreaterEqual:
        return print_binary(id, Strength::Comparison, Strength::Sum);
      case NodeKind::And:
      case NodeKind::Or:
        return print_logic(id);
      case NodeKind::Not:
        out_ += "not(";
        print_child(id, 0);
        out_ += ')';
        return;
      case NodeKind::Between:
        print_child(id, 0, Strength::Comparison);
        out_ += " between ";
        print_child(id, 1, Strength::Sum);
        out_ += " and ";
        return print_child(id, 2, Strength::Sum);
      case NodeKind::In:
        return print_in(id);
      case NodeKind::InstanceOf:
        print_child(id, 0, Strength::Postfix);
        out_ += " instance of ";
        return print_child(id, 1);
      case NodeKind::If:
        out_ += "if ";
        print_child(id, 0);
        out_ += " then ";
        print_child(id, 1);
        out_ += " else ";
        return print_child(id, 2);
      case NodeKind::For:
        return print_loop(id, "for ", " return ");
      case NodeKind::Some:
        return print_loop(id, "some ", " satisfies ");
      case NodeKind::Every:
        return print_loop(id, "every ", " satisfies ");
      case NodeKind::Iterator:
        out_.append(ast_.text(id)).append(" in ");
        print_child(id, 0);
        if (children.size() == 2) {
          out_ += "..";
          print_child(id, 1);
        }
        return;
      case NodeKind::List:
        out_ += '[';
        print_list(children);
        out_ += ']';
        return;
      case NodeKind::Context:
        out_ += '{';
        print_list(children);
        out_ += '}';
        return;
      case NodeKind::Entry:
        out_.append(key_text(ast_.text(id))).append(": ");
        return print_child(id, 0);
      case NodeKind::Range:
        out_ += ast_.low_closed(id) ? '[' : '(';
        print_child(id, 0);
        out_ += "..";
        print_child(id, 1);
        out_ += ast_.high_closed(id) ? ']' : ')';
        return;
      case NodeKind::HalfRange:
        out_.append(relation_sign(ast_.relation(id))).append(" ");
        return print_child(id, 0, Strength::Sum);
      case NodeKind::Call:
        print_child(id, 0, Strength::Postfix);
        out_ += '(';
        print_list(children.subspan(1));
        out_ += ')';
        return;
      case NodeKind::NamedArgument:
        out_.append(ast_.text(id)).append(": ");
        return print_child(id, 0);
      case NodeKind::Function:
        return print_function(id);
      case NodeKind::Parameter:
      case NodeKind::TypeField:
        out_ += ast_.text(id);
        if (children.empty()) return;
        out_ += ": ";
        return print_child(id, 0);
      case NodeKind::TypeList:
        return print_type("list<", children, ">");
      case NodeKind::TypeRange:
        return print_type("range<", children, ">");
      case NodeKind::TypeContext:
        return print_type("context<", children, ">");
      case NodeKind::TypeFunction:
        print_type("function<", children.first(children.size() - 1), ">->");
        return print(children.back(), Strength::Open);
    }
  }

  void print_literal(ExprId id) {
    const std::string_view temporal = ast_.text(id);
    out_ += temporal.empty() ? to_feel_text(ast_.value(id)) : "@" + quote_string(temporal);
  }

  void print_logic(ExprId id) {
    const bool is_or = ast_.kind(id) == NodeKind::Or;
    bool first = true;
    for (const ExprId operand : ast_.children(id)) {
      if (!first) out_ += is_or ? " or " : " and ";
      first = false;
      print(operand, is_or ? Strength::And : Strength::Comparison);
    }
  }

  void print_in(ExprId id) {
    const auto tests = ast_.children(id).subspan(1);
    print_child(id, 0, Strength::Comparison);
    out_ += " in ";
    const NodeKind kind = ast_.kind(tests[0]);
    const bool bare = tests.size() == 1 && (kind == NodeKind::HalfRange || strength(kind) >= Strength::Sum);
    if (bare) return kind == NodeKind::HalfRange ? print_node(tests[0]) : print(tests[0], Strength::Sum);
    out_ += '(';
    print_list(tests);
    out_ += ')';
  }

  void print_loop(ExprId id, std::string_view keyword, std::string_view before_body) {
    const auto children = ast_.children(id);
    out_ += keyword;
    print_list(children.first(children.size() - 1));
    out_ += before_body;
    print(children.back(), Strength::Open);
  }

  void print_function(ExprId id) {
    const auto children = ast_.children(id);
    out_ += "function(";
    print_list(children.first(children.size() - 1));
    out_ += ast_.text(id).empty() ? ") " : ") external ";
    print(children.back(), Strength::Open);
  }

  void print_type(std::string_view before, std::span<const ExprId> types, std::string_view after) {
    out_ += before;
    print_list(types);
    out_ += after;
  }

  const Ast& ast_;
  std::string out_;
};

}  // namespace

std::string print(const Ast& ast, ExprId id) {
  return Printer(ast).run(id);
}

}  // namespace zhilu::expr
