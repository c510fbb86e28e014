// SPDX-License-Identifier: MIT
#include "engine/dates/period_form.h"

#include <algorithm>

#include "engine/dates/span_form.h"
#include "engine/dates/time_words.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

Date day_of(int year, int month, int day) {
  return Date::from_ymd(year, month, day).value_or(Date());
}

Date month_start(Date day) {
  return day.plus_days(1 - day.ymd().day);
}

Date monday_of(Date day) {
  return day.plus_days(1 - day.weekday());
}

PeriodForm fixed(Date first, Date last, std::string timex, std::size_t end) {
  return {.first = first, .last = last, .timex = std::move(timex), .end = end};
}

PeriodForm range(Date first, Date last, std::string_view length, std::size_t end) {
  return fixed(first, last, range_timex(first, last, length), end);
}

/// 2017-W14 of a Monday.
std::string week_timex(Date monday) {
  const Date thursday = monday.plus_days(3);
  const int year = thursday.ymd().year;
  const auto week = static_cast<int>((monday.days() - first_monday(year).days()) / 7 + 1);
  return padded(year, 4) + "-W" + padded(week, 2);
}

class PeriodReader {
 public:
  PeriodReader(std::u32string_view text, std::size_t at, Date today) : text_(text), at_(at), today_(today) {}

  std::optional<PeriodForm> read() {
    read_with_year();
    read_with_month(at_, {});
    read_numeric();
    read_part_of_year(at_, today_.ymd().year, false);
    read_half_of_month();
    read_week();
    read_relative_quarter();
    read_decade();
    read_edge_of_month();
    // 年底 alone is that of this year; 三年中 is none.
    const bool of_figure = at_ > 0 && (digit_value(text_[at_ - 1]) >= 0 ||
                                       is_one_of(text_[at_ - 1], U"十百半几去今明前后每周少青"));
    if (char_at(text_, at_) == U'年' && !of_figure) read_edge_of_year(at_, today_.ymd().year);
    return std::move(best_);
  }

 private:
  void offer(PeriodForm form) {
    if (!best_ || form.end > best_->end) best_ = std::move(form);
  }

  void read_with_year() {
    const std::optional<YearText> year = read_year(text_, at_, today_.ymd().year);
    if (!year || is_count_of_years(*year)) return;
    PeriodForm whole{.shape = PeriodForm::Shape::Year, .year = year->year, .end = year->end};
    whole.ends_today = year->is_relative && year->shift == 0;
    offer(whole);
    const std::size_t i = skip_blanks(text_, behind(text_, skip_blanks(text_, year->end), U"的"));
    read_with_month(i, year->year);
    read_part_of_year(i, year->year, true);
    read_edge_of_year(i, year->year);
  }

  /// 干了20年, 过去十年, 第12年: two digits count years rather than name one.
  bool is_count_of_years(const YearText& year) const {
    if (!year.is_short || at_ == 0) return false;
    return is_one_of(text_[at_ - 1], U"第了近满共前后约过足有长干到") ||
           is_one_of(char_at(text_, year.end), U"了多内间时");
  }

  // 三月, 上个月, 2018年12月; 三月上旬, 十月的第一周, 3月的前10天.
  void read_with_month(std::size_t i, std::optional<int> year) {
    const std::optional<MonthText> month = read_month(text_, i);
    if (!month || month->is_lunar) return;
    PeriodForm form{
        .shape = PeriodForm::Shape::Month, .year = year, .month = month->month, .end = month->end};
    if (month->is_relative) {
      if (year) return;
      const YearMonthDay first = month_start(today_).plus_months(month->shift).ymd();
      form.year = first.year;
      form.month = first.month;
    }
    offer(form);
    const std::size_t part = behind(text_, month->end, U"份");
    read_days_of_month(form, part);
    const std::size_t inner = behind(text_, part, U"的");
    read_week_of_month(form, inner);
    if (form.year) {
      const Date first = day_of(*form.year, form.month, 1);
      read_first_or_last(inner, first, first.plus_months(1), false);
    }
  }

