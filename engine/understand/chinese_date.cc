// SPDX-License-Identifier: MIT
#include "engine/understand/chinese_date.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

using Phrases = std::initializer_list<std::u32string_view>;

bool begins_with_any(std::u32string_view text, std::size_t i, Phrases phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](auto p) { return stands_at(text, i, p); });
}

bool ends_with_any(std::u32string_view text, std::size_t i, Phrases phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](auto p) { return i >= p.size() && text.substr(i - p.size(), p.size()) == p; });
}

/// A whole number from `low` to `high`, or nothing.
std::optional<std::int32_t> whole(const NumberText& n, std::int32_t low, std::int32_t high) {
  if (n.low.exponent < 0 || n.low.exponent > 4 || n.has_point) return std::nullopt;
  std::int64_t value = n.low.coefficient;
  for (int e = n.low.exponent; e > 0; --e) value *= 10;
  if (value < low || value > high) return std::nullopt;
  return static_cast<std::int32_t>(value);
}

/// A length of time: so many months, then so many days.
struct Length {
  std::int64_t months = 0;
  std::int64_t days = 0;
  bool within_day = false;  ///< Minutes or hours.
  std::size_t end = 0;
  bool approximate = false;
};

class DateReader {
 public:
  DateReader(std::u32string_view text, std::span<const NumberText> numbers, std::span<const CueMatch> cues,
             Date today, std::vector<DateText>& dates, std::vector<TimeText>& times)
      : text_(text), numbers_(numbers), cues_(cues), today_(today), dates_(dates), times_(times) {}

