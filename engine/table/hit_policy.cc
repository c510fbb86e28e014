// SPDX-License-Identifier: MIT
#include "engine/table/hit_policy.h"

#include <algorithm>
#include <map>

namespace zhilu {

namespace {

bool same_outputs(const std::vector<Value>& a, const std::vector<Value>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Value& x, const Value& y) {
    // What is open may yet turn out to be the same.
    return x.is_open() || y.is_open() || is_same(x, y) || equals(x, y).is_true();
  });
}

std::vector<std::uint32_t> rank_by_sameness(std::span<const std::vector<Value>> outputs) {
  std::vector<std::uint32_t> rank(outputs.size());
  for (std::uint32_t i = 0; i < rank.size(); ++i) {
    rank[i] = i;
    for (std::uint32_t j = 0; j < i && rank[i] == i; ++j) {
      if (rank[j] == j && same_outputs(outputs[i], outputs[j])) rank[i] = j;
    }
  }
  return rank;
}

TableResult single_best(const std::vector<std::uint32_t>& holds, const std::vector<std::uint32_t>& open,
                        std::span<const std::uint32_t> rank) {
  TableResult result;
  const auto unranked = [&](std::uint32_t rule) { return rank[rule] == kOpenRank; };
  if (std::any_of(holds.begin(), holds.end(), unranked) || std::any_of(open.begin(), open.end(), unranked)) {
    // Any of them may come first; one that holds alone is the one.
    if (holds.size() == 1 && open.empty()) return {.matched = holds, .possible = {}, .clash = {}};
    result.possible = holds;
    result.possible.insert(result.possible.end(), open.begin(), open.end());
    std::sort(result.possible.begin(), result.possible.end());
    return result;
  }
  const auto best = std::min_element(holds.begin(), holds.end(), [&](std::uint32_t a, std::uint32_t b) {
    return rank[a] != rank[b] ? rank[a] < rank[b] : a < b;
  });
  if (best != holds.end()) result.matched = {*best};
  for (const std::uint32_t rule : open) {
    if (best == holds.end() || rank[rule] < rank[*best]) result.possible.push_back(rule);
  }
  return result;
}

}  // namespace

bool aggregates(HitPolicy policy) {
  return policy == HitPolicy::CollectSum || policy == HitPolicy::CollectMin ||
         policy == HitPolicy::CollectMax || policy == HitPolicy::CollectCount;
}

bool takes_all_hits(HitPolicy policy) {
  return aggregates(policy) || policy == HitPolicy::RuleOrder || policy == HitPolicy::OutputOrder ||
         policy == HitPolicy::Collect;
}

bool reads_ranks(HitPolicy policy) {
  return policy == HitPolicy::Any || policy == HitPolicy::Priority || policy == HitPolicy::OutputOrder;
}

std::vector<std::uint32_t> rank_rules(
    HitPolicy policy, std::span<const std::vector<Value>> outputs,
    const std::function<std::uint32_t(std::size_t column, const Value& value)>& place) {
  if (policy == HitPolicy::Any) return rank_by_sameness(outputs);
  std::map<std::vector<std::uint32_t>, std::uint32_t> ranks;
  std::vector<std::vector<std::uint32_t>> places(outputs.size());
  std::vector<bool> is_open(outputs.size(), false);
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    for (std::size_t column = 0; column < outputs[i].size(); ++column) {
      if (outputs[i][column].is_open()) is_open[i] = true;
      places[i].push_back(place(column, outputs[i][column]));
    }
    ranks.emplace(places[i], 0);
  }
  std::uint32_t next = 0;
  for (auto& [row, rank] : ranks) rank = next++;
  std::vector<std::uint32_t> rank(outputs.size());
  for (std::size_t i = 0; i < outputs.size(); ++i) rank[i] = is_open[i] ? kOpenRank : ranks[places[i]];
  return rank;
}

TableResult apply_hit_policy(HitPolicy policy, std::span<const Truth> rules,
                             std::span<const std::uint32_t> rank) {
  TableResult result;
  std::vector<std::uint32_t> holds;
  std::vector<std::uint32_t> open;
  holds.reserve(rules.size());
  open.reserve(rules.size());
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    if (rules[i] == Truth::True) holds.push_back(i);
    if (rules[i] == Truth::Unknown) open.push_back(i);
  }
  switch (policy) {
    case HitPolicy::Unique:
      // At most one rule of such a table may hold, so one that does rules the open ones out.
      if (holds.size() > 1) {
        result.clash = std::move(holds);
      } else if (holds.empty()) {
        result.possible = std::move(open);
      } else {
        result.matched = std::move(holds);
      }
      return result;
    case HitPolicy::Any:
      // All rules that hold say the same, so the open ones would too.
      if (holds.empty()) {
        result.possible = std::move(open);
      } else if (std::any_of(holds.begin(), holds.end(),
                             [&](std::uint32_t rule) { return rank[rule] != rank[holds.front()]; })) {
        result.clash = std::move(holds);
      } else {
        result.matched = {holds.front()};
      }
      return result;
    case HitPolicy::First:
      if (!holds.empty()) result.matched = {holds.front()};
      for (const std::uint32_t rule : open) {
        if (holds.empty() || rule < holds.front()) result.possible.push_back(rule);
      }
      return result;
    case HitPolicy::Priority:
      return single_best(holds, open, rank);
    case HitPolicy::OutputOrder:
      if (std::any_of(holds.begin(), holds.end(), [&](std::uint32_t r) { return rank[r] == kOpenRank; })) {
        // In which place they come is open, so the whole list is.
        holds.insert(holds.end(), open.begin(), open.end());
        result.possible = std::move(holds);
        return result;
      }
      std::stable_sort(holds.begin(), holds.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return rank[a] < rank[b]; });
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

}  // namespace zhilu
