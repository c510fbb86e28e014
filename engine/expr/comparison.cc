// SPDX-License-Identifier: MIT
// Relations and membership.
#include "engine/expr/operators.h"

namespace zhilu::expr {

Value compare(Relation relation, const Value& a, const Value& b) {
  switch (relation) {
    case Relation::Equal:
      return equals(a, b);
    case Relation::NotEqual: {
      Value equal = equals(a, b);
      return equal.is(ValueKind::Boolean) ? Value::boolean(!equal.as_boolean()) : equal;
    }
    case Relation::Less:
      return less(a, b);
    case Relation::LessEqual:
      return less_equal(a, b);
    case Relation::Greater:
      return less(b, a);
    case Relation::GreaterEqual:
      return less_equal(b, a);
  }
  return Value::null();
}

namespace {

/// Whether one item of a list that is tested against holds the value.
Value item_holds(const Value& value, const Value& item) {
  if (item.is(ValueKind::Range) && !value.is(ValueKind::Range)) return in_range(value, item.as_range());
  return equals(value, item);
}

bool is_settled(const Value& value) {
  return value.is(ValueKind::Boolean);
}

Value passes(const Value& value, const Value& test, const std::optional<Relation>& relation) {
  return relation ? compare(*relation, value, test) : is_in(value, test);
}

/// What a choice of which some options are excluded gives: settled where all that are left agree. What is
/// open for any option may matter once the choice is made.
template <class Test>
Value each_option(const Value& value, Test test) {
  const std::vector<std::string>& options = value.as_partial_choice().options;
  FactSet missing = value.missing();
  Value first;
  bool agree = true;
  for (std::size_t i = 0; i < options.size(); ++i) {
    Value holds = test(Value::string(options[i]));
    if (holds.is_open()) holds.add_missing(missing);
    if (i == 0) first = holds;
    agree = agree && is_settled(holds) && is_settled(first) && holds.as_boolean() == first.as_boolean();
  }
  return agree ? first : Value::unknown(missing);
}

}  // namespace

Value is_in_any(const Value& value, std::span<const Value> tests,
                std::span<const std::optional<Relation>> relations) {
  if (value.is(ValueKind::PartialChoice)) {
    return each_option(value, [&](const Value& option) { return is_in_any(option, tests, relations); });
  }
  Value result = Value::boolean(false);
  for (std::size_t i = 0; i < tests.size(); ++i) {
    const Value holds = passes(value, tests[i], relations[i]);
    if (holds.is_true()) return holds;
    result = i == 0 ? holds : logical_or(result, holds);
  }
  return result;
}

Value is_in(const Value& value, const Value& test) {
  if (value.is(ValueKind::PartialChoice) && !test.is_unknown()) {
    return each_option(value, [&](const Value& option) { return is_in(option, test); });
  }
  if (test.is(ValueKind::PartialSet) && value.is(ValueKind::String)) {
    const PartialSet& set = test.as_partial_set();
    return Value::truth(set.contains(value.as_string()), FactSet(set.fact));
  }
  if (test.is(ValueKind::Range) && !value.is(ValueKind::Range)) return in_range(value, test.as_range());
  if (!test.is(ValueKind::List)) return equals(value, test);
  // A value of another type among the items must not spoil what no other item settles.
  Value result = Value::boolean(false);
  for (const Value& item : test.as_list()) {
    const Value holds = item_holds(value, item);
    if (holds.is_true()) return holds;
    if (holds.is_open() || item.is(ValueKind::Range)) result = logical_or(result, holds);
  }
  if (value.is(ValueKind::List)) return logical_or(result, equals(value, test));
  return result;
}

}  // namespace zhilu::expr
