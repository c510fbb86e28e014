// SPDX-License-Identifier: MIT
// Dates, times and durations: conversions, parts, and the current day.
#include <array>

#include "engine/expr/families.h"
#include "engine/expr/function_call.h"
#include "engine/expr/temporal.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;

/// The number as an int; empty if it is not whole or does not fit.
std::optional<std::int32_t> whole(const Value& value) {
  const std::optional<std::int64_t> n = value.as_number().to_int64();
  if (!n || *n > INT32_MAX || *n < INT32_MIN) return std::nullopt;
  return static_cast<std::int32_t>(*n);
}

Value date_from(FunctionCall& call) {
  const Value& from = call[0];
  if (from.is(ValueKind::Date)) return from;
  if (from.is(ValueKind::DateTime)) return Value::date(from.as_date_time().date());
  if (!from.is(ValueKind::String)) return call.fail(0);
  const std::optional<zhilu::Date> date = zhilu::Date::parse(from.as_string());
  return date ? Value::date(*date) : call.fail(0);
}

Value date(FunctionCall& call) {
  if (call.signature() == 0) return date_from(call);
  const auto year = whole(call[0]);
  const auto month = whole(call[1]);
  const auto day = whole(call[2]);
  if (!year) return call.fail(0);
  if (!month) return call.fail(1);
  if (!day) return call.fail(2);
  const std::optional<zhilu::Date> result = zhilu::Date::from_ymd(*year, *month, *day);
  return result ? Value::date(*result) : call.fail(kBadTemporal, {"date"});
}

Value time_from(FunctionCall& call) {
  const Value& from = call[0];
  if (from.is(ValueKind::Time)) return from;
  if (from.is(ValueKind::DateTime)) return Value::time(from.as_date_time().time());
  if (from.is(ValueKind::Date)) return Value::time(DateTime::from_date(from.as_date()).time());
  if (!from.is(ValueKind::String)) return call.fail(0);
  std::optional<zhilu::Time> time = zhilu::Time::parse(from.as_string(), call.zones());
  return time ? Value::time(*std::move(time)) : call.fail(0);
}

