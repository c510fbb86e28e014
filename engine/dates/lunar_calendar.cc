// SPDX-License-Identifier: MIT
#include "engine/dates/lunar_calendar.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace zhilu {
namespace {

constexpr int kFirstYear = 1950;

// A year: bits 0 to 12 say which of its months have 30 days, in their order; bits 13 to 16 behind which month
// a leap month stands, 0 for none; bits 17 on the day of the civil year on which it begins.
constexpr auto kYears = std::to_array<std::uint32_t>({
#include "engine/dates/lunar_years.inc"
});

}  // namespace

std::optional<Date> date_of_lunar(int year, int month, int day) {
  if (year < kFirstYear || year >= kFirstYear + static_cast<int>(kYears.size())) return std::nullopt;
  if (month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
  const std::uint32_t bits = kYears[static_cast<std::size_t>(year - kFirstYear)];
  const int leap = static_cast<int>(bits >> 13 & 0xF);
  const auto length = [&](int place) { return (bits >> place & 1) != 0 ? 30 : 29; };
  // Months in their order, the leap month behind the one whose number it has.
  const int place = leap > 0 && month > leap ? month : month - 1;
  int days = static_cast<int>(bits >> 17) - 1;
  for (int i = 0; i < place; ++i) days += length(i);
  const std::optional<Date> first = Date::from_ymd(year, 1, 1);
  return first->plus_days(days + std::min(day, length(place)) - 1);
}

}  // namespace zhilu
