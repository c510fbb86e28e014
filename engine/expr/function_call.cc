// SPDX-License-Identifier: MIT
#include "engine/expr/function_call.h"
#include "engine/expr/value_words.h"

#include <algorithm>

namespace zhilu::expr {
namespace {

/// Must the result be unknown, whatever the function does?
bool absorbs(const BuiltIn& function, const ArgumentPlan& plan, const std::vector<Value>& arguments) {
  switch (function.absorb) {
    case Absorb::Whole:
      return std::any_of(arguments.begin(), arguments.end(), has_open);
    case Absorb::Never:
      return false;
    case Absorb::Surface:
      break;
  }
  // What the function only passes on may be unknown.
  for (std::size_t p = 0; p < plan.argument.size(); ++p) {
    const ParameterInfo& parameter = plan.signature->parameters[p];
    if (plan.argument[p] == ArgumentPlan::kAbsent || parameter.type == TypeKind::Any) continue;
    const auto first = arguments.begin() + plan.argument[p];
    const auto last = parameter.arity == Arity::Rest ? arguments.end() : first + 1;
    if (std::any_of(first, last, [](const Value& value) { return value.is_open(); })) return true;
  }
  return false;
}

/// Puts the arguments into the order of the parameters. Empty with a reason in `fault` if they do not fit.
std::optional<std::vector<Value>> arrange(const BuiltIn& function, const ArgumentPlan& plan,
                                          const std::vector<Value>& arguments, Value& fault) {
  std::vector<Value> arranged;
  arranged.reserve(plan.argument.size());
  for (std::size_t p = 0; p < plan.argument.size(); ++p) {
    if (plan.argument[p] == ArgumentPlan::kAbsent) {
      arranged.emplace_back();
      continue;
    }
    const ParameterInfo& parameter = plan.signature->parameters[p];
    const std::size_t first = plan.argument[p];
    const bool many =
        parameter.arity == Arity::Rest || (parameter.arity == Arity::Spread && arguments.size() - first > 1);
    Value value = many
                      ? Value::list({arguments.begin() + static_cast<std::ptrdiff_t>(first), arguments.end()})
                      : arguments[first];
    if (value.is_null() && !parameter.nullable) {
      fault = value.as_null().reason != nullptr
                  ? value
                  : Value::null(kArgumentNull, {std::string(function.name), std::string(parameter.name)});
      return std::nullopt;
    }
    // What is open has got here because the function settles what it can.
    const bool fits = value.is_null() || value.is_open() || fit(value, parameter.type);
    if (!fits) {
      fault = Value::null(kArgumentType,
                          {std::string(function.name), std::string(parameter.name),
                           full_type(parameter.type, parameter.element).to_string(), type_words(value)});
      return std::nullopt;
    }
    arranged.push_back(std::move(value));
  }
  return arranged;
}

}  // namespace

bool has_open(const Value& value) {
  if (value.is_open()) return true;
  if (value.is(ValueKind::List)) {
    const auto& items = value.as_list();
    return std::any_of(items.begin(), items.end(), has_open);
  }
  if (value.is(ValueKind::Context)) {
    const auto& entries = value.as_context().entries();
    return std::any_of(entries.begin(), entries.end(),
                       [](const auto& entry) { return has_open(entry.second); });
  }
  if (value.is(ValueKind::Range)) {
    const Range& range = value.as_range();
    return (range.low && has_open(*range.low)) || (range.high && has_open(*range.high));
  }
  return false;
}

std::optional<std::int64_t> whole_part(Decimal number) {
  const std::optional<Decimal> whole = Decimal::round(number, 0, Decimal::Rounding::Down);
  return whole ? whole->to_int64() : std::nullopt;
}

Value FunctionCall::fail(std::size_t parameter) const {
  return Value::null(kArgumentValue,
                     {std::string(function_.name), std::string(plan_.signature->parameters[parameter].name),
                      value_words(arguments_[parameter])});
}

Value call_built_in(const BuiltIn& function, const std::vector<ArgumentPlan>& plans,
                    const std::vector<Value>& arguments, Runtime& runtime) {
  if (absorbs(function, plans.front(), arguments)) {
    FactSet missing;
    for (const Value& argument : arguments) argument.add_missing(missing);
    return Value::unknown(missing);
  }
  Value first_fault;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    Value fault;
    std::optional<std::vector<Value>> arranged = arrange(function, plans[i], arguments, fault);
    if (!arranged) {
      if (i == 0) first_fault = std::move(fault);
      continue;
    }
    FunctionCall call(function, plans[i], *std::move(arranged), runtime);
    return runtime.checked(function.code(call));
  }
  return first_fault;
}

}  // namespace zhilu::expr
