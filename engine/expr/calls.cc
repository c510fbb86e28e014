// SPDX-License-Identifier: MIT
#include "engine/expr/calls.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/expr/diagnostics.h"
#include "engine/value/time.h"

namespace zhilu::expr {
namespace {

bool takes_many(Arity arity) {
  return arity == Arity::Spread || arity == Arity::Rest;
}

std::optional<ArgumentPlan> plan_positional(const SignatureInfo& signature, std::size_t count) {
  ArgumentPlan plan;
  plan.signature = &signature;
  std::size_t taken = 0;
  for (const ParameterInfo& parameter : signature.parameters) {
    if (taken >= count) {
      if (parameter.arity != Arity::Optional) return std::nullopt;
      plan.argument.push_back(ArgumentPlan::kAbsent);
      continue;
    }
    plan.argument.push_back(static_cast<std::uint32_t>(taken));
    taken = takes_many(parameter.arity) ? count : taken + 1;
  }
  if (taken < count) return std::nullopt;
  return plan;
}

std::optional<ArgumentPlan> plan_named(const SignatureInfo& signature, std::span<const std::string> names) {
  ArgumentPlan plan;
  plan.signature = &signature;
  std::size_t used = 0;
  for (const ParameterInfo& parameter : signature.parameters) {
    const auto it = std::find(names.begin(), names.end(), parameter.name);
    if (it == names.end()) {
      if (parameter.arity != Arity::Optional) return std::nullopt;
      plan.argument.push_back(ArgumentPlan::kAbsent);
      continue;
    }
    plan.argument.push_back(static_cast<std::uint32_t>(it - names.begin()));
    ++used;
  }
  if (used != names.size()) return std::nullopt;
  return plan;
}

bool is_parameter(const BuiltIn& function, std::string_view name) {
  for (const SignatureInfo& signature : function.signatures) {
    for (const ParameterInfo& parameter : signature.parameters) {
      if (parameter.name == name) return true;
    }
  }
  return false;
}

ValueKind kind_of(TypeKind type) {
  switch (type) {
    case TypeKind::Any:
    case TypeKind::Null:
      return ValueKind::Null;
    case TypeKind::Boolean:
      return ValueKind::Boolean;
    case TypeKind::Number:
      return ValueKind::Number;
    case TypeKind::String:
      return ValueKind::String;
    case TypeKind::Date:
      return ValueKind::Date;
    case TypeKind::Time:
      return ValueKind::Time;
    case TypeKind::DateTime:
      return ValueKind::DateTime;
    case TypeKind::YearsMonths:
      return ValueKind::YearsMonths;
    case TypeKind::DaysTime:
      return ValueKind::DaysTime;
    case TypeKind::List:
      return ValueKind::List;
    case TypeKind::Range:
      return ValueKind::Range;
    case TypeKind::Context:
      return ValueKind::Context;
    case TypeKind::Function:
      return ValueKind::Function;
  }
  return ValueKind::Null;
}

}  // namespace

std::vector<ArgumentPlan> plan_call(const BuiltIn& function, std::size_t count,
                                    std::span<const std::string> names, CallFault& fault) {
  std::vector<ArgumentPlan> plans;
  for (const SignatureInfo& signature : function.signatures) {
    std::optional<ArgumentPlan> plan =
        names.empty() ? plan_positional(signature, count) : plan_named(signature, names);
    if (plan) plans.push_back(*std::move(plan));
  }
  if (!plans.empty()) return plans;
  const std::string name(function.name);
  for (const std::string& given : names) {
    if (is_parameter(function, given)) continue;
    fault = {&kUnknownParameter, {name, given, describe(function)}};
    return plans;
  }
  fault = {&kArgumentCount, {name, fmt::to_string(count), describe(function)}};
  return plans;
}

Type full_type(TypeKind type, TypeKind element) {
  if (element == TypeKind::Any) return type;
  if (type == TypeKind::List) return Type::list(element);
  if (type == TypeKind::Range) return Type::range(element);
  return type;
}

bool may_fit(const Type& given, const ParameterInfo& parameter) {
  const TypeKind from = given.kind();
  if (from == TypeKind::Any || from == TypeKind::Null || parameter.type == TypeKind::Any) return true;
  if (parameter.type == TypeKind::List) {
    const TypeKind item = from == TypeKind::List ? given.element().kind() : from;
    return parameter.element == TypeKind::Any || item == TypeKind::Any || item == TypeKind::Null ||
           item == parameter.element;
  }
  if (from == TypeKind::List) return may_fit(given.element(), parameter);
  return from == parameter.type || (from == TypeKind::Date && parameter.type == TypeKind::DateTime);
}

bool fit(Value& value, TypeKind type) {
  if (type == TypeKind::Any) return true;
  const ValueKind wanted = kind_of(type);
  if (value.is(wanted)) return true;
  if (type == TypeKind::List) {
    value = Value::list({value});
    return true;
  }
  if (value.is(ValueKind::List) && value.as_list().size() == 1) {
    const Value item = value.as_list()[0];
    value = item;
    return value.is(wanted);
  }
  if (value.is(ValueKind::Date) && type == TypeKind::DateTime) {
    value = Value::date_time(DateTime::from_date(value.as_date()));
    return true;
  }
  return false;
}

namespace {

/// Could a function of type `given` be one of type `wanted`? What is not known of either does not stand
/// against it.
bool may_be_function(const Type& given, const Type& wanted) {
  if (!given.has_signature() || !wanted.has_signature()) return true;
  const auto fits = [](const Type& a, const Type& b) {
    return a.kind() == TypeKind::Any || b.kind() == TypeKind::Any || conforms_to(a, b);
  };
  const auto& own = given.parameters();
  const auto& other = wanted.parameters();
  return std::equal(other.begin(), other.end(), own.begin(), own.end(), fits) &&
         fits(given.result(), wanted.result());
}

}  // namespace

std::optional<Value> coerce(const Value& value, const Type& type) {
  if (value.is(ValueKind::Function) && type.kind() == TypeKind::Function) {
    if (!may_be_function(value.as_function()->type(), type)) return std::nullopt;
    return value;
  }
  if (value.is_null() || value.is_open() || is_instance(value, type)) return value;
  if (type.kind() == TypeKind::List && !value.is(ValueKind::List)) {
    Value list = Value::list({value});
    if (is_instance(list, type)) return list;
  }
  if (value.is(ValueKind::List) && value.as_list().size() == 1 && is_instance(value.as_list()[0], type)) {
    return value.as_list()[0];
  }
  if (value.is(ValueKind::Date) && type.kind() == TypeKind::DateTime) {
    return Value::date_time(DateTime::from_date(value.as_date()));
  }
  return std::nullopt;
}

}  // namespace zhilu::expr
