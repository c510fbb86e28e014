// SPDX-License-Identifier: MIT
#include "engine/dates/day_form.h"

#include <algorithm>
#include <array>

#include "engine/dates/festivals.h"
#include "engine/dates/time_words.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

struct SpecialDay {
  std::u32string_view written;
  int shift;
};

constexpr auto kSpecialDays = std::to_array<SpecialDay>({
    {U"大后天", 3},
    {U"大前天", -3},
    {U"今天", 0},
    {U"今日", 0},
    {U"今儿", 0},
    {U"昨天", -1},
    {U"昨日", -1},
    {U"昨儿", -1},
    {U"前天", -2},
    {U"前日", -2},
    {U"明天", 1},
    {U"明日", 1},
    {U"明儿", 1},
    {U"后天", 2},
    {U"后日", 2},
});

DayForm on(Date date, std::size_t end) {
  const YearMonthDay ymd = date.ymd();
  return {.year = ymd.year, .month = ymd.month, .day = ymd.day, .end = end};
}

class DayReader {
 public:
  DayReader(std::u32string_view text, std::size_t at, Date today) : text_(text), at_(at), today_(today) {}

  std::optional<DayForm> read() const {
    std::optional<DayForm> best;
    const auto offer = [&](const std::optional<DayForm>& form) {
      if (form && (!best || form->end > best->end)) best = form;
    };
    offer(read_numeric());
    offer(read_calendar_day());
    offer(read_day_of_month());
    offer(read_special());
    offer(read_day_of_week());
    offer(read_festival());
    return best;
  }

 private:
  // 2010/01/29, 2010.01.29, 12-11-10, 1/2/2020, 12/1.
  std::optional<DayForm> read_numeric() const {
    const std::optional<ShortNumber> a = arabic(at_);
    if (!a) return std::nullopt;
    const char32_t mark = char_at(text_, a->end);
    if (!is_one_of(mark, U"-/.\\")) return std::nullopt;
    const std::optional<ShortNumber> b = arabic(a->end + 1);
    if (!b) return std::nullopt;
    if (char_at(text_, b->end) == mark) {
      const std::optional<ShortNumber> c = arabic(b->end + 1);
      const bool goes_on = c && char_at(text_, c->end) == mark && is_ascii_digit(char_at(text_, c->end + 1));
      if (c && !goes_on) return in_order(*a, *b, *c);
    }
    if (mark != U'/' || a->digits > 2 || b->digits > 2) return std::nullopt;
    if (is_month(a->value) && is_day(b->value)) return form({}, a->value, b->value, b->end);
    if (is_month(b->value) && is_day(a->value)) return form({}, b->value, a->value, b->end);
    return std::nullopt;
  }

  /// Year first, as is usual; else day, month, year; else month, day, year.
  static std::optional<DayForm> in_order(const ShortNumber& a, const ShortNumber& b, const ShortNumber& c) {
    const auto year = [](const ShortNumber& n) {
      return n.digits >= 3 ? n.value : n.value < 50 ? 2000 + n.value : 1900 + n.value;
    };
    const bool last_is_year = c.digits == 4;
    if (!last_is_year && a.digits != 1 && is_month(b.value) && is_day(c.value)) {
      return form(year(a), b.value, c.value, c.end);
    }
    if (a.digits > 2 || c.digits == 1 || c.digits == 3) return std::nullopt;
    if (is_month(b.value) && is_day(a.value)) return form(year(c), b.value, a.value, c.end);
    if (is_month(a.value) && is_day(b.value)) return form(year(c), a.value, b.value, c.end);
    return std::nullopt;
  }

