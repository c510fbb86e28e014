// SPDX-License-Identifier: MIT
// Loops, quantifiers and filters of the naive evaluator.
#include <algorithm>
#include <cstdlib>

#include "tests/support/naive_walker.h"

namespace zhilu::naive {
namespace {

constexpr std::int64_t kMaxItems = 100'000;

/// `list[position]`.
Value item_at(const std::vector<Value>& items, const Value& position) {
  if (!position.is(ValueKind::Number)) return Value::null();
  const auto n = position.as_number().to_int64();
  const auto size = static_cast<std::int64_t>(items.size());
  if (!n || *n == 0 || *n > size || *n < -size) return Value::null();
  return items[static_cast<std::size_t>(*n > 0 ? *n - 1 : size + *n)];
}

/// Whole numbers or days from one end to the other, both included.
Value count_through(const Value& from, const Value& to) {
  if (from.is_open() || to.is_open()) return unknown_of({from, to});
  if (from.kind() != to.kind()) return Value::null();
  std::vector<Value> items;
  if (from.is(ValueKind::Date)) {
    const std::int64_t distance = to.as_date().days() - from.as_date().days();
    if (std::abs(distance) >= kMaxItems) return Value::null();
    for (std::int64_t i = 0; i <= std::abs(distance); ++i) {
      items.push_back(Value::date(from.as_date().plus_days(distance < 0 ? -i : i)));
    }
    return Value::list(std::move(items));
  }
  if (!from.is(ValueKind::Number)) return Value::null();
  const auto first = from.as_number().to_int64();
  const auto last = to.as_number().to_int64();
  if (!first || !last || std::abs(*last - *first) >= kMaxItems) return Value::null();
  for (std::int64_t i = *first;; i += *last < *first ? -1 : 1) {
    items.push_back(Value::number(Decimal(i)));
    if (i == *last) return Value::list(std::move(items));
  }
}

/// What a loop goes through: the items of a list, the members of a range, or one value.
Value loop_domain(const Value& value) {
  if (value.is_open()) return unknown_of({value});
  if (value.is_null() || value.is(ValueKind::List)) return value;
  if (!value.is(ValueKind::Range)) return Value::list({value});
  const Range& range = value.as_range();
  if (!range.low || !range.high || range.low->kind() != range.high->kind()) return Value::null();
  const Value all = relate(Relation::LessEqual, *range.low, *range.high).is_true()
                        ? count_through(*range.low, *range.high)
                        : Value::null();
  if (!all.is(ValueKind::List)) return all;
  std::vector<Value> items = all.as_list();
  if (!range.high_closed && !items.empty()) items.pop_back();
  if (!range.low_closed && !items.empty()) items.erase(items.begin());
  return Value::list(std::move(items));
}

}  // namespace

Value Walker::rounds(ExprId id, std::size_t i, std::vector<Value>& results) {
  const auto parts = ast_.children(id);
  const NodeKind kind = ast_.kind(id);
  if (i + 1 == parts.size()) {
    bindings_.push_back({"partial", kind == NodeKind::For ? Value::list(results) : Value(), false});
    // The loop's variables hide it, so it goes below them.
    std::rotate(bindings_.end() - static_cast<std::ptrdiff_t>(i) - 1, bindings_.end() - 1, bindings_.end());
    Value value = walk(parts[i]);
    bindings_.erase(bindings_.end() - static_cast<std::ptrdiff_t>(i) - 1);
    if (kind == NodeKind::For) results.push_back(value);
    return value;
  }
  const ExprId iterator = parts[i];
  const Value first = child(iterator, 0);
  const Value domain =
      ast_.children(iterator).size() == 2 ? count_through(first, child(iterator, 1)) : loop_domain(first);
  const std::string name(ast_.text(iterator));
  if (domain.is_open()) {
    bindings_.push_back({name, domain, false});
    std::vector<Value> ignored;
    const Value body = rounds(id, i + 1, ignored);
    bindings_.pop_back();
    return body.is_open() ? unknown_of({domain, body}) : domain;
  }
  if (domain.is_null()) return domain;
  std::vector<Value> values;
  for (const Value& item : domain.as_list()) {
    bindings_.push_back({name, item, false});
    values.push_back(rounds(id, i + 1, results));
    bindings_.pop_back();
    // What stops a `for` is an inner list that is none, not an item that is null.
    const bool stopped = kind == NodeKind::For && i + 2 < parts.size() && !values.back().is(ValueKind::List);
    if (stopped) return values.back();
  }
  if (kind == NodeKind::For) return Value::list({});
  return kind == NodeKind::Some ? any_of(values) : all_of(values);
}

Value Walker::loop(ExprId id) {
  std::vector<Value> results;
  Value value = rounds(id, 0, results);
  return ast_.kind(id) == NodeKind::For && value.is(ValueKind::List) ? Value::list(std::move(results))
                                                                     : value;
}

Value Walker::filter_condition(ExprId id, const Value& item) {
  bindings_.push_back({"item", item, true});
  Value holds = child(id, 1);
  bindings_.pop_back();
  return holds;
}

Value Walker::filter(ExprId id) {
  const Value list = child(id, 0);
  if (list.is_null()) return list;
  if (list.is_open()) {
    const Value holds = filter_condition(id, unknown_of({list}));
    return holds.is_open() ? unknown_of({list, holds}) : unknown_of({list});
  }
  const std::vector<Value> items = list.is(ValueKind::List) ? list.as_list() : std::vector<Value>{list};
  const TypeKind kind = ast_.type(ast_.child(id, 1)).kind();
  const bool may_be_index = kind == TypeKind::Number || kind == TypeKind::Any;
  if (items.empty()) {
    const Value holds = filter_condition(id, Value::null());
    if (holds.is(ValueKind::Number) || kind == TypeKind::Number) return Value::null();
    return holds.is_open() && may_be_index ? unknown_of({holds}) : Value::list({});
  }
  std::vector<Value> kept;
  std::vector<Value> open;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Value holds = filter_condition(id, items[i]);
    if (i == 0 && holds.is(ValueKind::Number)) return item_at(items, holds);
    if (kind == TypeKind::Number && !holds.is_open()) return Value::null();
    if (holds.is_open()) open.push_back(holds);
    if (holds.is_true()) kept.push_back(items[i]);
  }
  if (open.empty()) return Value::list(std::move(kept));
  open.push_back(list);
  return unknown_of(open);
}

}  // namespace zhilu::naive
