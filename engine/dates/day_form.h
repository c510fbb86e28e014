// SPDX-License-Identifier: MIT
// A day as it is written, before it is known which day that is: 2016年1月29日, 1月29日, 29日, 周一,
// 四月的最后一个星期一, 母亲节.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/value/date.h"

namespace zhilu {

/// What is written of a day. Together with a year it is one day; without, it comes again every year, month or
/// week.
struct DayForm {
  std::optional<int> year = {};
  int month = 0;    ///< 0 where none is written.
  int day = 0;      ///< 0 for a weekday.
  int weekday = 0;  ///< 1 Monday to 7 Sunday; with a month, the `nth` of it.
  int nth = 0;      ///< 1 to 4; 5 is the last.
  bool is_festival = false;
  bool is_lunar = false;
  bool is_rough = false;
  /// A bare number with 号, which at the beginning of a text may number anything.
  bool is_bare_number = false;
  std::size_t end = 0;
};

/// The day written at `i`, read on day `today`. Empty if none is.
std::optional<DayForm> read_day(std::u32string_view text, std::size_t i, Date today);

/// XXXX-01-29, 2016-01-29, XXXX-WXX-1.
std::string day_timex(const DayForm& form);

/// The last such day before `today` and the first from it on; of one day, that day twice. Both empty where
/// there is no such day.
struct PastAndFuture {
  std::optional<YearMonthDay> past;
  std::optional<YearMonthDay> future;
};
PastAndFuture resolve_day(const DayForm& form, Date today);

/// The first such day that is not before `from`.
std::optional<Date> first_day_from(const DayForm& form, Date from);

}  // namespace zhilu
