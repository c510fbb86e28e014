// SPDX-License-Identifier: MIT
#include "engine/dates/time_words.h"

#include <algorithm>
#include <array>

#include "engine/base/character_set.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

struct Reign {
  std::u32string_view name;
  int first_year;
};

// Titles of reigns by which years were counted, with the year that is their first.
constexpr auto kReigns = std::to_array<Reign>({
    {U"贞观", 627},  {U"开元", 713},  {U"神龙", 705},  {U"天宝", 742},  {U"洪武", 1368}, {U"建文", 1399},
    {U"永乐", 1403}, {U"宣德", 1426}, {U"正统", 1436}, {U"景泰", 1450}, {U"天顺", 1457}, {U"成化", 1465},
    {U"弘治", 1488}, {U"正德", 1506}, {U"嘉靖", 1522}, {U"隆庆", 1567}, {U"万历", 1573}, {U"天启", 1621},
    {U"崇祯", 1628}, {U"顺治", 1644}, {U"康熙", 1662}, {U"雍正", 1723}, {U"乾隆", 1736}, {U"嘉庆", 1796},
    {U"道光", 1821}, {U"咸丰", 1851}, {U"同治", 1862}, {U"光绪", 1875}, {U"宣统", 1909}, {U"民国", 1912},
});

struct RelativeYear {
  std::u32string_view written;
  int shift;
};

constexpr auto kRelativeYears = std::to_array<RelativeYear>({
    {U"大前年", -3},
    {U"大后年", 3},
    {U"今年", 0},
    {U"本年", 0},
    {U"这一年", 0},
    {U"明年", 1},
    {U"后年", 2},
    {U"去年", -1},
    {U"前年", -2},
    {U"上一年", -1},
    {U"下一年", 1},
});

/// What a year begins with: a word of relation, a digit, or the title of a reign.
constexpr CharacterSet kYearFirsts(
    U"0123456789零〇一二三四五六七八九十壹贰叁肆伍陆柒捌玖今明去前后大本这上下"
    U"贞开神天洪建永宣正景成弘嘉隆万崇顺康雍乾道咸同光民");

bool is_digit(char32_t c) {
  return digit_value(c) >= 0 && !is_one_of(c, U"两俩仨幺");
}

bool is_ten(char32_t c) {
  return c == U'十' || c == U'拾';
}

std::optional<ShortNumber> read_arabic(std::u32string_view text, std::size_t i) {
  if (i > 0 && is_ascii_digit(text[i - 1])) return std::nullopt;
  ShortNumber number{.is_arabic = true, .end = i};
  while (is_ascii_digit(char_at(text, number.end))) {
    if (number.digits == 4) return std::nullopt;
    number.value = 10 * number.value + static_cast<int>(text[number.end] - U'0');
    ++number.digits;
    ++number.end;
  }
  return number;
}

/// Behind 二, 十 has read: 三 of 二十三.
int last_digit(std::u32string_view text, std::size_t& i) {
  const int digit = digit_value(char_at(text, i));
  if (digit <= 0 || is_ascii_digit(char_at(text, i))) return 0;
  ++i;
  return digit;
}

std::optional<ShortNumber> read_chinese(std::u32string_view text, std::size_t i) {
  const char32_t c = char_at(text, i);
  ShortNumber number{.end = i + 1};
  if (is_ten(c) || c == U'廿' || c == U'卅') {
    number.value = (c == U'廿' ? 20 : c == U'卅' ? 30 : 10) + last_digit(text, number.end);
    return number;
  }
  const int first = digit_value(c);
  if (is_ten(char_at(text, i + 1)) && first > 0) {
    number.end = i + 2;
    number.value = 10 * first + last_digit(text, number.end);
    return number;
  }
  number.value = first;
  number.digits = 1;
  if (c == U'两') return number;
  while (is_digit(char_at(text, number.end)) && !is_ascii_digit(text[number.end])) {
    if (number.digits == 4) return std::nullopt;
    number.value = 10 * number.value + digit_value(text[number.end]);
    ++number.digits;
    ++number.end;
  }
  return number;
}

int full_year(int two_digits) {
  return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits;
}

std::optional<YearText> read_reign(std::u32string_view text, std::size_t i) {
  for (const Reign& reign : kReigns) {
    if (!stands_at(text, i, reign.name)) continue;
    std::size_t end = i + reign.name.size();
    int year = 1;
    if (char_at(text, end) == U'元') {
      ++end;
    } else if (const std::optional<ShortNumber> number = read_short_number(text, end)) {
      year = number->value;
      end = number->end;
    } else {
      return std::nullopt;
    }
    if (char_at(text, end) != U'年' || year < 1) return std::nullopt;
    return YearText{.year = reign.first_year + year - 1, .end = end + 1};
  }
  return std::nullopt;
}

/// The year that a number writes, whatever follows: four digits, or two for a year of our days.
std::optional<int> year_of(const ShortNumber& number) {
  if (number.digits == 4 && number.value >= 1000 && number.value <= 2999) return number.value;
  if (number.digits == 3 && number.is_arabic && number.value >= 100) return number.value;
  if (number.digits == 2) return full_year(number.value);
  return std::nullopt;
}

}  // namespace

