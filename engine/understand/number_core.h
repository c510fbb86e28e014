// SPDX-License-Identifier: MIT
// One number as it is written, without a range or a word about how rough it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/understand/chinese_number.h"

namespace zhilu {

/// One number without a range in it.
struct NumberCore {
  Scaled value;
  std::size_t end = 0;
  int last_unit = -1;  ///< Power of ten of the last unit.
  bool is_arabic = false;
  bool has_point = false;
  std::uint8_t digits = 0;
  /// Two digits in a row at this place are a range (三五百); the number is to be read once with each. 0 if
  /// none.
  std::size_t pair_at = 0;
  bool has_pair = false;
};

/// Reads the number that begins at `at`. Empty if none does, or if it is too large to be one.
std::optional<NumberCore> read_core(std::u32string_view text, std::size_t at);

}  // namespace zhilu
