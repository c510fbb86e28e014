// SPDX-License-Identifier: MIT
#include "engine/value/time.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <string>

using namespace zhilu;

namespace {

// Asia/Shanghai all the year, and Europe/Paris with summer time from 1 April to 1 October at noon UTC of each
// year.
class TestZones final : public ZoneRules {
 public:
  bool is_known(std::string_view zone) const override {
    return zone == "Asia/Shanghai" || zone == "Europe/Paris";
  }
  std::optional<int> offset_seconds(std::string_view zone, std::int64_t local) const override {
    // Of two possible moments the earlier has the greater offset.
    if (offset_seconds_at_utc(zone, local - 7200) == 7200) return 7200;
    return offset_seconds_at_utc(zone, local - 3600);
  }
  std::optional<int> offset_seconds_at_utc(std::string_view zone, std::int64_t utc) const override {
    if (zone == "Asia/Shanghai") return 28800;
    if (zone != "Europe/Paris") return std::nullopt;
    const Date day = Date::from_days((utc - 43200) / 86400);
    const int month = day.ymd().month;
    return month >= 4 && month < 10 ? 7200 : 3600;
  }
};

const TestZones kZones;

std::string text_of(const std::optional<Time>& time) {
  return time ? time->to_string() : "nothing";
}

std::string text_of(const std::optional<DateTime>& moment) {
  return moment ? moment->to_string() : "nothing";
}

std::string text_of(const std::optional<DaysTime>& duration) {
  return duration ? duration->to_string() : "nothing";
}

DateTime moment(std::string_view text) {
  const std::optional<DateTime> m = DateTime::parse(text, kZones);
  REQUIRE_MESSAGE(m.has_value(), text);
  return *m;
}

Time clock_time(std::string_view text) {
  const std::optional<Time> t = Time::parse(text, kZones);
  REQUIRE_MESSAGE(t.has_value(), text);
  return *t;
}

DaysTime duration(std::string_view text) {
  return DaysTime::parse(text).value();
}

}  // namespace

TEST_CASE("times of day are read and written") {
  const auto check = [](std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(text_of(Time::parse(text, kZones)) == expected);
  };
  check("10:30:00", "10:30:00");
  check("11:22:33.444", "11:22:33.444");
  check("11:22:33.1234567899", "11:22:33.123456789");
  check("10:30:00Z", "10:30:00Z");
  check("10:30:00+00:00", "10:30:00Z");
  check("10:30:00-00:00", "10:30:00Z");
  check("10:30:00+08:00", "10:30:00+08:00");
  check("11:59:45-02:45:55", "11:59:45-02:45:55");
  check("10:30:00+18:00", "10:30:00+18:00");
  check("10:30:00@Asia/Shanghai", "10:30:00@Asia/Shanghai");
  check("24:00:00", "00:00:00");
  for (const char* text : {"",
                           "10:30",
                           "7:20:00",
                           "07:1:00",
                           "07:01:2",
                           "25:00:00",
                           "24:00:01",
                           "24:01:00",
                           "23:59:60",
                           "00:60:00",
                           "10:30:00.",
                           "10:30:00+19:00",
                           "10:30:00+18:01",
                           "10:30:00+5:00",
                           "10:30:00+5",
                           "10:30:00+0500",
                           "10:30:00z",
                           "10:30:00@",
                           "10:30:00@xyz/abc",
                           "10:30:00@asia/shanghai",
                           "13:20:00+02:00@Europe/Paris",
                           "11:30:00T",
                           " 10:30:00",
                           "10:30:00 ",
                           "１0:30:00",
                           "10:30:00+02:60"}) {
    check(text, "nothing");
  }
}