  // 2016年1月29日, 农历十月初一, 去年3月5号, 上月5号, 四月的最后一个星期一, 大年三十.
  std::optional<DayForm> read_calendar_day() const {
    DayForm out;
    std::size_t i = read_calendar(at_, out);
    if (const std::optional<YearText> year = read_year(text_, i, today_.ymd().year)) {
      out.year = year->year;
      i = read_calendar(behind(text_, skip_blanks(text_, year->end), U"的"), out);
    }
    if (stands_at(text_, i, U"大年")) {
      const std::optional<ShortNumber> day = lunar_day(i + 2);
      if (!day) return std::nullopt;
      return lunar(out, 1, *day);
    }
    const std::optional<MonthText> month = read_month(text_, i);
    if (!month) return std::nullopt;
    out.month = month->month;
    out.is_lunar = out.is_lunar || month->is_lunar;
    if (month->is_relative) {
      if (out.year) return std::nullopt;
      const Date first = today_.plus_days(1 - today_.ymd().day).plus_months(month->shift);
      out.year = first.ymd().year;
      out.month = first.ymd().month;
    }
    if (const std::optional<DayForm> form = nth_weekday(out, month->end)) return form;
    return day_in_month(out, skip_blanks(text_, behind(text_, month->end, U"份")), month->is_relative);
  }

  std::size_t read_calendar(std::size_t i, DayForm& out) const {
    const std::size_t end = behind_any(text_, i, U"农历 阴历 旧历");
    if (end == 0) return i;
    out.is_lunar = true;
    return skip_blanks(text_, end);
  }

  // 的第二个星期一, 的最后一个周五.
  std::optional<DayForm> nth_weekday(DayForm out, std::size_t i) const {
    i = behind(text_, i, U"的");
    if (const std::size_t last = behind_any(text_, i, U"最后一个 最后1个")) {
      out.nth = 5;
      i = last;
    } else if (char_at(text_, i) == U'第') {
      const std::optional<ShortNumber> nth = read_short_number(text_, i + 1);
      if (!nth || nth->value < 1 || nth->value > 5) return std::nullopt;
      out.nth = nth->value;
      i = behind(text_, nth->end, U"个");
    } else {
      return std::nullopt;
    }
    const std::optional<WeekdayText> weekday = read_weekday(text_, skip_blanks(text_, i));
    if (!weekday) return std::nullopt;
    out.weekday = weekday->weekday;
    out.end = weekday->end;
    return out;
  }

  std::optional<DayForm> day_in_month(DayForm out, std::size_t i, bool needs_unit) const {
    if (const std::optional<ShortNumber> day = lunar_day(i)) {
      if (char_at(text_, i) == U'初' || out.is_lunar) return lunar(out, out.month, *day);
    }
    const std::optional<ShortNumber> day = read_short_number(text_, i);
    if (!day || !is_day(day->value) || day->digits > 2) return std::nullopt;
    const std::size_t unit = skip_blanks(text_, day->end);
    out.day = day->value;
    if (is_one_of(char_at(text_, unit), U"日号")) {
      out.end = unit + 1;
    } else {
      // 十月二十; what counts something else is no day: 3月5个.
      const char32_t next = char_at(text_, day->end);
      if (needs_unit || is_classifier(next) || unit_at(text_, day->end) > 0 ||
          is_one_of(next, U"小时点分秒块元毛.折成倍")) {
        return std::nullopt;
      }
      out.end = day->end;
    }
    take_weekday(out);
    return out;
  }

  /// The weekday that stands behind a date and says nothing new: 10月12号，星期一.
  void take_weekday(DayForm& out) const {
    std::size_t i = out.end;
    const bool bracket = char_at(text_, i) == U'(';
    if (bracket || char_at(text_, i) == U',') ++i;
    const std::optional<WeekdayText> weekday = read_weekday(text_, skip_blanks(text_, i));
    if (!weekday) return;
    if (bracket && char_at(text_, weekday->end) != U')') return;
    out.end = weekday->end + (bracket ? 1 : 0);
  }

  /// 初一 … 初十, 廿三, 三十.
  std::optional<ShortNumber> lunar_day(std::size_t i) const {
    const bool first_ten = char_at(text_, i) == U'初';
    std::optional<ShortNumber> day = read_short_number(text_, first_ten ? i + 1 : i);
    if (!day || day->is_arabic || day->value < 1 || day->value > (first_ten ? 10 : 30)) return std::nullopt;
    return day;
  }

