// SPDX-License-Identifier: MIT
#include "engine/value/calendar.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <limits>
#include <random>
#include <string>

using namespace zhilu;

namespace {

Date date(std::string_view text) {
  const std::optional<Date> d = Date::parse(text);
  REQUIRE_MESSAGE(d.has_value(), text);
  return *d;
}

// Days of one year as `MM-DD` or `MM-DD..DD`.
std::vector<Date> days(const std::string& year, std::initializer_list<std::string_view> texts) {
  std::vector<Date> dates;
  for (const std::string_view text : texts) {
    const std::string prefix = year + "-" + std::string(text.substr(0, 3));
    const Date first = date(prefix + std::string(text.substr(3, 2)));
    const Date last = text.size() > 5 ? date(prefix + std::string(text.substr(7, 2))) : first;
    for (Date d = first; d <= last; d = d.plus_days(1)) dates.push_back(d);
  }
  return dates;
}

// Mainland China as published for 2024 to 2026; of 2027 only two of the statutory days.
Calendar china() {
  Calendar calendar;
  calendar.add(
      {2024, true, "国办发明电〔2023〕7号",
       days("2024", {"01-01", "02-10..17", "04-04..06", "05-01..05", "06-10", "09-15..17", "10-01..07"}),
       days("2024", {"02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"})});
  calendar.add({2025, true, "国办发明电〔2024〕12号",
                days("2025", {"01-01", "01-28..31", "02-01..04", "04-04..06", "05-01..05", "05-31",
                              "06-01..02", "10-01..08"}),
                days("2025", {"01-26", "02-08", "04-27", "09-28", "10-11"})});
  calendar.add({2026, true, "国办发明电〔2025〕7号",
                days("2026", {"01-01..03", "02-15..23", "04-04..06", "05-01..05", "06-19..21", "09-25..27",
                              "10-01..07"}),
                days("2026", {"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"})});
  calendar.add({2027, false, "", days("2027", {"01-01", "05-01"}), {}});
  return calendar;
}

}  // namespace

TEST_CASE("limits in working days end on the days published calendars give") {
  const Calendar calendar = china();
  const auto check = [&](std::string_view from, std::int32_t n, std::string_view expected, bool estimate) {
    CAPTURE(from);
    CAPTURE(n);
    const DueDate due = calendar.due(date(from), {n, DayUnit::WorkingDays});
    CHECK(due.date.to_string() == expected);
    CHECK(due.estimate == estimate);
    CHECK(calendar.add_working_days(date(from), n).date.to_string() == expected);
    CHECK(calendar.working_days_between(date(from), due.date) == n);
  };
  check("2026-02-12", 7, "2026-02-28", false);  // A working Saturday.
  check("2026-09-18", 7, "2026-09-29", false);
  check("2026-09-23", 5, "2026-10-08", false);
  check("2026-09-30", 7, "2026-10-15", false);
  check("2026-04-30", 7, "2026-05-13", false);
  check("2026-02-13", 15, "2026-03-12", false);
  check("2026-11-21", 7, "2026-12-01", false);  // From a Saturday.
  check("2025-01-24", 7, "2025-02-10", false);
  check("2024-09-13", 7, "2024-09-25", false);
  check("2026-12-25", 7, "2027-01-06", true);
}

TEST_CASE("limits in days, months and years roll on from a day off") {
  const Calendar calendar = china();
  const auto check = [&](std::string_view from, Period limit, std::string_view expected, bool estimate) {
    CAPTURE(from);
    const DueDate due = calendar.due(date(from), limit);
    CHECK(due.date.to_string() == expected);
    CHECK(due.estimate == estimate);
  };
  check("2026-08-03", {60, DayUnit::Days}, "2026-10-08", false);
  check("2026-07-20", {60, DayUnit::Days}, "2026-09-18", false);
  check("2026-12-08", {60, DayUnit::Days}, "2027-02-08", true);
  check("2026-01-31", {1, DayUnit::Months}, "2026-02-28", false);  // A Saturday worked.
  check("2026-07-01", {3, DayUnit::Months}, "2026-10-08", false);
  check("2023-05-01", {3, DayUnit::Years}, "2026-05-06",
        false);  // Unpublished years on the way do not matter.
  check("2026-11-22", {3, DayUnit::Years}, "2029-11-22", true);
  check("2026-11-23", {0, DayUnit::Days}, "2026-11-23", false);
  check("2026-11-22", {-5, DayUnit::Days}, "2026-11-23", false);
}

TEST_CASE("working days are weekdays but for days off and days made up") {
  const Calendar calendar = china();
  const auto check = [&](std::string_view day, bool expected) {
    CAPTURE(day);
    CHECK(calendar.is_working_day(date(day)) == expected);
  };
  check("2026-11-20", true);
  check("2026-11-21", false);
  check("2026-10-01", false);
  check("2026-10-10", true);
  check("2027-01-01", false);
  check("2031-10-01", true);  // Nothing is listed.
  CHECK(calendar.is_published(2026));
  CHECK(!calendar.is_published(2027));
  CHECK(!calendar.is_published(2031));
}

TEST_CASE("counting by weeks agrees with counting day by day") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    Calendar calendar;
    for (int y = 2020; y < 2030; ++y) {
      if (random() % 2) continue;
      CalendarYear year{y, random() % 2 == 0, "", {}, {}};
      for (int i = 0; i < 30; ++i) {
        const Date day = Date::from_ymd(y, 1, 1)->plus_days(static_cast<int>(random() % 365));
        (random() % 3 ? year.off : year.work).push_back(day);
      }
      calendar.add(year);
    }
    const Date from = date("2018-06-01").plus_days(static_cast<int>(random() % 4000));
    const auto n = static_cast<std::int32_t>(random() % 3000);
    Date expected = from;
    bool estimate = false;
    for (std::int32_t left = n; left > 0;) {
      expected = expected.plus_days(1);
      if (!calendar.is_published(expected.ymd().year)) estimate = true;
      if (calendar.is_working_day(expected)) --left;
    }
    const DueDate due = calendar.add_working_days(from, n);
    REQUIRE(due.date == expected);
    REQUIRE(due.estimate == estimate);
    REQUIRE(calendar.working_days_between(from, due.date) == n);
    REQUIRE(calendar.working_days_between(due.date, from) == -n);
  }
}

TEST_CASE("limits of absurd length end at once") {
  const Calendar calendar = china();
  constexpr std::int32_t kMax = std::numeric_limits<std::int32_t>::max();
  CHECK(calendar.add_working_days(date("2026-11-22"), kMax).estimate);
  CHECK(calendar.due(date("2026-11-22"), {kMax, DayUnit::Years}).date.to_string() == "999999999-12-31");
  CHECK(calendar.due(date("999999999-12-30"), {kMax, DayUnit::WorkingDays}).date.to_string() ==
        "999999999-12-31");
  CHECK(calendar.working_days_between(Date::from_days(Date::kFirstDay), Date::from_days(Date::kLastDay)) > 0);
}
