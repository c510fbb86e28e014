// SPDX-License-Identifier: MIT
// Days with a name: 国庆, 双十一, 春节, 母亲节.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zhilu {

struct Festival {
  std::u32string_view written;
  std::uint8_t month = 0;
  std::uint8_t day = 0;      ///< 0 where it is the `nth` `weekday` of the month.
  std::uint8_t weekday = 0;  ///< 1 Monday to 7 Sunday.
  std::uint8_t nth = 0;
  bool is_lunar = false;
};

/// The festival whose name begins at `i`, the longest; null if none does. Figures alone (618) are a name only
/// beside words of shopping.
const Festival* festival_at(std::u32string_view text, std::size_t i);

}  // namespace zhilu
