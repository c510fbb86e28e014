// SPDX-License-Identifier: MIT
// The whole or decimal number that a longer numeral is made of.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/value/decimal.h"

namespace zhilu {

/// A number without sign, fraction or power; `end` is behind its last character.
struct NumeralCore {
  Decimal value;
  std::size_t end = 0;
  bool is_arabic = false;
  bool is_lone = false;
  bool has_point = false;
  bool has_unit = false;  ///< 十, 百, 千, 万 … or a Latin multiplier.
};

/// Behind the blanks at `i`, of which a number holds a few.
std::size_t skip_blanks(std::u32string_view text, std::size_t i);

/// Reads the number at `at`. Empty if none begins there.
std::optional<NumeralCore> read_numeral_core(std::u32string_view text, std::size_t at);

}  // namespace zhilu