TEST_CASE("moments are read and written") {
  const auto check = [](std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(text_of(DateTime::parse(text, kZones)) == expected);
  };
  check("2026-11-22T10:30:00", "2026-11-22T10:30:00");
  check("2026-11-22T10:30:00.123@Europe/Paris", "2026-11-22T10:30:00.123@Europe/Paris");
  check("-2017-12-31T11:22:33.456+01:35", "-2017-12-31T11:22:33.456+01:35");
  check("999999999-12-31T23:59:59.999999999@Europe/Paris", "999999999-12-31T23:59:59.999999999@Europe/Paris");
  check("2021-01-01T24:00:00", "2021-01-02T00:00:00");
  check("2021-12-31T24:00:00Z", "2022-01-01T00:00:00Z");
  for (const char* text : {"", "T", "2026-11-22", "2026-11-22T", "2026-11-22 10:30:00", "2026-02-29T10:30:00",
                           "9999999999-12-27T11:22:33", "2011-12-0310:15:30", "2026-11-22t10:30:00",
                           "2026-11-22T10:30:00@xyz/abc", "999999999-12-31T24:00:00", "T10:30:00"}) {
    check(text, "nothing");
  }
}

TEST_CASE("a named zone has the offset of its day") {
  CHECK(moment("2026-01-15T10:00:00@Europe/Paris").zone().offset() == 3600);
  CHECK(moment("2026-07-15T10:00:00@Europe/Paris").zone().offset() == 7200);
  CHECK(clock_time("10:00:00@Europe/Paris").zone().offset() == 3600);
  CHECK(moment("2026-07-15T10:00:00@Europe/Paris").utc_seconds() ==
        moment("2026-07-15T08:00:00Z").utc_seconds());
  const DateTime summer = moment("2026-07-15T10:00:00@Europe/Paris");
  CHECK(DateTime(*Date::parse("2026-01-15"), summer.time(), kZones).zone().offset() == 3600);
}

TEST_CASE("moments move on the time line, months on the calendar") {
  const auto check = [](std::string_view from, std::string_view by, std::string_view expected) {
    CAPTURE(from);
    CAPTURE(by);
    if (const std::optional<YearsMonths> months = YearsMonths::parse(by)) {
      CHECK(text_of(moment(from).plus(*months, kZones)) == expected);
    } else {
      CHECK(text_of(moment(from).plus(duration(by), kZones)) == expected);
    }
  };
  check("2021-01-01T24:00:00", "-PT1S", "2021-01-01T23:59:59");
  check("2021-01-01T10:10:10+11:00", "P1M", "2021-02-01T10:10:10+11:00");
  check("-2021-01-01T10:10:10+11:00", "-P1M", "-2022-12-01T10:10:10+11:00");
  check("2026-01-31T10:00:00", "P1M", "2026-02-28T10:00:00");
  check("2026-03-31T12:00:00@Europe/Paris", "P1D", "2026-04-01T12:00:00@Europe/Paris");
  check("2026-04-01T12:00:00@Europe/Paris", "P1D", "2026-04-02T13:00:00@Europe/Paris");
  check("2026-03-15T10:00:00@Europe/Paris", "P1M", "2026-04-15T10:00:00@Europe/Paris");
  check("2026-01-01T00:00:00.5", "PT0.6S", "2026-01-01T00:00:01.1");
  check("2026-01-01T00:00:00.1", "-PT0.2S", "2025-12-31T23:59:59.9");
  check("999999999-12-31T23:59:59", "PT1S", "nothing");
  check("-999999999-01-01T00:00:00", "-PT1S", "nothing");
  check("999999999-12-31T23:59:59", "P1M", "nothing");
  check("-999999999-01-01T00:00:00", "-P1M", "nothing");
  check("2026-01-01T00:00:00", "PT9223372036854775807S", "nothing");
  CHECK(!moment("2026-01-01T00:00:00")
             .plus(YearsMonths::from_months(std::numeric_limits<std::int64_t>::max()), kZones));
}