  void read() {
    for (std::size_t k = 0; k < numbers_.size(); ++k) {
      if (numbers_[k].begin < done_) continue;
      read_number(k);
    }
    for (std::size_t i = text_.find(U'半'); i != std::u32string_view::npos; i = text_.find(U'半', i + 1))
      read_half(i);
    for (std::size_t c = 0; c < cues_.size(); ++c) read_cue(c);
    std::sort(dates_.begin(), dates_.end(), [](const DateText& a, const DateText& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
  }

 private:
  void read_number(std::size_t k) {
    const NumberText& n = numbers_[k];
    if (read_year(n) || read_month(k) || read_day_of_month(n)) return;
    if (const std::optional<Length> length = read_length(n)) place_length(n.begin, *length);
  }

  // 2026年3月5日, 2026-03-05, 2026.3.5, 二零二六年三月.
  bool read_year(const NumberText& n) {
    std::size_t i = n.begin;
    std::int32_t year = 0;
    if (n.is_arabic) {
      for (int d = 0; d < 4 && is_ascii_digit(char_at(text_, i)); ++d, ++i) {
        year = year * 10 + static_cast<std::int32_t>(text_[i] - U'0');
      }
      if (i != n.begin + 4 || is_ascii_digit(char_at(text_, i))) return false;
    } else {
      year = whole(n, 1900, 2100).value_or(0);
      i = n.end;
    }
    if (year < 1900 || year > 2100) return false;
    const char32_t mark = char_at(text_, i);
    if (!is_one_of(mark, U"年-/.")) return false;
    const std::size_t behind_mark = i + 1;
    const std::optional<NumberText> month_text = plain_number(behind_mark);
    const std::optional<std::int32_t> month = month_text ? whole(*month_text, 1, 12) : std::nullopt;
    if (!month) {
      if (mark != U'年') return false;
      claim(n.begin, behind_mark);
      return true;
    }
    std::size_t end = month_text->end;
    std::optional<std::int32_t> day;
    if (mark == U'年' ? char_at(text_, end) == U'月' : char_at(text_, end) == mark) {
      const std::size_t behind_month = end + (char_at(text_, end + 1) == U'份' ? 2 : 1);
      const std::optional<NumberText> day_text = plain_number(behind_month);
      day = day_text ? whole(*day_text, 1, 31) : std::nullopt;
      if (mark == U'年' || day) end = behind_month;
      if (day) end = day_text->end + (is_one_of(char_at(text_, day_text->end), U"日号") ? 1U : 0U);
    } else if (mark != U'年') {
      return false;  // 2026-3 is a range or a code.
    }
    add_day(n.begin, end, year, *month, day);
    return true;
  }

  // 3月5号, 去年3月, 九月份.
  bool read_month(std::size_t k) {
    const NumberText& n = numbers_[k];
    if (char_at(text_, n.end) != U'月') return false;
    const std::optional<std::int32_t> month = whole(n, 1, 12);
    if (!month) return false;
    std::size_t end = n.end + 1;
    if (char_at(text_, end) == U'份') ++end;
    std::optional<std::int32_t> day;
    if (const std::optional<NumberText> day_text = plain_number(end)) {
      day = whole(*day_text, 1, 31);
      if (day && is_one_of(char_at(text_, day_text->end), U"日号")) {
        end = day_text->end + 1;
      } else {
        day.reset();
      }
    }
    std::size_t begin = n.begin;
    std::optional<std::int32_t> year;
    if (const CueMatch* cue = cue_before(n.begin, Cue::Year)) {
      year = today_.ymd().year + cue->value;
      begin = cue->begin;
    }
    if (!year) {
      year = today_.ymd().year;
      const std::optional<Date> date = Date::from_ymd(*year, *month, day.value_or(1));
      if (date && *date > today_) --*year;
    }
    add_day(begin, end, *year, *month, day);
    return true;
  }

  // 21号, 上月5号.
  bool read_day_of_month(const NumberText& n) {
    const char32_t unit = char_at(text_, n.end);
    if (unit != U'号' && unit != U'日') return false;
    // Behind a month it belongs to that month, and such a day there is not.
    if (n.begin > 0 && text_[n.begin - 1] == U'月' && cue_before(n.begin, Cue::Month) == nullptr)
      return false;
    const std::optional<std::int32_t> day = whole(n, 1, 31);
    const char32_t next = char_at(text_, n.end + 1);
    if (!day || is_one_of(next, unit == U'号' ? U"码线楼店院房文令链卡" : U"内常子均薪期用租记元本游之以"))
      return false;
    YearMonthDay ymd = today_.ymd();
    std::size_t begin = n.begin;
    if (const CueMatch* cue = cue_before(n.begin, Cue::Month)) {
      ymd = first_of_month(cue->value).ymd();
      begin = cue->begin;
    } else if (*day > ymd.day) {
      ymd = first_of_month(-1).ymd();
    }
    add_day(begin, n.end + 1, ymd.year, ymd.month, day);
    return true;
  }

  /// The length that begins with number `n`: 三天, 一个多月, 两年半, 7个工作日.
  std::optional<Length> read_length(const NumberText& n) const {
    const std::optional<std::int32_t> count = whole(n, 1, 3650);
    if (!count) return std::nullopt;
    Length length{.end = n.end, .approximate = n.approximate};
    bool individual = false;
    bool half = false;
    if (char_at(text_, length.end) == U'个') {
      individual = true;
      ++length.end;
    }
    if (is_one_of(char_at(text_, length.end), U"多来")) {
      length.approximate = true;
      ++length.end;
    } else if (individual && char_at(text_, length.end) == U'半') {
      half = true;
      ++length.end;
    }
    const auto take = [&](std::u32string_view unit) {
      if (!stands_at(text_, length.end, unit)) return false;
      length.end += unit.size();
      return true;
    };
    if (take(U"工作日") || (!individual && take(U"天"))) {
      length.days = *count;
    } else if (take(U"星期") || take(U"礼拜") || (!individual && take(U"周"))) {
      length.days = 7 * *count;
    } else if (individual && take(U"月")) {
      length.months = *count;
      if (half) length.days = 15;
    } else if (!individual && take(U"年")) {
      length.months = 12 * *count;
      if (char_at(text_, length.end) == U'半') {
        length.months += 6;
        ++length.end;
      }
    } else if (take(U"小时") || take(U"钟头")) {
      length.within_day = true;
      length.days = *count >= 24 ? *count / 24 : 0;
    } else if (take(U"分钟") || take(U"秒")) {
      length.within_day = true;
    } else {
      return std::nullopt;
    }
    if (char_at(text_, length.end) == U'多') {
      length.approximate = true;
      ++length.end;
    }
    return length;
  }

  // 半年, 半个月, 半小时.
  void read_half(std::size_t i) {
    if (i > 0 && is_one_of(text_[i - 1], U"一个两多年")) return;
    Length length{.approximate = true};
    const auto unit = [&](std::u32string_view written) {
      length.end = i + written.size();
      return stands_at(text_, i, written);
    };
    if (unit(U"半年")) {
      length.months = 6;
    } else if (unit(U"半个月") || unit(U"半个多月")) {
      length.days = 15;
    } else if (unit(U"半天") || unit(U"半小时") || unit(U"半个小时") || unit(U"半个多小时")) {
      length.within_day = true;
    } else {
      return;
    }
    if (char_at(text_, length.end) == U'多') ++length.end;
    place_length(i, length);
  }

  /// Is the length time gone by, or a term, a price or a limit?
  void place_length(std::size_t begin, const Length& length) {
    claim(begin, length.end);
    const std::size_t end = length.end;
    if (begins_with_any(text_, end,
                        {U"内", U"之内", U"以内", U"后", U"之后", U"以后", U"无理由", U"会员", U"费", U"套餐",
                         U"期", U"时间", U"不等", U"起", U"一次", U"的会员", U"卡", U"课"})) {
      return;
    }
    const bool counted = ends_with_any(text_, begin, {U"第"});
    const bool ago = begins_with_any(text_, end, {U"前", U"之前", U"以前"});
    const bool gone = begins_with_any(text_, end,
                                      {U"了", U"多了", U"过去", U"之久", U"以来", U"没", U"还没", U"都没",
                                       U"也没", U"还不", U"都不", U"仍", U"过后"});
    const bool told = ends_with_any(
        text_, begin,
        {U"已经",   U"已",     U"都",     U"过了",   U"过去",   U"等了",   U"拖了", U"拖",   U"快",
         U"交了",   U"提交了", U"冻结了", U"封了",   U"投诉了", U"举报了", U"报警", U"报案", U"至今",
         U"到现在", U"到今天", U"整整",   U"足足",   U"将近",   U"长达",   U"逾期", U"超过", U"超了",
         U"催了",   U"卡了",   U"压了",   U"审核了", U"推了",   U"找了",   U"耗了"});
    // 再等3天, 要7天: what is still to come is no time gone by, whatever follows it.
    const bool to_come = ends_with_any(text_, begin,
                                       {U"再", U"再等", U"要", U"需要", U"还要", U"还有", U"还剩", U"等",
                                        U"说", U"最多", U"最长", U"未来", U"近", U"连续"});
    if (to_come || !(counted || ago || gone || told)) return;
    Date date = today_.plus_months(-length.months).plus_days(-length.days);
    DateText found{.begin = static_cast<std::uint32_t>(counted ? begin - 1 : begin),
                   .end = static_cast<std::uint32_t>(ago ? end + 1 : end),
                   .date = date,
                   .approximate = length.approximate || length.months > 0,
                   .is_elapsed = true,
                   .is_recent = length.months == 0 && length.days <= 2};
    if (!ago && char_at(text_, found.end) == U'了') ++found.end;
    dates_.push_back(found);
  }

  void read_cue(std::size_t c) {
    const CueMatch& cue = cues_[c];
    if (cue.begin < covered_) return;
    switch (cue.cue) {
      case Cue::Day:
      case Cue::AboutDays:
        add(cue.begin, cue.end, today_.plus_days(cue.value), cue.cue == Cue::AboutDays, cue.value >= -2);
        return;
      case Cue::Week: {
        const Date monday = today_.plus_days(1 - today_.weekday() + 7 * cue.value);
        if (const CueMatch* day = weekday_over(c)) {
          add(cue.begin, day->end, monday.plus_days(day->value - 1), false, false);
          covered_ = day->end;
        } else {
          // Some day of that week: the middle of it, but not after today.
          add(cue.begin, cue.end, std::min(monday.plus_days(2), today_), true, false);
        }
        return;
      }
      case Cue::Weekday: {
        if (cue.begin > 0 && is_one_of(text_[cue.begin - 1], U"每一两下逢")) return;
        const std::int64_t back = (today_.weekday() - cue.value + 7) % 7;
        add(cue.begin, cue.end, today_.plus_days(-back), false, back <= 1);
        return;
      }
      case Cue::Month:
        read_month_cue(cue);
        return;
      case Cue::Festival:
        read_festival(cue);
        return;
      default:
        return;
    }
  }

  // 上个月, 上月底; with a day (上月5号) it has been read with the number.
  void read_month_cue(const CueMatch& cue) {
    if (is_covered(cue.begin)) return;
    const char32_t next = char_at(text_, cue.end);
    const int day = next == U'初' ? 3 : next == U'底' || next == U'末' ? 28 : 15;
    const Date date = std::min(first_of_month(cue.value).plus_days(day - 1), today_);
    add(cue.begin, cue.end + (is_one_of(next, U"初底末中") ? 1U : 0U), date, true, false);
  }

  // 去年双十一, 双十二. Figures alone (618, 315) are festivals only behind a year.
  void read_festival(const CueMatch& cue) {
    const CueMatch* of_year = cue_before(cue.begin, Cue::Year);
    if (of_year == nullptr && is_ascii_digit(text_[cue.begin])) return;
    std::int32_t year = today_.ymd().year + (of_year != nullptr ? of_year->value : 0);
    const std::int32_t month = cue.value / 100;
    const std::int32_t day = cue.value % 100;
    std::optional<Date> date = Date::from_ymd(year, month, day);
    if (of_year == nullptr && date && *date > today_) date = Date::from_ymd(--year, month, day);
    if (date) add(of_year != nullptr ? of_year->begin : cue.begin, cue.end, *date, true, false);
    claim(cue.begin, cue.end);
  }

  /// The weekday cue that shares its first character with the end of week cue `c`: 上周五.
  const CueMatch* weekday_over(std::size_t c) const {
    for (std::size_t i = c + 1; i < cues_.size() && cues_[i].begin < cues_[c].end; ++i) {
      if (cues_[i].cue == Cue::Weekday && cues_[i].end > cues_[c].end) return &cues_[i];
    }
    return nullptr;
  }

  /// The cue of this kind that ends at `at`, perhaps before 的.
  const CueMatch* cue_before(std::size_t at, Cue kind) const {
    if (at > 0 && text_[at - 1] == U'的') --at;
    const auto after = std::lower_bound(cues_.begin(), cues_.end(), at,
                                        [](const CueMatch& cue, std::size_t v) { return cue.begin < v; });
    for (auto i = after; i != cues_.begin();) {
      --i;
      if (i->begin + 8 < at) break;
      if (i->cue == kind && i->end == at) return &*i;
    }
    return nullptr;
  }

  /// A number at `at` without range or roughness.
  std::optional<NumberText> plain_number(std::size_t at) const {
    std::optional<NumberText> n = zhilu::read_number(text_, at);
    if (!n || (n->approximate && n->has_multiplier)) return std::nullopt;
    if (n->has_point || n->approximate) {
      // 3.5 and 3-5 in a date are two numbers; the digits up to the mark are the first.
      std::size_t i = at;
      std::int64_t value = 0;
      while (i < at + 4 && is_ascii_digit(char_at(text_, i)))
        value = value * 10 + static_cast<std::int64_t>(text_[i++] - U'0');
      if (i == at) return std::nullopt;
      n = NumberText{.begin = static_cast<std::uint32_t>(at),
                     .end = static_cast<std::uint32_t>(i),
                     .low = {value, 0},
                     .high = {value, 0}};
    }
    return n;
  }

  Date first_of_month(std::int64_t offset) const {
    return today_.plus_days(1 - today_.ymd().day).plus_months(offset);
  }

  void add_day(std::size_t begin, std::size_t end, std::int32_t year, std::int32_t month,
               std::optional<std::int32_t> day) {
    claim(begin, end);
    const std::optional<Date> date = Date::from_ymd(year, month, day.value_or(1));
    if (!date || *date > today_) return;
    add(begin, end, *date, !day, day && today_.days() - date->days() <= 1);
  }

  void add(std::size_t begin, std::size_t end, Date date, bool approximate, bool recent) {
    dates_.push_back({.begin = static_cast<std::uint32_t>(begin),
                      .end = static_cast<std::uint32_t>(end),
                      .date = date,
                      .approximate = approximate,
                      .is_recent = recent});
  }

  void claim(std::size_t begin, std::size_t end) {
    times_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    done_ = std::max(done_, static_cast<std::uint32_t>(end));
  }

  bool is_covered(std::size_t at) const {
    return std::any_of(dates_.begin(), dates_.end(),
                       [&](const DateText& d) { return d.begin <= at && at < d.end; });
  }

  std::u32string_view text_;
  std::span<const NumberText> numbers_;
  std::span<const CueMatch> cues_;
  Date today_;
  std::vector<DateText>& dates_;
  std::vector<TimeText>& times_;
  std::uint32_t done_ = 0;     ///< Numbers before this have been read as part of a date.
  std::uint32_t covered_ = 0;  ///< Cues before this have been read with another.
};

}  // namespace

void find_dates(std::u32string_view text, std::span<const NumberText> numbers, std::span<const CueMatch> cues,
                Date today, std::vector<DateText>& dates, std::vector<TimeText>& times) {
  dates.clear();
  times.clear();
  DateReader(text, numbers, cues, today, dates, times).read();
}

}  // namespace zhilu
