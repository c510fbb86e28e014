// SPDX-License-Identifier: MIT
#include "engine/understand/ip_address.h"

#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

bool is_address_character(char32_t c) {
  return is_ascii_digit(c) || (c >= U'a' && c <= U'f') || c == U':' || c == U'.';
}

/// Four numbers up to 255 with points between them.
bool is_version_4(std::u32string_view word) {
  int numbers = 0;
  std::size_t i = 0;
  while (i < word.size()) {
    int value = 0;
    const std::size_t begin = i;
    while (i < word.size() && is_ascii_digit(word[i]) && i - begin < 4)
      value = 10 * value + static_cast<int>(word[i++] - U'0');
    if (i == begin || i - begin > 3 || value > 255) return false;
    ++numbers;
    if (i == word.size()) break;
    if (word[i] != U'.' || i + 1 == word.size()) return false;
    ++i;
  }
  return numbers == 4;
}

/// Up to eight groups of up to four hexadecimal digits; `::` stands once for groups of zeros, and the last
/// two groups may be written as version 4.
bool is_version_6(std::u32string_view word) {
  constexpr int kGroups = 8;
  int groups = 0;
  bool is_shortened = false;
  std::size_t i = 0;
  while (i < word.size()) {
    if (stands_at(word, i, U"::")) {
      if (is_shortened) return false;
      is_shortened = true;
      i += 2;
      continue;
    }
    if (i > 0 && word[i] == U':' && word[i - 1] != U':') ++i;
    const std::size_t begin = i;
    while (i < word.size() && word[i] != U':' && word[i] != U'.') ++i;
    if (i < word.size() && word[i] == U'.') {
      if (!is_version_4(word.substr(begin))) return false;
      groups += 2;
      break;
    }
    if (i == begin || i - begin > 4) return false;
    ++groups;
  }
  return is_shortened ? groups < kGroups : groups == kGroups;
}

}  // namespace

void find_ip_addresses(std::u32string_view text, std::vector<IpAddress>& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    if (!is_address_character(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_address_character(text[end])) ++end;
    const bool in_word = (i > 0 && is_ascii_alphanumeric(text[i - 1])) || is_ascii_letter(char_at(text, end));
    std::u32string_view word = text.substr(i, end - i);
    while (!word.empty() && (word.back() == U'.' || (word.back() == U':' && !word.ends_with(U"::"))))
      word.remove_suffix(1);
    const bool has_colons = word.find(U':') != std::u32string_view::npos;
    if (!in_word && word.size() >= 2 && (has_colons ? is_version_6(word) : is_version_4(word))) {
      out.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + word.size()), has_colons});
    }
    i = end;
  }
}

}  // namespace zhilu
