// SPDX-License-Identifier: MIT
// Tokens, mistakes, operators, and what stands behind an operand.
#include "engine/expr/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "engine/expr/diagnostics.h"
#include "engine/expr/parser_impl.h"

namespace zhilu::expr {
namespace {

/// Operators in the words of other languages, and what they are here.
struct ForeignWord {
  std::string_view word;
  std::string_view meaning;
};
constexpr std::array kForeignWords{
    ForeignWord{"且", "and"},    ForeignWord{"并且", "and"},    ForeignWord{"而且", "and"},
    ForeignWord{"和", "and"},    ForeignWord{"与", "and"},      ForeignWord{"AND", "and"},
    ForeignWord{"And", "and"},   ForeignWord{"或", "or"},       ForeignWord{"或者", "or"},
    ForeignWord{"OR", "or"},     ForeignWord{"Or", "or"},       ForeignWord{"IN", "in"},
    ForeignWord{"In", "in"},     ForeignWord{"等于", "="},      ForeignWord{"是", "="},
    ForeignWord{"不等于", "!="}, ForeignWord{"不是", "!="},     ForeignWord{"大于", ">"},
    ForeignWord{"小于", "<"},    ForeignWord{"大于等于", ">="}, ForeignWord{"小于等于", "<="},
    ForeignWord{"不小于", ">="}, ForeignWord{"不大于", "<="},   ForeignWord{"BETWEEN", "between"},
    ForeignWord{"属于", "in"},   ForeignWord{"is", "="},
};

struct Operator {
  std::string_view text;
  TokenKind token;
  Keyword keyword;
  Binding binding;
  NodeKind node;
};
constexpr std::array kOperators{
    Operator{"or", TokenKind::Word, Keyword::Or, Binding::Or, NodeKind::Or},
    Operator{"and", TokenKind::Word, Keyword::And, Binding::And, NodeKind::And},
    Operator{"=", TokenKind::Equal, Keyword::None, Binding::Comparison, NodeKind::Equal},
    Operator{"!=", TokenKind::NotEqual, Keyword::None, Binding::Comparison, NodeKind::NotEqual},
    Operator{"<", TokenKind::Less, Keyword::None, Binding::Comparison, NodeKind::Less},
    Operator{"<=", TokenKind::LessEqual, Keyword::None, Binding::Comparison, NodeKind::LessEqual},
    Operator{">", TokenKind::Greater, Keyword::None, Binding::Comparison, NodeKind::Greater},
    Operator{">=", TokenKind::GreaterEqual, Keyword::None, Binding::Comparison, NodeKind::GreaterEqual},
    Operator{"between", TokenKind::Word, Keyword::Between, Binding::Comparison, NodeKind::Between},
    Operator{"in", TokenKind::Word, Keyword::In, Binding::Comparison, NodeKind::In},
    Operator{"+", TokenKind::Plus, Keyword::None, Binding::Sum, NodeKind::Add},
    Operator{"-", TokenKind::Minus, Keyword::None, Binding::Sum, NodeKind::Subtract},
    Operator{"*", TokenKind::Star, Keyword::None, Binding::Product, NodeKind::Multiply},
    Operator{"/", TokenKind::Slash, Keyword::None, Binding::Product, NodeKind::Divide},
    Operator{"**", TokenKind::StarStar, Keyword::None, Binding::Power, NodeKind::Power},
};

const Operator* find_operator(TokenKind kind, Keyword keyword) {
  for (const Operator& op : kOperators) {
    if (op.token == kind && op.keyword == keyword) return &op;
  }
  return nullptr;
}

Binding tighter(Binding binding) {
  return static_cast<Binding>(static_cast<int>(binding) + 1);
}

std::optional<Relation> relation_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::Equal:
      return Relation::Equal;
    case TokenKind::NotEqual:
      return Relation::NotEqual;
    case TokenKind::Less:
      return Relation::Less;
    case TokenKind::LessEqual:
      return Relation::LessEqual;
    case TokenKind::Greater:
      return Relation::Greater;
    case TokenKind::GreaterEqual:
      return Relation::GreaterEqual;
    default:
      return std::nullopt;
  }
}

}  // namespace

Parser::Parser(std::string_view text, const KnownNames& names, Diagnostics& diagnostics,
               const TextOrigin& origin)
    : names_(names), diagnostics_(diagnostics), origin_(origin), lexed_(lex(text, origin, diagnostics)) {}

Ast Parser::parse_all() {
  ast_.set_root(parse_expression());
  expect_end();
  return std::move(ast_);
}

