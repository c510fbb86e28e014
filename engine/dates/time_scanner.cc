// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "engine/dates/lunar_calendar.h"
#include "engine/dates/openings.h"
#include "engine/dates/span_form.h"
#include "engine/dates/time_atom.h"
#include "engine/dates/time_expression.h"
#include "engine/dates/time_join.h"
#include "engine/dates/time_relation.h"
#include "engine/dates/time_words.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

constexpr std::int64_t kDaySeconds = 86400;

class TimeScanner {
 public:
  TimeScanner(std::u32string_view text, const ReadingMoment& moment, const TimeOptions& options,
              std::vector<TimeExpression>& out)
      : text_(text), moment_(moment), options_(options), out_(out) {}

  void scan() {
    for (std::size_t i = next_opening(text_, 0); i < text_.size(); i = next_opening(text_, i)) {
      if (text_[i] == U'《') {  // A title names no time.
        const std::size_t close = text_.substr(i, kLongestTitle).find(U'》');
        i += close == std::u32string_view::npos ? 1 : close + 1;
        continue;
      }
      if (is_in_figure(i)) {
        ++i;
        continue;
      }
      best_.reset();
      at_ = i;
      read();
      if (best_) {
        i = best_->end;
        out_.push_back(std::move(*best_));
      } else {
        ++i;
      }
    }
  }

 private:
  /// In the middle of a figure with marks in it no time begins: 888-000-9999, 192.168.255.255.
  bool is_in_figure(std::size_t i) const {
    return i > 1 && is_ascii_digit(text_[i]) && is_one_of(text_[i - 1], U"-/.:") &&
           is_ascii_digit(text_[i - 2]);
  }

  void read() {
    const char32_t c = text_[at_];
    const std::vector<TimeAtom> atoms = read_atoms(text_, at_, moment_);
    for (const TimeAtom& atom : atoms) {
      if (!numbers_thing(atom)) offer_atom(atom, TimeRelation::At, atom.end);
      if (const std::optional<RelationText> relation = read_relation_behind(text_, atom.end)) {
        if (options_.takes_bounds && takes_relation(atom))
          offer_atom(atom, relation->relation, relation->end);
      }
    }
    offer_joined(at_, atoms);
    if (is_one_of(c, U"从自截直")) read_with_prefix();
    read_lengths(c);
    read_now(c);
    if (c == U'每') read_set();
  }

  bool numbers_thing(const TimeAtom& atom) const {
    return at_ == 0 && atom.kind == TimeKind::Date && atom.day->is_bare_number &&
           !options_.takes_leading_number;
  }

  /// 最近 and 周一前后 are followed by words of their own.
  static bool takes_relation(const TimeAtom& atom) { return !(atom.day && atom.day->is_rough); }

  void offer(TimeExpression expression) {
    if (!options_.kinds.holds(expression.kind)) return;
    if (best_ && best_->end >= expression.end) return;
    best_ = std::move(expression);
  }

  TimeExpression expression(TimeKind kind, std::size_t end) const {
    TimeExpression out;
    out.begin = static_cast<std::uint32_t>(at_);
    out.end = static_cast<std::uint32_t>(end);
    out.kind = kind;
    return out;
  }

  void offer_atom(const TimeAtom& atom, TimeRelation relation, std::size_t end) {
    const TimeKind kind = relation == TimeRelation::At ? atom.kind : range_of(atom.kind);
    if (!options_.kinds.holds(kind) || (best_ && best_->end >= end)) return;
    TimeExpression out = expression(kind, end);
    out.relation = relation;
    out.is_lunar = atom.day && atom.day->is_lunar;
    out.is_rough = atom.is_rough();
    out.readings = atom_readings(atom, moment_);
    if (relation != TimeRelation::At) {
      out.of_period = !is_point(atom.kind);
      for (TimeReading& reading : out.readings) bound_reading(reading, relation);
    }
    offer(std::move(out));
  }

