// SPDX-License-Identifier: MIT
// What FEEL lacks and this domain needs: working days, and what has happened in the matter.
#include "engine/expr/families.h"
#include "engine/expr/function_call.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;

/// More than any limit in law; keeps the walk over the calendar short.
constexpr std::int64_t kMaxWorkingDays = 100'000;

const Calendar& calendar_of(const FunctionCall& call) {
  static const Calendar kWeekendsOnly;
  const Calendar* calendar = call.environment().calendar();
  return calendar != nullptr ? *calendar : kWeekendsOnly;
}

Value working_days_between(FunctionCall& call) {
  return Value::number(Decimal(calendar_of(call).working_days_between(call[0].as_date(), call[1].as_date())));
}

Value add_working_days(FunctionCall& call) {
  const std::optional<std::int64_t> days = call.number(1).to_int64();
  if (!days || *days < 0 || *days > kMaxWorkingDays) return call.fail(1);
  const DueDate due = calendar_of(call).add_working_days(call[0].as_date(), static_cast<std::int32_t>(*days));
  return Value::date(due.date);
}

Value event(FunctionCall& call) {
  return call.environment().event(call.text(0));
}

constexpr ParameterInfo kFromTo[] = {{.name = "from", .type = T::Date}, {.name = "to", .type = T::Date}};
constexpr ParameterInfo kDateN[] = {{.name = "date", .type = T::Date}, {.name = "n", .type = T::Number}};
constexpr ParameterInfo kOf[] = {{.name = "step or channel", .type = T::String}};

constexpr SignatureInfo kToNumber[] = {{kFromTo, T::Number}};
constexpr SignatureInfo kToDate[] = {{kDateN, T::Date}};
constexpr SignatureInfo kToContext[] = {{kOf, T::Context}};

constexpr BuiltIn kFunctions[] = {
    {.name = "working days between",
     .signatures = kToNumber,
     .pure = false,
     .code = working_days_between,
     .zh = "从一天之后到另一天（含）有多少个工作日，按公布的放假和调休安排。",
     .en = "Working days after one day up to and including another, by the published calendar."},
    {.name = "add working days",
     .signatures = kToDate,
     .pure = false,
     .code = add_working_days,
     .zh = "若干个工作日之后的那一天，当天不算。",
     .en = "The day a number of working days after another, which is not counted."},
    {.name = "event",
     .signatures = kToContext,
     .pure = false,
     .code = event,
     .zh = "某个步骤或渠道最近的进展 {what, on, number}；没有则为 null。",
     .en = "The latest event of a step or channel, {what, on, number}; null if nothing has happened."},
};

}  // namespace

std::span<const BuiltIn> domain_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr
