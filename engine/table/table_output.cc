// SPDX-License-Identifier: MIT
// From the rules that hold or may hold to one output.
#include <algorithm>

#include "engine/table/diagnostics.h"
#include "engine/table/hit_policy.h"

namespace zhilu {

namespace {

using Candidates = std::vector<const Value*>;

Candidates pick(const std::vector<std::uint32_t>& rules, std::span<const Value> values) {
  Candidates picked;
  for (const std::uint32_t rule : rules) picked.push_back(&values[rule]);
  return picked;
}

bool all_are(const Candidates& candidates, ValueKind kind) {
  return std::all_of(candidates.begin(), candidates.end(), [&](const Value* v) { return v->is(kind); });
}

bool has_kind(const TableColumn& column, FactKind kind) {
  return column.fact != nullptr && column.fact->kind == kind;
}

bool is_number(const TableColumn& column) {
  return has_kind(column, FactKind::Number) || has_kind(column, FactKind::Money);
}

void add_name(std::vector<std::string>& names, const Value& value) {
  if (!value.is(ValueKind::String)) return;
  if (std::find(names.begin(), names.end(), value.as_string()) == names.end())
    names.push_back(value.as_string());
}

Value between(const TableColumn& column, const Candidates& numbers) {
  const auto [low, high] = std::minmax_element(
      numbers.begin(), numbers.end(), [](auto a, auto b) { return a->as_number() < b->as_number(); });
  return Value::interval({column.fact_id, (*low)->as_number(), (*high)->as_number(), true});
}

Value single_output(const TableResult& result, std::span<const Value> values, const TableColumn& column,
                    const FactSet& missing) {
  Candidates candidates = pick(result.matched, values);
  for (const std::uint32_t rule : result.possible) candidates.push_back(&values[rule]);
  if (result.matched.empty() && column.fallback) candidates.push_back(&*column.fallback);
  if (candidates.empty()) return Value::null();
  const Value& first = *candidates.front();
  // Unless a rule holds or there is a fallback, it may also be that there is no value at all.
  const bool settled = !result.matched.empty() || column.fallback.has_value();
  if (settled && std::all_of(candidates.begin(), candidates.end(),
                             [&](const Value* value) { return is_same(*value, first); })) {
    return first;
  }
  if (settled && has_kind(column, FactKind::Choice) && all_are(candidates, ValueKind::String)) {
    PartialChoice choice{column.fact_id, {}};
    for (const Value* value : candidates) add_name(choice.options, *value);
    std::sort(choice.options.begin(), choice.options.end());
    return Value::partial_choice(std::move(choice));
  }
  if (settled && is_number(column) && all_are(candidates, ValueKind::Number))
    return between(column, candidates);
  return Value::unknown(missing);
}

/// The names in a cell of a choices fact: one, or a list of them.
void add_names(std::vector<std::string>& names, const Value& value) {
  add_name(names, value);
  if (!value.is(ValueKind::List)) return;
  for (const Value& item : value.as_list()) add_name(names, item);
}

Value list_output(const TableResult& result, std::span<const Value> values, const TableColumn& column,
                  const FactSet& missing) {
  if (result.possible.empty()) {
    if (result.matched.empty() && column.fallback) {
      const Value& fallback = *column.fallback;
      return fallback.is(ValueKind::List) || fallback.is_null() ? fallback : Value::list({fallback});
    }
    std::vector<Value> items;
    for (const std::uint32_t rule : result.matched) items.push_back(values[rule]);
    return Value::list(std::move(items));
  }
  if (!has_kind(column, FactKind::Choices)) return Value::unknown(missing);
  PartialSet set{column.fact_id, {}, {}};
  for (const std::uint32_t rule : result.matched) add_names(set.holds, values[rule]);
  std::vector<std::string> open = set.holds;
  for (const std::uint32_t rule : result.possible) add_names(open, values[rule]);
  if (result.matched.empty() && column.fallback) add_names(open, *column.fallback);
  for (const FactOption& option : column.fact->options) {
    if (std::find(open.begin(), open.end(), option.id) == open.end()) set.fails.push_back(option.id);
  }
  std::sort(set.holds.begin(), set.holds.end());
  std::sort(set.fails.begin(), set.fails.end());
  return Value::partial_set(std::move(set));
}

Value not_aggregated(const Value& a, const Value& b) {
  return Value::null(kNotAggregated, {to_feel_text(a), to_feel_text(b)});
}

/// The aggregate of values that are all known; FEEL's sum, min and max of nothing are null.
Value aggregate(HitPolicy policy, const Candidates& values) {
  if (policy == HitPolicy::CollectCount)
    return Value::number(Decimal(static_cast<std::int64_t>(values.size())));
  Value total = values.empty() ? Value::null() : *values.front();
  if (policy == HitPolicy::CollectSum && !values.empty() && !total.is(ValueKind::Number))
    return not_aggregated(total, total);
  for (std::size_t i = 1; i < values.size(); ++i) {
    const Value& value = *values[i];
    if (policy == HitPolicy::CollectSum) {
      if (!total.is(ValueKind::Number) || !value.is(ValueKind::Number)) return not_aggregated(total, value);
      total = Value::number(Decimal::add(total.as_number(), value.as_number()));
      continue;
    }
    const auto comparison = order(value, total);
    if (!comparison) return not_aggregated(total, value);
    if (policy == HitPolicy::CollectMin ? *comparison < 0 : *comparison > 0) total = value;
  }
  return total;
}

/// Bounds of the aggregate while rules are open; unknown where there may be no value.
Value open_aggregate(HitPolicy policy, const TableResult& result, std::span<const Value> values,
                     const TableColumn& column, const FactSet& missing) {
  const Value unknown = Value::unknown(missing);
  Candidates certain = pick(result.matched, values);
  const Candidates possible = pick(result.possible, values);
  const bool counts = policy == HitPolicy::CollectCount;
  const bool numbers = all_are(certain, ValueKind::Number) && all_are(possible, ValueKind::Number);
  if (!is_number(column) || (!counts && !numbers)) return unknown;
  // With nothing certain it may be the fallback, or one or more of the possible ones.
  if (certain.empty() && !column.fallback && !counts) return unknown;
  if (certain.empty() && column.fallback && !column.fallback->is(ValueKind::Number)) return unknown;
  std::vector<Value> ends{aggregate(policy, certain)};
  if (certain.empty() && column.fallback) ends[0] = *column.fallback;
  if (policy == HitPolicy::CollectSum) {
    Candidates low = certain;
    Candidates high = certain;
    for (const Value* value : possible) (value->as_number() < Decimal(0) ? low : high).push_back(value);
    if (!low.empty()) ends.push_back(aggregate(policy, low));
    if (!high.empty()) ends.push_back(aggregate(policy, high));
    for (const Value* value : possible) {
      if (certain.empty()) ends.push_back(*value);
    }
  } else if (counts) {
    if (certain.empty()) ends.push_back(Value::number(Decimal(1)));
    ends.push_back(Value::number(Decimal(static_cast<std::int64_t>(certain.size() + possible.size()))));
  } else {
    for (const Value* value : possible) {
      Candidates one = certain;
      one.push_back(value);
      ends.push_back(aggregate(policy, one));
    }
  }
  Candidates all;
  for (const Value& end : ends) all.push_back(&end);
  return all_are(all, ValueKind::Number) ? between(column, all) : unknown;
}

}  // namespace

Value table_output(HitPolicy policy, const TableResult& result, std::span<const Value> values,
                   const TableColumn& column, const FactSet& missing) {
  if (!result.clash.empty()) return Value::null();
  if (!takes_all_hits(policy)) return single_output(result, values, column, missing);
  const auto is_open = [&](std::uint32_t rule) { return values[rule].is_open(); };
  if (std::any_of(result.matched.begin(), result.matched.end(), is_open) ||
      std::any_of(result.possible.begin(), result.possible.end(), is_open)) {
    return Value::unknown(missing);
  }
  if (result.matched.empty() && column.fallback && column.fallback->is_open()) {
    return result.possible.empty() ? *column.fallback : Value::unknown(missing);
  }
  if (!aggregates(policy)) return list_output(result, values, column, missing);
  if (!result.possible.empty()) return open_aggregate(policy, result, values, column, missing);
  if (result.matched.empty() && column.fallback) return *column.fallback;
  return aggregate(policy, pick(result.matched, values));
}

}  // namespace zhilu
