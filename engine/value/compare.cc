// SPDX-License-Identifier: MIT
// Equality, order and logic of values, three-valued, with what is missing.
#include <algorithm>

#include "engine/value/diagnostics.h"
#include "engine/value/value.h"

namespace zhilu {
namespace {

Value types_differ(const Value& a, const Value& b) {
  return Value::null(kValueTypesDiffer, {type_of(a).to_string(), type_of(b).to_string()});
}

// The kind a value will have once all is known.
ValueKind settled_kind(const Value& value) {
  switch (value.kind()) {
    case ValueKind::PartialSet:
      return ValueKind::List;
    case ValueKind::PartialChoice:
      return ValueKind::String;
    case ValueKind::Interval:
      return ValueKind::Number;
    default:
      return value.kind();
  }
}

// Empty where one is local and the other zoned: then there is no saying.
std::optional<std::strong_ordering> order_by_difference(const std::optional<DaysTime>& difference) {
  if (!difference) return std::nullopt;
  return *difference <=> DaysTime();
}

// The smallest and the largest value that something open may turn out to have; empty where there is no bound.
struct Bounds {
  std::optional<Value> low;
  std::optional<Value> high;
};

Bounds bounds_of(const Value& value) {
  if (value.is(ValueKind::Interval)) {
    const Interval& interval = value.as_interval();
    Bounds bounds{Value::number(interval.low), std::nullopt};
    if (interval.bounded) bounds.high = Value::number(interval.high);
    return bounds;
  }
  if (value.is(ValueKind::PartialChoice)) {
    const std::vector<std::string>& options = value.as_partial_choice().options;
    if (options.empty()) return {};
    return {Value::string(options.front()), Value::string(options.back())};
  }
  return {value, value};
}

bool is_below(const std::optional<Value>& a, const std::optional<Value>& b) {
  return a && b && order(*a, *b) == std::strong_ordering::less;
}

bool is_at_most(const std::optional<Value>& a, const std::optional<Value>& b) {
  if (!a || !b) return false;
  const std::optional<std::strong_ordering> ordering = order(*a, *b);
  return ordering && *ordering != std::strong_ordering::greater;
}

// One of the two is open, neither is Unknown, and both will be numbers or strings.
Value compare_open(const Value& a, const Value& b, bool or_equal) {
  const Bounds x = bounds_of(a);
  const Bounds y = bounds_of(b);
  if (or_equal ? is_at_most(x.high, y.low) : is_below(x.high, y.low)) return Value::boolean(true);
  if (or_equal ? is_below(y.high, x.low) : is_at_most(y.high, x.low)) return Value::boolean(false);
  return merge_unknown(a, b);
}

bool is_ordered(ValueKind kind) {
  switch (kind) {
    case ValueKind::Number:
    case ValueKind::String:
    case ValueKind::Date:
    case ValueKind::Time:
    case ValueKind::DateTime:
    case ValueKind::YearsMonths:
    case ValueKind::DaysTime:
      return true;
    default:
      return false;
  }
}

Value compare(const Value& a, const Value& b, bool or_equal) {
  if (a.is(ValueKind::Number) && b.is(ValueKind::Number)) {
    return Value::boolean(or_equal ? a.as_number() <= b.as_number() : a.as_number() < b.as_number());
  }
  if (a.is_null() || b.is_null()) return types_differ(a, b);
  if (a.is_unknown() || b.is_unknown()) return merge_unknown(a, b);
  const ValueKind kind = settled_kind(a);
  if (kind != settled_kind(b)) return types_differ(a, b);
  if (!is_ordered(kind)) return Value::null(kValueNotOrdered, {type_of(a).to_string()});
  if (a.is_open() || b.is_open()) return compare_open(a, b, or_equal);
  const std::optional<std::strong_ordering> ordering = order(a, b);
  if (!ordering) return types_differ(a, b);
  if (*ordering == std::strong_ordering::less) return Value::boolean(true);
  // Values that differ in a fraction of a second are equal to `=`, so they are to `<=`.
  return or_equal ? equals(a, b) : Value::boolean(false);
}

// All of these hold: false settles it, then what is unknown may, then null stays.
class AllEqual {
 public:
  /// Returns false once the answer is false.
  bool add(const Value& a, const Value& b) {
    Value equal = equals(a, b);
    if (equal.is_false()) {
      result_ = std::move(equal);
      return false;
    }
    if (!equal.is_true()) result_ = logical_and(result_, equal);
    return true;
  }
  Value result() const { return result_; }

 private:
  Value result_ = Value::boolean(true);
};

Value equal_lists(const std::vector<Value>& a, const std::vector<Value>& b) {
  if (a.size() != b.size()) return Value::boolean(false);
  AllEqual all;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!all.add(a[i], b[i])) break;
  }
  return all.result();
}

