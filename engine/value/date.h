// SPDX-License-Identifier: MIT
// Civil dates (proleptic Gregorian), without clock and time zone: everything here happens on days in
// Asia/Shanghai.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhilu {

/// Year, month (1-12) and day (1-31) of a date.
struct YearMonthDay {
  std::int32_t year = 1970;
  std::int32_t month = 1;
  std::int32_t day = 1;
};

/// A day. Ordered; trivially copied. Years from -999999999 to 999999999, as in FEEL.
class Date {
 public:
  /// -999999999-01-01 and 999999999-12-31 in days since 1970-01-01.
  static constexpr std::int64_t kFirstDay = -365243219162;
  static constexpr std::int64_t kLastDay = 365241780471;

  constexpr Date() = default;

  /// Empty if there is no such day (2026-02-29).
  static std::optional<Date> from_ymd(std::int32_t year, std::int32_t month, std::int32_t day);
  /// Reads `2026-11-22` (the year may have a minus and up to nine digits, then without leading zeros).
  static std::optional<Date> parse(std::string_view text);
  /// `days` counts from 1970-01-01; beyond the years above the first or last day there is.
  static constexpr Date from_days(std::int64_t days) {
    Date d;
    d.days_ = days < kFirstDay ? kFirstDay : days > kLastDay ? kLastDay : days;
    return d;
  }

  YearMonthDay ymd() const;
  /// Days since 1970-01-01.
  constexpr std::int64_t days() const { return days_; }
  /// 1 Monday ... 7 Sunday.
  int weekday() const;
  /// `n` days on (or back); stops at the first or last day there is.
  constexpr Date plus_days(std::int64_t n) const {
    // Anything beyond two whole ranges ends at a border too, and cannot overflow the sum.
    constexpr std::int64_t kRange = 2 * (kLastDay - kFirstDay);
    return from_days(days_ + (n < -kRange ? -kRange : n > kRange ? kRange : n));
  }
  /// The same day of the month `n` months on, or that month's last day (01-31 plus one month is 02-28); stops
  /// at the first or last day there is.
  Date plus_months(std::int64_t n) const;
  /// `2026-11-22`.
  std::string to_string() const;

  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  std::int64_t days_ = 0;
};

}  // namespace zhilu
