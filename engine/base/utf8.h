// SPDX-License-Identifier: MIT
// UTF-8: decode, validate, count, and how wide a text stands in a terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhilu {

/// One decoded character: its code point and how many bytes it took (1 to 4).
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 0;
};

/// The same as decode_at(), for characters of all kinds.
CodePoint decode_any_at(std::string_view text, std::size_t at);

/// The character at byte `at`, which must be smaller than `text.size()`.
/// Malformed bytes come back as U+FFFD with size 1, so that a loop always goes on.
inline CodePoint decode_at(std::string_view text, std::size_t at) {
  // ASCII and Chinese at once.
  const char* bytes = text.data() + at;
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80) return {lead, 1};
  if (lead > 0xE0 && lead < 0xED && text.size() - at >= 3) {
    const auto second = static_cast<unsigned char>(bytes[1]);
    const auto third = static_cast<unsigned char>(bytes[2]);
    if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80) {
      return {static_cast<char32_t>((lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F)), 3};
    }
  }
  return decode_any_at(text, at);
}

/// Appends `c` as UTF-8. Surrogates and values above U+10FFFF are written as U+FFFD.
void append_utf8(std::string& out, char32_t c);

/// Byte offset of the first malformed sequence (overlong forms and surrogates count), empty if all is well.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Number of characters (code points).
std::size_t count_characters(std::string_view text);

/// Columns that `c` takes in a terminal: 0 for combining marks and controls, 2 for East Asian wide and emoji,
/// else 1.
int display_width_of_any(char32_t c);
inline int display_width(char32_t c) {
  // ASCII and Chinese at once.
  if (c >= 0x20 && c < 0x7F) return 1;
  if ((c >= 0x4E00 && c <= 0xA4CF) || (c >= 0xFF01 && c <= 0xFF60)) return 2;
  return display_width_of_any(c);
}

/// Columns that `text` takes in a terminal; a tab counts as one.
std::size_t display_width(std::string_view text);

}  // namespace zhilu