  DayForm lunar(DayForm out, int month, const ShortNumber& day) const {
    out.is_lunar = true;
    out.month = month;
    out.day = day.value;
    out.end = is_one_of(char_at(text_, day.end), U"日号") ? day.end + 1 : day.end;
    return out;
  }

  // 29日, 十五号.
  std::optional<DayForm> read_day_of_month() const {
    const std::optional<ShortNumber> day = read_short_number(text_, at_);
    if (!day || !is_day(day->value) || day->digits > 2) return std::nullopt;
    // Behind a month it is a day that month has not; behind 第 it counts.
    if (at_ > 0 && is_one_of(text_[at_ - 1], U"月第年-/.")) return std::nullopt;
    const std::size_t unit = skip_blanks(text_, day->end);
    const char32_t mark = char_at(text_, unit);
    const char32_t next = char_at(text_, unit + 1);
    if (mark == U'号') {
      if (is_one_of(next, U"码线楼店院房文令链卡机桌车门位选")) return std::nullopt;
    } else if (mark == U'日') {
      if (is_one_of(next, U"内常子均薪期用租记元币本游间历语韩") ||
          behind_any(text_, unit + 1, U"之内 以内") > 0) {
        return std::nullopt;
      }
    } else {
      return std::nullopt;
    }
    DayForm out{.day = day->value, .end = unit + 1};
    out.is_bare_number = mark == U'号' && day->is_arabic;
    return out;
  }

  // 昨天, 最近.
  std::optional<DayForm> read_special() const {
    if (!is_one_of(char_at(text_, at_), U"今昨明前后大最")) return std::nullopt;
    for (const SpecialDay& special : kSpecialDays) {
      if (!stands_at(text_, at_, special.written)) continue;
      const std::size_t end = at_ + special.written.size();
      const char32_t before = at_ > 0 ? text_[at_ - 1] : U' ';
      // 以后天天, 几日前天气.
      if (is_one_of(special.written[0], U"前后") &&
          (is_one_of(before, U"以之最先") || char_at(text_, end) == U'天'))
        continue;
      if (stands_at(text_, end, U"头条")) continue;
      return on(today_.plus_days(special.shift), end);
    }
    if (stands_at(text_, at_, U"最近")) {
      DayForm out = on(today_, at_ + 2);
      out.is_rough = true;
      return out;
    }
    return std::nullopt;
  }

  // 周一, 上上个周三, 下周日.
  std::optional<DayForm> read_day_of_week() const {
    const std::optional<ShiftText> shift = read_shift(text_, at_);
    const std::optional<WeekdayText> weekday =
        read_weekday(text_, shift ? behind(text_, shift->end, U"的") : at_);
    if (!weekday) return std::nullopt;
    if (!shift) {
      // 每周一 and 一周一次 tell how often.
      if (at_ > 0 && is_one_of(text_[at_ - 1], U"每逢第一二三四五六七八九十几两")) return std::nullopt;
      return DayForm{.weekday = weekday->weekday, .end = weekday->end};
    }
    const Date monday = today_.plus_days(1 - today_.weekday() + 7 * shift->shift);
    return on(monday.plus_days(weekday->weekday - 1), weekday->end);
  }

  // 国庆, 去年双十一, 2018年的中秋节.
  std::optional<DayForm> read_festival() const {
    DayForm out;
    std::size_t i = at_;
    if (const std::optional<YearText> year = read_year(text_, i, today_.ymd().year)) {
      out.year = year->year;
      i = behind(text_, skip_blanks(text_, year->end), U"的");
    }
    const Festival* festival = festival_at(text_, i);
    if (festival == nullptr) return std::nullopt;
    out.month = festival->month;
    out.day = festival->day;
    out.weekday = festival->weekday;
    out.nth = festival->nth;
    out.is_lunar = festival->is_lunar;
    out.is_festival = true;
    out.end = i + festival->written.size();
    return out;
  }

  std::optional<ShortNumber> arabic(std::size_t i) const {
    if (!is_ascii_digit(char_at(text_, i))) return std::nullopt;
    return read_short_number(text_, i);
  }

