// SPDX-License-Identifier: MIT
// The small parts that dates and times are made of: short numbers, years, months, relative words.
//
// Every reader takes a place and gives what stands there with the place behind it, or nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/value/date.h"

namespace zhilu {

/// A whole number of up to four digits.
struct ShortNumber {
  int value = 0;
  int digits = 0;  ///< As written, 0 where 十 is in it.
  bool is_arabic = false;
  std::size_t end = 0;
};

/// 12, 零八, 二十三, 廿三. Empty in the middle of a longer figure.
std::optional<ShortNumber> read_short_number(std::u32string_view text, std::size_t i);

/// A year as a number, with 年 behind it.
struct YearText {
  int year = 0;
  std::size_t end = 0;
  bool is_relative = false;  ///< 去年, 今年.
  int shift = 0;             ///< Of a relative year, from this one.
  bool is_short = false;     ///< Two Arabic digits, which may count years as well: 20年.
};

/// 2016年, 08年, 二零一六年, 康熙三年, 去年; `this_year` is that of the reading.
std::optional<YearText> read_year(std::u32string_view text, std::size_t i, int this_year);

/// A month, or what stands for one.
struct MonthText {
  int month = 0;  ///< 1 to 12.
  bool is_lunar = false;
  bool is_relative = false;  ///< 上个月: `shift` months from this one, `month` unset.
  int shift = 0;
  std::size_t end = 0;
};

/// 3月, 十二月, 正月, 上个月.
std::optional<MonthText> read_month(std::u32string_view text, std::size_t i);

/// How far a word before a unit points: 上上个 -2, 本 0, 下 1.
struct ShiftText {
  int shift = 0;
  std::size_t end = 0;
};

/// 上, 上个, 上一个, 上上, 本, 这, 这个, 下, 下个, 下下个.
std::optional<ShiftText> read_shift(std::u32string_view text, std::size_t i);

/// 一 … 六, 日, 天 behind 周, 星期 or 礼拜: 1 Monday to 7 Sunday.
struct WeekdayText {
  int weekday = 0;
  std::size_t end = 0;
};
std::optional<WeekdayText> read_weekday(std::u32string_view text, std::size_t i);

/// Behind `word` at `i`, or `i` itself where it does not stand there.
std::size_t behind(std::u32string_view text, std::size_t i, std::u32string_view word);

/// Behind the first of `words` (separated by blanks, the longer first) that stands at `i`; 0 if none does.
std::size_t behind_any(std::u32string_view text, std::size_t i, std::u32string_view words);

/// `0705`, `07`: with zeros in front.
std::string padded(int value, int width);

/// `2016-01-29`.
std::string ymd_text(const YearMonthDay& day);

}  // namespace zhilu