Ast Parser::parse_tests() {
  input_allowed_ = true;
  ast_.set_root(parse_unary_tests());
  expect_end();
  return std::move(ast_);
}

const Token& Parser::token(std::size_t ahead) const {
  return lexed_.tokens[std::min(at_ + ahead, lexed_.tokens.size() - 1)];
}

std::string_view Parser::text(std::size_t ahead) const {
  return lexed_.text(static_cast<std::uint32_t>(std::min(at_ + ahead, lexed_.tokens.size() - 1)));
}

void Parser::next(std::size_t n) {
  at_ = std::min(at_ + n, lexed_.tokens.size() - 1);
}

bool Parser::take(TokenKind wanted) {
  if (kind() != wanted) return false;
  next();
  return true;
}

bool Parser::take(Keyword wanted) {
  if (keyword() != wanted) return false;
  next();
  return true;
}

void Parser::report(const DiagnosticKind& what, std::uint32_t from, std::uint32_t to,
                    std::vector<std::string> args) {
  if (failed_) return;
  failed_ = true;
  diagnostics_.add(what, origin_.map(from, to), std::move(args));
}

void Parser::report_slip(const DiagnosticKind& what, std::uint32_t from, std::uint32_t to,
                         std::vector<std::string> args, std::string fix) {
  if (failed_) return;
  diagnostics_.add(what, origin_.map(from, to), std::move(args)).fix = Fix{std::move(fix)};
}

ExprId Parser::unexpected() {
  const std::uint32_t from = begin();
  if (kind() == TokenKind::End) {
    report(lexed_.tokens.size() == 1 ? kNothing : kMissingOperand, from, from, {});
  } else if (kind() == TokenKind::Bad) {
    failed_ = true;  // The lexer has said so.
  } else {
    report(kExpectedExpression, from, token().end, {std::string(text())});
  }
  return make(NodeKind::Error, from, {});
}

/// Gives up on the rest of the text.
ExprId Parser::too_deep() {
  report(kExpressionTooDeep, begin(), token().end, {fmt::to_string(kMaxDepth)});
  at_ = lexed_.tokens.size() - 1;
  return error_node(begin());
}

void Parser::expected(std::string_view what) {
  if (kind() == TokenKind::End) {
    report(kUnfinished, begin(), begin(), {std::string(what)});
  } else if (kind() == TokenKind::Bad) {
    failed_ = true;
  } else {
    report(kExpectedToken, begin(), token().end, {std::string(what), std::string(text())});
  }
}

bool Parser::expect(TokenKind wanted, std::string_view name) {
  if (take(wanted)) return true;
  expected(name);
  return false;
}

bool Parser::expect(Keyword wanted, std::string_view name) {
  if (take(wanted)) return true;
  expected(name);
  return false;
}

void Parser::close(TokenKind wanted, std::uint32_t open, std::string_view open_text,
                   std::string_view close_text) {
  if (take(wanted)) return;
  if (kind() == TokenKind::End) {
    report(kUnclosedBracket, open, open + 1, {std::string(open_text), std::string(close_text)});
  } else {
    expected(close_text);
  }
}

void Parser::expect_end() {
  if (kind() == TokenKind::End) return;
  if (kind() == TokenKind::Bad) {
    failed_ = true;
    return;
  }
  const bool thousands = kind() == TokenKind::Comma && kind(1) == TokenKind::Number && at_ > 0 &&
                         lexed_.tokens[at_ - 1].kind == TokenKind::Number && text(1).substr(0, 3).size() == 3;
  if (thousands) {
    const Token& before = lexed_.tokens[at_ - 1];
    std::string meant(lexed_.text(static_cast<std::uint32_t>(at_ - 1)));
    meant += text(1);
    const std::string written(lexed_.source.substr(before.begin, token(1).end - before.begin));
    report_slip(kBadNumber, before.begin, token(1).end, {written, meant}, meant);
    failed_ = true;
    return;
  }
  report(kTrailingText, begin(), token().end, {std::string(text())});
}

ExprId Parser::make(NodeKind kind, std::uint32_t from, std::span<const ExprId> children) {
  const std::uint32_t to = std::max(end(), from);
  for (const ExprId child : children) {
    if (ast_.node(child).depth + 1U < kMaxDepth) continue;
    report(kExpressionTooDeep, from, to, {fmt::to_string(kMaxDepth)});
    return ast_.add(NodeKind::Error, from, to, origin_.map(from, to), {});
  }
  return ast_.add(kind, from, to, origin_.map(from, to), children);
}

ExprId Parser::literal(Value value, std::uint32_t from) {
  const ExprId id = make(NodeKind::Literal, from, {});
  ast_.set_value(id, std::move(value));
  return id;
}

ExprId Parser::parse_expression() {
  if (depth_ >= kMaxDepth) return too_deep();
  const Scoped<std::uint32_t> deeper(depth_, depth_ + 1);
  return relation_of(kind()) ? parse_half_range() : parse_binary(Binding::Or);
}

ExprId Parser::parse_half_range() {
  const std::uint32_t from = begin();
  const Relation relation = *relation_of(kind());
  next();
  const ExprId operand = parse_binary(Binding::Sum);
  const ExprId id = make(NodeKind::HalfRange, from, {operand});
  ast_.node(id).relation = relation;
  return id;
}

std::string_view Parser::foreign_word() const {
  if (kind() != TokenKind::Word) return {};
  for (const ForeignWord& foreign : kForeignWords) {
    if (foreign.word == text()) return foreign.meaning;
  }
  return {};
}

ExprId Parser::parse_binary(Binding weakest) {
  const std::uint32_t from = begin();
  ExprId left = parse_unary();
  while (!failed_) {
    const Operator* op = find_operator(kind(), keyword());
    if (op == nullptr && !foreign_word().empty()) {
      const std::string meaning(foreign_word());
      const auto same = [&](const Operator& o) { return o.text == meaning; };
      const auto it = std::find_if(kOperators.begin(), kOperators.end(), same);
      if (it == kOperators.end() || it->binding < weakest) break;
      report_slip(kForeignKeyword, begin(), token().end, {std::string(text()), meaning}, meaning);
      op = &*it;
    }
    if (op == nullptr || op->binding < weakest) break;
    if (op->node == NodeKind::Less && kind(1) == TokenKind::Greater && token().end == token(1).begin) {
      report_slip(kForeignOperator, begin(), token(1).end, {"<>", "!="}, "!=");
      op = find_operator(TokenKind::NotEqual, Keyword::None);
      next();
    }
    next();
    if (op->node == NodeKind::In) {
      left = parse_in(left, from);
    } else if (op->node == NodeKind::Between) {
      const ExprId low = parse_binary(Binding::Sum);
      expect(Keyword::And, "and");
      const ExprId high = parse_binary(Binding::Sum);
      left = make(NodeKind::Between, from, {left, low, high});
    } else if (op->binding <= Binding::And) {
      // `a and b and c` is one node, so that long conditions do not nest.
      std::vector<ExprId> operands{left, parse_binary(tighter(op->binding))};
      while (!failed_ && keyword() == op->keyword) {
        next();
        operands.push_back(parse_binary(tighter(op->binding)));
      }
      left = make(op->node, from, operands);
    } else {
      const ExprId right = parse_binary(tighter(op->binding));
      left = make(op->node, from, {left, right});
    }
  }
  return left;
}

ExprId Parser::parse_in(ExprId left, std::uint32_t from) {
  std::vector<ExprId> children{left};
  if (relation_of(kind())) {
    children.push_back(parse_half_range());
  } else if (kind() == TokenKind::LeftParen) {
    const std::uint32_t open = begin();
    next();
    const Scoped<bool> inner(range_end_, false);
    const ExprId first = parse_expression();
    if (kind() == TokenKind::DotDot) {
      children.push_back(parse_range(first, open, false, TokenKind::LeftParen));
    } else {
      children.push_back(first);
      while (take(TokenKind::Comma)) children.push_back(parse_expression());
      close(TokenKind::RightParen, open, "(", ")");
      // `x in (list)[condition]`: the parentheses were those of an operand.
      if (children.size() == 2) children[1] = parse_postfix_of(first, open);
    }
  } else {
    children.push_back(parse_binary(Binding::Sum));
  }
  return make(NodeKind::In, from, children);
}

ExprId Parser::parse_unary() {
  const std::uint32_t from = begin();
  if (depth_ >= kMaxDepth) return too_deep();
  const Scoped<std::uint32_t> deeper(depth_, depth_ + 1);
  switch (keyword()) {
    case Keyword::If:
      return parse_if();
    case Keyword::For:
      return parse_for();
    case Keyword::Some:
    case Keyword::Every:
      return parse_quantified();
    case Keyword::Function:
      if (kind(1) == TokenKind::LeftParen) return parse_function();
      break;
    default:
      break;
  }
  if (take(TokenKind::Minus)) {
    const ExprId operand = parse_unary();
    return make(NodeKind::Negate, from, {operand});
  }
  if (take(TokenKind::Exclamation)) return parse_negation(from, "!");
  const bool bare_not = kind() == TokenKind::Word && (text() == "not" || text() == "NOT" || text() == "Not" ||
                                                      text() == "非" || text() == "不");
  if (bare_not && starts_operand(1) && (kind(1) != TokenKind::LeftParen || text() != "not")) {
    const std::string written(text());
    next();
    return parse_negation(from, written);
  }
  return parse_postfix();
}

/// `!x` and `not x`, which FEEL writes not(x).
ExprId Parser::parse_negation(std::uint32_t from, std::string_view written) {
  const std::uint32_t operand_begin = begin();
  const ExprId operand = parse_binary(Binding::Sum);
  const std::string_view inner =
      lexed_.source.substr(operand_begin, std::max(end(), operand_begin) - operand_begin);
  const bool has_parentheses = inner.size() >= 2 && inner.front() == '(' && inner.back() == ')' &&
                               ast_.node(operand).begin > operand_begin;
  const std::string fix = has_parentheses ? fmt::format("not{}", inner) : fmt::format("not({})", inner);
  report_slip(kForeignOperator, from, std::max(end(), from), {std::string(written), "not(…)"}, fix);
  return make(NodeKind::Not, from, {operand});
}

bool Parser::starts_operand(std::size_t ahead) const {
  switch (kind(ahead)) {
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::LeftParen:
    case TokenKind::LeftBracket:
    case TokenKind::LeftBrace:
    case TokenKind::At:
    case TokenKind::Minus:
    case TokenKind::Question:
      return true;
    case TokenKind::Word:
      break;
    default:
      return false;
  }
  switch (keyword(ahead)) {
    case Keyword::None:
    case Keyword::True:
    case Keyword::False:
    case Keyword::Null:
    case Keyword::If:
    case Keyword::For:
    case Keyword::Some:
    case Keyword::Every:
    case Keyword::Function:
      return true;
    default:
      return false;
  }
}

ExprId Parser::parse_postfix() {
  const std::uint32_t from = begin();
  return parse_postfix_of(parse_primary(), from);
}

/// What stands behind an operand: entries, filters, calls.
ExprId Parser::parse_postfix_of(ExprId base, std::uint32_t from) {
  while (!failed_) {
    const std::uint32_t open = begin();
    if (take(TokenKind::Dot)) {
      std::string name = parse_field_name();
      base = make(NodeKind::Path, from, {base});
      ast_.set_text(base, std::move(name));
    } else if (kind() == TokenKind::LeftBracket && !(range_end_ && !starts_operand(1))) {
      next();
      const Scoped<bool> inner(range_end_, false);
      const Scoped<std::uint32_t> filter(filters_, filters_ + 1);
      const ExprId condition = parse_expression();
      close(TokenKind::RightBracket, open, "[", "]");
      base = make(NodeKind::Filter, from, {base, condition});
    } else if (kind() == TokenKind::LeftParen) {
      base = parse_call(base, from);
    } else if (keyword() == Keyword::Instance) {
      next();
      expect(Keyword::Of, "of");
      const ExprId type = parse_type();
      base = make(NodeKind::InstanceOf, from, {base, type});
    } else {
      break;
    }
  }
  return base;
}

ExprId Parser::parse_call(ExprId callee, std::uint32_t from) {
  const std::uint32_t open = begin();
  next();
  const Scoped<bool> inner(range_end_, false);
  std::vector<ExprId> children{callee};
  while (!failed_ && kind() != TokenKind::RightParen) {
    const std::uint32_t argument = begin();
    if (named_argument_ahead()) {
      NameSet::Phrase name = parse_new_name();
      next();  // The colon.
      const ExprId value = parse_expression();
      children.push_back(make(NodeKind::NamedArgument, argument, {value}));
      ast_.set_text(children.back(), std::move(name.name));
    } else {
      children.push_back(parse_expression());
    }
    if (!take(TokenKind::Comma)) break;
    if (kind() == TokenKind::RightParen) unexpected();
  }
  close(TokenKind::RightParen, open, "(", ")");
  const bool negation = children.size() == 2 && ast_.kind(callee) == NodeKind::Name &&
                        ast_.text(callee) == "not" && ast_.kind(children[1]) != NodeKind::NamedArgument;
  if (negation) return make(NodeKind::Not, from, {children[1]});
  return make(NodeKind::Call, from, children);
}

Ast parse(std::string_view text, const KnownNames& names, Diagnostics& diagnostics,
          const TextOrigin& origin) {
  return Parser(text, names, diagnostics, origin).parse_all();
}

Ast parse_unary_tests(std::string_view text, const KnownNames& names, Diagnostics& diagnostics,
                      const TextOrigin& origin) {
  return Parser(text, names, diagnostics, origin).parse_tests();
}

}  // namespace zhilu::expr
