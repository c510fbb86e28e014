// SPDX-License-Identifier: MIT
// What stands behind a dot: entries of contexts, parts of dates, times, durations and ranges.
#include <array>

#include "engine/expr/diagnostics.h"
#include "engine/expr/operators.h"
#include "engine/expr/value_words.h"

namespace zhilu::expr {
namespace {

enum class Part : std::uint8_t {
  Year,
  Month,
  Day,
  Weekday,
  Hour,
  Minute,
  Second,
  TimeOffset,
  Timezone,
  Years,
  Months,
  Days,
  Hours,
  Minutes,
  Seconds,
  Start,
  End,
  StartIncluded,
  EndIncluded
};

struct Property {
  TypeKind owner;
  std::string_view name;
  Part part;
  TypeKind type;
};
constexpr std::array kProperties{
    Property{TypeKind::Date, "year", Part::Year, TypeKind::Number},
    Property{TypeKind::Date, "month", Part::Month, TypeKind::Number},
    Property{TypeKind::Date, "day", Part::Day, TypeKind::Number},
    Property{TypeKind::Date, "weekday", Part::Weekday, TypeKind::Number},
    Property{TypeKind::DateTime, "year", Part::Year, TypeKind::Number},
    Property{TypeKind::DateTime, "month", Part::Month, TypeKind::Number},
    Property{TypeKind::DateTime, "day", Part::Day, TypeKind::Number},
    Property{TypeKind::DateTime, "weekday", Part::Weekday, TypeKind::Number},
    Property{TypeKind::DateTime, "hour", Part::Hour, TypeKind::Number},
    Property{TypeKind::DateTime, "minute", Part::Minute, TypeKind::Number},
    Property{TypeKind::DateTime, "second", Part::Second, TypeKind::Number},
    Property{TypeKind::DateTime, "time offset", Part::TimeOffset, TypeKind::DaysTime},
    Property{TypeKind::DateTime, "timezone", Part::Timezone, TypeKind::String},
    Property{TypeKind::Time, "hour", Part::Hour, TypeKind::Number},
    Property{TypeKind::Time, "minute", Part::Minute, TypeKind::Number},
    Property{TypeKind::Time, "second", Part::Second, TypeKind::Number},
    Property{TypeKind::Time, "time offset", Part::TimeOffset, TypeKind::DaysTime},
    Property{TypeKind::Time, "timezone", Part::Timezone, TypeKind::String},
    Property{TypeKind::YearsMonths, "years", Part::Years, TypeKind::Number},
    Property{TypeKind::YearsMonths, "months", Part::Months, TypeKind::Number},
    Property{TypeKind::DaysTime, "days", Part::Days, TypeKind::Number},
    Property{TypeKind::DaysTime, "hours", Part::Hours, TypeKind::Number},
    Property{TypeKind::DaysTime, "minutes", Part::Minutes, TypeKind::Number},
    Property{TypeKind::DaysTime, "seconds", Part::Seconds, TypeKind::Number},
    Property{TypeKind::Range, "start", Part::Start, TypeKind::Any},
    Property{TypeKind::Range, "end", Part::End, TypeKind::Any},
    Property{TypeKind::Range, "start included", Part::StartIncluded, TypeKind::Boolean},
    Property{TypeKind::Range, "end included", Part::EndIncluded, TypeKind::Boolean},
};

const Property* find_property(TypeKind owner, std::string_view name) {
  for (const Property& property : kProperties) {
    if (property.owner == owner && property.name == name) return &property;
  }
  return nullptr;
}

Value number(std::int64_t n) {
  return Value::number(Decimal(n));
}

Value date_part(Date date, Part part) {
  const YearMonthDay ymd = date.ymd();
  switch (part) {
    case Part::Year:
      return number(ymd.year);
    case Part::Month:
      return number(ymd.month);
    case Part::Day:
      return number(ymd.day);
    default:
      return number(date.weekday());
  }
}

Value time_part(const Time& time, Part part) {
  switch (part) {
    case Part::Hour:
      return number(time.hour());
    case Part::Minute:
      return number(time.minute());
    case Part::Second:
      return number(time.second());
    case Part::TimeOffset:
      if (time.zone().is_local()) return Value::null();
      return Value::days_time(DaysTime::from_seconds(time.zone().offset()));
    default:
      if (time.zone().name().empty()) return Value::null();
      return Value::string(std::string(time.zone().name()));
  }
}

Value duration_part(DaysTime duration, Part part) {
  // Towards zero: -P1DT2H has -1 days and -2 hours.
  std::int64_t seconds = duration.seconds();
  if (seconds < 0 && duration.nanoseconds() > 0) ++seconds;
  switch (part) {
    case Part::Days:
      return number(seconds / 86400);
    case Part::Hours:
      return number(seconds % 86400 / 3600);
    case Part::Minutes:
      return number(seconds % 3600 / 60);
    default:
      return number(seconds % 60);
  }
}

Value range_part(const Range& range, Part part) {
  switch (part) {
    case Part::Start:
      return range.low.value_or(Value::null());
    case Part::End:
      return range.high.value_or(Value::null());
    case Part::StartIncluded:
      return Value::boolean(range.low_closed);
    default:
      return Value::boolean(range.high_closed);
  }
}

Value part_of(const Value& base, Part part) {
  switch (base.kind()) {
    case ValueKind::Date:
      return date_part(base.as_date(), part);
    case ValueKind::Time:
      return time_part(base.as_time(), part);
    case ValueKind::DateTime:
      if (part <= Part::Weekday) return date_part(base.as_date_time().date(), part);
      return time_part(base.as_date_time().time(), part);
    case ValueKind::YearsMonths: {
      const std::int64_t months = base.as_years_months().months();
      return number(part == Part::Years ? months / 12 : months % 12);
    }
    case ValueKind::DaysTime:
      return duration_part(base.as_days_time(), part);
    case ValueKind::Range:
      return range_part(base.as_range(), part);
    default:
      return Value::null();
  }
}

}  // namespace

Value property(const Value& base, std::string_view name) {
  if (base.is(ValueKind::Context)) {
    const Value* entry = base.as_context().find(name);
    if (entry != nullptr) return *entry;
    return Value::null(kNoSuchEntry, {std::string(name), "context"});
  }
  if (base.is(ValueKind::List)) {
    std::vector<Value> items;
    items.reserve(base.as_list().size());
    for (const Value& item : base.as_list()) items.push_back(property(item, name));
    return Value::list(std::move(items));
  }
  if (base.is_open()) return merge_unknown(base, base);
  if (base.is_null() && base.as_null().reason != nullptr) return base;
  const TypeKind type = type_of(base).kind();
  if (const Property* found = find_property(type, name)) return part_of(base, found->part);
  return Value::null(kNoSuchEntry, {std::string(name), type_words(base)});
}

std::optional<Type> property_type(const Type& base, std::string_view name) {
  switch (base.kind()) {
    case TypeKind::Any:
    case TypeKind::Null:
      return Type(TypeKind::Any);
    case TypeKind::Context: {
      const Type* entry = base.find_entry(name);
      if (entry != nullptr) return *entry;
      if (base.entries().empty()) return Type(TypeKind::Any);
      return std::nullopt;
    }
    case TypeKind::List: {
      const std::optional<Type> of_item = property_type(base.element(), name);
      if (!of_item) return std::nullopt;
      return Type::list(*of_item);
    }
    default:
      break;
  }
  const Property* found = find_property(base.kind(), name);
  if (found == nullptr) return std::nullopt;
  if (found->part == Part::Start || found->part == Part::End) return base.element();
  return Type(found->type);
}

}  // namespace zhilu::expr