  // 2019-06, 06/2019.
  void read_numeric() {
    const std::optional<ShortNumber> a = read_short_number(text_, at_);
    if (!a || !a->is_arabic || !is_one_of(char_at(text_, a->end), U"-/")) return;
    const char32_t mark = text_[a->end];
    const std::optional<ShortNumber> b = read_short_number(text_, a->end + 1);
    if (!b || !b->is_arabic || is_one_of(char_at(text_, b->end), U"-/.:年月日号天")) return;
    const bool year_first = a->digits == 4;
    const ShortNumber& year = year_first ? *a : *b;
    const ShortNumber& month = year_first ? *b : *a;
    if (year.digits != 4 || year.value < 1900 || year.value > 2100 || (!year_first && mark != U'/')) return;
    if (month.digits != 2 || month.value < 1 || month.value > 12) return;
    offer({.shape = PeriodForm::Shape::Month, .year = year.value, .month = month.value, .end = b->end});
  }

  // 上旬, 月初, 月底.
  void read_days_of_month(PeriodForm form, std::size_t i) {
    form.shape = PeriodForm::Shape::DaysOfMonth;
    const auto take = [&](std::u32string_view words, int from, int to) {
      const std::size_t end = behind_any(text_, i, words);
      if (end == 0 || form.end > end) return;
      PeriodForm part = form;
      part.from = from;
      part.to = to;
      part.end = end;
      part.is_rough = true;
      offer(part);
    };
    take(U"上旬", 1, 11);
    take(U"中旬", 11, 21);
    take(U"下旬", 21, 0);
    take(U"月初 初", 1, 6);
    take(U"中", 11, 21);
    take(U"月底 月末 底 末", 26, 0);
  }

  // 的第一周, 最后一个星期.
  void read_week_of_month(PeriodForm form, std::size_t i) {
    const std::optional<ShortNumber> nth = read_ordinal(i);
    if (!nth) return;
    const std::size_t end = behind_any(text_, nth->end, U"周 个星期 个礼拜 星期 礼拜");
    if (end == 0 || nth->value > 5) return;
    form.shape = PeriodForm::Shape::WeekOfMonth;
    form.nth = nth->value;
    form.end = end;
    offer(form);
  }

  /// 第三, 最后一 (5).
  std::optional<ShortNumber> read_ordinal(std::size_t i) const {
    if (const std::size_t last = behind_any(text_, i, U"最后一")) return ShortNumber{.value = 5, .end = last};
    if (char_at(text_, i) != U'第') return std::nullopt;
    std::optional<ShortNumber> number = read_short_number(text_, i + 1);
    return number && number->value >= 1 ? number : std::nullopt;
  }

  // 上半年, 第三季度, 夏天, 的第二周, 第九个月, 的前2周.
  void read_part_of_year(std::size_t i, int year, bool has_year) {
    const Date first = day_of(year, 1, 1);
    if (const std::size_t end = behind_any(text_, i, has_year ? U"上半年 前半年" : U"上半年")) {
      offer(range(first, first.plus_months(6), "P6M", end));
    } else if (const std::size_t later = behind_any(text_, i, has_year ? U"下半年 后半年" : U"下半年")) {
      offer(range(first.plus_months(6), first.plus_months(12), "P6M", later));
    }
    read_other_half(i);
    read_quarter(i, first, has_year);
    read_season(i, year, has_year);
    if (!has_year) return;
    if (const std::optional<ShortNumber> nth = read_ordinal(i)) {
      if (const std::size_t end = behind_any(text_, nth->end, U"周 个星期 个礼拜 星期 礼拜")) {
        const Date monday = text_[i] == U'最' ? first_monday(year + 1).plus_days(-7)
                                              : first_monday(year).plus_days(7 * (nth->value - 1));
        if (nth->value <= 53) offer(fixed(monday, monday.plus_days(7), week_timex(monday), end));
      } else if (const std::size_t month = behind_any(text_, nth->end, U"个月")) {
        const int which = text_[i] == U'最' ? 12 : nth->value;
        if (which <= 12) {
          offer({.shape = PeriodForm::Shape::Month, .year = year, .month = which, .end = month});
        }
      }
    }
    read_first_or_last(i, first, first.plus_months(12), true);
  }

