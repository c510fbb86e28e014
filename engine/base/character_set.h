// SPDX-License-Identifier: MIT
// A fixed set of characters, asked about with one look at one bit: what a reader asks of every character of a
// text before it tries to read anything there.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace zhilu {

/// Characters of the basic plane, a bit each (8 KB); no other is ever in it.
class CharacterSet {
 public:
  constexpr explicit CharacterSet(std::u32string_view characters) { add(characters); }

  constexpr void add(char32_t c) { bits_[c >> 6] |= std::uint64_t{1} << (c & 63); }
  constexpr void add(std::u32string_view characters) {
    for (const char32_t c : characters) add(c);
  }
  constexpr bool holds(char32_t c) const { return c <= 0xFFFF && (bits_[c >> 6] >> (c & 63) & 1) != 0; }

 private:
  std::array<std::uint64_t, 1024> bits_{};
};

}  // namespace zhilu
