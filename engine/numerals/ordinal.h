// SPDX-License-Identifier: MIT
// Places in a row and ranges of numbers: 第二十五, 大于30小于50, 20到30之间, 至少5个, 不超过100.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/value/decimal.h"

namespace zhilu {

/// 第三: characters [begin, end) of a folded text.
struct Ordinal {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Decimal value;
};

/// In order, not overlapping.
void find_ordinals(std::u32string_view text, std::vector<Ordinal>& out);

/// A range of numbers; a bound that is not given is open.
struct NumeralRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::optional<Decimal> low = {};
  std::optional<Decimal> high = {};
  bool includes_low = false;
  bool includes_high = false;
};

/// In order, not overlapping.
void find_numeral_ranges(std::u32string_view text, std::vector<NumeralRange>& out);

}  // namespace zhilu
