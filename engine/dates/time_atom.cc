// SPDX-License-Identifier: MIT
#include "engine/dates/time_atom.h"

#include "engine/dates/time_words.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

constexpr std::int64_t kDay = 86400;

/// Behind the word between a day and its time: 明天的下午, 8月1日, 9:00, 昨天从5点到6点.
std::size_t behind_joint(std::u32string_view text, std::size_t i) {
  i = skip_blanks(text, i);
  if (is_one_of(char_at(text, i), U"的在从,")) i = skip_blanks(text, i + 1);
  return i;
}

DayForm day_on(Date date, std::size_t end) {
  const YearMonthDay ymd = date.ymd();
  return {.year = ymd.year, .month = ymd.month, .day = ymd.day, .end = end};
}

/// What stands behind a day: its part and its time.
void read_behind_day(std::u32string_view text, const DayForm& day, std::vector<TimeAtom>& out) {
  if (day.is_rough) return;
  const std::size_t i = behind_joint(text, day.end);
  if (const std::optional<ClockForm> clock = read_clock(text, i)) {
    out.push_back({.kind = TimeKind::DateTime, .day = day, .clock = clock, .end = clock->end});
  }
  const std::optional<DayPartText> part = read_day_part(text, i);
  if (part && !part->names_day && (!part->is_short || i == day.end)) {
    out.push_back({.kind = TimeKind::DateTimeRange, .day = day, .part = part->part, .end = part->end});
  }
}

/// 今晚, 昨晚八点.
void read_day_and_part(std::u32string_view text, std::size_t i, const ReadingMoment& moment,
                       std::vector<TimeAtom>& out) {
  const std::optional<DayPartText> part = read_day_part(text, i);
  if (!part) return;
  if (!part->names_day) {
    if (!part->is_short) out.push_back({.kind = TimeKind::TimeRange, .part = part->part, .end = part->end});
    return;
  }
  const DayForm day = day_on(moment.date.plus_days(part->shift), part->end);
  out.push_back({.kind = TimeKind::DateTimeRange, .day = day, .part = part->part, .end = part->end});
  if (const std::optional<ClockForm> clock = read_clock_of(text, behind_joint(text, part->end), part->rule)) {
    out.push_back({.kind = TimeKind::DateTime, .day = day, .clock = clock, .end = clock->end});
  }
}

/// The days that an atom with a day may fall on.
PastAndFuture days_of(const TimeAtom& atom, const ReadingMoment& moment) {
  return atom.day ? resolve_day(*atom.day, moment.date) : PastAndFuture{};
}

bool is_same_day(const YearMonthDay& a, const YearMonthDay& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

std::vector<YearMonthDay> distinct(const PastAndFuture& days) {
  std::vector<YearMonthDay> out;
  if (days.past) out.push_back(*days.past);
  if (days.future && (out.empty() || !is_same_day(out.front(), *days.future))) out.push_back(*days.future);
  return out;
}

YearMonthDay next_day(const YearMonthDay& day) {
  const std::optional<Date> date = Date::from_ymd(day.year, day.month, day.day);
  return date ? date->plus_days(1).ymd() : day;
}

void add_clock_readings(const TimeAtom& atom, const std::vector<YearMonthDay>& days,
                        std::string_view day_text, std::vector<TimeReading>& out) {
  for (const YearMonthDay& day : days) {
    for (const int hour : clock_hours(*atom.clock)) {
      TimePoint start{atom.clock->next_day ? next_day(day) : day, atom.clock->seconds_at(hour)};
      std::string timex(day_text);
      if (atom.day && atom.day->year && atom.clock->next_day) timex = ymd_text(start.day);
      out.push_back({.timex = timex + clock_timex(*atom.clock, hour), .start = start, .end = {}});
    }
  }
}

void add_part_readings(DayPart part, const std::vector<YearMonthDay>& days, const std::string& day_text,
                       std::vector<TimeReading>& out) {
  const PartHours hours = part_hours(part);
  for (const YearMonthDay& day : days) {
    const TimePoint start{day, 3600 * hours.first};
    const TimePoint end = hours.last == 24 ? TimePoint{day, 86399} : TimePoint{day, 3600 * hours.last};
    out.push_back({.timex = day_text + "T" + std::string(part_code(part)), .start = start, .end = end});
  }
}

}  // namespace

std::vector<int> clock_hours(const ClockForm& clock) {
  if (!clock.is_open) return {clock.hour};
  return {clock.hour, other_hour(clock.hour)};
}

std::int64_t seconds_of(const TimePoint& point) {
  const Date date = Date::from_ymd(point.day.year, point.day.month, point.day.day).value_or(Date());
  return kDay * date.days() + point.second;
}

TimePoint point_at(std::int64_t seconds) {
  std::int64_t day = seconds / kDay;
  std::int64_t second = seconds % kDay;
  if (second < 0) {
    second += kDay;
    --day;
  }
  return {Date::from_days(day).ymd(), static_cast<std::int32_t>(second)};
}

std::vector<TimeAtom> read_atoms(std::u32string_view text, std::size_t i, const ReadingMoment& moment) {
  std::vector<TimeAtom> out;
  if (const std::optional<DayForm> day = read_day(text, i, moment.date)) {
    out.push_back({.kind = TimeKind::Date, .day = day, .end = day->end});
    read_behind_day(text, *day, out);
  }
  read_day_and_part(text, i, moment, out);
  if (const std::optional<ClockForm> clock = read_clock(text, i)) {
    out.push_back({.kind = TimeKind::Time, .clock = clock, .end = clock->end});
  }
  if (std::optional<PeriodForm> period = read_period(text, i, moment.date)) {
    const std::size_t end = period->end;
    out.push_back({.kind = TimeKind::DateRange, .period = std::move(period), .end = end});
  }
  return out;
}

std::vector<TimeReading> atom_readings(const TimeAtom& atom, const ReadingMoment& moment) {
  if (atom.period) return period_readings(*atom.period, moment.date);
  std::vector<TimeReading> out;
  const std::string day_text = atom.day ? day_timex(*atom.day) : "";
  const std::vector<YearMonthDay> days =
      atom.day ? distinct(days_of(atom, moment)) : std::vector<YearMonthDay>{moment.date.ymd()};
  if (atom.clock) {
    add_clock_readings(atom, days, day_text, out);
  } else if (atom.part) {
    add_part_readings(*atom.part, days, day_text, out);
  } else {
    for (const YearMonthDay& day : days)
      out.push_back({.timex = day_text, .start = TimePoint{day, 0}, .end = {}});
  }
  if (out.empty()) out.push_back({.timex = day_text, .start = {}, .end = {}});
  return out;
}

}  // namespace zhilu
