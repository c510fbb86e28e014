// SPDX-License-Identifier: MIT
// Percentages: 22%, 百分之五, 千分之一, 六个百分点, 三成半, 七五折, 打对折.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/value/decimal.h"

namespace zhilu {

/// A percentage in a folded text: characters [begin, end).
struct Percentage {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Decimal percent;  ///< 50 for 五成. A discount (折) gives what is left to pay: 九折 is 90.
};

/// In order, not overlapping.
void find_percentages(std::u32string_view text, std::vector<Percentage>& out);

}  // namespace zhilu
