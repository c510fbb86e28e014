// SPDX-License-Identifier: MIT
#include "engine/understand/speech.h"

#include <cstddef>

#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

/// Letters that separate words by blanks.
bool is_letter_of_words(char32_t c) {
  return is_ascii_letter(c) || (c >= 0x00C0 && c <= 0x024F) || (c >= 0x0370 && c <= 0x058F) ||
         (c >= 0x0590 && c <= 0x08FF) || (c >= 0x1E00 && c <= 0x1FFF);
}

/// Letters of languages that are written next to ideographs, or without blanks.
bool is_other_letter(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) ||
         (c >= 0x0900 && c <= 0x0DFF) || (c >= 0x0E00 && c <= 0x0FFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF);
}

/// Marks inside links and names that are not words of a sentence.
bool joins_words(char32_t c) {
  return is_ascii_digit(c) || is_one_of(c, U"./:@_-%?=&#+~");
}

}  // namespace

bool is_foreign(std::u32string_view text) {
  std::size_t ideographs = 0;
  std::size_t others = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_ideograph(text[i])) {
      ++ideographs;
      continue;
    }
    if (is_other_letter(text[i])) ++others;
    if (!is_letter_of_words(text[i])) continue;
    const std::size_t begin = i;
    while (i + 1 < text.size() && is_letter_of_words(text[i + 1])) ++i;
    const bool joined = (begin > 0 && joins_words(text[begin - 1]) && begin > 1 && text[begin - 2] != U' ') ||
                        (i + 2 < text.size() && joins_words(text[i + 1]) && text[i + 2] != U' ');
    if (!joined && i > begin) ++words;
  }
  constexpr std::size_t kFewest = 3;
  return (words >= kFewest && words > ideographs) || (others >= kFewest && others > ideographs);
}

}  // namespace zhilu
