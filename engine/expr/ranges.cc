// SPDX-License-Identifier: MIT
#include "engine/expr/ranges.h"

#include <fmt/format.h>

#include "engine/expr/diagnostics.h"
#include "engine/expr/operators.h"
#include "engine/expr/value_words.h"

namespace zhilu::expr {
namespace {

Value mismatch(const Value& low, const Value& high) {
  return Value::null(kWrongOperands, {"..", type_words(low), type_words(high)});
}

bool is_ordered(const Value& value) {
  return order(value, value).has_value();
}

bool is_day_or_number(const Value& value) {
  return value.is(ValueKind::Number) || value.is(ValueKind::Date);
}

Value step(const Value& value, std::int64_t by) {
  if (value.is(ValueKind::Date)) return Value::date(value.as_date().plus_days(by));
  return Value::number(Decimal::add(value.as_number(), Decimal(by)));
}

}  // namespace

Value make_range(const Value& low, const Value& high, bool low_closed, bool high_closed) {
  if (low.is_open() || high.is_open()) return merge_unknown(low, high);
  const bool fits = (low.is_null() || is_ordered(low)) && (high.is_null() || is_ordered(high)) &&
                    (low.is_null() || high.is_null() || low.kind() == high.kind());
  if (!fits) return mismatch(low, high);
  return Value::range({low, high, low_closed, high_closed});
}

Value make_half_range(Relation relation, const Value& end) {
  if (end.is_open()) return merge_unknown(end, end);
  switch (relation) {
    case Relation::Less:
      return Value::range({std::nullopt, end, false, false});
    case Relation::LessEqual:
      return Value::range({std::nullopt, end, false, true});
    case Relation::Greater:
      return Value::range({end, std::nullopt, false, false});
    case Relation::GreaterEqual:
      return Value::range({end, std::nullopt, true, false});
    case Relation::Equal:
      return Value::range({end, end, true, true, RangeForm::Equal});
    case Relation::NotEqual:
      return Value::range({end, end, true, true, RangeForm::NotEqual});
  }
  return Value();
}

Value iterate(const Value& from, const Value& to, Runtime& runtime) {
  if (from.is_open() || to.is_open()) return merge_unknown(from, to);
  if (from.is_null() || to.is_null()) return Value::null(kNullOperand, {".."});
  if (from.kind() != to.kind() || !is_day_or_number(from)) return mismatch(from, to);
  if (from.is(ValueKind::Number) && !(from.as_number().is_integer() && to.as_number().is_integer())) {
    return Value::null(kWrongOperand, {"..", "number"});
  }
  const std::int64_t by = order(from, to) == std::strong_ordering::greater ? -1 : 1;
  std::vector<Value> items;
  for (Value at = from;; at = step(at, by)) {
    if (items.size() >= runtime.budget().list_items) {
      return Value::null(kBudgetList, {fmt::to_string(runtime.budget().list_items)});
    }
    items.push_back(at);
    if (order(at, to) == std::strong_ordering::equal) break;
  }
  runtime.spend(items.size());
  return Value::list(std::move(items));
}

Value to_domain(const Value& value, Runtime& runtime) {
  if (value.is(ValueKind::List) || value.is_unknown()) return value;
  if (value.is_open()) return merge_unknown(value, value);
  if (value.is_null()) {
    return value.as_null().reason != nullptr ? value : Value::null(kNotAList, {"null"});
  }
  if (!value.is(ValueKind::Range)) return Value::list({value});
  const Range& range = value.as_range();
  const bool whole = range.low && range.high && is_day_or_number(*range.low) && is_day_or_number(*range.high);
  if (!whole || range.low->kind() != range.high->kind()) return Value::null(kNotAList, {type_words(value)});
  const Value low = range.low_closed ? *range.low : step(*range.low, 1);
  const Value high = range.high_closed ? *range.high : step(*range.high, -1);
  if (order(*range.low, *range.high) == std::strong_ordering::greater) {
    return Value::null(kNotAList, {value_words(value)});
  }
  if (order(low, high) == std::strong_ordering::greater) return Value::list({});
  return iterate(low, high, runtime);
}

}  // namespace zhilu::expr
