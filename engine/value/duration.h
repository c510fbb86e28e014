// SPDX-License-Identifier: MIT
// The two durations of FEEL: years and months, and days and time. They do not mix: a month has no fixed
// length.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/value/decimal.h"

namespace zhilu {

/// A duration in whole months. All arithmetic gives nothing on overflow.
class YearsMonths {
 public:
  constexpr YearsMonths() = default;
  static constexpr YearsMonths from_months(std::int64_t months) {
    YearsMonths d;
    d.months_ = months;
    return d;
  }
  /// The months of `months` behind the point are cut off. Empty if it does not fit.
  static std::optional<YearsMonths> from_decimal(Decimal months);
  /// Reads `P1Y2M`, `P14M`, `-P1Y`. Empty for anything else.
  static std::optional<YearsMonths> parse(std::string_view text);

  constexpr std::int64_t months() const { return months_; }
  std::optional<YearsMonths> negated() const;
  std::optional<YearsMonths> plus(YearsMonths other) const;
  std::optional<YearsMonths> minus(YearsMonths other) const;
  std::optional<YearsMonths> times(Decimal factor) const;
  std::optional<YearsMonths> divided_by(Decimal divisor) const;
  /// How many times `divisor` goes into this. Empty if it is zero.
  std::optional<Decimal> divided_by(YearsMonths divisor) const;
  /// Canonical: `P1Y2M`, `-P8M`, `P0M`.
  std::string to_string() const;

  friend constexpr auto operator<=>(YearsMonths, YearsMonths) = default;

 private:
  std::int64_t months_ = 0;
};

/// A duration in seconds and nanoseconds. All arithmetic gives nothing on overflow.
class DaysTime {
 public:
  constexpr DaysTime() = default;
  static constexpr DaysTime from_seconds(std::int64_t seconds) {
    DaysTime d;
    d.seconds_ = seconds;
    return d;
  }
  /// `seconds` plus `nanoseconds`, which may have any value and sign. Empty on overflow.
  static std::optional<DaysTime> make(std::int64_t seconds, std::int64_t nanoseconds);
  /// What is finer than a nanosecond is cut off. Empty if it does not fit.
  static std::optional<DaysTime> from_decimal(Decimal seconds);
  /// Reads `P1DT2H3M4.5S`, `PT36H`, `-P7D`. More than nine digits of a second are cut off. Empty for anything
  /// else.
  static std::optional<DaysTime> parse(std::string_view text);

  /// Whole seconds, rounded down: -0.5 s is seconds() -1 and nanoseconds() 500000000.
  constexpr std::int64_t seconds() const { return seconds_; }
  /// 0 to 999999999.
  constexpr std::int32_t nanoseconds() const { return nanoseconds_; }
  /// Exact.
  Decimal total_seconds() const;
  bool is_negative() const { return seconds_ < 0; }
  std::optional<DaysTime> negated() const;
  std::optional<DaysTime> plus(DaysTime other) const;
  std::optional<DaysTime> minus(DaysTime other) const;
  std::optional<DaysTime> times(Decimal factor) const;
  std::optional<DaysTime> divided_by(Decimal divisor) const;
  /// How many times `divisor` goes into this. Empty if it is zero.
  std::optional<Decimal> divided_by(DaysTime divisor) const;
  /// Canonical: `P1DT2H`, `-PT3.5S`, `PT0S`.
  std::string to_string() const;

  friend constexpr auto operator<=>(DaysTime, DaysTime) = default;

 private:
  // INVARIANT: 0 <= nanoseconds_ < 10^9, so that the order of the members is the order of the durations.
  std::int64_t seconds_ = 0;
  std::int32_t nanoseconds_ = 0;
};

}  // namespace zhilu
