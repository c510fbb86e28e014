// SPDX-License-Identifier: MIT
#include "engine/dates/time_join.h"

#include <algorithm>
#include <utility>

#include "engine/dates/time_words.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

constexpr std::int64_t kDaySeconds = 86400;

/// The word between two times, and whether it needs 之间 behind the second.
struct Joint {
  std::size_t end = 0;
  bool needs_between = false;
};

std::optional<Joint> read_joint(std::u32string_view text, std::size_t i) {
  i = skip_blanks(text, i);
  if (const std::size_t end = behind_any(text, i, U"一直到 直到 到 至 —— -- - – — ~")) {
    return Joint{skip_blanks(text, end), false};
  }
  if (const std::size_t end = behind_any(text, i, U"和 与 跟")) return Joint{skip_blanks(text, end), true};
  return std::nullopt;
}

std::size_t behind_between(std::u32string_view text, std::size_t i) {
  return behind_any(text, skip_blanks(text, i), U"之间 之内 期间 中间 间");
}

std::optional<Date> date_of(const std::optional<YearMonthDay>& day) {
  return day ? Date::from_ymd(day->year, day->month, day->day) : std::nullopt;
}

TimePoint midnight(Date date) {
  return {date.ymd(), 0};
}

/// `(A,B,P2D)`.
std::string joined_timex(const std::string& a, const std::string& b, const std::string& length) {
  return '(' + a + ',' + b + ',' + length + ')';
}

class Joiner {
 public:
  explicit Joiner(const ReadingMoment& moment) : moment_(moment) {}

  std::optional<JoinedTimes> join(const TimeAtom& a, const TimeAtom& b) {
    JoinedTimes out{.end = b.end};
    if (a.kind == TimeKind::Date && b.kind == TimeKind::Date) {
      join_days(*a.day, *b.day, out);
    } else if (a.kind == TimeKind::DateRange && b.kind == TimeKind::DateRange) {
      join_periods(*a.period, *b.period, out);
    } else if (a.kind == TimeKind::Time && b.kind == TimeKind::Time) {
      out.kind = TimeKind::TimeRange;
      join_clocks(*a.clock, *b.clock, out);
    } else if (a.kind == TimeKind::DateTime && (b.kind == TimeKind::DateTime || b.kind == TimeKind::Time)) {
      out.kind = TimeKind::DateTimeRange;
      join_moments(a, b, out);
    } else {
      return std::nullopt;
    }
    if (out.readings.empty()) return std::nullopt;
    return out;
  }

 private:
  /// What the second day leaves out is that of the first: 一月十日到十二日, 2019年6月1日-6月30日.
  static void inherit(DayForm& a, DayForm& b) {
    if (b.month == 0 && b.weekday == 0 && a.month > 0 && a.nth == 0) {
      b.month = a.month;
      b.year = a.year;
    } else if (!b.year && a.year && b.month > 0) {
      b.year = a.year;
      const bool is_earlier = b.month < a.month || (b.month == a.month && b.day < a.day);
      if (is_earlier) ++*b.year;
    } else if (!a.year && b.year && a.month > 0) {
      a.year = b.year;
    }
  }

  void join_days(DayForm a, DayForm b, JoinedTimes& out) const {
    inherit(a, b);
    const PastAndFuture starts = resolve_day(a, moment_.date);
    std::vector<std::pair<Date, Date>> found;
    for (const std::optional<YearMonthDay>& start : {starts.past, starts.future}) {
      const std::optional<Date> first = date_of(start);
      if (!first) continue;
      const std::optional<Date> last = first_day_from(b, *first);
      if (last) found.emplace_back(*first, *last);
    }
    if (found.empty()) {
      // A day that there is not, or an end before its beginning.
      if (a.year)
        out.readings.push_back(
            {.timex = joined_timex(day_timex(a), day_timex(b), "PXD"), .start = {}, .end = {}});
      return;
    }
    // The range that holds today is the only reading; else the last before and the first behind.
    const bool holds_today = found.front().second >= moment_.date;
    if (a.year || holds_today) found.resize(1);
    for (const auto& [first, last] : found) {
      const std::string length = "P" + std::to_string(last.days() - first.days()) + "D";
      out.readings.push_back(
          {joined_timex(day_timex(a), day_timex(b), length), midnight(first), midnight(last)});
    }
  }

