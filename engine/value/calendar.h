// SPDX-License-Identifier: MIT
// Working days and time limits over published holiday calendars.
//
// A weekend day or a listed holiday is not a working day; a listed make-up day is. A year without a published
// calendar is reckoned with weekends and whatever statutory days are listed, and the result is an estimate.
#pragma once

#include <cstdint>

#include "engine/base/array.h"
#include "engine/base/str.h"
#include "engine/value/date.h"

namespace zhilu {

/// One year of holidays. `published` is false where only the statutory days are known.
struct CalendarYear {
  std::int32_t year = 0;
  bool published = false;
  Str notice;
  Array<Date> off;
  Array<Date> work;
};

/// What a limit counts in.
enum class DayUnit : std::uint8_t { WorkingDays, Days, Months, Years };

/// A span of time as law writes it: 7 working days, 60 days, 3 years.
struct Period {
  std::int32_t count = 0;
  DayUnit unit = DayUnit::Days;
  std::uint8_t unused[3] = {};  ///< Every byte is determined, see Maybe.

  friend bool operator==(const Period&, const Period&) = default;
};

/// A date reckoned from a limit. `estimate`: a year on the way has no published calendar.
struct DueDate {
  Date date;
  bool estimate = false;
};

class Calendar {
 public:
  /// A year that was added before is replaced.
  void add(CalendarYear year);

  bool is_working_day(Date date) const;
  bool is_published(std::int32_t year) const;

  /// The date `n` working days after `from`, which itself is not counted. `n` >= 0.
  DueDate add_working_days(Date from, std::int32_t n) const;

  /// The last day of a limit that starts on `from`: `from` is not counted; an end on a day that is not a
  /// working day rolls on to the next one.
  /// Source: 市场监督管理投诉举报处理办法 art. 45; 民法典 art. 201, 203.
  DueDate due(Date from, Period limit) const;

  /// Working days in (from, to]; negative if `to` is before `from`.
  std::int64_t working_days_between(Date from, Date to) const;

 private:
  const CalendarYear* find_year(std::int32_t year) const;
  /// Ascending.
  Array<CalendarYear> years_;
};

}  // namespace zhilu
