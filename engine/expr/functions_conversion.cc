// SPDX-License-Identifier: MIT
// Conversion functions: number, string, not, is; those of dates are in functions_temporal.cc.
#include <algorithm>

#include "engine/expr/families.h"
#include "engine/expr/function_call.h"

namespace zhilu::expr {
namespace {

using T = TypeKind;

bool is_separator(const Value& value, std::string_view allowed) {
  return value.is_null() ||
         (value.as_string().size() == 1 && allowed.find(value.as_string()[0]) != allowed.npos);
}

Value number(FunctionCall& call) {
  const Value& grouping = call[1];
  const Value& decimal = call[2];
  if (!is_separator(grouping, " ,.")) return call.fail(1);
  if (!is_separator(decimal, ",.")) return call.fail(2);
  if (!grouping.is_null() && !decimal.is_null() && grouping.as_string() == decimal.as_string())
    return call.fail(2);
  std::string digits = call.text(0);
  if (!grouping.is_null()) std::erase(digits, grouping.as_string()[0]);
  if (!decimal.is_null() && decimal.as_string() == ",") {
    if (digits.find('.') != std::string::npos) return call.fail(0);
    std::replace(digits.begin(), digits.end(), ',', '.');
  }
  const std::optional<Decimal> value = Decimal::parse(digits);
  return value ? Value::number(*value) : call.fail(0);
}

Value string(FunctionCall& call) {
  if (call[0].is_null()) return Value::null();
  return Value::string(to_plain_text(call[0]));
}

Value negation(FunctionCall& call) {
  return logical_not(call[0]);
}

/// An argument that is left out counts as null.
Value is(FunctionCall& call) {
  if (call.signature() == 1) return Value::boolean(call[0].is_null());
  return Value::boolean(is_same(call[0], call[1]));
}

constexpr ParameterInfo kNumber[] = {
    {.name = "from", .type = T::String},
    {.name = "grouping separator", .type = T::String, .nullable = true},
    {.name = "decimal separator", .type = T::String, .nullable = true},
};
constexpr ParameterInfo kFrom[] = {{.name = "from", .nullable = true}};
constexpr ParameterInfo kNegand[] = {{.name = "negand", .type = T::Boolean, .nullable = true}};
constexpr ParameterInfo kIs[] = {{.name = "value1", .nullable = true},
                                 {.name = "value2", .arity = Arity::Optional, .nullable = true}};

constexpr SignatureInfo kNumberSignature[] = {{kNumber, T::Number}};
constexpr SignatureInfo kStringSignature[] = {{kFrom, T::String}};
constexpr SignatureInfo kNotSignature[] = {{kNegand, T::Boolean}};
constexpr ParameterInfo kIsSecond[] = {{.name = "value2", .nullable = true}};
constexpr SignatureInfo kIsSignature[] = {{kIs, T::Boolean}, {kIsSecond, T::Boolean}};

constexpr BuiltIn kFunctions[] = {
    {.name = "number",
     .signatures = kNumberSignature,
     .code = number,
     .zh = "把文本读成数；要说明千位分隔符和小数点用什么，没有就写 null。",
     .en = "Reads a text as a number, given its grouping and decimal separators (null for none)."},
    {.name = "string",
     .signatures = kStringSignature,
     .code = string,
     .zh = "把一个值写成文本。",
     .en = "Writes a value as text."},
    {.name = "not",
     .signatures = kNotSignature,
     .absorb = Absorb::Never,
     .code = negation,
     .zh = "真变假，假变真；不知道的仍然不知道。",
     .en = "True for false, false for true; what is not known stays unknown."},
    {.name = "is",
     .signatures = kIsSignature,
     .code = is,
     .zh = "两个值完全相同（类型、时区也相同）时为真。",
     .en = "True if two values are identical, in type and time zone too."},
};

}  // namespace

std::span<const BuiltIn> conversion_functions() {
  return kFunctions;
}

}  // namespace zhilu::expr
