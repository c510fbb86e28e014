// SPDX-License-Identifier: MIT
// Exact amounts of money with their currency: 1000万元, 人民币 50元, $20, 50元6角三分, 两美元又三美分, 9块9.
//
// Only what names its currency is read here; bare figures that may be money are for engine/understand.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/value/decimal.h"

namespace zhilu {

/// A unit of money by one of its names.
struct CurrencyUnit {
  std::u32string_view written;  ///< Folded.
  std::string_view name;        ///< In English; all names of one unit have the same.
  std::string_view iso;         ///< ISO 4217; empty for small units, tokens and 元 of unknown countries.
  /// What it is of the main unit, as a power of ten: 角 -1, 分 -2. 0 for a main unit.
  int power = 0;
  /// Too short to name money without a figure: 元, 块.
  bool is_short = false;
};

/// An amount in a folded text: characters [begin, end).
struct CurrencyAmount {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::optional<Decimal> value;        ///< Empty where a currency is named without a figure.
  const CurrencyUnit* unit = nullptr;  ///< Never null; static.
};

/// The longest unit that begins at `i`; null if none does.
const CurrencyUnit* currency_unit_at(std::u32string_view text, std::size_t i);

/// The longest unit that ends at `i`; null if none does.
const CurrencyUnit* currency_unit_before(std::u32string_view text, std::size_t i);

/// In order, not overlapping.
void find_currency_amounts(std::u32string_view text, std::vector<CurrencyAmount>& out);

}  // namespace zhilu
