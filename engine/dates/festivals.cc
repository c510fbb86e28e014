// SPDX-License-Identifier: MIT
#include "engine/dates/festivals.h"

#include <array>

#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

// Longer before shorter where one begins like the other.
constexpr auto kFestivals = std::to_array<Festival>({
    {U"元旦节", 1, 1},
    {U"元旦", 1, 1},
    {U"新年", 1, 1},
    {U"情人节", 2, 14},
    {U"女生节", 3, 7},
    {U"妇女节", 3, 8},
    {U"三八节", 3, 8},
    {U"植树节", 3, 12},
    {U"消费者权益日", 3, 15},
    {U"愚人节", 4, 1},
    {U"清明节", 4, 4},
    {U"清明", 4, 4},
    {U"五一劳动节", 5, 1},
    {U"五一", 5, 1},
    {U"劳动节", 5, 1},
    {U"五四青年节", 5, 4},
    {U"青年节", 5, 4},
    {U"六一儿童节", 6, 1},
    {U"六一", 6, 1},
    {U"儿童节", 6, 1},
    {U"618", 6, 18},
    {U"六一八", 6, 18},
    {U"建党节", 7, 1},
    {U"八一建军节", 8, 1},
    {U"建军节", 8, 1},
    {U"教师节", 9, 10},
    {U"十一国庆节", 10, 1},
    {U"国庆节", 10, 1},
    {U"国庆", 10, 1},
    {U"万圣节", 10, 31},
    {U"光棍节", 11, 11},
    {U"双十一", 11, 11},
    {U"双11", 11, 11},
    {U"双十二", 12, 12},
    {U"双12", 12, 12},
    {U"平安夜", 12, 24},
    {U"圣诞节", 12, 25},
    {U"圣诞", 12, 25},
    {U"跨年夜", 12, 31},
    {U"母亲节", 5, 0, 7, 2},
    {U"父亲节", 6, 0, 7, 3},
    {U"感恩节", 11, 0, 4, 4},
    {U"春节", 1, 1, 0, 0, true},
    {U"过年", 1, 1, 0, 0, true},
    {U"元宵节", 1, 15, 0, 0, true},
    {U"元宵", 1, 15, 0, 0, true},
    {U"端午节", 5, 5, 0, 0, true},
    {U"端午", 5, 5, 0, 0, true},
    {U"七夕节", 7, 7, 0, 0, true},
    {U"七夕", 7, 7, 0, 0, true},
    {U"中元节", 7, 15, 0, 0, true},
    {U"中秋节", 8, 15, 0, 0, true},
    {U"中秋", 8, 15, 0, 0, true},
    {U"重阳节", 9, 9, 0, 0, true},
    {U"重阳", 9, 9, 0, 0, true},
    {U"腊八节", 12, 8, 0, 0, true},
    {U"腊八", 12, 8, 0, 0, true},
    {U"除夕", 12, 30, 0, 0, true},
});

constexpr std::u32string_view kFirsts =
    U"元新情女妇三植消愚清五劳青六儿6建八教十国万光双平圣跨母父感春过端七中重腊除";

/// 618 and the like stand for a day only in a name: 618大促, 618活动.
bool is_figure_alone(std::u32string_view text, const Festival& festival, std::size_t i) {
  if (!is_ascii_digit(festival.written[0])) return false;
  const std::size_t end = i + festival.written.size();
  return !is_one_of(char_at(text, end), U"大活购那当期期年促买下") ||
         (i > 0 && is_ascii_alphanumeric(text[i - 1]));
}

}  // namespace

const Festival* festival_at(std::u32string_view text, std::size_t i) {
  if (!is_one_of(char_at(text, i), kFirsts)) return nullptr;
  for (const Festival& festival : kFestivals) {
    if (!stands_at(text, i, festival.written)) continue;
    const std::size_t end = i + festival.written.size();
    // 五一节 counts nothing and 六一个 is no day; nor does a longer figure end in one.
    if (is_one_of(festival.written.back(), U"一四八二") &&
        is_one_of(char_at(text, end), U"个万百千元块天点折"))
      continue;
    if (is_one_of(festival.written[0], U"五六三") && i > 0 &&
        is_one_of(text[i - 1], U"十百千第周期二三四五六七八九"))
      continue;
    if (festival.day == 18 && is_figure_alone(text, festival, i) &&
        !(i > 0 && is_one_of(text[i - 1], U"年的")))
      continue;
    return &festival;
  }
  return nullptr;
}

}  // namespace zhilu
