// SPDX-License-Identifier: MIT
// Forms that begin with a keyword or a brace, types, and unary tests.
#include "engine/expr/diagnostics.h"
#include "engine/expr/node_kinds.h"
#include "engine/expr/parser_impl.h"
#include "engine/expr/string_literal.h"

namespace zhilu::expr {
namespace {

const NameSet& type_phrases() {
  static const NameSet kPhrases = [] {
    NameSet phrases;
    for (const std::string_view name :
         {"date and time", "years and months duration", "days and time duration"}) {
      phrases.add(name);
    }
    return phrases;
  }();
  return kPhrases;
}

NodeKind comparison_of(Relation relation) {
  switch (relation) {
    case Relation::Equal:
      return NodeKind::Equal;
    case Relation::NotEqual:
      return NodeKind::NotEqual;
    case Relation::Less:
      return NodeKind::Less;
    case Relation::LessEqual:
      return NodeKind::LessEqual;
    case Relation::Greater:
      return NodeKind::Greater;
    case Relation::GreaterEqual:
      return NodeKind::GreaterEqual;
  }
  return NodeKind::Equal;
}

}  // namespace

ExprId Parser::parse_if() {
  const std::uint32_t from = begin();
  next();
  const ExprId condition = parse_expression();
  expect(Keyword::Then, "then");
  const ExprId yes = parse_expression();
  expect(Keyword::Else, "else");
  const ExprId no = parse_expression();
  return make(NodeKind::If, from, {condition, yes, no});
}

std::vector<ExprId> Parser::parse_iterators() {
  std::vector<ExprId> iterators;
  do {
    const std::uint32_t from = begin();
    NameSet::Phrase variable = parse_new_name(true);
    expect(Keyword::In, "in");
    std::vector<ExprId> domain{parse_expression()};
    if (take(TokenKind::DotDot)) domain.push_back(parse_expression());
    iterators.push_back(make(NodeKind::Iterator, from, domain));
    ast_.set_text(iterators.back(), variable.name);
    declare(std::move(variable));
  } while (!failed_ && take(TokenKind::Comma));
  return iterators;
}

ExprId Parser::parse_for() {
  const std::uint32_t from = begin();
  next();
  const LocalNames locals(locals_);
  std::vector<ExprId> children = parse_iterators();
  expect(Keyword::Return, "return");
  children.push_back(parse_expression());
  return make(NodeKind::For, from, children);
}

ExprId Parser::parse_quantified() {
  const std::uint32_t from = begin();
  const NodeKind kind = keyword() == Keyword::Some ? NodeKind::Some : NodeKind::Every;
  next();
  const LocalNames locals(locals_);
  std::vector<ExprId> children = parse_iterators();
  expect(Keyword::Satisfies, "satisfies");
  children.push_back(parse_expression());
  return make(kind, from, children);
}

ExprId Parser::parse_function() {
  const std::uint32_t from = begin();
  next();
  const std::uint32_t open = begin();
  next();
  const LocalNames locals(locals_);
  const Scoped<bool> inner(range_end_, false);
  std::vector<ExprId> children;
  while (!failed_ && kind() != TokenKind::RightParen) {
    const std::uint32_t parameter = begin();
    NameSet::Phrase name = parse_new_name();
    std::vector<ExprId> type;
    if (take(TokenKind::Colon)) type.push_back(parse_type());
    children.push_back(make(NodeKind::Parameter, parameter, type));
    ast_.set_text(children.back(), name.name);
    declare(std::move(name));
    if (!take(TokenKind::Comma)) break;
  }
  close(TokenKind::RightParen, open, "(", ")");
  const bool external = take(Keyword::External);
  children.push_back(parse_expression());
  const ExprId id = make(NodeKind::Function, from, children);
  if (external && ast_.kind(id) == NodeKind::Function) ast_.set_text(id, "external");
  return id;
}

ExprId Parser::parse_context() {
  const std::uint32_t open = begin();
  next();
  const LocalNames locals(locals_);
  const Scoped<bool> inner(range_end_, false);
  std::vector<ExprId> entries;
  while (!failed_ && kind() != TokenKind::RightBrace) {
    const std::uint32_t from = begin();
    NameSet::Phrase key;
    if (kind() == TokenKind::String) {
      const std::string content = decode_string(text());
      key = NameSet::split(content);
      key.name = content;
      next();
    } else {
      key = parse_new_name();
    }
    const std::uint32_t key_end = end();
    expect(TokenKind::Colon, ":");
    const ExprId value = parse_expression();
    for (const ExprId entry : entries) {
      if (ast_.text(entry) == key.name)
        diagnostics_.add(kDuplicateKey, origin_.map(from, key_end), {key.name});
    }
    entries.push_back(make(NodeKind::Entry, from, {value}));
    ast_.set_text(entries.back(), key.name);
    declare(std::move(key));
    if (!take(TokenKind::Comma)) break;
  }
  close(TokenKind::RightBrace, open, "{", "}");
  return make(NodeKind::Context, open, entries);
}

ExprId Parser::parse_type() {
  const std::uint32_t from = begin();
  if (depth_ >= kMaxDepth) return too_deep();
  if (kind() != TokenKind::Word) return unexpected();
  const Scoped<std::uint32_t> deeper(depth_, depth_ + 1);
  const bool has_detail = kind(1) == TokenKind::Less;
  if (has_detail && (text() == "list" || text() == "range")) {
    const NodeKind node = text() == "list" ? NodeKind::TypeList : NodeKind::TypeRange;
    next(2);
    const ExprId element = parse_type();
    expect(TokenKind::Greater, ">");
    return make(node, from, {element});
  }
  if (has_detail && text() == "context") return parse_context_type(from);
  if (has_detail && text() == "function") return parse_function_type(from);
  std::string name;
  if (const std::size_t length = match_phrase(type_phrases(), name)) {
    next(length);
  } else {
    name = text();
    next();
    // A name of the scope may have dots and numbers in it: `tLoan.v2`.
    while (kind() == TokenKind::Dot && kind(1) == TokenKind::Word) {
      name.append(".").append(text(1));
      next(2);
    }
  }
  const ExprId id = make(NodeKind::TypeName, from, {});
  ast_.set_text(id, std::move(name));
  return id;
}

ExprId Parser::parse_context_type(std::uint32_t from) {
  next(2);
  std::vector<ExprId> fields;
  while (!failed_ && kind() != TokenKind::Greater) {
    const std::uint32_t field = begin();
    NameSet::Phrase name = parse_new_name();
    expect(TokenKind::Colon, ":");
    const ExprId type = parse_type();
    fields.push_back(make(NodeKind::TypeField, field, {type}));
    ast_.set_text(fields.back(), std::move(name.name));
    if (!take(TokenKind::Comma)) break;
  }
  expect(TokenKind::Greater, ">");
  return make(NodeKind::TypeContext, from, fields);
}

ExprId Parser::parse_function_type(std::uint32_t from) {
  next(2);
  std::vector<ExprId> types;
  while (!failed_ && kind() != TokenKind::Greater) {
    types.push_back(parse_type());
    if (!take(TokenKind::Comma)) break;
  }
  expect(TokenKind::Greater, ">");
  expect(TokenKind::Arrow, "->");
  types.push_back(parse_type());
  return make(NodeKind::TypeFunction, from, types);
}

ExprId Parser::parse_unary_tests() {
  const std::uint32_t from = begin();
  const bool blank = kind() == TokenKind::End || (kind() == TokenKind::Minus && kind(1) == TokenKind::End);
  if (blank) {
    next();
    return literal(Value::boolean(true), from);
  }
  // not(…) around all tests; `not("a") and …` is an expression like any other.
  if (text() == "not" && kind(1) == TokenKind::LeftParen) {
    std::size_t depth = 0;
    std::size_t ahead = 1;
    for (; kind(ahead) != TokenKind::End; ++ahead) {
      if (kind(ahead) == TokenKind::LeftParen) ++depth;
      if (kind(ahead) == TokenKind::RightParen && --depth == 0) break;
    }
    if (kind(ahead) == TokenKind::RightParen && kind(ahead + 1) == TokenKind::End) {
      next(2);
      const ExprId tests = parse_test_list(begin(), TokenKind::RightParen);
      expect(TokenKind::RightParen, ")");
      return make(NodeKind::Not, from, {tests});
    }
  }
  return parse_test_list(from, TokenKind::End);
}

bool Parser::contains_input(ExprId id) const {
  if (ast_.kind(id) == NodeKind::Input) return true;
  for (const ExprId child : ast_.children(id)) {
    if (contains_input(child)) return true;
  }
  return false;
}

/// Tests separated by commas as one condition over Input.
ExprId Parser::parse_test_list(std::uint32_t from, TokenKind until) {
  std::vector<ExprId> conditions;
  std::vector<ExprId> values;
  do {
    const ExprId test = parse_expression();
    const bool whole = is_condition(ast_.kind(test)) || contains_input(test);
    (whole ? conditions : values).push_back(test);
  } while (!failed_ && kind() != until && take(TokenKind::Comma));

  if (values.size() == 1) {
    const ExprId input = make(NodeKind::Input, from, {});
    const ExprId test = values[0];
    if (ast_.kind(test) == NodeKind::HalfRange) {
      const ExprId end = ast_.child(test, 0);
      conditions.push_back(make(comparison_of(ast_.relation(test)), from, {input, end}));
    } else if (ast_.kind(test) == NodeKind::Literal) {
      conditions.push_back(make(NodeKind::Equal, from, {input, test}));
    } else {
      conditions.push_back(make(NodeKind::In, from, {input, test}));
    }
  } else if (!values.empty()) {
    values.insert(values.begin(), make(NodeKind::Input, from, {}));
    conditions.push_back(make(NodeKind::In, from, values));
  }
  if (conditions.size() == 1) return conditions[0];
  return make(NodeKind::Or, from, conditions);
}

}  // namespace zhilu::expr
