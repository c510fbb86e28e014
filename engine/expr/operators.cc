// SPDX-License-Identifier: MIT
#include "engine/expr/operators.h"

#include <fmt/format.h>

#include "engine/expr/diagnostics.h"
#include "engine/expr/value_words.h"

namespace zhilu::expr {
namespace {

bool is_duration(TypeKind kind) {
  return kind == TypeKind::YearsMonths || kind == TypeKind::DaysTime;
}
bool is_moment(TypeKind kind) {
  return kind == TypeKind::Date || kind == TypeKind::DateTime;
}
bool is_moment(const Value& v) {
  return v.is(ValueKind::Date) || v.is(ValueKind::DateTime);
}
bool is_duration(const Value& v) {
  return v.is(ValueKind::YearsMonths) || v.is(ValueKind::DaysTime);
}

std::optional<TypeKind> sum_type(TypeKind a, TypeKind b) {
  if (a == b && (a == TypeKind::Number || a == TypeKind::String || is_duration(a))) return a;
  if (is_moment(a) && is_duration(b)) return a;
  if (is_duration(a) && is_moment(b)) return b;
  if (a == TypeKind::Time && b == TypeKind::DaysTime) return a;
  if (a == TypeKind::DaysTime && b == TypeKind::Time) return b;
  return std::nullopt;
}

std::optional<TypeKind> difference_type(TypeKind a, TypeKind b) {
  if (a == b && (a == TypeKind::Number || is_duration(a))) return a;
  if ((is_moment(a) && is_moment(b)) || (a == b && a == TypeKind::Time)) return TypeKind::DaysTime;
  if (is_moment(a) && is_duration(b)) return a;
  if (a == TypeKind::Time && b == TypeKind::DaysTime) return a;
  return std::nullopt;
}

/// A result that has no place in the range of its type is a null that says so.
template <class T, class Make>
Value or_overflow(const std::optional<T>& result, Make make) {
  return result ? make(*result) : Value::null(kDateOverflow);
}

Value wrong(NodeKind op, const Value& a, const Value& b) {
  if (a.is_null() && a.as_null().reason != nullptr) return a;
  if (b.is_null() && b.as_null().reason != nullptr) return b;
  if (a.is_null() || b.is_null()) return Value::null(kNullOperand, {std::string(operator_sign(op))});
  return Value::null(kWrongOperands, {std::string(operator_sign(op)), type_words(a), type_words(b)});
}

DateTime to_moment(const Value& v) {
  return v.is(ValueKind::Date) ? DateTime::from_date(v.as_date()) : v.as_date_time();
}

constexpr std::int64_t kSecondsPerDay = 86400;
constexpr std::int64_t kLastYear = 999'999'999;

Value date_plus(Date date, const Value& duration) {
  if (duration.is(ValueKind::YearsMonths)) {
    const std::int64_t months = duration.as_years_months().months();
    const YearMonthDay ymd = date.ymd();
    const std::int64_t last = 12 * kLastYear + 11;
    const std::int64_t room_up = last - (std::int64_t{ymd.year} * 12 + ymd.month - 1);
    const std::int64_t room_down = (std::int64_t{ymd.year} * 12 + ymd.month - 1) + 12 * kLastYear;
    if (months > room_up || months < -room_down) return Value::null(kDateOverflow);
    return Value::date(date.plus_months(months));
  }
  // Only whole days count, reckoned from midnight: a second before midnight is the day before.
  const std::int64_t seconds = duration.as_days_time().seconds();
  const std::int64_t days = seconds / kSecondsPerDay - (seconds % kSecondsPerDay < 0 ? 1 : 0);
  if (days > Date::kLastDay - date.days() || days < Date::kFirstDay - date.days())
    return Value::null(kDateOverflow);
  return Value::date(date.plus_days(days));
}

Value plus_duration(const Value& base, const Value& duration, const ZoneRules& zones) {
  if (base.is(ValueKind::Date)) return date_plus(base.as_date(), duration);
  if (base.is(ValueKind::Time)) return Value::time(base.as_time().plus(duration.as_days_time()));
  const DateTime& moment = base.as_date_time();
  const auto make = [](const DateTime& t) { return Value::date_time(t); };
  if (duration.is(ValueKind::YearsMonths))
    return or_overflow(moment.plus(duration.as_years_months(), zones), make);
  return or_overflow(moment.plus(duration.as_days_time(), zones), make);
}

Value negated_duration(const Value& v) {
  if (v.is(ValueKind::YearsMonths)) {
    return or_overflow(v.as_years_months().negated(), [](YearsMonths d) { return Value::years_months(d); });
  }
  return or_overflow(v.as_days_time().negated(), [](DaysTime d) { return Value::days_time(d); });
}

Value add(const Value& a, const Value& b, const ZoneRules& zones) {
  if (a.is(ValueKind::String) && b.is(ValueKind::String)) return Value::string(a.as_string() + b.as_string());
  if (a.kind() == b.kind() && a.is(ValueKind::YearsMonths)) {
    return or_overflow(a.as_years_months().plus(b.as_years_months()),
                       [](YearsMonths d) { return Value::years_months(d); });
  }
  if (a.kind() == b.kind() && a.is(ValueKind::DaysTime)) {
    return or_overflow(a.as_days_time().plus(b.as_days_time()),
                       [](DaysTime d) { return Value::days_time(d); });
  }
  const bool date_first =
      (is_moment(a) && is_duration(b)) || (a.is(ValueKind::Time) && b.is(ValueKind::DaysTime));
  if (date_first) return plus_duration(a, b, zones);
  const bool date_last =
      (is_duration(a) && is_moment(b)) || (a.is(ValueKind::DaysTime) && b.is(ValueKind::Time));
  if (date_last) return plus_duration(b, a, zones);
  return wrong(NodeKind::Add, a, b);
}

Value subtract(const Value& a, const Value& b, const ZoneRules& zones) {
  const auto make = [](DaysTime d) { return Value::days_time(d); };
  if (a.is(ValueKind::Date) && b.is(ValueKind::Date)) {
    const std::int64_t days = a.as_date().days() - b.as_date().days();
    return Value::days_time(DaysTime::from_seconds(days * kSecondsPerDay));
  }
  if (is_moment(a) && is_moment(b)) {
    const auto difference = to_moment(a).minus(to_moment(b));
    return difference ? make(*difference) : Value::null(kMixedZones);
  }
  if (a.is(ValueKind::Time) && b.is(ValueKind::Time)) {
    const auto difference = a.as_time().minus(b.as_time());
    return difference ? make(*difference) : Value::null(kMixedZones);
  }
  if (a.kind() == b.kind() && a.is(ValueKind::YearsMonths)) {
    return or_overflow(a.as_years_months().minus(b.as_years_months()),
                       [](YearsMonths d) { return Value::years_months(d); });
  }
  if (a.kind() == b.kind() && a.is(ValueKind::DaysTime))
    return or_overflow(a.as_days_time().minus(b.as_days_time()), make);
  if ((is_moment(a) && is_duration(b)) || (a.is(ValueKind::Time) && b.is(ValueKind::DaysTime))) {
    Value opposite = negated_duration(b);
    return opposite.is_null() ? opposite : plus_duration(a, opposite, zones);
  }
  return wrong(NodeKind::Subtract, a, b);
}

Value scale(const Value& duration, Decimal factor) {
  if (duration.is(ValueKind::YearsMonths)) {
    return or_overflow(duration.as_years_months().times(factor),
                       [](YearsMonths d) { return Value::years_months(d); });
  }
  return or_overflow(duration.as_days_time().times(factor), [](DaysTime d) { return Value::days_time(d); });
}

Value multiply(const Value& a, const Value& b) {
  if (is_duration(a) && b.is(ValueKind::Number)) return scale(a, b.as_number());
  if (a.is(ValueKind::Number) && is_duration(b)) return scale(b, a.as_number());
  return wrong(NodeKind::Multiply, a, b);
}

Value divide(const Value& a, const Value& b) {
  if (is_duration(a) && b.is(ValueKind::Number)) {
    if (b.as_number().is_zero()) return Value::null(kDivisionByZero);
    if (a.is(ValueKind::YearsMonths)) {
      return or_overflow(a.as_years_months().divided_by(b.as_number()),
                         [](YearsMonths d) { return Value::years_months(d); });
    }
    return or_overflow(a.as_days_time().divided_by(b.as_number()),
                       [](DaysTime d) { return Value::days_time(d); });
  }
  const auto make = [](Decimal d) { return Value::number(d); };
  if (a.kind() == b.kind() && a.is(ValueKind::YearsMonths)) {
    if (b.as_years_months().months() == 0) return Value::null(kDivisionByZero);
    return or_overflow(a.as_years_months().divided_by(b.as_years_months()), make);
  }
  if (a.kind() == b.kind() && a.is(ValueKind::DaysTime)) {
    if (b.as_days_time() == DaysTime()) return Value::null(kDivisionByZero);
    return or_overflow(a.as_days_time().divided_by(b.as_days_time()), make);
  }
  return wrong(NodeKind::Divide, a, b);
}

Value number_arithmetic(NodeKind op, Decimal a, Decimal b) {
  switch (op) {
    case NodeKind::Add:
      return Value::number(Decimal::add(a, b));
    case NodeKind::Subtract:
      return Value::number(Decimal::subtract(a, b));
    case NodeKind::Multiply:
      return Value::number(Decimal::multiply(a, b));
    case NodeKind::Divide:
      if (b.is_zero()) return Value::null(kDivisionByZero);
      return Value::number(Decimal::divide(a, b));
    default:
      return Value::number(Decimal::power(a, b));
  }
}

}  // namespace

std::string_view operator_sign(NodeKind kind) {
  switch (kind) {
    case NodeKind::Negate:
      return "-";
    case NodeKind::Add:
      return "+";
    case NodeKind::Subtract:
      return "-";
    case NodeKind::Multiply:
      return "*";
    case NodeKind::Divide:
      return "/";
    case NodeKind::Power:
      return "**";
    case NodeKind::Equal:
      return "=";
    case NodeKind::NotEqual:
      return "!=";
    case NodeKind::Less:
      return "<";
    case NodeKind::LessEqual:
      return "<=";
    case NodeKind::Greater:
      return ">";
    case NodeKind::GreaterEqual:
      return ">=";
    case NodeKind::And:
      return "and";
    case NodeKind::Or:
      return "or";
    case NodeKind::Not:
      return "not";
    case NodeKind::Between:
      return "between";
    case NodeKind::In:
      return "in";
    case NodeKind::If:
      return "if";
    case NodeKind::Some:
      return "some";
    case NodeKind::Every:
      return "every";
    default:
      return {};
  }
}

std::string_view relation_sign(Relation relation) {
  switch (relation) {
    case Relation::Equal:
      return "=";
    case Relation::NotEqual:
      return "!=";
    case Relation::Less:
      return "<";
    case Relation::LessEqual:
      return "<=";
    case Relation::Greater:
      return ">";
    case Relation::GreaterEqual:
      return ">=";
  }
  return {};
}

std::optional<TypeKind> arithmetic_type(NodeKind op, TypeKind a, TypeKind b) {
  const auto open = [](TypeKind kind) { return kind == TypeKind::Any || kind == TypeKind::Null; };
  if (open(a) || open(b)) return TypeKind::Any;
  switch (op) {
    case NodeKind::Add:
      return sum_type(a, b);
    case NodeKind::Subtract:
      return difference_type(a, b);
    case NodeKind::Multiply:
      if (a == TypeKind::Number && (b == TypeKind::Number || is_duration(b))) return b;
      if (is_duration(a) && b == TypeKind::Number) return a;
      return std::nullopt;
    case NodeKind::Divide:
      if (b == TypeKind::Number && (a == TypeKind::Number || is_duration(a))) return a;
      if (a == b && is_duration(a)) return TypeKind::Number;
      return std::nullopt;
    default:
      if (a == TypeKind::Number && b == TypeKind::Number) return TypeKind::Number;
      return std::nullopt;
  }
}

Value arithmetic(NodeKind op, const Value& a, const Value& b, const ZoneRules& zones) {
  if (a.is(ValueKind::Number) && b.is(ValueKind::Number))
    return number_arithmetic(op, a.as_number(), b.as_number());
  if (a.is_open() || b.is_open()) return merge_unknown(a, b);
  switch (op) {
    case NodeKind::Add:
      return add(a, b, zones);
    case NodeKind::Subtract:
      return subtract(a, b, zones);
    case NodeKind::Multiply:
      return multiply(a, b);
    case NodeKind::Divide:
      return divide(a, b);
    default:
      return wrong(op, a, b);
  }
}

Value negate(const Value& a) {
  if (a.is(ValueKind::Number)) return Value::number(a.as_number().negated());
  if (a.is_open()) return merge_unknown(a, a);
  if (is_duration(a)) return negated_duration(a);
  if (a.is_null()) return a.as_null().reason != nullptr ? a : Value::null(kNullOperand, {"-"});
  return Value::null(kWrongOperand, {"-", type_words(a)});
}

}  // namespace zhilu::expr
