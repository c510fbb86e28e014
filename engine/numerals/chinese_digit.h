// SPDX-License-Identifier: MIT
// The characters that numbers are written with: digits in any of the usual ways, and units.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/base/character_set.h"
#include "engine/numerals/characters.h"

namespace zhilu {

/// Digits in any of the usual Chinese ways.
inline constexpr CharacterSet kChineseDigits(U"零〇一壹幺二两贰俩三叁仨四肆五伍六陆七柒八捌九玖");

/// 10^n for 0 <= n <= 18.
std::int64_t ten_to_the(int n);

inline bool is_chinese_digit(char32_t c) {
  return kChineseDigits.holds(c);
}

/// REQUIRES: `c` is a Chinese digit.
int chinese_digit_value(char32_t c);

/// The digit that `c` writes, in any of the usual ways; -1 if it writes none.
inline int digit_value(char32_t c) {
  if (is_ascii_digit(c)) return static_cast<int>(c - U'0');
  return is_chinese_digit(c) ? chinese_digit_value(c) : -1;
}

/// The power of ten of the unit at `i`, 0 if there is none: `k` and `w` only where no Latin word goes on
/// (5kg, 20km).
int unit_at(std::u32string_view text, std::size_t i);

/// What counts things or time. A lone digit before one of these begins a new number: 三千一个月 is 3000 a
/// month.
bool is_classifier(char32_t c);

}  // namespace zhilu
