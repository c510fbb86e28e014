// SPDX-License-Identifier: MIT
#include "engine/value/duration.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <string>

using namespace zhilu;

namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

template <class Duration>
std::string text_of(const std::optional<Duration>& duration) {
  return duration ? duration->to_string() : "nothing";
}

Decimal number(std::string_view text) {
  return Decimal::parse(text).value();
}

YearsMonths months(std::int64_t n) {
  return YearsMonths::from_months(n);
}

DaysTime days_time(std::string_view text) {
  return DaysTime::parse(text).value();
}

}  // namespace

TEST_CASE("years and months are read and written canonically") {
  const auto check = [](std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(text_of(YearsMonths::parse(text)) == expected);
  };
  check("P1Y2M", "P1Y2M");
  check("P26M", "P2Y2M");
  check("P1Y27M", "P3Y3M");
  check("-P100M", "-P8Y4M");
  check("P0M", "P0M");
  check("-P0Y", "P0M");
  check("P99999999Y", "P99999999Y");
  check("P768614336404564650Y7M", "P768614336404564650Y7M");
  for (const char* text :
       {"", "P", "-P", "P1", "1Y", "P1D", "P1Y1D", "P1YT1H", "P1M1Y", "P1Y2M ", "p1y", "P-1Y", "+P1Y",
        "P1.5Y", "P768614336404564650Y8M", "P99999999999999999999M", "PY", "P1Y2M3M"}) {
    check(text, "nothing");
  }
}

TEST_CASE("days and time are read and written canonically") {
  const auto check = [](std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(text_of(DaysTime::parse(text)) == expected);
  };
  check("P1DT2H3M4.5S", "P1DT2H3M4.5S");
  check("-P1DT2H3.5S", "-P1DT2H3.5S");
  check("PT49H", "P2DT1H");
  check("P0D", "PT0S");
  check("-PT0S", "PT0S");
  check("PT0.S", "PT0S");
  check("PT0.999S", "PT0.999S");
  check("-PT0.000000001S", "-PT0.000000001S");
  check("PT1.0000000019S", "PT1.000000001S");
  check("PT1000M0.999999999S", "PT16H40M0.999999999S");
  check("P2DT274M", "P2DT4H34M");
  check("PT9223372036854775807S", "P106751991167300DT15H30M7S");
  for (const char* text : {"",
                           "P",
                           "PT",
                           "P1DT",
                           "P1",
                           "1D",
                           "P1H",
                           "P1S",
                           "P1Y",
                           "P1M",
                           "PT1D",
                           "PT1S1M",
                           "P1D2H",
                           "PT.5S",
                           "PT1.5M",
                           "P1W",
                           "pt1s",
                           "PT 1S",
                           "PT1S ",
                           "P-1D",
                           "PT9223372036854775808S",
                           "P99999999999999999999D",
                           "PT1.5",
                           "PT1H2"}) {
    check(text, "nothing");
  }
}

TEST_CASE("generated durations survive writing and reading") {
  std::mt19937_64 random(6);
  for (int i = 0; i < 20000; ++i) {
    const auto n = static_cast<std::int64_t>(random()) >> (random() % 60 + 1);
    REQUIRE(YearsMonths::parse(months(n).to_string()) == months(n));
    const DaysTime d = *DaysTime::make(n, static_cast<std::int64_t>(random() % 1000000000));
    REQUIRE(DaysTime::parse(d.to_string()) == d);
    REQUIRE(DaysTime::from_decimal(d.total_seconds()) == d);
    REQUIRE(d.negated()->negated() == d);
    REQUIRE(d.minus(d) == DaysTime());
  }
}

TEST_CASE("arithmetic with durations is exact and cuts what is too fine") {
  CHECK(text_of(days_time("P1D").times(number("-10"))) == "-P10D");
  CHECK(text_of(days_time("PT1S").divided_by(number("3"))) == "PT0.333333333S");
  CHECK(text_of(days_time("-PT1S").divided_by(number("3"))) == "-PT0.333333333S");
  CHECK(text_of(days_time("P1D").divided_by(number("0"))) == "nothing");
  CHECK(days_time("P1D").divided_by(days_time("PT6H"))->to_string() == "4");
  CHECK(!days_time("P1D").divided_by(DaysTime()));
  CHECK(text_of(days_time("PT0.7S").plus(days_time("PT0.6S"))) == "PT1.3S");
  CHECK(text_of(days_time("PT0.6S").minus(days_time("PT0.7S"))) == "-PT0.1S");
  CHECK(text_of(months(2).times(number("-1.5"))) == "-P3M");
  CHECK(text_of(months(10).divided_by(number("3"))) == "P3M");
  CHECK(text_of(months(-10).divided_by(number("3"))) == "-P3M");
  CHECK(months(18).divided_by(months(12))->to_string() == "1.5");
  CHECK(!months(18).divided_by(months(0)));
  CHECK(days_time("-PT0.5S").seconds() == -1);
  CHECK(days_time("-PT0.5S").nanoseconds() == 500000000);
  CHECK(days_time("-PT0.5S") < DaysTime());
  CHECK(days_time("-PT0.5S").total_seconds().to_string() == "-0.5");
}

TEST_CASE("what overflows is nothing") {
  CHECK(!months(kMax).plus(months(1)));
  CHECK(!months(kMin).minus(months(1)));
  CHECK(!months(kMin).negated());
  CHECK(!months(kMax).times(2));
  CHECK(!DaysTime::from_seconds(kMax).plus(DaysTime::from_seconds(1)));
  CHECK(!DaysTime::from_seconds(kMin).negated());
  CHECK(!DaysTime::from_seconds(kMin).minus(DaysTime::from_seconds(1)));
  CHECK(!DaysTime::make(kMax, 1000000000));
  CHECK(!DaysTime::make(kMin, -1));
  CHECK(!DaysTime::from_decimal(number("1e30")));
  CHECK(text_of(YearsMonths::parse(months(kMin).to_string())) == "nothing");
  CHECK(DaysTime::from_seconds(kMin).to_string() == "-P106751991167300DT15H30M8S");
}