  // 上个半年, 下个半年.
  void read_other_half(std::size_t i) {
    const std::optional<ShiftText> shift = read_shift(text_, i);
    if (!shift || shift->end < i + 2) return;
    const std::size_t end = behind_any(text_, shift->end, U"半年");
    if (end == 0) return;
    const YearMonthDay today = today_.ymd();
    const Date half = day_of(today.year, today.month <= 6 ? 1 : 7, 1).plus_months(6 * shift->shift);
    offer(range(half, half.plus_months(6), "P6M", end));
  }

  void read_quarter(std::size_t i, Date first, bool has_year) {
    const bool counted = char_at(text_, i) == U'第';
    if (!counted && !has_year) return;
    const std::optional<ShortNumber> nth = read_short_number(text_, counted ? i + 1 : i);
    if (!nth || nth->value < 1 || nth->value > 4) return;
    const std::size_t end = behind_any(text_, nth->end, U"季度 个季度");
    if (end == 0) return;
    const Date begin = first.plus_months(3 * (nth->value - 1));
    offer(range(begin, begin.plus_months(3), "P3M", end));
  }

  // 本季度, 上个季度.
  void read_relative_quarter() {
    const std::optional<ShiftText> shift = read_shift(text_, at_);
    if (!shift || !stands_at(text_, shift->end, U"季度")) return;
    const YearMonthDay today = today_.ymd();
    const Date begin = day_of(today.year, 1 + (today.month - 1) / 3 * 3, 1).plus_months(3 * shift->shift);
    offer(range(begin, begin.plus_months(3), "P3M", shift->end + 2));
  }

  /// Seasons have no days of their own.
  void read_season(std::size_t i, int year, bool has_year) {
    static constexpr std::u32string_view kSeasons = U"春夏秋冬";
    static constexpr std::string_view kCodes[] = {"SP", "SU", "FA", "WI"};
    const std::size_t which = kSeasons.find(char_at(text_, i));
    if (which == std::u32string_view::npos) return;
    const std::size_t unit = behind_any(text_, i + 1, U"天 季");
    if (unit == 0 && !has_year) return;
    PeriodForm form{.end = unit > 0 ? unit : i + 1};
    form.timex = (has_year ? padded(year, 4) + '-' : std::string()) + std::string(kCodes[which]);
    offer(form);
  }

  // 前10天, 最后3周, 头两个月, of the days [first, last).
  void read_first_or_last(std::size_t i, Date first, Date last, bool of_year) {
    const std::size_t start = behind_any(text_, i, U"前 头");
    const std::size_t close = behind_any(text_, i, U"最后 后");
    if (start == 0 && close == 0) return;
    const std::optional<SpanForm> span = read_span(text_, skip_blanks(text_, start > 0 ? start : close));
    if (!span || span->is_compound || span->within_day() || span->is_rough) return;
    const bool in_weeks = span->amounts[static_cast<std::size_t>(SpanUnit::Week)].has_value();
    if (in_weeks && of_year) {
      first = first_monday(first.ymd().year);
      last = first_monday(last.ymd().year);
    }
    const std::int64_t days = span->seconds_beside_months() / 86400;
    if (start > 0) {
      last = first.plus_months(span->months()).plus_days(days);
    } else {
      first = last.plus_months(-span->months()).plus_days(-days);
    }
    offer(range(first, last, span->timex(), span->end));
  }

  // 去年底, 2018年初, 今年年中.
  void read_edge_of_year(std::size_t i, int year) {
    const auto take = [&](std::u32string_view words, int from, int months) {
      const std::size_t end = behind_any(text_, i, words);
      if (end == 0) return;
      const Date first = day_of(year, from, 1);
      PeriodForm form = range(first, first.plus_months(months), "P" + std::to_string(months) + "M", end);
      form.is_rough = true;
      offer(form);
    };
    take(U"年初 初", 1, 3);
    take(U"年中", 6, 2);
    take(U"年底 年末 底 末", 11, 2);
  }

