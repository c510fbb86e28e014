// SPDX-License-Identifier: MIT
#include "engine/value/date.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using namespace zhilu;

namespace {

Date date(std::string_view text) {
  const std::optional<Date> d = Date::parse(text);
  REQUIRE_MESSAGE(d.has_value(), text);
  return *d;
}

// Walks day by day, as a person does with a calendar on the wall.
struct Walker {
  std::int32_t year, month, day;

  void step() {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const std::int32_t lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (++day <= lengths[month - 1]) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

void check_walk(std::int32_t first_year, int days) {
  Walker walker{first_year, 1, 1};
  Date d = *Date::from_ymd(first_year, 1, 1);
  int weekday = d.weekday();
  for (int i = 0; i < days; ++i) {
    const YearMonthDay parts = d.ymd();
    REQUIRE(parts.year == walker.year);
    REQUIRE(parts.month == walker.month);
    REQUIRE(parts.day == walker.day);
    REQUIRE(Date::from_ymd(parts.year, parts.month, parts.day) == d);
    REQUIRE(Date::parse(d.to_string()) == d);
    REQUIRE(d.weekday() == weekday);
    weekday = weekday % 7 + 1;
    d = d.plus_days(1);
    walker.step();
  }
}

}  // namespace

TEST_CASE("a hundred thousand days follow each other without a gap") {
  check_walk(1850, 100000);
}

TEST_CASE("so do days before the year 1 and at the far ends") {
  check_walk(-5, 4000);
  check_walk(-999999999, 2000);
  check_walk(999999995, 1800);
}

TEST_CASE("known days have their numbers and weekdays") {
  const auto check = [](std::string_view text, std::int64_t days, int weekday) {
    CAPTURE(text);
    CHECK(date(text).days() == days);
    CHECK(date(text).weekday() == weekday);
  };
  check("1970-01-01", 0, 4);
  check("1969-12-31", -1, 3);
  check("2000-02-29", 11016, 2);
  check("2026-11-22", 20779, 7);
  check("0001-01-01", -719162, 1);
  check("-999999999-01-01", Date::kFirstDay, 1);
  check("999999999-12-31", Date::kLastDay, 5);
}

TEST_CASE("only days that exist are dates") {
  const auto check = [](std::string_view text, bool expected) {
    CAPTURE(text);
    CHECK(Date::parse(text).has_value() == expected);
  };
  check("2024-02-29", true);
  check("2026-02-29", false);
  check("2000-02-29", true);
  check("1900-02-29", false);
  check("2026-04-31", false);
  check("2026-00-01", false);
  check("2026-13-01", false);
  check("2026-01-00", false);
  check("0000-01-01", true);
  check("-0001-12-31", true);
  check("-0000-01-01", false);
  check("12345-01-01", true);
  check("999999999-12-31", true);
  check("-999999999-01-01", true);
  check("01211-12-31", false);
  check("998-12-31", false);
  check("1000000000-01-01", false);
  check("9999999999-12-25", false);
  for (const char* text : {"", "-", "2026", "2026-11", "2026-11-", "2026-1-01", "2026-01-1", "2026-01-011",
                           "20260101", "+2026-01-01", "--2026-01-01", "2026/01/01", " 2026-01-01",
                           "2026-01-01 ", "２026-01-01", "2026-01-01T", "20a6-01-01", "2026-0a-01"}) {
    check(text, false);
  }
  CHECK(!Date::from_ymd(std::numeric_limits<std::int32_t>::min(), 1, 1));
  CHECK(!Date::from_ymd(2026, 1, std::numeric_limits<std::int32_t>::max()));
}

TEST_CASE("a month later is the same day, or the month's last") {
  const auto check = [](std::string_view from, std::int64_t months, std::string_view expected) {
    CAPTURE(from);
    CAPTURE(months);
    CHECK(date(from).plus_months(months).to_string() == expected);
  };
  check("2026-01-31", 1, "2026-02-28");
  check("2024-01-31", 1, "2024-02-29");
  check("2024-02-29", 12, "2025-02-28");
  check("2024-02-29", 48, "2028-02-29");
  check("2026-08-31", 1, "2026-09-30");
  check("2026-11-22", -12, "2025-11-22");
  check("2026-03-31", -1, "2026-02-28");
  check("2026-12-15", 1, "2027-01-15");
  check("0001-01-31", -1, "0000-12-31");
  check("2026-11-22", 0, "2026-11-22");
}

TEST_CASE("sums beyond the last day stop there") {
  constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
  const Date d = date("2026-11-22");
  CHECK(d.plus_days(kMax).to_string() == "999999999-12-31");
  CHECK(d.plus_days(kMin).to_string() == "-999999999-01-01");
  CHECK(d.plus_months(kMax).to_string() == "999999999-12-31");
  CHECK(d.plus_months(kMin).to_string() == "-999999999-01-01");
  CHECK(Date::from_days(kMax).days() == Date::kLastDay);
  CHECK(Date::from_days(kMin).days() == Date::kFirstDay);
}
