// SPDX-License-Identifier: MIT
// The order of a plan: again and again the most pressing step whose predecessors in the plan are all out.
//
// Total and reproducible: ties end at the step's number.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "engine/compile/compiled.h"

namespace zhilu {

/// How pressing a step is; smaller comes first.
struct OrderKey {
  std::uint32_t urgency = 0;
  /// Days since 1970-01-01 of the date that must not be missed; the largest value where there is none.
  std::int64_t deadline = 0;
  std::uint32_t phase = 0;
  std::uint32_t declared = 0;

  friend constexpr auto operator<=>(const OrderKey&, const OrderKey&) = default;
};

/// Positions 0 .. steps-1 in plan order. `keys[i]` belongs to `steps[i]`; `before` is Compiled::steps_before,
/// of which only pairs with both steps present count.
std::vector<std::uint32_t> plan_order(const std::vector<StepId>& steps, const std::vector<OrderKey>& keys,
                                      const Rows<StepId>& before);

}  // namespace zhilu
