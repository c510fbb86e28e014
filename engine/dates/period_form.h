// SPDX-License-Identifier: MIT
// Periods of days as they are written: 2009年, 三月, 去年上半年, 十月的第一周, 下下周末, 九十年代, 月底.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dates/time_expression.h"
#include "engine/value/date.h"

namespace zhilu {

/// What is written of a period.
struct PeriodForm {
  enum class Shape {
    Fixed,        ///< [first, last) or, without them, a season.
    Year,         ///< `year`.
    Month,        ///< `month` of `year`, or of every year.
    DaysOfMonth,  ///< From day `from` to before `to` of such a month; `to` 0 is its end.
    WeekOfMonth,  ///< The `nth` week of such a month.
  };
  Shape shape = Shape::Fixed;
  std::optional<int> year = {};
  int month = 0;
  int from = 0;
  int to = 0;
  int nth = 0;
  std::optional<Date> first = {};
  std::optional<Date> last = {};
  std::string timex = {};      ///< Of Fixed.
  bool ends_today = false;     ///< 今年, as far as it has gone.
  bool every_century = false;  ///< 九十年代: `first` and `last` are of the last century.
  bool is_rough = false;
  std::size_t end = 0;
};

/// The period written at `i`, the longest, read on day `today`. Empty if none is.
std::optional<PeriodForm> read_period(std::u32string_view text, std::size_t i, Date today);

/// First day and the day behind the last, in one year. Empty where there is no such period.
struct PeriodDays {
  Date first;
  Date last;
};
std::optional<PeriodDays> days_of_period(const PeriodForm& form, int year);

/// Its readings, the past one first.
std::vector<TimeReading> period_readings(const PeriodForm& form, Date today);

/// Monday of the ISO week 1 of a year.
Date first_monday(int year);

/// `(2018-01-01,2018-07-01,P6M)`.
std::string range_timex(Date first, Date last, std::string_view length);

}  // namespace zhilu
