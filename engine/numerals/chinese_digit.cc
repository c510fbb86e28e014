// SPDX-License-Identifier: MIT
#include "engine/numerals/chinese_digit.h"

#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

/// The power of ten that `c` multiplies by; 0 if it does not.
int unit_exponent(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 1;
    case U'百':
    case U'佰':
      return 2;
    case U'千':
    case U'仟':
    case U'k':
      return 3;
    case U'万':
    case U'w':
      return 4;
    case U'亿':
      return 8;
    default:
      return 0;
  }
}

}  // namespace

std::int64_t ten_to_the(int n) {
  std::int64_t p = 1;
  for (; n > 0; --n) p *= 10;
  return p;
}

int digit_value(char32_t c) {
  if (c < 0x3000) return is_ascii_digit(c) ? static_cast<int>(c - U'0') : -1;
  switch (c) {
    case U'零':
    case U'〇':
      return 0;
    case U'一':
    case U'壹':
    case U'幺':
      return 1;
    case U'二':
    case U'两':
    case U'贰':
    case U'俩':
      return 2;
    case U'三':
    case U'叁':
    case U'仨':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return -1;
  }
}

bool is_chinese_digit(char32_t c) {
  return !is_ascii_digit(c) && digit_value(c) >= 0;
}

int unit_at(std::u32string_view text, std::size_t i) {
  const char32_t c = char_at(text, i);
  if ((c == U'k' || c == U'w') && is_ascii_letter(char_at(text, i + 1))) return 0;
  return unit_exponent(c);
}

bool is_classifier(char32_t c) {
  return is_one_of(c, U"个次年天月套张件台份期节笔单人周晚夜位岁名号条%家只双趟遍回");
}

}  // namespace zhilu
