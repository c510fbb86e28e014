// SPDX-License-Identifier: MIT
// One time as it is written, a day, a time of day, both, or a period: what ranges and the words before and
// behind a time (以前, 自从) are joined with.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dates/clock_form.h"
#include "engine/dates/day_form.h"
#include "engine/dates/period_form.h"
#include "engine/dates/time_expression.h"

namespace zhilu {

struct TimeAtom {
  TimeKind kind = TimeKind::Date;
  std::optional<DayForm> day = {};
  std::optional<ClockForm> clock = {};
  std::optional<DayPart> part = {};
  std::optional<PeriodForm> period = {};
  std::size_t end = 0;

  bool is_rough() const {
    return (day && (day->is_rough || day->is_festival)) || (clock && clock->is_rough) ||
           (period && period->is_rough);
  }
};

/// What is written at `i`: at most one atom of each kind, each the longest of it.
std::vector<TimeAtom> read_atoms(std::u32string_view text, std::size_t i, const ReadingMoment& moment);

/// The readings of an atom, the past ones first. Never empty.
std::vector<TimeReading> atom_readings(const TimeAtom& atom, const ReadingMoment& moment);

/// Hours that a clock may mean, the one as written first.
std::vector<int> clock_hours(const ClockForm& clock);

/// Days and seconds since 1970-01-01T00:00, to measure and to order; the day must exist.
std::int64_t seconds_of(const TimePoint& point);
TimePoint point_at(std::int64_t seconds);

}  // namespace zhilu
