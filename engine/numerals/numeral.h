// SPDX-License-Identifier: MIT
// Numbers written to be exact: 五亿零六, 7 万5 千4 百, 1,100.9亿, 三百五十又三分之一, 1 4/3, -2.5 M, 2^-1.
//
// A rough word inside a number (十多万, 五百余万) is passed over: the number is what is certain. How people
// write amounts, with bounds, is for engine/understand to read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/value/decimal.h"

namespace zhilu {

/// A number in a folded text: characters [begin, end).
struct Numeral {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Decimal value;
  bool is_arabic = false;  ///< Begins with an Arabic digit or point, behind the sign.
  /// One Chinese digit or 十 alone, which in a word (一切, 四川) is no number.
  bool is_lone = false;
  bool has_point = false;
  bool is_fraction = false;
};

/// The longest number that begins at `at`, whatever follows. Empty if none does.
std::optional<Numeral> read_numeral(std::u32string_view text, std::size_t at);

/// As read_numeral, without sign, fraction, power or dozen: what may stand before a unit or behind 分之.
std::optional<Numeral> read_plain_numeral(std::u32string_view text, std::size_t at);

/// The numbers of a folded text, in order, not overlapping. A lone digit counts only where it counts
/// something or stands for itself: 三双, “一”和“五”, but not 一看, 四川.
void find_numerals(std::u32string_view text, std::vector<Numeral>& out);

/// Is the number at `n` one that counts or stands for itself?
bool stands_as_number(std::u32string_view text, const Numeral& n);

}  // namespace zhilu
