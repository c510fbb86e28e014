// SPDX-License-Identifier: MIT
// Numbers as people write them: 两万三, 8万6, 1w2, 三五百, 一千多, 2.3w, 贰仟, 17,850, 两到三万.
//
// Only what is written is read here; whether a number is money, a date or a phone number is for others to
// say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/value/decimal.h"

namespace zhilu {

/// A number in units of a power of ten: coefficient * 10^exponent. Exact, and cheaper than Decimal while
/// reading.
struct Scaled {
  std::int64_t coefficient = 0;
  int exponent = 0;

  /// Empty on overflow.
  static std::optional<Scaled> add(Scaled a, Scaled b);
  /// Empty only beyond what decimal128 holds.
  std::optional<Decimal> decimal() const { return Decimal::scaled(coefficient, exponent); }
};

/// Three-way by value.
int compare(Scaled a, Scaled b);

/// A number in a text: characters [begin, end), with the words that make it a rough one (近, 多, 左右).
struct NumberText {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// The bounds; equal where one number is written, also for 约三千.
  Scaled low;
  Scaled high;
  /// False where only the lower bound is known: 三千以上, 上万.
  bool bounded = true;
  bool approximate = false;
  /// Written with a unit of its own (十 百 千 万 亿 w k): such a number is rarely a year, a count or a code.
  bool has_multiplier = false;
  /// Written in Arabic digits, at least at its beginning.
  bool is_arabic = false;
  /// How many Arabic digits it has before a point.
  std::uint8_t digits = 0;
  bool has_point = false;
};

/// The number that begins at character `at`, the longest reading. Empty if none does.
std::optional<NumberText> read_number(std::u32string_view text, std::size_t at);

/// All numbers of a folded text, in order, not overlapping.
void find_numbers(std::u32string_view text, std::vector<NumberText>& out);

}  // namespace zhilu