  void offer_joined(std::size_t i, const std::vector<TimeAtom>& atoms) {
    std::optional<JoinedTimes> joined = read_joined(text_, i, atoms, moment_);
    if (!joined) return;
    TimeExpression out = expression(joined->kind, joined->end);
    out.readings = std::move(joined->readings);
    offer(std::move(out));
  }

  // 从一月十日到十二日, 自2018年以来, 截止到2018年.
  void read_with_prefix() {
    const std::optional<RelationText> prefix = read_relation_before(text_, at_);
    if (!prefix) return;
    const std::size_t i = skip_blanks(text_, prefix->end);
    const std::vector<TimeAtom> atoms = read_atoms(text_, i, moment_);
    if (prefix->relation == TimeRelation::Since) offer_joined(i, atoms);
    if (!options_.takes_bounds) return;
    const bool uncertain = prefix->relation == TimeRelation::Since && is_from_to();
    for (const TimeAtom& atom : atoms) {
      const std::optional<RelationText> suffix = read_relation_behind(text_, atom.end);
      const bool since = suffix && suffix->relation == TimeRelation::Since;
      if (uncertain || (suffix && !since)) continue;
      offer_atom(atom, prefix->relation, since ? suffix->end : atom.end);
    }
  }

  bool is_from_to() {
    if (!from_to_) from_to_ = has_from_to(text_);
    return *from_to_;
  }

  // 三年半, 5天前, 过去十年, 还剩3小时, 上个小时.
  void read_lengths(char32_t c) {
    if (const std::optional<SpanForm> span = read_span(text_, at_)) {
      TimeExpression out = expression(TimeKind::Duration, span->end);
      out.is_rough = span->is_rough;
      out.seconds = span->seconds();
      set_length(out, *span);
      out.readings.push_back({.timex = span->timex(), .start = {}, .end = {}});
      offer(std::move(out));
      read_distance(*span);
    }
    if (is_one_of(c, U"过近最前之此上未后接下今还")) read_relative_range();
  }

  /// The moment that lies the length away: 5天前, 2小时后.
  void read_distance(const SpanForm& span) {
    const std::optional<RelationText> relation = read_relation_behind(text_, span.end);
    if (!relation) return;
    const bool ago = relation->relation == TimeRelation::Before;
    if (!ago && relation->relation != TimeRelation::After) return;
    const TimePoint then = moved(span, ago ? -1 : 1);
    TimeExpression out = expression(span.within_day() ? TimeKind::DateTime : TimeKind::Date, relation->end);
    out.is_rough = span.is_rough;
    out.is_distance = true;
    set_length(out, span);
    const TimePoint start = span.within_day() ? then : TimePoint{then.day, 0};
    out.readings.push_back({.timex = ymd_text(then.day), .start = start, .end = {}});
    offer(std::move(out));
  }

  static void set_length(TimeExpression& out, const SpanForm& span) {
    out.months = span.months();
    out.seconds_beside_months = span.seconds_beside_months();
  }

  TimePoint moved(const SpanForm& span, int direction) const {
    const Date day = moment_.date.plus_months(direction * span.months());
    return point_at(kDaySeconds * day.days() + moment_.second + direction * span.seconds_beside_months());
  }

