// SPDX-License-Identifier: MIT
#include "engine/numerals/chinese_digit.h"

#include "engine/base/character_set.h"
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

int chinese_digit_value(char32_t c) {
  switch (c) {
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
    default:  // 零, 〇.
      return 0;
  }
}

int unit_at(std::u32string_view text, std::size_t i) {
  const char32_t c = char_at(text, i);
  static constexpr CharacterSet kUnits(U"十拾百佰千仟k万w亿");
  if (!kUnits.holds(c)) return 0;
  if ((c == U'k' || c == U'w') && is_ascii_letter(char_at(text, i + 1))) return 0;
  return unit_exponent(c);
}

bool is_classifier(char32_t c) {
  static constexpr CharacterSet kClassifiers(U"个次年天月套张件台份期节笔单人周晚夜位岁名号条%家只双趟遍回");
  return kClassifiers.holds(c);
}

}  // namespace zhilu
