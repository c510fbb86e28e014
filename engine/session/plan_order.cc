// SPDX-License-Identifier: MIT
#include "engine/session/plan_order.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>

namespace zhilu {

std::vector<std::uint32_t> plan_order(const std::vector<StepId>& steps, const std::vector<OrderKey>& keys,
                                      const Rows<StepId>& before) {
  constexpr std::uint32_t kAbsent = 0xffffffff;
  const auto n = static_cast<std::uint32_t>(steps.size());
  std::vector<std::uint32_t> by_key(n);
  for (std::uint32_t i = 0; i < n; ++i) by_key[i] = i;
  std::sort(by_key.begin(), by_key.end(), [&](std::uint32_t a, std::uint32_t b) {
    return keys[a] != keys[b] ? keys[a] < keys[b] : steps[a] < steps[b];
  });
  std::vector<std::uint32_t> rank(n);
  for (std::uint32_t r = 0; r < n; ++r) rank[by_key[r]] = r;

  std::vector<std::uint32_t> place(before.size(), kAbsent);
  for (std::uint32_t i = 0; i < n; ++i) place[steps[i].value] = i;
  std::vector<std::uint32_t> waits(n, 0);
  // Successors in one array: those of step p stand in [first[p], first[p + 1]).
  std::vector<std::uint32_t> first(n + 2, 0);
  const auto each_pair = [&](auto visit) {
    for (std::uint32_t i = 0; i < n; ++i) {
      for (StepId predecessor : before[steps[i].value]) {
        if (place[predecessor.value] != kAbsent) visit(place[predecessor.value], i);
      }
    }
  };
  each_pair([&](std::uint32_t p, std::uint32_t i) {
    ++waits[i];
    ++first[p + 2];
  });
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<std::uint32_t> after(first[n + 1]);
  each_pair([&](std::uint32_t p, std::uint32_t i) { after[first[p + 1]++] = i; });

  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (waits[i] == 0) ready.push(rank[i]);
  }
  std::vector<std::uint32_t> order;
  order.reserve(n);
  while (!ready.empty()) {
    const std::uint32_t i = by_key[ready.top()];
    ready.pop();
    order.push_back(i);
    for (std::uint32_t k = first[i]; k < first[i + 1]; ++k) {
      if (--waits[after[k]] == 0) ready.push(rank[after[k]]);
    }
  }
  return order;
}

}  // namespace zhilu