  void read_relative_range() {
    const char32_t before = at_ > 0 ? text_[at_ - 1] : U' ';
    static constexpr std::u32string_view kPast = U"过去的 过去 最近的 最近 此前 之前 近 前 上";
    static constexpr std::u32string_view kFuture = U"未来的 未来 接下来的 接下来 今后 之后 后 下";
    const std::size_t left = behind_any(text_, at_, U"还剩");
    const std::size_t past = left > 0 ? 0 : behind_any(text_, at_, kPast);
    const std::size_t future = left > 0 ? left : behind_any(text_, at_, kFuture);
    if (past == 0 && future == 0) return;
    const std::size_t word = past > 0 ? past : future;
    // 以前, 两年前, 最后, 附近 and 手上 end before the length begins.
    if (word == at_ + 1 &&
        (is_one_of(before, U"以之目提先从年月日天时钟最然今往附将接手身网线路早晚马") || before == U'个'))
      return;
    const bool may_lack = is_one_of(text_[at_], U"上下") && word == at_ + 1;
    const std::optional<SpanForm> span = read_span(text_, skip_blanks(text_, word), may_lack);
    if (!span || (left > 0 && (!span->within_day() || span->is_compound))) return;
    if (may_lack && !span->within_day()) return;
    TimeExpression out = expression(TimeKind::DateRange, span->end);
    out.is_rough = span->is_rough;
    TimeReading reading{.timex = {}, .start = {}, .end = {}};
    if (span->within_day()) {
      out.kind = TimeKind::DateTimeRange;
      reading.start = past > 0 ? moved(*span, -1) : now();
      reading.end = past > 0 ? now() : moved(*span, 1);
    } else {
      const Date first = past > 0 ? moment_.date : moment_.date.plus_days(1);
      const Date other = first.plus_months((past > 0 ? -1 : 1) * span->months())
                             .plus_days((past > 0 ? -1 : 1) * span->seconds_beside_months() / kDaySeconds);
      reading.start = TimePoint{past > 0 ? other.ymd() : first.ymd(), 0};
      reading.end = TimePoint{past > 0 ? first.ymd() : other.ymd(), 0};
    }
    reading.timex = '(' + point_text(*reading.start, span->within_day()) + ',' +
                    point_text(*reading.end, span->within_day()) + ',' + span->timex() + ')';
    out.readings.push_back(std::move(reading));
    offer(std::move(out));
  }

  TimePoint now() const { return {moment_.date.ymd(), moment_.second}; }

  static std::string point_text(const TimePoint& point, bool with_time) {
    std::string out = ymd_text(point.day);
    if (with_time) {
      out += "T" + padded(point.second / 3600, 2) + ':' + padded(point.second / 60 % 60, 2) + ':' +
             padded(point.second % 60, 2);
    }
    return out;
  }

  // 现在, 马上, 刚才.
  void read_now(char32_t c) {
    if (!is_one_of(c, U"现此当这马立刚")) return;
    const auto take = [&](std::u32string_view words, std::string_view timex) {
      const std::size_t end = behind_any(text_, at_, words);
      if (end == 0) return;
      TimeExpression out = expression(TimeKind::DateTime, end);
      out.readings.push_back({.timex = std::string(timex), .start = now(), .end = {}});
      offer(std::move(out));
    };
    take(U"现在 此刻 当下 这会儿", "PRESENT_REF");
    take(U"马上 立刻", "FUTURE_REF");
    take(U"刚刚才 刚刚 刚才", "PAST_REF");
  }

  // 每天, 每周一下午八点, 每月5号, 每两周.
  void read_set() {
    std::size_t i = skip_blanks(text_, behind(text_, at_ + 1, U"一"));
    i = behind(text_, i, U"个");
    if (is_one_of(char_at(text_, i), U"晚早")) {  // 每晚八点.
      read_time_of_set("P1D", i);
      return;
    }
    if (const std::optional<WeekdayText> weekday = read_weekday(text_, i)) {
      offer_set("XXXX-WXX-" + std::to_string(weekday->weekday), weekday->end, true);
      return;
    }
    struct EveryUnit {
      std::u32string_view written;
      std::string_view timex;
    };
    static constexpr auto kEvery = std::to_array<EveryUnit>({{U"年", "P1Y"},
                                                             {U"季度", "P3M"},
                                                             {U"月", "P1M"},
                                                             {U"星期", "P1W"},
                                                             {U"礼拜", "P1W"},
                                                             {U"周", "P1W"},
                                                             {U"天", "P1D"},
                                                             {U"日", "P1D"},
                                                             {U"小时", "PT1H"},
                                                             {U"时", "PT1H"},
                                                             {U"分钟", "PT1M"},
                                                             {U"分", "PT1M"},
                                                             {U"秒钟", "PT1S"},
                                                             {U"秒", "PT1S"}});
    for (const EveryUnit& unit : kEvery) {
      if (!stands_at(text_, i, unit.written)) continue;
      const std::size_t end = i + unit.written.size();
      offer_set(std::string(unit.timex), end, unit.timex == "P1D");
      if (unit.timex == "P1Y" || unit.timex == "P1M") read_day_of_set(unit.timex, end);
    }
    if (const std::optional<SpanForm> span = read_span(text_, behind(text_, at_ + 1, U"隔")))
      offer_set(span->timex(), span->end, false);
  }

