// SPDX-License-Identifier: MIT
#include "engine/understand/chinese_date.h"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/dates/span_form.h"
#include "engine/dates/time_expression.h"
#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

using Phrases = std::initializer_list<std::u32string_view>;

constexpr std::int32_t kDaySeconds = 86400;

bool begins_with_any(std::u32string_view text, std::size_t i, Phrases phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](auto p) { return stands_at(text, i, p); });
}

bool ends_with_any(std::u32string_view text, std::size_t i, Phrases phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](auto p) { return i >= p.size() && text.substr(i - p.size(), p.size()) == p; });
}

/// A length of time at characters [begin, end).
struct Length {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::int64_t months = 0;
  std::int64_t days = 0;
  bool approximate = false;
};

/// What comes behind a length that is a term, a price or a thing: 7天无理由, 一年会员.
bool is_term(std::u32string_view text, std::size_t end) {
  return begins_with_any(text, end,
                         {U"内", U"之内", U"以内", U"后", U"之后", U"以后", U"无理由", U"会员", U"费",
                          U"套餐", U"期", U"时间", U"不等", U"起", U"一次", U"的会员", U"卡", U"课"});
}

/// What comes behind time gone by.
bool is_gone(std::u32string_view text, std::size_t end) {
  return begins_with_any(
      text, end,
      {U"了", U"过去", U"之久", U"以来", U"没", U"还没", U"都没", U"也没", U"还不", U"都不", U"仍", U"过后"});
}

/// What comes before time gone by: 已经一个月, 等了三天.
bool is_told_as_gone(std::u32string_view text, std::size_t begin) {
  return ends_with_any(
      text, begin,
      {U"已经",   U"已",     U"都",     U"过了",   U"过去",   U"等了",   U"拖了", U"拖",   U"快",
       U"交了",   U"提交了", U"冻结了", U"封了",   U"投诉了", U"举报了", U"报警", U"报案", U"至今",
       U"到现在", U"到今天", U"整整",   U"足足",   U"将近",   U"长达",   U"逾期", U"超过", U"超了",
       U"催了",   U"卡了",   U"压了",   U"审核了", U"推了",   U"找了",   U"耗了"});
}

/// 再等3天, 要7天: what is still to come is no time gone by, whatever follows it.
bool is_to_come(std::u32string_view text, std::size_t begin) {
  return ends_with_any(text, begin,
                       {U"再", U"再等", U"要", U"需要", U"还要", U"还有", U"还剩", U"等", U"说", U"最多",
                        U"最长", U"未来", U"近", U"连续"});
}

class DateReader {
 public:
  DateReader(std::u32string_view text, std::span<const CueMatch> cues, Date today,
             std::vector<DateText>& dates, std::vector<TimeText>& times)
      : text_(text), cues_(cues), today_(today), dates_(dates), times_(times) {}

