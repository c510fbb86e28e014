// SPDX-License-Identifier: MIT
#include "tests/support/naive_logic.h"

#include <algorithm>
#include <functional>

namespace zhilu::naive {
namespace {

using expr::Relation;

bool is_ordered_kind(ValueKind kind) {
  return kind == ValueKind::Number || kind == ValueKind::String || kind == ValueKind::Date ||
         kind == ValueKind::Time || kind == ValueKind::DateTime || kind == ValueKind::YearsMonths ||
         kind == ValueKind::DaysTime;
}

/// The kind a value has, or will have.
ValueKind kind_in_the_end(const Value& value) {
  if (value.is(ValueKind::PartialChoice)) return ValueKind::String;
  if (value.is(ValueKind::Interval)) return ValueKind::Number;
  return value.is(ValueKind::PartialSet) ? ValueKind::List : value.kind();
}

/// The strings a choice known in part may be; of any other value itself.
std::vector<Value> worlds(const Value& value) {
  if (!value.is(ValueKind::PartialChoice)) return {value};
  std::vector<Value> out;
  for (const std::string& option : value.as_partial_choice().options) out.push_back(Value::string(option));
  return out;
}

/// Settled where all results agree, else unknown for want of the choices and of what is open in any world.
Value agreed(const std::vector<Value>& results, std::vector<Value> sources) {
  const bool agree = std::all_of(results.begin(), results.end(), [&](const Value& result) {
    return result.is(ValueKind::Boolean) && result.is_true() == results.front().is_true();
  });
  if (agree) return results.front();
  for (const Value& result : results) {
    if (result.is_open()) sources.push_back(result);
  }
  return unknown_of(sources);
}

/// How two settled or bounded values may lie to each other; empty where they cannot be ordered.
struct Order {
  bool may_be_less = true;
  bool may_be_equal = true;
  bool may_be_greater = true;
};

std::optional<Order> order_of(const Value& a, const Value& b) {
  if (a.is(ValueKind::Interval) || b.is(ValueKind::Interval)) {
    const auto low = [](const Value& v) {
      return v.is(ValueKind::Interval) ? v.as_interval().low : v.as_number();
    };
    const auto high = [](const Value& v) {
      return v.is(ValueKind::Interval) ? v.as_interval().high : v.as_number();
    };
    const auto bounded = [](const Value& v) { return !v.is(ValueKind::Interval) || v.as_interval().bounded; };
    Order order;
    order.may_be_less = !bounded(b) || low(a) < high(b);
    order.may_be_greater = !bounded(a) || low(b) < high(a);
    order.may_be_equal = (!bounded(b) || low(a) <= high(b)) && (!bounded(a) || low(b) <= high(a));
    return order;
  }
  const auto found = zhilu::order(a, b);
  if (!found) return std::nullopt;
  // Equality does not count fractions of a second, order does.
  const bool equal = zhilu::equals(a, b).is_true();
  return Order{*found<0, equal, *found> 0 && !equal};
}

Value one_order(const Value& a, const Value& b, bool or_equal) {
  const std::optional<Order> order = order_of(a, b);
  if (!order) return Value::null();
  const bool may_hold = order->may_be_less || (or_equal && order->may_be_equal);
  const bool may_fail = order->may_be_greater || (!or_equal && order->may_be_equal && !order->may_be_less) ||
                        (!or_equal && order->may_be_equal && (a.is_open() || b.is_open()));
  if (may_hold && may_fail) return unknown_of({a, b});
  return Value::boolean(may_hold);
}

/// For every pair of values that the two may have.
Value in_all_worlds(const Value& a, const Value& b,
                    const std::function<Value(const Value&, const Value&)>& test) {
  std::vector<Value> results;
  for (const Value& x : worlds(a)) {
    for (const Value& y : worlds(b)) results.push_back(test(x, y));
  }
  if (results.size() == 1) return results.front();
  std::vector<Value> sources;
  if (a.is_open()) sources.push_back(a);
  if (b.is_open()) sources.push_back(b);
  return agreed(results, sources);
}

Value precedes(const Value& a, const Value& b, bool or_equal) {
  if (a.is_null() || b.is_null()) return Value::null();
  if (a.is_unknown() || b.is_unknown()) return unknown_of({a, b});
  const ValueKind kind = kind_in_the_end(a);
  if (kind != kind_in_the_end(b) || !is_ordered_kind(kind)) return Value::null();
  return in_all_worlds(a, b, [&](const Value& x, const Value& y) { return one_order(x, y, or_equal); });
}

Value same(const Value& a, const Value& b);

Value same_set(const PartialSet& set, const Value& other) {
  // Some list may be meant unless a member is surely missing from one of them.
  const auto clash = [](const PartialSet& x, const PartialSet& y) {
    return std::any_of(x.holds.begin(), x.holds.end(),
                       [&](const std::string& name) { return y.contains(name) == Truth::False; });
  };
  if (other.is(ValueKind::PartialSet)) {
    const PartialSet& second = other.as_partial_set();
    return clash(set, second) || clash(second, set) ? Value::boolean(false)
                                                    : unknown_of({Value::unknown(set.fact), other});
  }
  bool all_settled = true;
  for (const Value& item : other.as_list()) {
    all_settled = all_settled && !item.is_open();
    if (item.is_open()) continue;
    if (!item.is(ValueKind::String) || set.contains(item.as_string()) == Truth::False)
      return Value::boolean(false);
  }
  for (const std::string& name : set.holds) {
    const bool listed = std::any_of(other.as_list().begin(), other.as_list().end(), [&](const Value& item) {
      return item.is(ValueKind::String) && item.as_string() == name;
    });
    if (!listed && all_settled) return Value::boolean(false);
  }
  return unknown_of({Value::unknown(set.fact), other});
}

Value same_parts(const Value& a, const Value& b) {
  std::vector<Value> parts;
  if (a.is(ValueKind::List)) {
    if (a.as_list().size() != b.as_list().size()) return Value::boolean(false);
    for (std::size_t i = 0; i < a.as_list().size(); ++i)
      parts.push_back(same(a.as_list()[i], b.as_list()[i]));
    return all_of(parts);
  }
  if (a.is(ValueKind::Context)) {
    if (a.as_context().size() != b.as_context().size()) return Value::boolean(false);
    for (const auto& [name, value] : a.as_context().entries()) {
      const Value* other = b.as_context().find(name);
      parts.push_back(other == nullptr ? Value::boolean(false) : same(value, *other));
    }
    return all_of(parts);
  }
  const Range& x = a.as_range();
  const Range& y = b.as_range();
  const bool alike = x.form == y.form && x.low_closed == y.low_closed && x.high_closed == y.high_closed &&
                     x.low.has_value() == y.low.has_value() && x.high.has_value() == y.high.has_value();
  if (!alike) return Value::boolean(false);
  if (x.low) parts.push_back(same(*x.low, *y.low));
  if (x.high) parts.push_back(same(*x.high, *y.high));
  return all_of(parts);
}

Value same(const Value& a, const Value& b) {
  if (a.is_unknown() || b.is_unknown()) return unknown_of({a, b});
  if (a.is_null() || b.is_null()) return Value::boolean(a.is_null() && b.is_null());
  if (kind_in_the_end(a) != kind_in_the_end(b)) return Value::null();
  if (a.is(ValueKind::PartialSet)) return same_set(a.as_partial_set(), b);
  if (b.is(ValueKind::PartialSet)) return same_set(b.as_partial_set(), a);
  if (a.is(ValueKind::List) || a.is(ValueKind::Context) || a.is(ValueKind::Range)) return same_parts(a, b);
  return in_all_worlds(a, b, [](const Value& x, const Value& y) {
    if (!x.is_open() && !y.is_open()) return zhilu::equals(x, y);
    const Order order = *order_of(x, y);
    return order.may_be_equal ? unknown_of({x, y}) : Value::boolean(false);
  });
}

Value within(const Value& value, const Range& range) {
  if (range.form == RangeForm::Equal) return same(value, *range.low);
  if (range.form == RangeForm::NotEqual) return negation(same(value, *range.low));
  std::vector<Value> ends;
  if (range.low) ends.push_back(precedes(*range.low, value, range.low_closed));
  if (range.high) ends.push_back(precedes(value, *range.high, range.high_closed));
  return all_of(ends);
}

Value one_member(const Value& value, const Value& test) {
  if (test.is(ValueKind::PartialSet) && value.is(ValueKind::String)) {
    const Truth truth = test.as_partial_set().contains(value.as_string());
    return truth == Truth::Unknown ? unknown_of({test}) : Value::boolean(truth == Truth::True);
  }
  if (test.is(ValueKind::Range) && !value.is(ValueKind::Range)) return within(value, test.as_range());
  if (!test.is(ValueKind::List)) return same(value, test);
  std::vector<Value> results{Value::boolean(false)};
  for (const Value& item : test.as_list()) {
    const bool is_range = item.is(ValueKind::Range) && !value.is(ValueKind::Range);
    Value holds = is_range ? within(value, item.as_range()) : same(value, item);
    // A value of another kind among the items is just another one.
    if (holds.is_null() && !item.is(ValueKind::Range)) continue;
    results.push_back(std::move(holds));
  }
  // A list may be an item of the test, or the test itself.
  if (value.is(ValueKind::List)) results.push_back(same(value, test));
  return any_of(results);
}

}  // namespace

Value unknown_of(const std::vector<Value>& values) {
  FactSet missing;
  for (const Value& value : values) value.add_missing(missing);
  return Value::unknown(missing);
}

Value all_of(const std::vector<Value>& values) {
  bool all_true = true;
  std::vector<Value> open;
  for (const Value& value : values) {
    if (value.is_false()) return Value::boolean(false);
    all_true = all_true && value.is_true();
    if (value.is_open()) open.push_back(value);
  }
  if (!open.empty()) return unknown_of(open);
  return all_true ? Value::boolean(true) : Value::null();
}

Value any_of(const std::vector<Value>& values) {
  std::vector<Value> negated;
  for (const Value& value : values) negated.push_back(negation(value));
  return negation(all_of(negated));
}

Value negation(const Value& value) {
  if (value.is_open()) return unknown_of({value});
  if (!value.is(ValueKind::Boolean)) return Value::null();
  return Value::boolean(value.is_false());
}

Value relate(Relation relation, const Value& a, const Value& b) {
  switch (relation) {
    case Relation::Equal:
      return same(a, b);
    case Relation::NotEqual:
      return negation(same(a, b));
    case Relation::Less:
      return precedes(a, b, false);
    case Relation::LessEqual:
      return precedes(a, b, true);
    case Relation::Greater:
      return precedes(b, a, false);
    case Relation::GreaterEqual:
      return precedes(b, a, true);
  }
  return Value::null();
}

Value is_member(const Value& value, const Value& test) {
  std::vector<Value> results;
  for (const Value& world : worlds(value)) results.push_back(one_member(world, test));
  return results.size() == 1 ? results.front() : agreed(results, {value});
}

Value passes_any(const Value& value, const std::vector<Test>& tests) {
  std::vector<Value> by_world;
  for (const Value& world : worlds(value)) {
    std::vector<Value> results;
    for (const Test& test : tests) {
      results.push_back(test.relation ? relate(*test.relation, world, test.value)
                                      : one_member(world, test.value));
    }
    by_world.push_back(any_of(results));
  }
  return by_world.size() == 1 ? by_world.front() : agreed(by_world, {value});
}

}  // namespace zhilu::naive