Value equal_contexts(const Context& a, const Context& b) {
  if (a.size() != b.size()) return Value::boolean(false);
  AllEqual all;
  for (const Context::Entry& entry : a.entries()) {
    const Value* other = b.find(entry.first);
    if (!other) return Value::boolean(false);
    if (!all.add(entry.second, *other)) break;
  }
  return all.result();
}

Value equal_ranges(const Range& a, const Range& b) {
  if (a.form != b.form || a.low_closed != b.low_closed || a.high_closed != b.high_closed ||
      a.low.has_value() != b.low.has_value() || a.high.has_value() != b.high.has_value()) {
    return Value::boolean(false);
  }
  AllEqual all;
  if (a.low && !all.add(*a.low, *b.low)) return all.result();
  if (a.high) all.add(*a.high, *b.high);
  return all.result();
}

// What is known of a set against a list: only a difference can be certain.
Value equal_partial_set(const PartialSet& set, const Value& list) {
  std::vector<std::string_view> names;
  for (const Value& item : list.as_list()) {
    if (item.is_open()) continue;
    if (!item.is(ValueKind::String)) return Value::boolean(false);
    if (set.contains(item.as_string()) == Truth::False) return Value::boolean(false);
    names.push_back(item.as_string());
  }
  if (names.size() == list.as_list().size()) {
    for (const std::string& name : set.holds) {
      if (std::find(names.begin(), names.end(), name) == names.end()) return Value::boolean(false);
    }
  }
  return Value::unknown(set.fact);
}

bool are_disjoint(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::none_of(a.begin(), a.end(),
                      [&](const std::string& name) { return std::binary_search(b.begin(), b.end(), name); });
}

// One of the two is open, neither is Unknown, and both will be of the same kind.
Value equal_open(const Value& a, const Value& b) {
  bool differ = false;
  if (a.is(ValueKind::PartialSet) && b.is(ValueKind::PartialSet)) {
    const PartialSet& x = a.as_partial_set();
    const PartialSet& y = b.as_partial_set();
    differ = !are_disjoint(x.holds, y.fails) || !are_disjoint(x.fails, y.holds);
  } else if (a.is(ValueKind::PartialSet) || b.is(ValueKind::PartialSet)) {
    const Value& set = a.is(ValueKind::PartialSet) ? a : b;
    const Value& list = a.is(ValueKind::PartialSet) ? b : a;
    differ = equal_partial_set(set.as_partial_set(), list).is_false();
  } else if (a.is(ValueKind::PartialChoice) && b.is(ValueKind::PartialChoice)) {
    differ = are_disjoint(a.as_partial_choice().options, b.as_partial_choice().options);
  } else if (a.is(ValueKind::PartialChoice)) {
    differ = !a.as_partial_choice().may_be(b.as_string());
  } else if (b.is(ValueKind::PartialChoice)) {
    differ = !b.as_partial_choice().may_be(a.as_string());
  } else {
    const Bounds x = bounds_of(a);
    const Bounds y = bounds_of(b);
    differ = is_below(x.high, y.low) || is_below(y.high, x.low);
  }
  return differ ? Value::boolean(false) : merge_unknown(a, b);
}

bool has_same_ends(const std::optional<Value>& a, const std::optional<Value>& b) {
  return a && b ? is_same(*a, *b) : a.has_value() == b.has_value();
}

}  // namespace

std::optional<std::strong_ordering> order(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case ValueKind::Number:
      return a.as_number() <=> b.as_number();
    case ValueKind::String:
      return a.as_string() <=> b.as_string();
    case ValueKind::Date:
      return a.as_date() <=> b.as_date();
    case ValueKind::Time:
      return order_by_difference(a.as_time().minus(b.as_time()));
    case ValueKind::DateTime:
      return order_by_difference(a.as_date_time().minus(b.as_date_time()));
    case ValueKind::YearsMonths:
      return a.as_years_months() <=> b.as_years_months();
    case ValueKind::DaysTime:
      return a.as_days_time() <=> b.as_days_time();
    default:
      return std::nullopt;
  }
}

