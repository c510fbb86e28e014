// SPDX-License-Identifier: MIT
#include "engine/value/date.h"

#include <fmt/compile.h>

#include <algorithm>

#include "engine/value/checked.h"

namespace zhilu {
namespace {

constexpr std::int32_t kMaxYear = 999999999;

constexpr bool is_leap(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr std::int32_t days_in_month(std::int64_t year, std::int32_t month) {
  constexpr std::int32_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

// Days since 1970-01-01. The year is taken to begin on 1 March, so that the leap day is its last day and the
// lengths of the months follow one line: 153 days for every five months. An era is 400 years, 146097 days.
constexpr std::int64_t days_of(std::int64_t year, std::int32_t month, std::int32_t day) {
  if (month <= 2) --year;
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t year_of_era = floor_modulo(year, 400);
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

static_assert(days_of(1970, 1, 1) == 0);
static_assert(days_of(-kMaxYear, 1, 1) == Date::kFirstDay);
static_assert(days_of(kMaxYear, 12, 31) == Date::kLastDay);

// Reads exactly `count` digits from the front of `text` and takes them off.
std::optional<std::int32_t> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  std::int32_t number = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return number;
}

}  // namespace

std::optional<Date> Date::from_ymd(std::int32_t year, std::int32_t month, std::int32_t day) {
  if (year < -kMaxYear || year > kMaxYear || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return from_days(days_of(year, month, day));
}

std::optional<Date> Date::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t year_digits = std::min(text.find('-'), text.size());
  if (year_digits < 4 || year_digits > 9) return std::nullopt;
  if (year_digits > 4 && text[0] == '0') return std::nullopt;
  const std::optional<std::int32_t> year = take_digits(text, year_digits);
  if (!year || !text.starts_with('-')) return std::nullopt;
  text.remove_prefix(1);
  const std::optional<std::int32_t> month = take_digits(text, 2);
  if (!month || !text.starts_with('-')) return std::nullopt;
  text.remove_prefix(1);
  const std::optional<std::int32_t> day = take_digits(text, 2);
  if (!day || !text.empty() || (negative && *year == 0)) return std::nullopt;
  return from_ymd(negative ? -*year : *year, *month, *day);
}

YearMonthDay Date::ymd() const {
  const std::int64_t shifted = days_ + 719468;
  const std::int64_t era = floor_divide(shifted, 146097);
  const std::int64_t day_of_era = floor_modulo(shifted, 146097);
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
  return {static_cast<std::int32_t>(year), static_cast<std::int32_t>(month), static_cast<std::int32_t>(day)};
}

int Date::weekday() const {
  // 1970-01-01 was a Thursday.
  return static_cast<int>(floor_modulo(days_ + 3, 7)) + 1;
}

Date Date::plus_months(std::int64_t n) const {
  constexpr std::int64_t kAllMonths = 2 * 12 * (std::int64_t{kMaxYear} + 1);
  const YearMonthDay from = ymd();
  const std::int64_t month_count =
      std::int64_t{from.year} * 12 + from.month - 1 + std::clamp(n, -kAllMonths, kAllMonths);
  const std::int64_t year = floor_divide(month_count, 12);
  if (year < -kMaxYear) return from_days(kFirstDay);
  if (year > kMaxYear) return from_days(kLastDay);
  const auto month = static_cast<std::int32_t>(floor_modulo(month_count, 12)) + 1;
  return from_days(days_of(year, month, std::min(from.day, days_in_month(year, month))));
}

std::string Date::to_string() const {
  const YearMonthDay d = ymd();
  return fmt::format(FMT_COMPILE("{}{:04}-{:02}-{:02}"), d.year < 0 ? "-" : "", d.year < 0 ? -d.year : d.year,
                     d.month, d.day);
}

}  // namespace zhilu
