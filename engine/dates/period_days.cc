// SPDX-License-Identifier: MIT
// What days a period has, once its year is known.
#include <algorithm>

#include "engine/dates/period_form.h"
#include "engine/dates/time_words.h"

namespace zhilu {
namespace {

Date day_of(int year, int month, int day) {
  return Date::from_ymd(year, month, day).value_or(Date());
}

TimePoint point(Date date) {
  return {date.ymd(), 0};
}

std::string timex_in(const PeriodForm& form, std::optional<int> year) {
  const std::string y = year ? padded(*year, 4) : "XXXX";
  switch (form.shape) {
    case PeriodForm::Shape::Fixed:
      return form.timex;
    case PeriodForm::Shape::Year:
      return y;
    case PeriodForm::Shape::Month:
      return y + '-' + padded(form.month, 2);
    case PeriodForm::Shape::DaysOfMonth: {
      const int next = form.month == 12 ? 1 : form.month + 1;
      const std::string month = y + '-' + padded(form.month, 2) + '-';
      const std::string last_year = year && form.month == 12 ? padded(*year + 1, 4) : y;
      const std::string last =
          form.to > 0 ? month + padded(form.to, 2) : last_year + '-' + padded(next, 2) + "-01";
      const std::optional<PeriodDays> days = days_of_period(form, year.value_or(2001));
      return '(' + month + padded(form.from, 2) + ',' + last + ",P" +
             std::to_string(days ? days->last.days() - days->first.days() : 0) + "D)";
    }
    case PeriodForm::Shape::WeekOfMonth:
      return y + '-' + padded(form.month, 2) + "-W" + padded(form.nth, 2);
  }
  return {};
}

}  // namespace

Date first_monday(int year) {
  const Date fourth = day_of(year, 1, 4);
  return fourth.plus_days(1 - fourth.weekday());
}

std::string range_timex(Date first, Date last, std::string_view length) {
  return '(' + ymd_text(first.ymd()) + ',' + ymd_text(last.ymd()) + ',' + std::string(length) + ')';
}

std::optional<PeriodDays> days_of_period(const PeriodForm& form, int year) {
  if (form.shape == PeriodForm::Shape::Fixed) {
    if (!form.first || !form.last) return std::nullopt;
    return PeriodDays{*form.first, *form.last};
  }
  const std::optional<Date> first = Date::from_ymd(year, std::max(form.month, 1), 1);
  if (!first) return std::nullopt;
  switch (form.shape) {
    case PeriodForm::Shape::Year:
      return PeriodDays{*first, first->plus_months(12)};
    case PeriodForm::Shape::DaysOfMonth:
      return PeriodDays{first->plus_days(form.from - 1),
                        form.to > 0 ? first->plus_days(form.to - 1) : first->plus_months(1)};
    case PeriodForm::Shape::WeekOfMonth: {
      // Weeks belong to the month of their Thursday.
      const Date thursday = first->plus_days((4 - first->weekday() + 7) % 7);
      Date monday = thursday.plus_days(7 * (form.nth - 1) - 3);
      if (form.nth == 5 && monday.plus_days(3).ymd().month != form.month) monday = monday.plus_days(-7);
      return PeriodDays{monday, monday.plus_days(7)};
    }
    default:
      return PeriodDays{*first, first->plus_months(1)};
  }
}

std::vector<TimeReading> period_readings(const PeriodForm& form, Date today) {
  std::vector<TimeReading> readings;
  const auto add = [&](int year) {
    const std::optional<PeriodDays> days = days_of_period(form, year);
    TimeReading reading{.timex = timex_in(form, form.year), .start = {}, .end = {}};
    if (days) {
      reading.start = point(days->first);
      reading.end = point(form.ends_today ? today : days->last);
    }
    readings.push_back(std::move(reading));
  };
  if (form.shape == PeriodForm::Shape::Fixed && form.every_century) {
    add(0);
    TimeReading later = readings.front();
    later.start->day.year += 100;
    later.end->day.year += 100;
    readings.push_back(std::move(later));
  } else if (form.shape == PeriodForm::Shape::Fixed || form.year) {
    add(form.year.value_or(0));
  } else {
    const YearMonthDay now = today.ymd();
    const bool is_over = form.month < now.month;
    add(is_over ? now.year : now.year - 1);
    add(is_over ? now.year + 1 : now.year);
  }
  return readings;
}

}  // namespace zhilu