Value time(FunctionCall& call) {
  if (call.signature() == 0) return time_from(call);
  const auto hour = whole(call[0]);
  const auto minute = whole(call[1]);
  if (!hour) return call.fail(0);
  if (!minute) return call.fail(1);
  const std::optional<Decimal> seconds = Decimal::round(call.number(2), 0, Decimal::Rounding::Floor);
  const auto second = seconds ? whole(Value::number(*seconds)) : std::nullopt;
  if (!second) return call.fail(2);
  const auto rest = Decimal::subtract(call.number(2), *seconds);
  const auto nanoseconds = rest ? Decimal::multiply(*rest, Decimal(1'000'000'000)) : std::nullopt;
  const auto nanosecond = nanoseconds ? whole_part(*nanoseconds) : std::nullopt;
  Zone zone;
  if (call[3].is(ValueKind::DaysTime)) {
    const std::int64_t offset = call[3].as_days_time().seconds();
    const bool fits = offset > -86400 && offset < 86400;
    const std::optional<Zone> given =
        fits ? Zone::from_offset(static_cast<std::int32_t>(offset)) : std::nullopt;
    if (!given) return call.fail(3);
    zone = *given;
  }
  std::optional<zhilu::Time> result =
      zhilu::Time::from_parts(*hour, *minute, *second, static_cast<int>(nanosecond.value_or(0)), zone);
  return result ? Value::time(*std::move(result)) : call.fail(kBadTemporal, {"time"});
}

Value date_and_time(FunctionCall& call) {
  if (call.signature() == 1) {
    const zhilu::Date day = call[0].is(ValueKind::Date) ? call[0].as_date() : call[0].as_date_time().date();
    return Value::date_time(DateTime(day, call[1].as_time(), call.zones()));
  }
  const Value& from = call[0];
  if (from.is(ValueKind::DateTime)) return from;
  if (from.is(ValueKind::Date))
    return Value::date_time(DateTime(from.as_date(), zhilu::Time(), call.zones()));
  if (!from.is(ValueKind::String)) return call.fail(0);
  if (const auto day = zhilu::Date::parse(from.as_string())) {
    return Value::date_time(DateTime(*day, zhilu::Time(), call.zones()));
  }
  std::optional<DateTime> moment = DateTime::parse(from.as_string(), call.zones());
  return moment ? Value::date_time(*std::move(moment)) : call.fail(0);
}

Value duration(FunctionCall& call) {
  if (call[0].is(ValueKind::YearsMonths) || call[0].is(ValueKind::DaysTime)) return call[0];
  if (!call[0].is(ValueKind::String)) return call.fail(0);
  std::optional<Value> value = parse_duration(call.text(0));
  return value ? *std::move(value) : call.fail(0);
}

std::optional<zhilu::Date> day_of(const Value& value) {
  if (value.is(ValueKind::Date)) return value.as_date();
  if (value.is(ValueKind::DateTime)) return value.as_date_time().date();
  return std::nullopt;
}

Value years_and_months_duration(FunctionCall& call) {
  const auto from = day_of(call[0]);
  const auto to = day_of(call[1]);
  if (!from) return call.fail(0);
  if (!to) return call.fail(1);
  return Value::years_months(months_between(*from, *to));
}

Value today(FunctionCall& call) {
  const std::optional<zhilu::Date> day = call.environment().today();
  return day ? Value::date(*day) : Value::unknown(FactSet());
}

Value now(FunctionCall& call) {
  const std::optional<zhilu::Date> day = call.environment().today();
  return day ? Value::date_time(DateTime(*day, zhilu::Time(), call.zones())) : Value::unknown(FactSet());
}

std::int64_t day_number(zhilu::Date day) {
  return day.days() - zhilu::Date::from_ymd(day.ymd().year, 1, 1)->days() + 1;
}

/// ISO 8601: weeks begin on Monday, week 1 is that of the year's first Thursday.
std::int64_t week_number(zhilu::Date day) {
  const zhilu::Date thursday = day.plus_days(4 - day.weekday());
  return (day_number(thursday) - 1) / 7 + 1;
}

Value day_of_year(FunctionCall& call) {
  const auto day = day_of(call[0]);
  return day ? Value::number(Decimal(day_number(*day))) : call.fail(0);
}

Value week_of_year(FunctionCall& call) {
  const auto day = day_of(call[0]);
  return day ? Value::number(Decimal(week_number(*day))) : call.fail(0);
}

Value day_of_week(FunctionCall& call) {
  static constexpr std::array kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                    "Friday", "Saturday", "Sunday"};
  const auto day = day_of(call[0]);
  return day ? Value::string(std::string(kDays[static_cast<std::size_t>(day->weekday() - 1)])) : call.fail(0);
}

Value month_of_year(FunctionCall& call) {
  static constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
  const auto day = day_of(call[0]);
  return day ? Value::string(std::string(kMonths[static_cast<std::size_t>(day->ymd().month - 1)]))
             : call.fail(0);
}

constexpr ParameterInfo kFrom[] = {{.name = "from"}};
constexpr ParameterInfo kYearMonthDay[] = {{.name = "year", .type = T::Number},
                                           {.name = "month", .type = T::Number},
                                           {.name = "day", .type = T::Number}};
constexpr ParameterInfo kTime[] = {
    {.name = "hour", .type = T::Number},
    {.name = "minute", .type = T::Number},
    {.name = "second", .type = T::Number},
    {.name = "offset", .type = T::DaysTime, .arity = Arity::Optional, .nullable = true}};
// The date may be a date and time as well; the first of the two signatures that fits is taken.
constexpr ParameterInfo kMomentTime[] = {{.name = "date", .type = T::DateTime},
                                         {.name = "time", .type = T::Time}};
constexpr ParameterInfo kFromTo[] = {{.name = "from"}, {.name = "to"}};
constexpr ParameterInfo kDate[] = {{.name = "date"}};

constexpr SignatureInfo kDateSignatures[] = {{kFrom, T::Date}, {kYearMonthDay, T::Date}};
constexpr SignatureInfo kTimeSignatures[] = {{kFrom, T::Time}, {kTime, T::Time}};
constexpr SignatureInfo kMomentSignatures[] = {{kFrom, T::DateTime}, {kMomentTime, T::DateTime}};
constexpr SignatureInfo kDuration[] = {{kFrom, T::Any}};
constexpr SignatureInfo kYearsMonths[] = {{kFromTo, T::YearsMonths}};
constexpr SignatureInfo kToday[] = {{{}, T::Date}};
constexpr SignatureInfo kNow[] = {{{}, T::DateTime}};
constexpr SignatureInfo kToNumber[] = {{kDate, T::Number}};
constexpr SignatureInfo kToString[] = {{kDate, T::String}};

constexpr BuiltIn kFunctions[] = {
    {.name = "date",
     .signatures = kDateSignatures,
     .code = date,
     .zh = "由文本、时间点或年月日得到日期。",
     .en = "A date from a text, a date and time, or year, month and day."},
    {.name = "time",
     .signatures = kTimeSignatures,
     .code = time,
     .zh = "由文本、时间点或时分秒得到时刻。",
     .en = "A time of day from a text, a date and time, or hour, minute and second."},
    {.name = "date and time",
     .signatures = kMomentSignatures,
     .code = date_and_time,
     .zh = "由文本或日期和时刻得到时间点。",
     .en = "A date and time from a text, or from a date and a time."},
    {.name = "duration",
     .signatures = kDuration,
     .code = duration,
     .zh = "由文本得到时长，如 \"P7D\"、\"P3Y\"。",
     .en = "A duration from a text such as \"P7D\" or \"P3Y\"."},
    {.name = "years and months duration",
     .signatures = kYearsMonths,
     .code = years_and_months_duration,
     .zh = "两个日期之间有多少整年整月。",
     .en = "The whole years and months between two dates."},
    {.name = "today",
     .signatures = kToday,
     .pure = false,
     .code = today,
     .zh = "今天。",
     .en = "The current day."},
    {.name = "now",
     .signatures = kNow,
     .pure = false,
     .code = now,
     .zh = "今天零点；引擎只知道日期。",
     .en = "The start of the current day; the engine knows the day only."},
    {.name = "day of year",
     .signatures = kToNumber,
     .code = day_of_year,
     .zh = "一年里的第几天。",
     .en = "The number of the day in its year."},
    {.name = "week of year",
     .signatures = kToNumber,
     .code = week_of_year,
     .zh = "一年里的第几周（ISO 8601）。",
     .en = "The number of the week in its year (ISO 8601)."},
    {.name = "day of week",
     .signatures = kToString,
     .code = day_of_week,
     .zh = "星期几，英文。",
     .en = "The name of the weekday."},
    {.name = "month of year",
     .signatures = kToString,
     .code = month_of_year,
     .zh = "几月，英文。",
     .en = "The name of the month."},
};

}  // namespace

std::span<const BuiltIn> temporal_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr
