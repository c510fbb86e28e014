// SPDX-License-Identifier: MIT
#include "engine/dates/lunar_calendar.h"

#include <doctest/doctest.h>
#include <unicode/calendar.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

using namespace zhilu;

namespace {

/// engine/dates/lunar_years.inc, as it follows from the ICU at hand: a number a year, eight a line.
std::string lunar_table() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> lunar(icu::Calendar::createInstance(
      icu::TimeZone::createTimeZone("Asia/Shanghai"), icu::Locale("zh@calendar=chinese"), status));
  if (U_FAILURE(status)) return {};
  std::string out = "// Written by tests/unit/dates/lunar_calendar_test.cc; do not edit.\n";
  const auto month_at = [&](Date day) {
    lunar->setTime((static_cast<double>(day.days()) + 0.2) * 86400000.0, status);
    return lunar->get(UCAL_MONTH, status) + 1;
  };
  const auto day_at = [&](Date day) {
    month_at(day);
    return lunar->get(UCAL_DATE, status);
  };
  for (int year = 1950; year < 2100; ++year) {
    Date day = *Date::from_ymd(year, 1, 20);
    while (month_at(day) != 1 || day_at(day) != 1) day = day.plus_days(1);
    std::uint32_t bits = static_cast<std::uint32_t>(day.days() - Date::from_ymd(year, 1, 1)->days() + 1)
                         << 17;
    for (int place = 0, number = 0; number <= 12; ++place) {
      const int month = month_at(day);
      if (place > 0 && month == 1) break;
      if (month == number) bits |= static_cast<std::uint32_t>(number) << 13;
      number = month;
      day = day.plus_days(29);
      if (day_at(day) == 30) {
        bits |= std::uint32_t{1} << place;
        day = day.plus_days(1);
      }
    }
    out += std::to_string(bits) + ((year - 1950) % 8 == 7 || year == 2099 ? ",\n" : ", ");
  }
  return U_SUCCESS(status) ? out : std::string();
}

std::string civil(int year, int month, int day) {
  const std::optional<Date> date = date_of_lunar(year, month, day);
  return date ? date->to_string() : "none";
}

}  // namespace

TEST_CASE("the table of lunar years is what ICU's calendar gives") {
  const std::string path = ZHILU_SOURCE_DIR "/engine/dates/lunar_years.inc";
  const std::string derived = lunar_table();
  REQUIRE(!derived.empty());
  if (std::getenv("ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << derived;
  std::ifstream in(path, std::ios::binary);
  const std::string written((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  CHECK(written == derived);
}

TEST_CASE("lunar days fall on the civil dates of the published calendars") {
  CHECK(civil(2026, 1, 1) == "2026-02-17");
  CHECK(civil(2025, 1, 1) == "2025-01-29");
  CHECK(civil(2025, 12, 30) == "2026-02-16");
  CHECK(civil(2025, 8, 15) == "2025-10-06");
  CHECK(civil(2025, 5, 5) == "2025-05-31");
  CHECK(civil(2024, 9, 9) == "2024-10-11");
  CHECK(civil(2023, 1, 15) == "2023-02-05");
}

TEST_CASE("years without a table and days there are not give nothing") {
  CHECK(civil(1949, 1, 1) == "none");
  CHECK(civil(2100, 1, 1) == "none");
  CHECK(civil(2026, 13, 1) == "none");
  CHECK(civil(2026, 1, 31) == "none");
}
