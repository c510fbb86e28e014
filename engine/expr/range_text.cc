// SPDX-License-Identifier: MIT
#include "engine/expr/range_text.h"

#include "engine/expr/diagnostics.h"
#include "engine/expr/parser.h"
#include "engine/expr/ranges.h"
#include "engine/expr/string_literal.h"
#include "engine/expr/temporal.h"

namespace zhilu::expr {
namespace {

/// `date("...")` and its kin, of a literal text.
std::optional<Value> read_conversion(const Ast& ast, ExprId call, const ZoneRules& zones) {
  const auto children = ast.children(call);
  if (children.size() != 2 || ast.kind(children[1]) != NodeKind::Literal) return std::nullopt;
  const Value& text = ast.value(children[1]);
  if (ast.kind(children[0]) != NodeKind::Name || !text.is(ValueKind::String)) return std::nullopt;
  std::optional<Value> value = parse_temporal(text.as_string(), zones);
  if (!value) return std::nullopt;
  const std::string_view function = ast.text(children[0]);
  const bool fits =
      (function == "date" && value->is(ValueKind::Date)) ||
      (function == "time" && value->is(ValueKind::Time)) ||
      (function == "date and time" && value->is(ValueKind::DateTime)) ||
      (function == "duration" && (value->is(ValueKind::YearsMonths) || value->is(ValueKind::DaysTime)));
  if (!fits) return std::nullopt;
  return value;
}

std::optional<Value> read_end(const Ast& ast, ExprId id, const ZoneRules& zones) {
  switch (ast.kind(id)) {
    case NodeKind::Literal:
      if (ast.text(id).empty()) return ast.value(id);
      return parse_temporal(ast.text(id), zones);
    case NodeKind::Negate: {
      const ExprId operand = ast.child(id, 0);
      if (ast.kind(operand) != NodeKind::Literal || !ast.value(operand).is(ValueKind::Number))
        return std::nullopt;
      return Value::number(ast.value(operand).as_number().negated());
    }
    case NodeKind::Call:
      return read_conversion(ast, id, zones);
    default:
      return std::nullopt;
  }
}

}  // namespace

Value parse_range_text(std::string_view text, const ZoneRules& zones) {
  const Value fault = Value::null(kArgumentValue, {"range", "from", quote_string(text)});
  Diagnostics diagnostics;
  const Ast ast = parse(text, KnownNames(), diagnostics, TextOrigin());
  if (diagnostics.has_errors() || ast.kind(ast.root()) != NodeKind::Range) return fault;
  const ExprId root = ast.root();
  const std::optional<Value> low = read_end(ast, ast.child(root, 0), zones);
  const std::optional<Value> high = read_end(ast, ast.child(root, 1), zones);
  if (!low || !high || low->is_null() || high->is_null()) return fault;
  const auto ordering = order(*low, *high);
  if (!ordering || *ordering == std::strong_ordering::greater) return fault;
  return make_range(*low, *high, ast.low_closed(root), ast.high_closed(root));
}

}  // namespace zhilu::expr
