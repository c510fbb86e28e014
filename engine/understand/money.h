// SPDX-License-Identifier: MIT
// Amounts of money as people write them: 3000块, 39块9, ¥17,850, 1.5万刀, 5000u, 新台币六万, and bare figures
// that may be money (被骗1500).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/understand/chinese_number.h"

namespace zhilu {

enum class Currency : std::uint8_t {
  None,  ///< No unit: money only if the words around it say so.
  Yuan,
  Crypto,  ///< Tokens: USDT, BTC.
  Foreign,
};

/// An amount in a text: characters [begin, end) with its unit.
struct MoneyText {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Scaled low;
  Scaled high;
  bool bounded = true;
  bool approximate = false;
  Currency currency = Currency::None;
  /// Crypto: the token's usual name (USDT).
  std::string_view token = {};
  /// Written with 万 or the like, which makes a bare figure likelier to be money.
  bool has_multiplier = false;
};

/// The amounts among `numbers`, in order. Left out are figures that what stands beside them shows to be
/// something else: counts, dates, percentages, ordinals, codes, figures of five digits and fewer that are
/// called (打12315).
void find_money(std::u32string_view text, std::span<const NumberText> numbers, std::vector<MoneyText>& out);

}  // namespace zhilu
