// SPDX-License-Identifier: MIT
// Functions on numbers.
#include "engine/expr/families.h"
#include "engine/expr/function_call.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;
using Rounding = Decimal::Rounding;

Value round_to(FunctionCall& call, Rounding mode) {
  const std::int64_t scale = call.given(1) ? whole_part(call.number(1)).value_or(INT32_MAX) : 0;
  if (scale > INT32_MAX || scale < INT32_MIN) return call.fail(1);
  const std::optional<Decimal> result = Decimal::round(call.number(0), static_cast<int>(scale), mode);
  return result ? Value::number(*result) : call.fail(1);
}

Value decimal(FunctionCall& call) {
  return round_to(call, Rounding::HalfEven);
}
Value floor(FunctionCall& call) {
  return round_to(call, Rounding::Floor);
}
Value ceiling(FunctionCall& call) {
  return round_to(call, Rounding::Ceiling);
}
Value round_up(FunctionCall& call) {
  return round_to(call, Rounding::Up);
}
Value round_down(FunctionCall& call) {
  return round_to(call, Rounding::Down);
}
Value round_half_up(FunctionCall& call) {
  return round_to(call, Rounding::HalfUp);
}
Value round_half_down(FunctionCall& call) {
  return round_to(call, Rounding::HalfDown);
}

Value abs(FunctionCall& call) {
  const Value& n = call[0];
  if (n.is(ValueKind::Number)) return Value::number(n.as_number().absolute());
  if (n.is(ValueKind::YearsMonths)) {
    if (n.as_years_months().months() >= 0) return n;
    const auto positive = n.as_years_months().negated();
    return positive ? Value::years_months(*positive) : call.fail(0);
  }
  if (n.is(ValueKind::DaysTime)) {
    if (!n.as_days_time().is_negative()) return n;
    const auto positive = n.as_days_time().negated();
    return positive ? Value::days_time(*positive) : call.fail(0);
  }
  return call.fail(0);
}

Value modulo(FunctionCall& call) {
  if (call.number(1).is_zero()) return call.fail(kDivisionByZero);
  return Value::number(Decimal::modulo(call.number(0), call.number(1)));
}

Value sqrt(FunctionCall& call) {
  const std::optional<Decimal> root = Decimal::sqrt(call.number(0));
  return root ? Value::number(*root) : call.fail(0);
}

Value log(FunctionCall& call) {
  const std::optional<Decimal> logarithm = Decimal::log(call.number(0));
  return logarithm ? Value::number(*logarithm) : call.fail(0);
}

Value exp(FunctionCall& call) {
  return Value::number(Decimal::exp(call.number(0)));
}

Value parity(FunctionCall& call, bool odd) {
  if (!call.number(0).is_integer()) return call.fail(0);
  const std::optional<Decimal> rest = Decimal::modulo(call.number(0), Decimal(2));
  return rest ? Value::boolean(rest->is_zero() != odd) : call.fail(0);
}
Value odd(FunctionCall& call) {
  return parity(call, true);
}
Value even(FunctionCall& call) {
  return parity(call, false);
}

constexpr ParameterInfo kNScale[] = {{.name = "n", .type = T::Number}, {.name = "scale", .type = T::Number}};
constexpr ParameterInfo kNMaybeScale[] = {{.name = "n", .type = T::Number},
                                          {.name = "scale", .type = T::Number, .arity = Arity::Optional}};
constexpr ParameterInfo kN[] = {{.name = "n"}};
constexpr ParameterInfo kNumber[] = {{.name = "number", .type = T::Number}};
constexpr ParameterInfo kModulo[] = {{.name = "dividend", .type = T::Number},
                                     {.name = "divisor", .type = T::Number}};

constexpr SignatureInfo kRound[] = {{kNScale, T::Number}};
constexpr SignatureInfo kFloor[] = {{kNMaybeScale, T::Number}};
constexpr SignatureInfo kAbs[] = {{kN, T::Any}};
constexpr SignatureInfo kToNumber[] = {{kNumber, T::Number}};
constexpr SignatureInfo kToBoolean[] = {{kNumber, T::Boolean}};
constexpr SignatureInfo kModuloSignature[] = {{kModulo, T::Number}};

constexpr BuiltIn kFunctions[] = {
    {.name = "decimal",
     .signatures = kRound,
     .code = decimal,
     .zh = "舍入到若干位小数，正好一半时取偶数。",
     .en = "Rounds to a number of decimals, halves to the even neighbour."},
    {.name = "floor",
     .signatures = kFloor,
     .code = floor,
     .zh = "不大于它的最大的数，可以指定小数位数。",
     .en = "The largest number not above it, with a number of decimals."},
    {.name = "ceiling",
     .signatures = kFloor,
     .code = ceiling,
     .zh = "不小于它的最小的数，可以指定小数位数。",
     .en = "The smallest number not below it, with a number of decimals."},
    {.name = "round up",
     .signatures = kRound,
     .code = round_up,
     .zh = "舍入到若干位小数，总是远离零。",
     .en = "Rounds away from zero."},
    {.name = "round down",
     .signatures = kRound,
     .code = round_down,
     .zh = "舍入到若干位小数，总是靠近零。",
     .en = "Rounds towards zero."},
    {.name = "round half up",
     .signatures = kRound,
     .code = round_half_up,
     .zh = "四舍五入到若干位小数。",
     .en = "Rounds to the nearest, halves away from zero."},
    {.name = "round half down",
     .signatures = kRound,
     .code = round_half_down,
     .zh = "五舍六入到若干位小数。",
     .en = "Rounds to the nearest, halves towards zero."},
    {.name = "abs",
     .signatures = kAbs,
     .code = abs,
     .zh = "数或时长的绝对值。",
     .en = "The absolute value of a number or duration."},
    {.name = "modulo",
     .signatures = kModuloSignature,
     .code = modulo,
     .zh = "除法的余数，符号与除数相同。",
     .en = "The remainder of a division, with the sign of the divisor."},
    {.name = "sqrt", .signatures = kToNumber, .code = sqrt, .zh = "平方根。", .en = "The square root."},
    {.name = "log", .signatures = kToNumber, .code = log, .zh = "自然对数。", .en = "The natural logarithm."},
    {.name = "exp",
     .signatures = kToNumber,
     .code = exp,
     .zh = "e 的乘方。",
     .en = "e to the power of a number."},
    {.name = "odd",
     .signatures = kToBoolean,
     .code = odd,
     .zh = "是奇数时为真。",
     .en = "True for odd numbers."},
    {.name = "even",
     .signatures = kToBoolean,
     .code = even,
     .zh = "是偶数时为真。",
     .en = "True for even numbers."},
};

}  // namespace

std::span<const BuiltIn> numeric_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr
