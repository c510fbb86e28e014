// SPDX-License-Identifier: MIT
// Operands: literals, parentheses, lists and ranges.
#include <algorithm>
#include <optional>

#include "engine/expr/diagnostics.h"
#include "engine/expr/parser_impl.h"
#include "engine/expr/string_literal.h"
#include "engine/expr/temporal.h"

namespace zhilu::expr {
namespace {

/// 10 to the power that a unit behind a number stands for, as in 2万.
std::optional<int> unit_exponent(std::string_view unit) {
  if (unit == "百") return 2;
  if (unit == "千" || unit == "k" || unit == "K") return 3;
  if (unit == "万" || unit == "萬" || unit == "w" || unit == "W") return 4;
  if (unit == "百万" || unit == "m" || unit == "M") return 6;
  if (unit == "千万") return 7;
  if (unit == "亿" || unit == "億") return 8;
  if (unit == "元" || unit == "块" || unit == "圆" || unit == "天" || unit == "岁") return 0;
  return std::nullopt;
}

}  // namespace

ExprId Parser::parse_primary() {
  const std::uint32_t from = begin();
  switch (kind()) {
    case TokenKind::Number:
      return parse_number();
    case TokenKind::String: {
      std::string content = decode_string(text());
      next();
      return literal(Value::string(std::move(content)), from);
    }
    case TokenKind::At:
      return parse_temporal_literal();
    case TokenKind::LeftParen:
      return parse_parentheses();
    case TokenKind::LeftBracket:
    case TokenKind::RightBracket:
      return parse_list_or_range();
    case TokenKind::LeftBrace:
      return parse_context();
    case TokenKind::Question:
      next();
      if (!input_allowed_) {
        diagnostics_.add(kMisplacedInput, origin_.map(from, end()));
        return error_node(from);
      }
      return make(NodeKind::Input, from, {});
    case TokenKind::Word:
      break;
    case TokenKind::Percent:
    case TokenKind::Apostrophe:
      report(kBadCharacter, from, token().end, {std::string(text())});
      return error_node(from);
    default:
      return unexpected();
  }
  if (take(Keyword::True)) return literal(Value::boolean(true), from);
  if (take(Keyword::False)) return literal(Value::boolean(false), from);
  if (take(Keyword::Null)) return literal(Value::null(), from);
  return parse_name();
}

ExprId Parser::parse_number() {
  const std::uint32_t from = begin();
  std::optional<Decimal> value = Decimal::parse(text());
  if (!value) report_slip(kNumberTooLarge, from, token().end, {std::string(text())}, "0");
  next();
  if (!value || failed_) return literal(Value::number(Decimal(0)), from);
  std::optional<int> exponent;
  const bool attached = token().begin == end();
  if (attached && kind() == TokenKind::Word && keyword() == Keyword::None) exponent = unit_exponent(text());
  if (attached && kind() == TokenKind::Percent) exponent = -2;
  if (exponent) {
    next();
    const auto factor = Decimal::scaled(1, *exponent);
    value = Decimal::multiply(*value, *factor);
    const std::string meant = value.value_or(Decimal(0)).to_string();
    const std::string written(lexed_.source.substr(from, end() - from));
    report_slip(kBadNumber, from, end(), {written, meant}, meant);
  }
  return literal(Value::number(value.value_or(Decimal(0))), from);
}

ExprId Parser::parse_temporal_literal() {
  const std::uint32_t from = begin();
  next();
  if (kind() != TokenKind::String) {
    expected("\"");
    return error_node(from);
  }
  std::string content = decode_string(text());
  next();
  const ExprId id = make(NodeKind::Literal, from, {});
  // What only a database of time zones can tell is read when the expression is evaluated.
  if (auto value = parse_temporal(content, UtcOnly())) {
    ast_.set_value(id, *std::move(value));
  } else if (!names_zone(content)) {
    diagnostics_.add(kBadTemporal, origin_.map(from, end()), {quote_string(content)});
    return error_node(from);
  }
  ast_.set_text(id, std::move(content));
  return id;
}

ExprId Parser::parse_parentheses() {
  const std::uint32_t open = begin();
  next();
  const Scoped<bool> inner(range_end_, false);
  const ExprId content = parse_expression();
  if (kind() == TokenKind::DotDot) return parse_range(content, open, false, TokenKind::LeftParen);
  close(TokenKind::RightParen, open, "(", ")");
  return content;
}

ExprId Parser::parse_list_or_range() {
  const std::uint32_t open = begin();
  const TokenKind opening = kind();
  next();
  const Scoped<bool> inner(range_end_, false);
  std::vector<ExprId> items;
  if (opening == TokenKind::LeftBracket && take(TokenKind::RightBracket))
    return make(NodeKind::List, open, items);
  items.push_back(parse_expression());
  if (kind() == TokenKind::DotDot) {
    return parse_range(items[0], open, opening == TokenKind::LeftBracket, opening);
  }
  if (opening == TokenKind::RightBracket) {
    expected("..");
    return error_node(open);
  }
  while (!failed_ && take(TokenKind::Comma)) items.push_back(parse_expression());
  close(TokenKind::RightBracket, open, "[", "]");
  return make(NodeKind::List, open, items);
}

/// Behind the lower end, at `..`.
ExprId Parser::parse_range(ExprId low, std::uint32_t from, bool low_closed, TokenKind opening) {
  next();
  ExprId high;
  {
    const Scoped<bool> in_end(range_end_, true);
    high = parse_expression();
  }
  const bool high_closed = kind() == TokenKind::RightBracket;
  if (!take(TokenKind::RightBracket) && !take(TokenKind::RightParen) && !take(TokenKind::LeftBracket)) {
    const bool round = opening == TokenKind::LeftParen;
    close(round ? TokenKind::RightParen : TokenKind::RightBracket, from, round ? "(" : "[",
          round ? ")" : "]");
  }
  const ExprId id = make(NodeKind::Range, from, {low, high});
  ast_.node(id).low_closed = low_closed;
  ast_.node(id).high_closed = high_closed;
  return id;
}

}  // namespace zhilu::expr