  /// 每月5号, 每年3月5日.
  void read_day_of_set(std::string_view unit, std::size_t i) {
    i = behind(text_, i, U"的");
    if (unit == "P1M") {
      const std::optional<ShortNumber> day = read_short_number(text_, i);
      if (!day || day->value < 1 || day->value > 31 || !is_one_of(char_at(text_, day->end), U"日号")) return;
      offer_set("XXXX-XX-" + padded(day->value, 2), day->end + 1, true);
      return;
    }
    const std::optional<DayForm> day = read_day(text_, i, moment_.date);
    if (day && !day->year && day->month > 0) offer_set(day_timex(*day), day->end, true);
  }

  /// A repetition, with the time of day behind it: 每天下午四点.
  void offer_set(std::string timex, std::size_t end, bool of_days) {
    if (of_days) read_time_of_set(timex, behind(text_, skip_blanks(text_, end), U"的"));
    add_set(std::move(timex), end);
  }

  void read_time_of_set(const std::string& timex, std::size_t i) {
    const std::string day = timex == "P1D" ? "" : timex;
    if (const std::optional<ClockForm> clock = read_clock(text_, i)) {
      add_set(day + clock_timex(*clock, clock->hour), clock->end);
    } else if (const std::optional<DayPartText> part = read_day_part(text_, i)) {
      const bool stands = !part->is_short || i == at_ + 1;
      if (!part->names_day && stands) add_set(day + "T" + std::string(part_code(part->part)), part->end);
    }
  }

  void add_set(std::string timex, std::size_t end) {
    TimeExpression out = expression(TimeKind::Set, end);
    out.readings.push_back({.timex = std::move(timex), .start = {}, .end = {}});
    offer(std::move(out));
  }

  static constexpr std::size_t kLongestTitle = 40;

  std::u32string_view text_;
  const ReadingMoment& moment_;
  const TimeOptions& options_;
  std::vector<TimeExpression>& out_;
  std::size_t at_ = 0;
  std::optional<TimeExpression> best_;
  std::optional<bool> from_to_;
};

}  // namespace

void find_times(std::u32string_view text, const ReadingMoment& moment, const TimeOptions& options,
                std::vector<TimeExpression>& out) {
  out.clear();
  TimeScanner(text, moment, options, out).scan();
}

std::optional<Date> past_day(const TimeExpression& time, Date today) {
  std::optional<Date> best;
  for (const TimeReading& reading : time.readings) {
    if (!reading.start) continue;
    const YearMonthDay& day = reading.start->day;
    // A lunar year begins weeks later than the civil one and ends in the next: 除夕 of 2026 is of lunar 2025.
    const bool may_be_of_year_before =
        time.is_lunar && (reading.timex.starts_with("XXXX") || day.month == 12);
    for (const int shift : {0, may_be_of_year_before ? -1 : 0}) {
      const std::optional<Date> date = time.is_lunar ? date_of_lunar(day.year + shift, day.month, day.day)
                                                     : Date::from_ymd(day.year, day.month, day.day);
      if (date && *date <= today && (!best || *date > *best)) best = date;
    }
  }
  return best;
}

}  // namespace zhilu
