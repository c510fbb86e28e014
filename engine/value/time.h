// SPDX-License-Identifier: MIT
// Times of day and moments (date and time) of FEEL, with or without a zone.
//
// A zone is an offset from UTC or a name such as Europe/Paris. What offset a name stands for is told by a
// ZoneRules, so that this room needs no time zone database; it is looked up once, when the time is made.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/value/date.h"
#include "engine/value/duration.h"

namespace zhilu {

/// Tells the offsets of named time zones. Implementations are stateless to the caller and thread-safe.
class ZoneRules {
 public:
  virtual ~ZoneRules() = default;
  /// Is this the name of a time zone, exactly as written?
  virtual bool is_known(std::string_view zone) const = 0;
  /// Seconds east of UTC where clocks in `zone` show `local_seconds` (seconds since 1970-01-01T00:00:00
  /// there). Of a moment that exists twice the earlier, of one that is skipped the offset before the gap.
  /// Empty if unknown.
  virtual std::optional<int> offset_seconds(std::string_view zone, std::int64_t local_seconds) const = 0;
  /// The same for `utc_seconds` since 1970-01-01T00:00:00Z.
  virtual std::optional<int> offset_seconds_at_utc(std::string_view zone, std::int64_t utc_seconds) const = 0;
};

/// Knows only the names of UTC: UTC, Etc/UTC, GMT, Etc/GMT, Z.
class UtcOnly final : public ZoneRules {
 public:
  bool is_known(std::string_view zone) const override;
  std::optional<int> offset_seconds(std::string_view zone, std::int64_t local_seconds) const override;
  std::optional<int> offset_seconds_at_utc(std::string_view zone, std::int64_t utc_seconds) const override;
};

/// The zone part of a time: none, an offset, or a name with the offset it stands for.
class Zone {
 public:
  /// No zone: local time.
  Zone() = default;
  /// An offset in seconds east of UTC. Empty beyond 18 hours, as in FEEL.
  static std::optional<Zone> from_offset(std::int32_t seconds);
  /// A named zone at a moment where its offset is `offset`.
  static Zone named(std::string name, std::int32_t offset);

  bool is_local() const { return !set_; }
  /// Seconds east of UTC; 0 for local time.
  std::int32_t offset() const { return offset_; }
  /// Empty unless the zone was given by name.
  std::string_view name() const { return name_ ? std::string_view(*name_) : std::string_view(); }
  /// The same name with the offset at another moment.
  Zone with_offset(std::int32_t offset) const;
  /// ``, `Z`, `+08:00`, `-03:30:15`, `@Asia/Shanghai`.
  std::string to_string() const;

  /// Same name and offset. The same instant in two zones is for DateTime to tell.
  friend bool operator==(const Zone& a, const Zone& b) {
    return a.set_ == b.set_ && a.offset_ == b.offset_ && a.name() == b.name();
  }

 private:
  std::shared_ptr<const std::string> name_;
  std::int32_t offset_ = 0;
  bool set_ = false;
};

/// A time of day.
class Time {
 public:
  static constexpr std::int32_t kSecondsPerDay = 86400;

  /// Midnight, local time.
  Time() = default;
  /// Empty if a part is out of range (hour 0-23, minute and second 0-59, nanosecond below 10^9).
  static std::optional<Time> from_parts(int hour, int minute, int second, int nanosecond = 0, Zone zone = {});
  /// `second_of_day` is taken modulo one day.
  static Time from_second_of_day(std::int64_t second_of_day, std::int32_t nanosecond, Zone zone);
  /// Reads `10:30:00`, `10:30:00.123`, `10:30:00Z`, `10:30:00+08:00`, `10:30:00@Asia/Shanghai`; digits beyond
  /// nanoseconds are cut off, `24:00:00` is midnight. A named zone has its standard offset.
  static std::optional<Time> parse(std::string_view text, const ZoneRules& zones);

  int hour() const { return second_of_day_ / 3600; }
  int minute() const { return second_of_day_ / 60 % 60; }
  int second() const { return second_of_day_ % 60; }
  std::int32_t nanosecond() const { return nanosecond_; }
  std::int32_t second_of_day() const { return second_of_day_; }
  const Zone& zone() const { return zone_; }
  /// Seconds since midnight UTC (may be negative or above a day), nanoseconds left out; local time counts as
  /// UTC.
  std::int32_t utc_second() const { return second_of_day_ - zone_.offset(); }

  /// The time so much later, around the clock.
  Time plus(DaysTime duration) const;
  /// From `other` to this; empty where one of the two is local time and the other is not.
  std::optional<DaysTime> minus(const Time& other) const;

  /// The lexical form of FEEL, as parse() reads it; the fraction without superfluous zeros.
  std::string to_string() const;

  /// Identical: same clock, same zone.
  friend bool operator==(const Time&, const Time&) = default;

 private:
  Zone zone_;
  std::int32_t second_of_day_ = 0;
  std::int32_t nanosecond_ = 0;
};

/// A date and a time.
class DateTime {
 public:
  DateTime() = default;
  /// A named zone of `time` gets the offset it has on that day; the rules must know it, else it keeps its
  /// offset.
  DateTime(Date date, Time time, const ZoneRules& zones);
  /// Midnight UTC of a date: what FEEL takes a date for beside a date and time.
  static DateTime from_date(Date date);

  /// Reads `2026-11-22T10:30:00` with the fractions and zones of Time; `24:00:00` is the next midnight.
  static std::optional<DateTime> parse(std::string_view text, const ZoneRules& zones);

  Date date() const { return date_; }
  const Time& time() const { return time_; }
  const Zone& zone() const { return time_.zone(); }
  /// Seconds since 1970-01-01T00:00:00Z, nanoseconds left out; local time counts as UTC.
  std::int64_t utc_seconds() const;

  /// So much later on the time line, in the same zone. Empty on overflow.
  std::optional<DateTime> plus(DaysTime duration, const ZoneRules& zones) const;
  /// The same time on the same day of the month so many months on, or that month's last day. Empty on
  /// overflow.
  std::optional<DateTime> plus(YearsMonths duration, const ZoneRules& zones) const;
  /// From `other` to this; empty where one of the two is local time and the other is not.
  std::optional<DaysTime> minus(const DateTime& other) const;

  /// The lexical form of FEEL, as parse() reads it.
  std::string to_string() const;

  /// Identical: same date, same clock, same zone.
  friend bool operator==(const DateTime&, const DateTime&) = default;

 private:
  Date date_;
  Time time_;
};

/// Whole months from `from` to `to`, as FEEL's `years and months duration` counts them.
YearsMonths months_between(Date from, Date to);

}  // namespace zhilu
