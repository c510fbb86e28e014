// SPDX-License-Identifier: MIT
// Dates, times of day, periods, lengths and repetitions as people write them in Chinese, with every reading
// they can have at a given moment.
//
// 29日 is the last such day before the moment and the first one from it on; 八点 is eight in the morning and
// in the evening. Which reading is meant is for the reader of the text to say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/value/date.h"

namespace zhilu {

enum class TimeKind : std::uint8_t {
  Date,
  Time,
  DateTime,
  DateRange,
  TimeRange,
  DateTimeRange,
  Duration,
  Set,  ///< Every so often: 每天, 每周一下午八点.
};

/// How a text stands to the time it names.
enum class TimeRelation : std::uint8_t {
  At,
  Before,  ///< 以前: ends where the time begins.
  Until,   ///< 及以前: ends with it.
  After,   ///< 以后: begins where it ends.
  Since,   ///< 以来, 起: begins with it.
};

/// A day and a second of it (0 to 86399). The day is as written, so of a lunar date it is no Gregorian one.
struct TimePoint {
  YearMonthDay day;
  std::int32_t second = 0;
};

/// One reading. Points have only a start; ranges have both, half-open, or one of the two behind 以前 or 以后.
/// Neither is set where the text names what there is not (2月30日) or what has no such bounds (夏天, 每天).
struct TimeReading {
  std::string timex;  ///< In the manner of TIMEX3: XXXX-XX-29, T17:00, (2016-01-01,2018-01-01,P2Y).
  std::optional<TimePoint> start;
  std::optional<TimePoint> end;
};

/// A time in a folded text: characters [begin, end).
struct TimeExpression {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TimeKind kind = TimeKind::Date;
  TimeRelation relation = TimeRelation::At;
  bool is_lunar = false;
  /// What 以前 and the like stand behind is a period, not a point.
  bool of_period = false;
  /// Rough: 最近, 一个多月, 左右.
  bool is_rough = false;
  /// A point told by how far away it is: 5天前, 两小时后.
  bool is_distance = false;
  /// Durations: a year counts 365 days and a month 30.
  std::int64_t seconds = 0;
  /// Of durations and distances: the whole months, and the seconds beside them, a half month being 15 days.
  std::int64_t months = 0;
  std::int64_t seconds_beside_months = 0;
  /// Never empty. From the past to the future, of times of day first the one before noon.
  std::vector<TimeReading> readings;
};

/// A set of kinds.
class TimeKinds {
 public:
  constexpr TimeKinds() = default;
  constexpr TimeKinds(std::initializer_list<TimeKind> kinds) : bits_(0) {
    for (const TimeKind kind : kinds)
      bits_ = static_cast<std::uint8_t>(bits_ | 1U << static_cast<unsigned>(kind));
  }
  constexpr bool holds(TimeKind kind) const { return (bits_ >> static_cast<unsigned>(kind) & 1U) != 0; }

 private:
  std::uint8_t bits_ = 0xFF;  ///< All.
};

/// The moment that a text is read at: `second` of day `date`.
struct ReadingMoment {
  Date date;
  std::int32_t second = 0;
};

struct TimeOptions {
  TimeKinds kinds = {};
  /// At the beginning of a text 12号 may number anything; where a person tells when something happened it is
  /// the day.
  bool takes_leading_number = false;
  /// Read 以前, 以来 and the like with the time they bound.
  bool takes_bounds = true;
};

/// Finds the times of the kinds asked for in a folded text, in order, not overlapping, the longest at each
/// place. Linear in the length of the text.
void find_times(std::u32string_view text, const ReadingMoment& moment, const TimeOptions& options,
                std::vector<TimeExpression>& out);

/// The last day not after `today` that a point or a range began on, lunar days turned into civil ones. Empty
/// where every reading lies behind today or none is a day.
std::optional<Date> past_day(const TimeExpression& time, Date today);

}  // namespace zhilu
