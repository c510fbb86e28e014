// SPDX-License-Identifier: MIT
#include "engine/locale/date_text.h"

#include <doctest/doctest.h>

using namespace zhilu;

namespace {

Date date(std::string_view text) {
  return Date::parse(text).value();
}

}  // namespace

TEST_CASE("a date is written in words") {
  const Date d = date("2026-12-06");
  CHECK(date_text(d, Language::Hans) == "2026年12月6日");
  CHECK(date_text(d, Language::Hant) == "2026年12月6日");
  CHECK(date_text(d, Language::English) == "6 December 2026");
  CHECK(date_with_weekday(d, Language::Hans) == "2026年12月6日（周日）");
  CHECK(date_with_weekday(d, Language::Hant) == "2026年12月6日（週日）");
  CHECK(date_with_weekday(d, Language::English) == "Sunday, 6 December 2026");
  CHECK(date_with_weekday(date("2026-12-07"), Language::Hans) == "2026年12月7日（周一）");
}

TEST_CASE("a date is told by its distance from today") {
  const auto check = [](std::string_view day, std::string_view hans, std::string_view english) {
    const Date today = date("2026-11-22");
    CHECK(relative_text(date(day), today, Language::Hans) == hans);
    CHECK(relative_text(date(day), today, Language::English) == english);
  };
  check("2026-11-22", "今天", "today");
  check("2026-11-23", "明天", "tomorrow");
  check("2026-11-24", "还有 2 天", "in 2 days");
  check("2026-12-25", "还有 33 天", "in 33 days");
  check("2026-11-21", "昨天", "yesterday");
  check("2026-11-01", "21 天前", "21 days ago");
  CHECK(relative_text(date("2026-11-25"), date("2026-11-22"), Language::Hant) == "還有 3 天");
}

TEST_CASE("a limit is written as law writes it") {
  const auto check = [](Period period, std::string_view hans, std::string_view hant,
                        std::string_view english) {
    CHECK(period_text(period, Language::Hans) == hans);
    CHECK(period_text(period, Language::Hant) == hant);
    CHECK(period_text(period, Language::English) == english);
  };
  check({7, DayUnit::WorkingDays}, "7 个工作日", "7 個工作日", "7 working days");
  check({1, DayUnit::WorkingDays}, "1 个工作日", "1 個工作日", "1 working day");
  check({15, DayUnit::Days}, "15 日", "15 日", "15 days");
  check({3, DayUnit::Months}, "3 个月", "3 個月", "3 months");
  check({3, DayUnit::Years}, "3 年", "3 年", "3 years");
}

TEST_CASE("a duration is written in its largest units") {
  const auto check = [](std::string_view iso, std::string_view hans, std::string_view english) {
    CAPTURE(iso);
    CHECK(duration_text(iso, Language::Hans) == hans);
    CHECK(duration_text(iso, Language::English) == english);
  };
  check("P7D", "7 天", "7 days");
  check("P1DT2H30M", "1 天 2 小时 30 分钟", "1 day 2 hours 30 minutes");
  check("PT90M", "1 小时 30 分钟", "1 hour 30 minutes");
  check("PT0S", "0 天", "0 days");
  check("P1Y2M", "1 年 2 个月", "1 year 2 months");
  check("P14M", "1 年 2 个月", "1 year 2 months");
  check("P0M", "0 个月", "0 months");
  check("-P7D", "-P7D", "-P7D");
  check("PT0.5S", "PT0.5S", "PT0.5S");
  check("soon", "soon", "soon");
}