  void join_periods(PeriodForm a, PeriodForm b, JoinedTimes& out) const {
    using Shape = PeriodForm::Shape;
    if (a.shape != b.shape || (a.shape != Shape::Year && a.shape != Shape::Month)) {
      join_days_of_periods(a, b, out);
      return;
    }
    if (a.shape == Shape::Month) {
      if (a.year && !b.year) b.year = *a.year + (b.month < a.month ? 1 : 0);
      if (!a.year && b.year) a.year = *b.year - (b.month < a.month ? 1 : 0);
    }
    const int months = b.month - a.month;
    if (a.year && b.year) {
      const int years = *b.year - *a.year;
      const int length = 12 * years + months;
      if (length < 0) return;
      add_months(a, *a.year, length, a.shape == Shape::Year, out);
      return;
    }
    const int length = (months + 12) % 12;
    const YearMonthDay now = moment_.date.ymd();
    // The last that has begun and the first that has not ended; where that is one, it is the only one.
    const int past = a.month < now.month ? now.year : now.year - 1;
    const int past_end = 12 * past + a.month + length;
    add_months(a, past, length, false, out);
    if (past_end >= 12 * now.year + now.month) return;
    int future = now.year;
    while (12 * future + a.month + length < 12 * now.year + now.month) ++future;
    if (future > past) add_months(a, future, length, false, out);
  }

  /// 2024年3月初到4月中旬: from the first day of the one to the last of the other, where both are of a year.
  static void join_days_of_periods(const PeriodForm& a, PeriodForm b, JoinedTimes& out) {
    const std::optional<PeriodDays> from = days_of_period(a, a.year.value_or(0));
    const bool is_known = a.year || a.shape == PeriodForm::Shape::Fixed;
    if (!is_known || !from || a.every_century || b.every_century) return;
    if (!b.year) b.year = from->first.ymd().year + (b.month < a.month ? 1 : 0);
    const std::optional<PeriodDays> to = days_of_period(b, *b.year);
    if (!to || to->last <= from->first) return;
    const std::string length = "P" + std::to_string(to->last.days() - from->first.days()) + "D";
    out.readings.push_back(
        {range_timex(from->first, to->last, length), midnight(from->first), midnight(to->last)});
  }

  static void add_months(const PeriodForm& a, int year, int months, bool in_years, JoinedTimes& out) {
    const std::optional<Date> first = Date::from_ymd(year, std::max(a.month, 1), 1);
    if (!first) return;
    const Date last = first->plus_months(months);
    const std::string length =
        in_years ? "P" + std::to_string(months / 12) + "Y" : "P" + std::to_string(months) + "M";
    std::string from = ymd_text(first->ymd());
    std::string to = ymd_text(last.ymd());
    if (!a.year) {
      from.replace(0, 4, "XXXX");
      to.replace(0, 4, "XXXX");
    }
    out.readings.push_back({joined_timex(from, to, length), midnight(*first), midnight(last)});
  }

  /// The hour of the second time for one of the first: the next that it can mean.
  static int second_hour(const ClockForm& a, int first, const ClockForm& b) {
    if (!b.is_open) return b.hour;
    const int early = b.hour == 12 ? 0 : b.hour;
    const bool later = a.seconds_at(first) >= b.seconds_at(early);
    return later ? early + 12 : early;
  }

  /// Where neither says which half of the day, it may be either; else the first decides.
  static std::vector<int> first_hours(const ClockForm& a, const ClockForm& b) {
    if (a.is_open && b.is_open) return clock_hours(a);
    if (a.is_open && b.hour > 12 && a.hour + 12 < b.hour && a.hour != 12) return {a.hour + 12};
    return {a.hour};
  }

  static void join_clocks(const ClockForm& a, const ClockForm& b, JoinedTimes& out) {
    const YearMonthDay day = {};
    for (const int first : first_hours(a, b)) {
      const int second = second_hour(a, first, b) % 24;
      std::int64_t length = b.seconds_at(second) - a.seconds_at(first);
      if (length < 0) length += kDaySeconds;
      out.readings.push_back(
          {joined_timex(clock_timex(a, first), clock_timex(b, second), clock_length(length)),
           TimePoint{day, a.seconds_at(first)}, TimePoint{day, b.seconds_at(second)}});
    }
  }