  static bool is_month(int value) { return value >= 1 && value <= 12; }
  static bool is_day(int value) { return value >= 1 && value <= 31; }
  static DayForm form(std::optional<int> year, int month, int day, std::size_t end) {
    return {.year = year, .month = month, .day = day, .end = end};
  }

  std::u32string_view text_;
  std::size_t at_;
  Date today_;
};

bool is_before(const YearMonthDay& a, const YearMonthDay& b) {
  if (a.year != b.year) return a.year < b.year;
  return a.month != b.month ? a.month < b.month : a.day < b.day;
}

/// The day of a form with a month in one year.
std::optional<YearMonthDay> day_in_year(const DayForm& form, int year) {
  if (form.nth > 0) {
    const std::optional<Date> first = Date::from_ymd(year, form.month, 1);
    if (!first) return std::nullopt;
    Date day = first->plus_days((form.weekday - first->weekday() + 7) % 7 + 7 * (form.nth - 1));
    if (form.nth == 5 && day.ymd().month != form.month) day = day.plus_days(-7);
    return day.ymd();
  }
  const YearMonthDay day{.year = year, .month = form.month, .day = form.day};
  if (form.is_lunar || Date::from_ymd(year, form.month, form.day)) return day;
  return std::nullopt;
}

PastAndFuture resolve_yearly(const DayForm& form, const YearMonthDay& today) {
  constexpr int kMostYears = 8;  // A leap day is at most that far away.
  PastAndFuture out;
  for (int y = today.year; y >= today.year - kMostYears && !out.past; --y) {
    const std::optional<YearMonthDay> day = day_in_year(form, y);
    if (day && is_before(*day, today)) out.past = day;
  }
  for (int y = today.year; y <= today.year + kMostYears && !out.future; ++y) {
    const std::optional<YearMonthDay> day = day_in_year(form, y);
    if (day && !is_before(*day, today)) out.future = day;
  }
  return out;
}

PastAndFuture resolve_monthly(const DayForm& form, Date today) {
  const Date first = today.plus_days(1 - today.ymd().day);
  PastAndFuture out;
  for (int m = 0; m <= 3; ++m) {
    const auto in_month = [&](int shift) {
      const YearMonthDay month = first.plus_months(shift).ymd();
      return Date::from_ymd(month.year, month.month, form.day);
    };
    const std::optional<Date> back = in_month(-m);
    if (!out.past && back && *back < today) out.past = back->ymd();
    const std::optional<Date> on = in_month(m);
    if (!out.future && on && *on >= today) out.future = on->ymd();
  }
  return out;
}

}  // namespace

std::optional<DayForm> read_day(std::u32string_view text, std::size_t i, Date today) {
  return DayReader(text, i, today).read();
}

std::string day_timex(const DayForm& form) {
  const std::string year = form.year ? padded(*form.year, 4) : "XXXX";
  if (form.nth > 0) {
    return year + '-' + padded(form.month, 2) + "-WXX-" + std::to_string(form.weekday) +
           (form.is_festival ? "-" : "-#") + std::to_string(form.nth);
  }
  if (form.weekday > 0) return "XXXX-WXX-" + std::to_string(form.weekday);
  return year + '-' + (form.month > 0 ? padded(form.month, 2) : "XX") + '-' + padded(form.day, 2);
}

PastAndFuture resolve_day(const DayForm& form, Date today) {
  if (form.year) {
    const std::optional<YearMonthDay> day = day_in_year(form, *form.year);
    return {day, day};
  }
  if (form.month > 0) return resolve_yearly(form, today.ymd());
  if (form.day > 0) return resolve_monthly(form, today);
  const std::int64_t on = (form.weekday - today.weekday() + 7) % 7;
  return {today.plus_days(on == 0 ? -7 : on - 7).ymd(), today.plus_days(on).ymd()};
}

std::optional<Date> first_day_from(const DayForm& form, Date from) {
  const std::optional<YearMonthDay> day = resolve_day(form, from).future;
  const std::optional<Date> date = day ? Date::from_ymd(day->year, day->month, day->day) : std::nullopt;
  return date && *date >= from ? date : std::nullopt;
}

}  // namespace zhilu
