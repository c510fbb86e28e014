// SPDX-License-Identifier: MIT
#include "engine/session/plan_order.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

Rows<StepId> rows(const std::vector<std::vector<std::uint32_t>>& before) {
  Rows<StepId> result;
  for (const auto& row : before) {
    for (std::uint32_t step : row) result.add(StepId{step});
    result.end_row();
  }
  return result;
}

/// The definition itself: again and again the smallest key among the steps whose predecessors are out.
std::vector<std::uint32_t> by_definition(const std::vector<StepId>& steps, const std::vector<OrderKey>& keys,
                                         const std::vector<std::vector<std::uint32_t>>& before) {
  std::vector<std::uint32_t> order;
  std::vector<bool> out(steps.size());
  while (order.size() < steps.size()) {
    std::uint32_t best = 0xffffffff;
    for (std::uint32_t i = 0; i < steps.size(); ++i) {
      if (out[i]) continue;
      bool free = true;
      for (std::uint32_t j = 0; j < steps.size(); ++j) {
        const auto& predecessors = before[steps[i].value];
        free = free && (out[j] || std::find(predecessors.begin(), predecessors.end(), steps[j].value) ==
                                      predecessors.end());
      }
      if (free && (best == 0xffffffff || keys[i] < keys[best])) best = i;
    }
    out[best] = true;
    order.push_back(best);
  }
  return order;
}

}  // namespace

TEST_CASE("a more urgent step comes first unless it must wait for another") {
  const std::vector<StepId> steps{StepId{0}, StepId{1}, StepId{2}};
  const std::vector<OrderKey> keys{{2, 0, 0, 0}, {0, 0, 0, 1}, {1, 0, 0, 2}};
  CHECK(plan_order(steps, keys, rows({{}, {}, {}})) == std::vector<std::uint32_t>{1, 2, 0});
  CHECK(plan_order(steps, keys, rows({{}, {0}, {}})) == std::vector<std::uint32_t>{2, 0, 1});
}

TEST_CASE("a predecessor that is not in the plan does not hold a step up") {
  CHECK(plan_order({StepId{1}}, {{0, 0, 0, 1}}, rows({{}, {0}})) == std::vector<std::uint32_t>{0});
}

TEST_CASE("the order is the one of its definition on random plans") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    test::Random random(seed);
    const std::uint32_t all = 1 + random.below(20);
    std::vector<std::vector<std::uint32_t>> before(all);
    for (std::uint32_t i = 1; i < all; ++i) {
      for (std::uint32_t j = 0; j < i; ++j) {
        if (random.chance(15)) before[i].push_back(j);
      }
    }
    std::vector<StepId> steps;
    std::vector<OrderKey> keys;
    for (std::uint32_t i = 0; i < all; ++i) {
      if (!random.chance(70)) continue;
      steps.push_back(StepId{i});
      keys.push_back({random.below(4), random.below(3), random.below(3), i});
    }
    CHECK(plan_order(steps, keys, rows(before)) == by_definition(steps, keys, before));
  }
}