Value equals(const Value& a, const Value& b) {
  if (a.is_unknown() || b.is_unknown()) return merge_unknown(a, b);
  if (a.is_null() || b.is_null()) return Value::boolean(a.is_null() && b.is_null());
  if (settled_kind(a) != settled_kind(b)) return types_differ(a, b);
  if (a.kind() >= ValueKind::PartialSet || b.kind() >= ValueKind::PartialSet) return equal_open(a, b);
  switch (a.kind()) {
    case ValueKind::Boolean:
      return Value::boolean(a.as_boolean() == b.as_boolean());
    case ValueKind::Number:
      return Value::boolean(a.as_number() == b.as_number());
    case ValueKind::String:
      return Value::boolean(a.as_string() == b.as_string());
    case ValueKind::Date:
      return Value::boolean(a.as_date() == b.as_date());
    case ValueKind::Time: {
      const Time& x = a.as_time();
      const Time& y = b.as_time();
      return Value::boolean(x.zone().is_local() == y.zone().is_local() && x.utc_second() == y.utc_second());
    }
    case ValueKind::DateTime: {
      const DateTime& x = a.as_date_time();
      const DateTime& y = b.as_date_time();
      return Value::boolean(x.zone().is_local() == y.zone().is_local() && x.utc_seconds() == y.utc_seconds());
    }
    case ValueKind::YearsMonths:
      return Value::boolean(a.as_years_months() == b.as_years_months());
    case ValueKind::DaysTime:
      return Value::boolean(a.as_days_time() == b.as_days_time());
    case ValueKind::List:
      return equal_lists(a.as_list(), b.as_list());
    case ValueKind::Context:
      return equal_contexts(a.as_context(), b.as_context());
    case ValueKind::Range:
      return equal_ranges(a.as_range(), b.as_range());
    case ValueKind::Function:
      // Whether two functions always give the same cannot be told.
      return a.as_function() == b.as_function() ? Value::boolean(true) : types_differ(a, b);
    default:
      return Value();
  }
}

Value less(const Value& a, const Value& b) {
  return compare(a, b, false);
}

Value less_equal(const Value& a, const Value& b) {
  return compare(a, b, true);
}

Value logical_and(const Value& a, const Value& b) {
  if (a.is_false() || b.is_false()) return Value::boolean(false);
  if (a.is_open() || b.is_open()) return merge_unknown(a, b);
  if (a.is_true() && b.is_true()) return Value::boolean(true);
  return a.is_null() ? a : b.is_null() ? b : Value();
}

Value logical_or(const Value& a, const Value& b) {
  if (a.is_true() || b.is_true()) return Value::boolean(true);
  if (a.is_open() || b.is_open()) return merge_unknown(a, b);
  if (a.is_false() && b.is_false()) return Value::boolean(false);
  return a.is_null() ? a : b.is_null() ? b : Value();
}

Value logical_not(const Value& a) {
  if (a.is(ValueKind::Boolean)) return Value::boolean(!a.as_boolean());
  return a.is_open() ? Value::unknown(a.missing()) : a.is_null() ? a : Value();
}

Value in_range(const Value& value, const Range& range) {
  if (range.form != RangeForm::Between) {
    const Value equal = equals(value, range.low.value_or(Value()));
    return range.form == RangeForm::Equal ? equal : logical_not(equal);
  }
  Value result = Value::boolean(true);
  if (range.low) {
    result = range.low_closed ? less_equal(*range.low, value) : less(*range.low, value);
    if (result.is_false()) return result;
  }
  if (!range.high) return result;
  return logical_and(result, range.high_closed ? less_equal(value, *range.high) : less(value, *range.high));
}

bool is_same(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case ValueKind::Null:
      return true;
    case ValueKind::Unknown:
      return a.missing() == b.missing();
    case ValueKind::Boolean:
    case ValueKind::Number:
    case ValueKind::String:
    case ValueKind::Date:
    case ValueKind::YearsMonths:
    case ValueKind::DaysTime:
    case ValueKind::Function:
      return equals(a, b).is_true();
    case ValueKind::Time:
      return a.as_time() == b.as_time();
    case ValueKind::DateTime:
      return a.as_date_time() == b.as_date_time();
    case ValueKind::List:
      return std::equal(a.as_list().begin(), a.as_list().end(), b.as_list().begin(), b.as_list().end(),
                        is_same);
    case ValueKind::Context: {
      const std::vector<Context::Entry>& x = a.as_context().entries();
      const std::vector<Context::Entry>& y = b.as_context().entries();
      return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                        [](const Context::Entry& m, const Context::Entry& n) {
                          return m.first == n.first && is_same(m.second, n.second);
                        });
    }
    case ValueKind::Range: {
      const Range& x = a.as_range();
      const Range& y = b.as_range();
      return x.form == y.form && x.low_closed == y.low_closed && x.high_closed == y.high_closed &&
             has_same_ends(x.low, y.low) && has_same_ends(x.high, y.high);
    }
    case ValueKind::PartialSet: {
      const PartialSet& x = a.as_partial_set();
      const PartialSet& y = b.as_partial_set();
      return x.fact == y.fact && x.holds == y.holds && x.fails == y.fails;
    }
    case ValueKind::PartialChoice: {
      const PartialChoice& x = a.as_partial_choice();
      const PartialChoice& y = b.as_partial_choice();
      return x.fact == y.fact && x.options == y.options;
    }
    case ValueKind::Interval: {
      const Interval& x = a.as_interval();
      const Interval& y = b.as_interval();
      return x.fact == y.fact && x.low == y.low && x.bounded == y.bounded && (!x.bounded || x.high == y.high);
    }
  }
  return false;
}

}  // namespace zhilu