  void join_moments(const TimeAtom& a, const TimeAtom& b, JoinedTimes& out) const {
    DayForm first_form = *a.day;
    DayForm second_form = b.day.value_or(first_form);
    if (b.day) inherit(first_form, second_form);
    // With a day of its own the second hour is as written.
    const std::vector<int> hours = b.day ? std::vector<int>{a.clock->hour} : first_hours(*a.clock, *b.clock);
    const PastAndFuture starts = resolve_day(first_form, moment_.date);
    std::optional<Date> before;
    for (const std::optional<YearMonthDay>& start : {starts.past, starts.future}) {
      const std::optional<Date> day = date_of(start);
      if (!day || before == day) continue;
      before = day;
      const std::optional<Date> last = b.day ? first_day_from(second_form, *day) : day;
      if (!last) continue;
      for (const int hour : hours) {
        const int second = b.day ? b.clock->hour : second_hour(*a.clock, hour, *b.clock);
        const std::int64_t from = seconds_of({day->ymd(), a.clock->seconds_at(hour)});
        const std::int64_t to = seconds_of({last->ymd(), b.clock->seconds_at(second)});
        if (to < from) continue;
        out.readings.push_back({joined_timex(day_timex(first_form) + clock_timex(*a.clock, hour),
                                             day_timex(second_form) + clock_timex(*b.clock, second % 24),
                                             clock_length(to - from)),
                                point_at(from), point_at(to)});
      }
    }
  }

  const ReadingMoment& moment_;
};

/// What a bare number before a joint is, by what stands behind: the 3 of 3-5月, 三到五号, 8至10点.
std::optional<TimeAtom> bare_like(const ShortNumber& number, const TimeAtom& second) {
  TimeAtom atom{.kind = second.kind, .end = number.end};
  if (second.kind == TimeKind::Date && second.day->day > 0 && second.day->month == 0) {
    if (number.value < 1 || number.value > 31) return std::nullopt;
    atom.day = DayForm{.day = number.value, .end = number.end};
    return atom;
  }
  if (second.kind == TimeKind::DateRange && second.period->shape == PeriodForm::Shape::Year) {
    if (number.digits != 4 || number.value < 1500 || number.value > 2100) return std::nullopt;
    atom.period = PeriodForm{.shape = PeriodForm::Shape::Year, .year = number.value, .end = number.end};
    return atom;
  }
  if (second.kind == TimeKind::DateRange && second.period->shape == PeriodForm::Shape::Month &&
      !second.period->year) {
    if (number.value < 1 || number.value > 12) return std::nullopt;
    atom.period = PeriodForm{.shape = PeriodForm::Shape::Month, .month = number.value, .end = number.end};
    return atom;
  }
  return std::nullopt;
}

}  // namespace

std::string clock_length(std::int64_t seconds) {
  std::string out = "PT";
  const auto add = [&](std::int64_t count, char unit) {
    if (count > 0) out += std::to_string(count) + unit;
  };
  add(seconds / 3600, 'H');
  add(seconds / 60 % 60, 'M');
  add(seconds % 60, 'S');
  return seconds == 0 ? "PT0S" : out;
}

std::optional<JoinedTimes> read_joined(std::u32string_view text, std::size_t i,
                                       const std::vector<TimeAtom>& atoms, const ReadingMoment& moment) {
  std::optional<JoinedTimes> best;
  const auto join_with = [&](std::size_t end, const auto& first_like) {
    const std::optional<Joint> joint = read_joint(text, behind(text, end, U"份"));
    if (!joint) return;
    for (const TimeAtom& second : read_atoms(text, joint->end, moment)) {
      const std::size_t between = behind_between(text, second.end);
      if (joint->needs_between && between == 0) continue;
      const std::optional<TimeAtom> first = first_like(second);
      std::optional<JoinedTimes> joined = first ? Joiner(moment).join(*first, second) : std::nullopt;
      if (!joined) continue;
      if (between > 0) joined->end = between;
      if (!best || joined->end > best->end) best = std::move(joined);
    }
  };
  for (const TimeAtom& atom : atoms) {
    join_with(atom.end, [&](const TimeAtom&) { return std::optional<TimeAtom>(atom); });
  }
  // A number alone is what the second time is: 五到六点, 1995-1997年, 3-5月.
  if (const std::optional<ClockForm> hour = read_bare_hour(text, i)) {
    join_with(hour->end, [&](const TimeAtom&) {
      return std::optional<TimeAtom>({.kind = TimeKind::Time, .clock = hour, .end = hour->end});
    });
  }
  if (const std::optional<ShortNumber> number = read_short_number(text, i)) {
    join_with(number->end, [&](const TimeAtom& second) { return bare_like(*number, second); });
  }
  return best;
}

}  // namespace zhilu
