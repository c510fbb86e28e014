// SPDX-License-Identifier: MIT
// Kinds of folded characters.
#pragma once

#include <cstdint>
#include <string_view>

namespace zhilu {

constexpr bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
constexpr bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
constexpr bool is_ascii_alphanumeric(char32_t c) {
  return is_ascii_digit(c) || is_ascii_letter(c);
}

constexpr bool is_ideograph(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/// The character at `i`, or U+0000 behind the end: no folded character is U+0000.
constexpr char32_t char_at(std::u32string_view text, std::size_t i) {
  return i < text.size() ? text[i] : U'\0';
}

/// Does `text` go on with `part` at `i`?
constexpr bool stands_at(std::u32string_view text, std::size_t i, std::u32string_view part) {
  if (i > text.size() || text.size() - i < part.size()) return false;
  for (std::size_t k = 0; k < part.size(); ++k) {
    if (text[i + k] != part[k]) return false;
  }
  return true;
}

constexpr bool is_one_of(char32_t c, std::u32string_view set) {
  return c != U'\0' && set.find(c) != std::u32string_view::npos;
}

}  // namespace zhilu
