// SPDX-License-Identifier: MIT
#include "engine/locale/date_text.h"

#include <fmt/compile.h>

#include <array>
#include <cstdint>

#include "engine/value/duration.h"

namespace zhilu {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 7> kChineseWeekdays = {"一", "二", "三", "四", "五", "六", "日"};

// A count with its unit: "7 个工作日", "1 working day", "2 working days".
struct Unit {
  std::string_view hans;
  std::string_view hant;
  std::string_view english;  ///< Singular; the plural takes an s.
};

std::string counted(std::int64_t n, const Unit& unit, Language language) {
  switch (language) {
    case Language::Hans:
      return fmt::format(FMT_COMPILE("{} {}"), n, unit.hans);
    case Language::Hant:
      return fmt::format(FMT_COMPILE("{} {}"), n, unit.hant);
    case Language::English:
      return fmt::format(FMT_COMPILE("{} {}{}"), n, unit.english, n == 1 ? "" : "s");
  }
  return {};
}

constexpr Unit kYears = {"年", "年", "year"};
constexpr Unit kMonthsUnit = {"个月", "個月", "month"};
constexpr Unit kDays = {"天", "天", "day"};
// The law's word: 15 日 are calendar days.
constexpr Unit kLegalDays = {"日", "日", "day"};
constexpr Unit kWorkingDays = {"个工作日", "個工作日", "working day"};
constexpr Unit kHours = {"小时", "小時", "hour"};
constexpr Unit kMinutes = {"分钟", "分鐘", "minute"};
constexpr Unit kSeconds = {"秒", "秒", "second"};

struct Part {
  std::int64_t count;
  Unit unit;
};

std::string joined(const std::array<Part, 4>& parts, const Part& zero, Language language) {
  std::string out;
  for (const Part& part : parts) {
    if (part.count == 0) continue;
    if (!out.empty()) out.push_back(' ');
    out.append(counted(part.count, part.unit, language));
  }
  return out.empty() ? counted(zero.count, zero.unit, language) : out;
}

}  // namespace

std::string date_text(Date date, Language language) {
  const YearMonthDay d = date.ymd();
  if (is_chinese(language)) return fmt::format(FMT_COMPILE("{}年{}月{}日"), d.year, d.month, d.day);
  return fmt::format(FMT_COMPILE("{} {} {}"), d.day, kMonths[static_cast<std::size_t>(d.month - 1)], d.year);
}

std::string date_with_weekday(Date date, Language language) {
  const auto weekday = static_cast<std::size_t>(date.weekday() - 1);
  const std::string day = date_text(date, language);
  switch (language) {
    case Language::Hans:
      return fmt::format(FMT_COMPILE("{}（周{}）"), day, kChineseWeekdays[weekday]);
    case Language::Hant:
      return fmt::format(FMT_COMPILE("{}（週{}）"), day, kChineseWeekdays[weekday]);
    case Language::English:
      return fmt::format(FMT_COMPILE("{}, {}"), kWeekdays[weekday], day);
  }
  return day;
}

std::string relative_text(Date date, Date today, Language language) {
  const std::int64_t n = date.days() - today.days();
  const bool english = !is_chinese(language);
  if (n == 0) return english ? "today" : "今天";
  if (n == 1) return english ? "tomorrow" : "明天";
  if (n == -1) return english ? "yesterday" : "昨天";
  if (english) return n > 0 ? "in " + counted(n, kDays, language) : counted(-n, kDays, language) + " ago";
  if (n < 0) return counted(-n, kDays, language) + "前";
  return (language == Language::Hans ? "还有 " : "還有 ") + counted(n, kDays, language);
}

std::string period_text(Period period, Language language) {
  switch (period.unit) {
    case DayUnit::WorkingDays:
      return counted(period.count, kWorkingDays, language);
    case DayUnit::Days:
      return counted(period.count, kLegalDays, language);
    case DayUnit::Months:
      return counted(period.count, kMonthsUnit, language);
    case DayUnit::Years:
      return counted(period.count, kYears, language);
  }
  return {};
}

std::string duration_text(std::string_view iso, Language language) {
  if (const auto calendar = YearsMonths::parse(iso); calendar && calendar->months() >= 0) {
    const std::int64_t months = calendar->months();
    return joined({{{months / 12, kYears}, {months % 12, kMonthsUnit}, {0, kDays}, {0, kDays}}},
                  {0, kMonthsUnit}, language);
  }
  if (const auto time = DaysTime::parse(iso); time && !time->is_negative() && time->nanoseconds() == 0) {
    const std::int64_t s = time->seconds();
    return joined(
        {{{s / 86400, kDays}, {s / 3600 % 24, kHours}, {s / 60 % 60, kMinutes}, {s % 60, kSeconds}}},
        {0, kDays}, language);
  }
  return std::string(iso);
}

}  // namespace zhilu
