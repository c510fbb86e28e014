// SPDX-License-Identifier: MIT
#include "engine/value/calendar.h"

#include <algorithm>
#include <utility>

#include "engine/value/checked.h"

namespace zhilu {
namespace {

constexpr bool is_weekday(Date date) {
  // 1970-01-01 was a Thursday, so Saturdays and Sundays leave 2 and 3.
  const std::int64_t rest = floor_modulo(date.days(), 7);
  return rest != 2 && rest != 3;
}

// Weekdays (Monday to Friday) among the days up to and including `date`, from some fixed Sunday on.
constexpr std::int64_t count_weekdays_to(Date date) {
  // 1969-12-28 was a Sunday, day -4.
  const std::int64_t days = date.days() + 4;
  return floor_divide(days, 7) * 5 + std::min<std::int64_t>(floor_modulo(days, 7), 5);
}

bool contains(const Array<Date>& sorted, Date date) {
  return std::binary_search(sorted.begin(), sorted.end(), date);
}

void sort_unique(Array<Date>& dates) {
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
}

Date last_day_of(std::int32_t year) {
  return Date::from_ymd(year, 12, 31).value_or(Date::from_days(Date::kLastDay));
}

constexpr Date next(Date date) {
  return date.plus_days(1);
}

constexpr auto is_before = [](const CalendarYear& year, std::int32_t number) { return year.year < number; };

bool is_working_day_of(const CalendarYear& year, Date date) {
  return is_weekday(date) ? !contains(year.off, date) || contains(year.work, date)
                          : contains(year.work, date);
}

constexpr bool is_last(Date date) {
  return date.days() == Date::kLastDay;
}

}  // namespace

void Calendar::add(CalendarYear year) {
  sort_unique(year.off);
  sort_unique(year.work);
  CalendarYear* at = std::lower_bound(years_.begin(), years_.end(), year.year, is_before);
  if (at != years_.end() && at->year == year.year) {
    *at = std::move(year);
  } else {
    years_.insert(at, std::move(year));
  }
}

const CalendarYear* Calendar::find_year(std::int32_t year) const {
  const CalendarYear* at = std::lower_bound(years_.begin(), years_.end(), year, is_before);
  return at != years_.end() && at->year == year ? at : nullptr;
}

bool Calendar::is_working_day(Date date) const {
  const CalendarYear* year = find_year(date.ymd().year);
  return year == nullptr ? is_weekday(date) : is_working_day_of(*year, date);
}

bool Calendar::is_published(std::int32_t year) const {
  const CalendarYear* found = find_year(year);
  return found && found->published;
}

DueDate Calendar::add_working_days(Date from, std::int32_t n) const {
  Date date = from;
  bool estimate = false;
  while (n > 0 && !is_last(date)) {
    const std::int32_t year = next(date).ymd().year;
    const CalendarYear* known = find_year(year);
    if (known == nullptr || !known->published) estimate = true;
    if (known != nullptr) {
      const Date end = last_day_of(year);
      while (n > 0 && date < end) {
        date = next(date);
        if (is_working_day_of(*known, date)) --n;
      }
      continue;
    }
    // Nothing is listed until the next year of the calendar: count whole weeks, however long the limit.
    const CalendarYear* listed = std::lower_bound(years_.begin(), years_.end(), year, is_before);
    const Date end = listed == years_.end() ? Date::from_days(Date::kLastDay) : last_day_of(listed->year - 1);
    const std::int64_t available = count_weekdays_to(end) - count_weekdays_to(date);
    if (available < n) {
      n -= static_cast<std::int32_t>(available);
      date = end;
      continue;
    }
    // Five of any seven days are weekdays; the rest of at most five is walked.
    const std::int32_t weeks = (n - 1) / 5;
    date = date.plus_days(std::int64_t{weeks} * 7);
    n -= weeks * 5;
    while (n > 0 && !is_last(date)) {
      date = next(date);
      if (is_weekday(date)) --n;
    }
  }
  return {date, estimate};
}

DueDate Calendar::due(Date from, Period limit) const {
  const std::int32_t count = std::max(limit.count, 0);
  DueDate due{from, false};
  switch (limit.unit) {
    case DayUnit::WorkingDays:
      due = add_working_days(from, count);
      break;
    case DayUnit::Days:
      due.date = from.plus_days(count);
      break;
    case DayUnit::Months:
      due.date = from.plus_months(count);
      break;
    case DayUnit::Years:
      due.date = from.plus_months(std::int64_t{count} * 12);
      break;
  }
  // Whether the last day is a working day must be known; the days on the way only matter if they were
  // counted.
  if (!is_published(due.date.ymd().year)) due.estimate = true;
  while (!is_working_day(due.date) && !is_last(due.date)) {
    due.date = next(due.date);
    if (!is_published(due.date.ymd().year)) due.estimate = true;
  }
  return due;
}

std::int64_t Calendar::working_days_between(Date from, Date to) const {
  if (to < from) return -working_days_between(to, from);
  std::int64_t count = count_weekdays_to(to) - count_weekdays_to(from);
  const std::int32_t last = to.ymd().year;
  const CalendarYear* at = std::lower_bound(years_.begin(), years_.end(), from.ymd().year, is_before);
  for (; at != years_.end() && at->year <= last; ++at) {
    const CalendarYear& year = *at;
    const auto counts = [&](Date date) { return from < date && date <= to && date.ymd().year == year.year; };
    for (const Date off : year.off) {
      if (counts(off) && is_weekday(off) && !contains(year.work, off)) --count;
    }
    for (const Date work : year.work) {
      if (counts(work) && !is_weekday(work)) ++count;
    }
  }
  return count;
}

}  // namespace zhilu