TEST_CASE("the time between two moments counts their zones") {
  const auto check = [](std::string_view to, std::string_view from, std::string_view expected) {
    CAPTURE(to);
    CAPTURE(from);
    CHECK(text_of(moment(to).minus(moment(from))) == expected);
  };
  check("2021-01-02T10:10:10+01:00", "2021-01-01T10:10:10@Europe/Paris", "P1D");
  check("2021-01-02T10:10:10@Europe/Paris", "2021-01-01T10:10:10@Asia/Shanghai", "P1DT7H");
  check("2021-01-02T10:10:10+01:00", "2021-01-01T10:10:10", "nothing");
  check("2021-01-02T10:10:10", "2021-01-01T10:10:10@Europe/Paris", "nothing");
  check("2021-01-01T00:00:00.2", "2021-01-01T00:00:00.7", "-PT0.5S");
  check("999999999-12-31T23:59:59", "-999999999-01-01T00:00:00", "P730484999633DT23H59M59S");
  CHECK(text_of(clock_time("10:10:10+11:00").minus(clock_time("11:10:10+11:00"))) == "-PT1H");
  CHECK(text_of(clock_time("10:10:10").minus(clock_time("11:10:10+11:00"))) == "nothing");
}

TEST_CASE("times of day go round the clock") {
  CHECK(clock_time("10:15:00+11:00").plus(duration("P1D")).to_string() == "10:15:00+11:00");
  CHECK(clock_time("23:30:00").plus(duration("PT1H")).to_string() == "00:30:00");
  CHECK(clock_time("00:15:00").plus(duration("-PT1H")).to_string() == "23:15:00");
  CHECK(clock_time("00:00:00").plus(duration("-PT0.1S")).to_string() == "23:59:59.9");
  CHECK(clock_time("00:00:00")
            .plus(DaysTime::from_seconds(std::numeric_limits<std::int64_t>::min()))
            .to_string() == "08:29:52");
}

TEST_CASE("months between two days count when their day is reached") {
  const auto check = [](std::string_view from, std::string_view to, std::string_view expected) {
    CAPTURE(from);
    CAPTURE(to);
    CHECK(months_between(*Date::parse(from), *Date::parse(to)).to_string() == expected);
  };
  check("2011-12-22", "2013-08-24", "P1Y8M");
  check("2013-08-24", "2011-12-22", "-P1Y8M");
  check("2010-05-30", "2017-12-15", "P7Y6M");
  check("-2016-01-30", "-2017-02-28", "-P11M");
  check("2014-12-31", "-2019-10-01", "-P4033Y2M");
  check("2026-11-22", "2026-11-22", "P0M");
}

TEST_CASE("parts out of range make no time") {
  CHECK(Time::from_parts(23, 59, 59, 999999999).has_value());
  CHECK(!Time::from_parts(24, 0, 0));
  CHECK(!Time::from_parts(0, 60, 0));
  CHECK(!Time::from_parts(0, 0, -1));
  CHECK(!Time::from_parts(0, 0, 0, 1000000000));
  CHECK(!Zone::from_offset(18 * 3600 + 1));
  CHECK(UtcOnly().is_known("Etc/UTC"));
  CHECK(!UtcOnly().is_known("Europe/Paris"));
  CHECK(DateTime::from_date(*Date::parse("2026-11-22")).to_string() == "2026-11-22T00:00:00Z");
}

TEST_CASE("generated moments survive writing and reading") {
  std::mt19937_64 random(7);
  const Zone zones[] = {Zone(), *Zone::from_offset(0), *Zone::from_offset(-9845),
                        Zone::named("Asia/Shanghai", 28800), Zone::named("Europe/Paris", 3600)};
  for (int i = 0; i < 20000; ++i) {
    const Date day = Date::from_days(static_cast<std::int64_t>(random() % 4000000) - 2000000);
    const auto nanos = static_cast<std::int32_t>(random() % 3 ? 0 : random() % 1000000000);
    const DateTime m(day,
                     Time::from_second_of_day(static_cast<int>(random() % 86400), nanos, zones[random() % 5]),
                     kZones);
    REQUIRE(moment(m.to_string()) == m);
    REQUIRE(clock_time(m.time().to_string()).second_of_day() == m.time().second_of_day());
    const DaysTime by = DaysTime::from_seconds(static_cast<std::int64_t>(random() % 100000000));
    const DateTime later = *m.plus(by, kZones);
    REQUIRE(later.minus(m) == by);
    REQUIRE(later.plus(*by.negated(), kZones) == m);
  }
}
