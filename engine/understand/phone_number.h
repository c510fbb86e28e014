// SPDX-License-Identifier: MIT
// Phone numbers of any country as people write them: 010-6228-8559, +86 189 1111 1111, (021) 6880 4868 x12.
//
// For reading; for masking, find_identifiers rather takes one too many.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace zhilu {

/// A phone number in a folded text: characters [begin, end), with an extension.
struct PhoneNumberText {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// 0 to 100: a country or area code, groups and length speak for it, rows of the same digit against.
  int confidence = 0;
};

/// In order, not overlapping. Sums, dates, decimals and serial numbers are none.
void find_phone_numbers(std::u32string_view text, std::vector<PhoneNumberText>& out);

}  // namespace zhilu