  // 月底, 月初, 月中 of this month.
  void read_edge_of_month() {
    if (char_at(text_, at_) != U'月' || (at_ > 0 && is_one_of(text_[at_ - 1], U"个上下每本这"))) return;
    if (at_ > 0 && digit_value(text_[at_ - 1]) >= 0) return;
    const YearMonthDay today = today_.ymd();
    PeriodForm form{
        .shape = PeriodForm::Shape::Month, .year = today.year, .month = today.month, .end = at_ + 1};
    read_days_of_month(form, at_ + 1);
  }

  // 上半月, 下半周.
  void read_half_of_month() {
    const char32_t which = char_at(text_, at_);
    if ((which != U'上' && which != U'下') || char_at(text_, at_ + 1) != U'半') return;
    const bool is_first = which == U'上';
    const Date month = month_start(today_);
    const Date middle = month.plus_days(15);
    if (char_at(text_, at_ + 2) == U'月') {
      const Date last = is_first ? middle : month.plus_months(1);
      const Date first = is_first ? month : middle;
      offer(range(first, last, "P" + std::to_string(last.days() - first.days()) + "D", at_ + 3));
    } else if (char_at(text_, at_ + 2) == U'周') {
      const Date monday = monday_of(today_);
      const Date first = is_first ? monday : monday.plus_days(3);
      const Date last = is_first ? monday.plus_days(3) : monday.plus_days(7);
      offer(range(first, last, is_first ? "P3D" : "P4D", at_ + 3));
    }
  }

  // 上周, 这个星期, 下下周末, 周末.
  void read_week() {
    const std::optional<ShiftText> shift = read_shift(text_, at_);
    const std::size_t unit = behind_any(text_, shift ? shift->end : at_, U"星期 礼拜 周");
    if (unit == 0) return;
    const Date monday = monday_of(today_).plus_days(7 * (shift ? shift->shift : 0));
    if (char_at(text_, unit) == U'末') {
      if (!shift && at_ > 0 && is_one_of(text_[at_ - 1], U"每逢个")) return;
      offer(fixed(monday.plus_days(5), monday.plus_days(7), week_timex(monday) + "-WE", unit + 1));
    } else if (shift && !is_one_of(char_at(text_, unit), U"岁年边围")) {
      offer(fixed(monday, monday.plus_days(7), week_timex(monday), unit));
    }
  }

  // 十九世纪七十年代, 九十年代, 80年代, 1990年代.
  void read_decade() {
    const std::optional<ShortNumber> number = read_short_number(text_, at_);
    if (!number) return;
    int century = -1;
    std::size_t i = number->end;
    int decade = number->value;
    if (stands_at(text_, i, U"世纪")) {
      const std::optional<ShortNumber> tens = read_short_number(text_, i + 2);
      if (!tens || number->value < 1 || number->value > 30) return;
      century = number->value - 1;
      decade = tens->value;
      i = tens->end;
    } else if (number->digits == 4) {
      century = decade / 100;
      decade %= 100;
    }
    if (!stands_at(text_, i, U"年代") || decade < 10 || decade > 90 || decade % 10 != 0) {
      if (!(stands_at(text_, i, U"年代") && decade == 0 && century >= 0)) return;
    }
    if (century >= 0) {
      const Date first = day_of(100 * century + decade, 1, 1);
      offer(range(first, first.plus_months(120), "P10Y", i + 2));
      return;
    }
    PeriodForm form{.shape = PeriodForm::Shape::Fixed, .end = i + 2};
    form.first = day_of(1900 + decade, 1, 1);
    form.last = form.first->plus_months(120);
    form.every_century = true;
    form.timex = "(XX" + padded(decade, 2) + "-01-01,XX" + padded((decade + 10) % 100, 2) + "-01-01,P10Y)";
    offer(form);
  }

  std::u32string_view text_;
  std::size_t at_;
  Date today_;
  std::optional<PeriodForm> best_;
};

}  // namespace

std::optional<PeriodForm> read_period(std::u32string_view text, std::size_t i, Date today) {
  return PeriodReader(text, i, today).read();
}

}  // namespace zhilu