  void read() {
    std::vector<TimeExpression> found;
    // At the end of the day two hours ago is today.
    find_times(text_, {today_, kDaySeconds - 1}, {.takes_leading_number = true}, found);
    for (TimeExpression& time : found) {
      if (char_at(text_, time.end) == U'份') ++time.end;  // 九月份.
      times_.push_back({time.begin, time.end});
      read_time(time);
    }
    read_counted_days();
    read_several();
    read_cues();
    std::sort(dates_.begin(), dates_.end(), [](const DateText& a, const DateText& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
  }

 private:
  void read_time(const TimeExpression& time) {
    switch (time.kind) {
      case TimeKind::Date:
      case TimeKind::DateTime:
      case TimeKind::DateTimeRange:
        if (!is_fraction(time) && !time.readings.front().timex.ends_with("_REF")) read_day(time);
        return;
      case TimeKind::DateRange:
        read_period(time);
        return;
      case TimeKind::Duration:
        place_length({.begin = time.begin,
                      .end = time.end,
                      .months = time.months,
                      .days = time.seconds_beside_months / kDaySeconds,
                      .approximate = time.is_rough});
        return;
      default:
        return;
    }
  }

  /// Of 1/2 and the like it is not sure that they are days; 最近 is none.
  bool is_fraction(const TimeExpression& time) const {
    const std::u32string_view written = text_.substr(time.begin, time.end - time.begin);
    return written == U"最近" || (written.size() <= 5 && written.find(U'/') != std::u32string_view::npos);
  }

  void read_day(const TimeExpression& time) {
    if (time.relation == TimeRelation::Before || time.relation == TimeRelation::Until) return;
    const std::optional<Date> day = past_day(time, today_);
    if (!day) return;
    const bool approximate = time.is_rough || time.is_lunar || time.months != 0;
    add(time.begin, time.end, *day, approximate || time.relation != TimeRelation::At, *day);
    dates_.back().is_elapsed = time.is_distance;
  }

  /// The first day of a period of up to a season, or of one that has gone on until now.
  void read_period(const TimeExpression& time) {
    constexpr std::int64_t kSeason = 100;
    if (time.relation == TimeRelation::Before || time.relation == TimeRelation::Until) return;
    const std::optional<Date> first = past_day(time, today_);
    if (!first) return;
    if (time.relation == TimeRelation::At && days_of(time) > kSeason) return;
    // 前两天 is as recent as 前天.
    const bool is_short = time.relation == TimeRelation::At && days_of(time) <= 2;
    add(time.begin, time.end, *first, true, is_short ? first : std::nullopt);
  }

  static std::int64_t days_of(const TimeExpression& time) {
    const TimeReading& reading = time.readings.front();
    if (!reading.start || !reading.end) return 0;
    const YearMonthDay& a = reading.start->day;
    const YearMonthDay& b = reading.end->day;
    return 365 * (b.year - a.year) + 30 * (b.month - a.month) + b.day - a.day;
  }

  /// 第20天: the day that a matter is old.
  void read_counted_days() {
    for (std::size_t i = text_.find(U'第'); i != std::u32string_view::npos; i = text_.find(U'第', i + 1)) {
      const std::optional<SpanForm> span = read_span(text_.substr(i + 1), 0);
      if (!span || span->is_compound || span->within_day()) continue;
      const std::size_t end = i + 1 + span->end;
      times_.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
      // 第二天就 tells what came next, not how long it has been.
      const bool is_now = ends_with_any(text_, i, {U"这", U"是", U"今天", U"现在"});
      if (!is_gone(text_, end) && !is_told_as_gone(text_, i) && !is_now) continue;
      add_elapsed({.begin = i,
                   .end = end,
                   .months = span->months(),
                   .days = span->seconds_beside_months() / kDaySeconds,
                   .approximate = span->is_rough});
    }
  }

  /// 几天, 好几个月: several, which is taken as three.
  void read_several() {
    for (std::size_t i = text_.find(U'几'); i != std::u32string_view::npos; i = text_.find(U'几', i + 1)) {
      if (i > 0 && is_one_of(text_[i - 1], U"前这近十")) continue;
      std::u32string counted(text_.substr(i, 4));
      counted[0] = U'三';
      const std::optional<SpanForm> span = read_span(counted, 0);
      if (!span || span->within_day()) continue;
      const Length length{.begin = i > 0 && text_[i - 1] == U'好' ? i - 1 : i,
                          .end = i + span->end,
                          .months = span->months(),
                          .days = span->seconds_beside_months() / kDaySeconds,
                          .approximate = true};
      if (begins_with_any(text_, length.end, {U"前", U"之前", U"以前"})) {
        add_elapsed(length);
      } else {
        place_length(length);
      }
    }
  }

  /// Is the length time gone by, or a term, a price or a limit?
  void place_length(const Length& length) {
    if (is_term(text_, length.end) || is_to_come(text_, length.begin)) return;
    if (is_gone(text_, length.end) || is_told_as_gone(text_, length.begin)) add_elapsed(length);
  }

  void add_elapsed(const Length& length) {
    const Date date = today_.plus_months(-length.months).plus_days(-length.days);
    const std::size_t end = char_at(text_, length.end) == U'了' ? length.end + 1 : length.end;
    add(length.begin, end, date, length.approximate || length.months > 0, date);
    dates_.back().is_elapsed = true;
  }

  /// 前几天, 刚刚 and other words that are no dates.
  void read_cues() {
    for (const CueMatch& cue : cues_) {
      if ((cue.cue != Cue::Day && cue.cue != Cue::AboutDays) || is_covered(cue.begin)) continue;
      const Date date = today_.plus_days(cue.value);
      add(cue.begin, cue.end, date, cue.cue == Cue::AboutDays, date);
    }
  }

  /// `told` is the day that the text names; empty of a period.
  void add(std::size_t begin, std::size_t end, Date date, bool approximate, std::optional<Date> told) {
    dates_.push_back({.begin = static_cast<std::uint32_t>(begin),
                      .end = static_cast<std::uint32_t>(end),
                      .date = date,
                      .approximate = approximate,
                      .is_recent = told && today_.days() - told->days() <= 2});
  }

  bool is_covered(std::size_t at) const {
    return std::any_of(dates_.begin(), dates_.end(),
                       [&](const DateText& d) { return d.begin <= at && at < d.end; });
  }

  std::u32string_view text_;
  std::span<const CueMatch> cues_;
  Date today_;
  std::vector<DateText>& dates_;
  std::vector<TimeText>& times_;
};

}  // namespace

void find_dates(std::u32string_view text, std::span<const CueMatch> cues, Date today,
                std::vector<DateText>& dates, std::vector<TimeText>& times) {
  dates.clear();
  times.clear();
  DateReader(text, cues, today, dates, times).read();
}

}  // namespace zhilu
