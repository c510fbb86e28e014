// SPDX-License-Identifier: MIT
// Operators: what they take, and whether the options compared with a fact exist.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/spelling.h"
#include "engine/expr/checker_impl.h"
#include "engine/expr/diagnostics.h"
#include "engine/expr/operators.h"
#include "engine/expr/printer.h"
#include "engine/expr/string_literal.h"

namespace zhilu::expr {
namespace {

bool is_open(const Type& type) {
  return type.kind() == TypeKind::Any || type.kind() == TypeKind::Null;
}

bool is_ordered(TypeKind kind) {
  switch (kind) {
    case TypeKind::Number:
    case TypeKind::String:
    case TypeKind::Date:
    case TypeKind::Time:
    case TypeKind::DateTime:
    case TypeKind::YearsMonths:
    case TypeKind::DaysTime:
      return true;
    default:
      return false;
  }
}

}  // namespace

Type Checker::check_operator(ExprId id) {
  switch (ast_.kind(id)) {
    case NodeKind::Negate: {
      const Type type = check(ast_.child(id, 0));
      const TypeKind kind = type.kind();
      if (is_open(type) || kind == TypeKind::Number || kind == TypeKind::YearsMonths ||
          kind == TypeKind::DaysTime) {
        return type;
      }
      report(kWrongOperand, id, {"-", type.to_string()});
      return TypeKind::Any;
    }
    case NodeKind::Equal:
    case NodeKind::NotEqual:
    case NodeKind::Less:
    case NodeKind::LessEqual:
    case NodeKind::Greater:
    case NodeKind::GreaterEqual:
      return check_comparison(id);
    case NodeKind::And:
    case NodeKind::Or:
    case NodeKind::Not:
      for (std::size_t i = 0; i < ast_.children(id).size(); ++i) {
        const ExprId operand = ast_.child(id, i);
        require_boolean(check(operand), operand, operator_sign(ast_.kind(id)));
      }
      return TypeKind::Boolean;
    case NodeKind::Between: {
      const Type value = check(ast_.child(id, 0));
      for (std::size_t i = 1; i < 3; ++i) require_ordered(value, check(ast_.child(id, i)), id, "between");
      return TypeKind::Boolean;
    }
    case NodeKind::In:
      return check_in(id);
    case NodeKind::Range:
    case NodeKind::HalfRange:
      return check_range(id);
    default:
      return check_arithmetic(id);
  }
}

Type Checker::check_arithmetic(ExprId id) {
  const Type a = check(ast_.child(id, 0));
  const Type b = check(ast_.child(id, 1));
  const NodeKind op = ast_.kind(id);
  if (const auto type = arithmetic_type(op, a.kind(), b.kind())) return *type;
  report(kWrongOperands, id, {std::string(operator_sign(op)), a.to_string(), b.to_string()});
  return TypeKind::Any;
}

void Checker::require_boolean(const Type& type, ExprId at, std::string_view sign) {
  if (is_open(type) || type.kind() == TypeKind::Boolean) return;
  report(kWrongOperand, at, {std::string(sign), type.to_string()});
}

void Checker::require_comparable(const Type& a, const Type& b, ExprId at) {
  if (is_open(a) || is_open(b) || a.kind() == b.kind()) return;
  report(kNeverEqual, at, {a.to_string(), b.to_string()});
}

void Checker::require_ordered(const Type& a, const Type& b, ExprId at, std::string_view sign) {
  const bool fits = (is_open(a) || is_ordered(a.kind())) && (is_open(b) || is_ordered(b.kind())) &&
                    (is_open(a) || is_open(b) || a.kind() == b.kind());
  if (!fits) report(kWrongOperands, at, {std::string(sign), a.to_string(), b.to_string()});
}

const Variable* Checker::find_options(ExprId id) const {
  if (ast_.kind(id) != NodeKind::Name) return nullptr;
  const Variable* variable = scope_.find(ast_.text(id));
  return variable != nullptr && !variable->options.empty() ? variable : nullptr;
}

/// A literal, or every literal of a list, must be an option of the fact.
void Checker::check_option(ExprId id, const Variable& variable) {
  if (ast_.kind(id) == NodeKind::List) {
    for (std::size_t i = 0; i < ast_.children(id).size(); ++i) check_option(ast_.child(id, i), variable);
    return;
  }
  if (ast_.kind(id) != NodeKind::Literal || !ast_.value(id).is(ValueKind::String)) return;
  const std::string& option = ast_.value(id).as_string();
  if (std::find(variable.options.begin(), variable.options.end(), option) != variable.options.end()) return;
  Diagnostic& diagnostic = report(kUnknownOption, id, {quote_string(option), variable.name});
  if (const auto nearest = find_nearest(option, variable.options))
    diagnostic.fix = Fix{quote_string(*nearest)};
}

/// `issues = "fraud"`, where issues holds several options: the author means `"fraud" in issues`.
bool Checker::report_member_test(ExprId id, ExprId set, ExprId option) {
  const Variable* variable = find_options(set);
  if (variable == nullptr || variable->type.kind() != TypeKind::List) return false;
  if (ast_.type(option).kind() != TypeKind::String) return false;
  std::string meant = fmt::format("{} in {}", print(ast_, option), variable->name);
  if (ast_.kind(id) == NodeKind::NotEqual) meant = fmt::format("not({})", meant);
  report(kMemberOfSet, id, {variable->name, meant}).fix = Fix{meant};
  return true;
}

Type Checker::check_comparison(ExprId id) {
  const ExprId left = ast_.child(id, 0);
  const ExprId right = ast_.child(id, 1);
  const Variable* of_left = find_options(left);
  const Variable* of_right = find_options(right);
  const Variable* outer = std::exchange(options_, of_left);
  const Type b = check(right);
  options_ = of_right;
  const Type a = check(left);
  options_ = outer;
  const NodeKind op = ast_.kind(id);
  if (op != NodeKind::Equal && op != NodeKind::NotEqual) {
    require_ordered(a, b, id, operator_sign(op));
    return TypeKind::Boolean;
  }
  if (of_left != nullptr) check_option(right, *of_left);
  if (of_right != nullptr) check_option(left, *of_right);
  if (report_member_test(id, left, right) || report_member_test(id, right, left)) return TypeKind::Boolean;
  require_comparable(a, b, id);
  return TypeKind::Boolean;
}

Type Checker::check_in(ExprId id) {
  const ExprId value = ast_.child(id, 0);
  const Variable* of_value = find_options(value);
  const Variable* outer = std::exchange(options_, of_value);
  std::vector<Type> tests;
  for (std::size_t i = 1; i < ast_.children(id).size(); ++i) {
    const ExprId test = ast_.child(id, i);
    tests.push_back(check(test));
    if (of_value != nullptr) check_option(test, *of_value);
  }
  const Variable* of_test = ast_.children(id).size() == 2 ? find_options(ast_.child(id, 1)) : nullptr;
  options_ = of_test;
  const Type type = check(value);
  options_ = outer;
  if (of_test != nullptr) check_option(value, *of_test);
  for (std::size_t i = 0; i < tests.size(); ++i) {
    const ExprId test = ast_.child(id, i + 1);
    const Type& given = tests[i];
    if (type.kind() == TypeKind::List && given.kind() == TypeKind::String &&
        report_member_test(id, value, test)) {
      continue;
    }
    const bool of_items = given.kind() == TypeKind::List || given.kind() == TypeKind::Range;
    if (type.kind() == given.kind() || !of_items) {
      require_comparable(type, given, test);
    } else {
      const Type item = given.element();
      // A list may hold ranges to be tested against.
      require_comparable(type, item.kind() == TypeKind::Range ? item.element() : item, test);
    }
  }
  return TypeKind::Boolean;
}

Type Checker::check_range(ExprId id) {
  const Type low = check(ast_.child(id, 0));
  if (ast_.kind(id) == NodeKind::HalfRange) {
    const bool equality = ast_.relation(id) == Relation::Equal || ast_.relation(id) == Relation::NotEqual;
    if (!equality) require_ordered(low, low, id, relation_sign(ast_.relation(id)));
    return Type::range(low);
  }
  const Type high = check(ast_.child(id, 1));
  require_ordered(low, high, id, "..");
  return Type::range(common_type(low, high));
}

}  // namespace zhilu::expr