std::optional<ShortNumber> read_short_number(std::u32string_view text, std::size_t i) {
  const char32_t c = char_at(text, i);
  if (is_ascii_digit(c)) return read_arabic(text, i);
  if (c < 0x3000 || (!is_digit(c) && c != U'两' && !is_ten(c) && c != U'廿' && c != U'卅'))
    return std::nullopt;
  if (i > 0 && text[i - 1] >= 0x3000 && (is_digit(text[i - 1]) || is_ten(text[i - 1]))) return std::nullopt;
  return read_chinese(text, i);
}

std::optional<YearText> read_year(std::u32string_view text, std::size_t i, int this_year) {
  if (!kYearFirsts.holds(char_at(text, i))) return std::nullopt;
  for (const RelativeYear& relative : kRelativeYears) {
    if (!stands_at(text, i, relative.written)) continue;
    return YearText{.year = this_year + relative.shift,
                    .end = i + relative.written.size(),
                    .is_relative = true,
                    .shift = relative.shift};
  }
  const std::optional<ShortNumber> number = read_short_number(text, i);
  if (!number) return read_reign(text, i);
  const std::optional<int> year = year_of(*number);
  const std::size_t unit = skip_blanks(text, number->end);
  if (!year || char_at(text, unit) != U'年' || is_one_of(char_at(text, unit + 1), U"级费薪租金卡终"))
    return std::nullopt;
  return YearText{.year = *year, .end = unit + 1, .is_short = number->digits == 2 && number->is_arabic};
}

std::optional<MonthText> read_month(std::u32string_view text, std::size_t i) {
  if (const std::optional<ShiftText> shift = read_shift(text, i)) {
    if (char_at(text, shift->end) != U'月') return std::nullopt;
    return MonthText{.is_relative = true, .shift = shift->shift, .end = shift->end + 1};
  }
  if (stands_at(text, i, U"正月")) return MonthText{.month = 1, .is_lunar = true, .end = i + 2};
  if (stands_at(text, i, U"腊月")) return MonthText{.month = 12, .is_lunar = true, .end = i + 2};
  if (stands_at(text, i, U"冬月")) return MonthText{.month = 11, .is_lunar = true, .end = i + 2};
  const std::optional<ShortNumber> number = read_short_number(text, i);
  if (!number || number->value < 1 || number->value > 12 || number->digits > 2) return std::nullopt;
  const std::size_t unit = skip_blanks(text, number->end);
  if (char_at(text, unit) != U'月') return std::nullopt;
  return MonthText{.month = number->value, .end = unit + 1};
}

std::optional<ShiftText> read_shift(std::u32string_view text, std::size_t i) {
  ShiftText out{.end = i};
  const char32_t c = char_at(text, i);
  if (c == U'上' || c == U'下') {
    while (char_at(text, out.end) == c && out.end < i + 3) {
      out.shift += c == U'上' ? -1 : 1;
      ++out.end;
    }
  } else if (c == U'本' || c == U'这') {
    ++out.end;
  } else {
    return std::nullopt;
  }
  if (c == U'本') return out;
  out.end = behind(text, out.end, U"一");
  out.end = behind(text, out.end, U"个");
  return out;
}

std::optional<WeekdayText> read_weekday(std::u32string_view text, std::size_t i) {
  const std::size_t day = behind_any(text, i, U"星期 礼拜 周");
  if (day == 0) return std::nullopt;
  const char32_t c = char_at(text, day);
  if (c == U'日' || c == U'天') return WeekdayText{7, day + 1};
  const int weekday = digit_value(c);
  if (weekday < 1 || weekday > 6 || c == U'两') return std::nullopt;
  // 周五十 and 周1000 name no day, and 每星期一次 is once a week.
  const char32_t next = char_at(text, day + 1);
  if (weekday == 1 && is_one_of(next, U"次回趟")) return std::nullopt;
  if (unit_at(text, day + 1) > 0 || digit_value(next) >= 0) return std::nullopt;
  return WeekdayText{weekday, day + 1};
}

std::size_t behind(std::u32string_view text, std::size_t i, std::u32string_view word) {
  return stands_at(text, i, word) ? i + word.size() : i;
}

std::size_t behind_any(std::u32string_view text, std::size_t i, std::u32string_view words) {
  const char32_t first = char_at(text, i);
  for (std::size_t word = 0; word < words.size(); ++word) {
    std::size_t end = word + 1;
    while (end < words.size() && words[end] != U' ') ++end;
    if (words[word] == first && stands_at(text, i, words.substr(word, end - word))) return i + end - word;
    word = end;
  }
  return 0;
}

std::string padded(int value, int width) {
  std::string digits = std::to_string(value);
  while (static_cast<int>(digits.size()) < width) digits.insert(digits.begin(), '0');
  return digits;
}

std::string ymd_text(const YearMonthDay& day) {
  return padded(day.year, 4) + '-' + padded(day.month, 2) + '-' + padded(day.day, 2);
}

}  // namespace zhilu
