// SPDX-License-Identifier: MIT
#include "engine/session/tables.h"

#include <algorithm>

namespace zhilu {

namespace {

bool is_list_policy(HitPolicy policy) {
  return policy == HitPolicy::RuleOrder || policy == HitPolicy::OutputOrder || policy == HitPolicy::Collect;
}

void add_name(std::vector<std::string>& names, const Value& value) {
  if (!value.is(ValueKind::String)) return;
  if (std::find(names.begin(), names.end(), value.as_string()) == names.end())
    names.push_back(value.as_string());
}

Value single_output(const TableResult& result, const std::vector<Value>& values, const Fact& fact,
                    FactId fact_id, const FactSet& missing) {
  std::vector<std::uint32_t> candidates = result.matched;
  candidates.insert(candidates.end(), result.possible.begin(), result.possible.end());
  if (candidates.empty()) return Value::null();
  const Value& first = values[candidates.front()];
  const bool settled = !result.matched.empty();
  const bool all_same = std::all_of(candidates.begin(), candidates.end(),
                                    [&](std::uint32_t rule) { return is_same(values[rule], first); });
  if (settled && all_same) return first;
  if (settled && fact.kind == FactKind::Choice) {
    PartialChoice choice{fact_id, {}};
    for (std::uint32_t rule : candidates) add_name(choice.options, values[rule]);
    std::sort(choice.options.begin(), choice.options.end());
    if (!choice.options.empty()) return Value::partial_choice(std::move(choice));
  }
  return Value::unknown(missing);
}

Value list_output(const TableResult& result, const std::vector<Value>& values, const Fact& fact,
                  FactId fact_id, const FactSet& missing) {
  if (result.possible.empty()) {
    std::vector<Value> items;
    for (std::uint32_t rule : result.matched) items.push_back(values[rule]);
    return Value::list(std::move(items));
  }
  if (fact.kind != FactKind::Choices) return Value::unknown(missing);
  PartialSet set{fact_id, {}, {}};
  for (std::uint32_t rule : result.matched) add_name(set.holds, values[rule]);
  std::vector<std::string> open = set.holds;
  for (std::uint32_t rule : result.possible) add_name(open, values[rule]);
  for (const FactOption& option : fact.options) {
    if (std::find(open.begin(), open.end(), option.id) == open.end()) set.fails.push_back(option.id);
  }
  return Value::partial_set(std::move(set));
}

Value aggregate_output(HitPolicy policy, const TableResult& result, const std::vector<Value>& values,
                       const FactSet& missing) {
  if (!result.possible.empty()) return Value::unknown(missing);
  if (policy == HitPolicy::CollectCount) {
    return Value::number(Decimal(static_cast<std::int64_t>(result.matched.size())));
  }
  Value best;
  for (std::uint32_t rule : result.matched) {
    const Value& value = values[rule];
    if (best.is_null()) {
      best = value;
    } else if (policy == HitPolicy::CollectSum) {
      if (!best.is(ValueKind::Number) || !value.is(ValueKind::Number)) return Value::null();
      best = Value::number(Decimal::add(best.as_number(), value.as_number()));
    } else {
      const auto comparison = order(value, best);
      if (!comparison) return Value::null();
      if (policy == HitPolicy::CollectMin ? *comparison < 0 : *comparison > 0) best = value;
    }
  }
  return best;
}

}  // namespace

TableResult apply_hit_policy(HitPolicy policy, std::span<const Truth> rules,
                             std::span<const std::uint32_t> rank) {
  TableResult result;
  std::vector<std::uint32_t> holds;
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    if (rules[i] == Truth::True) holds.push_back(i);
    if (rules[i] == Truth::Unknown) open.push_back(i);
  }
  const auto by_rank = [&](std::uint32_t a, std::uint32_t b) {
    return rank[a] != rank[b] ? rank[a] < rank[b] : a < b;
  };
  switch (policy) {
    case HitPolicy::Unique:
      // At most one rule of such a table may hold, so one that does rules the open ones out.
      result.conflict = holds.size() > 1;
      if (holds.empty()) result.possible = open;
      if (holds.size() == 1) result.matched = holds;
      return result;
    case HitPolicy::Any:
      if (holds.empty()) {
        result.possible = open;
      } else {
        result.matched = {holds.front()};
      }
      return result;
    case HitPolicy::First:
      if (!holds.empty()) result.matched = {holds.front()};
      for (std::uint32_t rule : open) {
        if (holds.empty() || rule < holds.front()) result.possible.push_back(rule);
      }
      return result;
    case HitPolicy::Priority: {
      const auto best = std::min_element(holds.begin(), holds.end(), by_rank);
      if (best != holds.end()) result.matched = {*best};
      for (std::uint32_t rule : open) {
        if (best == holds.end() || rank[rule] < rank[*best]) result.possible.push_back(rule);
      }
      return result;
    }
    case HitPolicy::OutputOrder:
      std::sort(holds.begin(), holds.end(), by_rank);
      break;
    case HitPolicy::RuleOrder:
    case HitPolicy::Collect:
    case HitPolicy::CollectSum:
    case HitPolicy::CollectMin:
    case HitPolicy::CollectMax:
    case HitPolicy::CollectCount:
      break;
  }
  result.matched = std::move(holds);
  result.possible = std::move(open);
  return result;
}

Value table_output(const DecisionTable& table, const TableResult& result, const std::vector<Value>& values,
                   const Fact& fact, FactId fact_id, const FactSet& missing) {
  if (result.conflict) return Value::null();
  switch (table.hit) {
    case HitPolicy::Unique:
    case HitPolicy::Any:
    case HitPolicy::First:
    case HitPolicy::Priority:
      return single_output(result, values, fact, fact_id, missing);
    default:
      break;
  }
  if (is_list_policy(table.hit)) return list_output(result, values, fact, fact_id, missing);
  return aggregate_output(table.hit, result, values, missing);
}

}  // namespace zhilu
