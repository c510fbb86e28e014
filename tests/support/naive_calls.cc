// SPDX-License-Identifier: MIT
// Functions of the naive evaluator: made, called, and given to built-in ones.
#include <algorithm>
#include <optional>

#include "engine/expr/calls.h"
#include "engine/expr/function_call.h"
#include "engine/expr/function_values.h"
#include "tests/support/naive_evaluator.h"
#include "tests/support/naive_walker.h"

namespace zhilu::naive {
namespace {

constexpr int kMaxCalls = 100;

/// The arguments in the order of the parameters; empty if one is missing.
std::vector<Value> by_name(std::vector<Value> arguments, const std::vector<std::string>& names,
                           const std::vector<std::string>& parameters) {
  if (names.empty()) return arguments;
  std::vector<Value> arranged;
  for (const std::string& parameter : parameters) {
    const auto it = std::find(names.begin(), names.end(), parameter);
    if (it == names.end()) return {};
    arranged.push_back(arguments[static_cast<std::size_t>(it - names.begin())]);
  }
  return arranged;
}

}  // namespace

const NaiveFunction* as_naive(const Value& value) {
  return value.is(ValueKind::Function) ? dynamic_cast<const NaiveFunction*>(value.as_function().get())
                                       : nullptr;
}

Value Walker::function(ExprId id) {
  if (!ast_.text(id).empty()) return Value::null();
  const auto program = program_.weak_from_this().lock();
  return Value::function(std::make_shared<const NaiveFunction>(program, id, bindings_));
}

Value Walker::call(ExprId id) {
  std::vector<std::string> names;
  for (const ExprId argument : ast_.children(id).subspan(1)) {
    if (ast_.kind(argument) == NodeKind::NamedArgument) names.emplace_back(ast_.text(argument));
  }
  if (!names.empty() && names.size() + 1 != ast_.children(id).size()) return Value::null();
  const ExprId callee = ast_.child(id, 0);
  if (ast_.kind(callee) == NodeKind::Name && ast_.function(callee) != nullptr) {
    return call_built_in(*ast_.function(callee), children(id, 1), names);
  }
  const Value function = walk(callee);
  const auto arguments = ast_.children(id).subspan(1);
  const bool may_misfit = std::any_of(arguments.begin(), arguments.end(), [&](ExprId argument) {
    return ast_.type(argument).kind() == TypeKind::Any;
  });
  return call_value(function, children(id, 1), names, may_misfit);
}

Value Walker::call_value(const Value& function, std::vector<Value> arguments,
                         const std::vector<std::string>& names, bool may_misfit) {
  if (function.is_open()) {
    arguments.push_back(function);
    return unknown_of(arguments);
  }
  if (!function.is(ValueKind::Function)) return Value::null();
  if (const NaiveFunction* own = as_naive(function))
    return call_own(*own, std::move(arguments), names, may_misfit);
  const auto* built_in = dynamic_cast<const expr::BuiltInValue*>(function.as_function().get());
  return built_in == nullptr ? Value::null()
                             : call_built_in(built_in->function(), std::move(arguments), names);
}

Value Walker::call_own(const NaiveFunction& function, std::vector<Value> arguments,
                       const std::vector<std::string>& names, bool may_misfit) {
  const Ast& ast = function.program->ast();
  const auto parts = ast.children(function.node);
  if (arguments.size() + 1 != parts.size() || calls_ >= kMaxCalls) return Value::null();
  const bool declared = function.declared.has_signature();
  std::vector<Binding> inside = function.around;
  std::vector<Value> misfits;
  for (std::size_t p = 0; p + 1 < parts.size(); ++p) {
    const std::string parameter(ast.text(parts[p]));
    std::size_t place = p;
    if (!names.empty()) {
      const auto it = std::find(names.begin(), names.end(), parameter);
      if (it == names.end()) return Value::null();
      place = static_cast<std::size_t>(it - names.begin());
    }
    const Type& type = declared ? function.declared.parameters()[p] : ast.type(parts[p]);
    const std::optional<Value> value = expr::coerce(arguments[place], type);
    if (!value) return Value::null();
    if (may_misfit && value->is_open() && type.kind() != TypeKind::Any) misfits.push_back(*value);
    inside.push_back({parameter, *value, false});
  }
  const Value value = Walker(*function.program, std::move(inside), runtime_, calls_ + 1).walk(parts.back());
  // What may turn out to fit no parameter must be known before there is a result.
  if (!misfits.empty()) {
    misfits.push_back(value);
    return unknown_of(misfits);
  }
  return declared ? expr::coerce(value, function.declared.result()).value_or(Value::null()) : value;
}

Value Walker::call_built_in(const expr::BuiltIn& function, std::vector<Value> arguments,
                            const std::vector<std::string>& names) {
  const bool takes_function =
      std::any_of(arguments.begin(), arguments.end(), [](const Value& v) { return as_naive(v) != nullptr; });
  if (takes_function && function.name == "sort") return sort(by_name(arguments, names, {"list", "precedes"}));
  if (takes_function && function.name == "list replace") {
    return replace(by_name(arguments, names, {"list", "match", "newItem"}));
  }
  expr::CallFault fault;
  const auto plans = expr::plan_call(function, arguments.size(), names, fault);
  if (plans.empty()) return Value::null();
  return expr::call_built_in(function, plans, arguments, runtime_);
}

Value Walker::sort(const std::vector<Value>& arguments) {
  if (arguments.size() != 2) return Value::null();
  const Value& list = arguments[0];
  const Value& function = arguments[1];
  if (expr::has_open(list)) return unknown_of({list});
  if (list.is_null()) return list;
  std::vector<Value> sorted;
  for (const Value& item : list.is(ValueKind::List) ? list.as_list() : std::vector<Value>{list}) {
    auto place = sorted.end();
    while (place != sorted.begin()) {
      const Value before = call_value(function, {item, *(place - 1)}, {});
      if (!before.is(ValueKind::Boolean)) return before.is_open() ? unknown_of({before}) : Value::null();
      if (before.is_false()) break;
      --place;
    }
    sorted.insert(place, item);
  }
  return Value::list(std::move(sorted));
}

Value Walker::replace(const std::vector<Value>& arguments) {
  if (arguments.size() != 3) return Value::null();
  const Value& list = arguments[0];
  const Value& function = arguments[1];
  const Value& item = arguments[2];
  if (list.is_null()) return list;
  if (expr::has_open(list) || expr::has_open(item)) return unknown_of({list, item});
  std::vector<Value> items = list.is(ValueKind::List) ? list.as_list() : std::vector<Value>{list};
  for (Value& old : items) {
    const Value matches = call_value(function, {old, item}, {});
    if (!matches.is(ValueKind::Boolean)) return matches.is_open() ? unknown_of({matches}) : Value::null();
    if (matches.is_true()) old = item;
  }
  return Value::list(std::move(items));
}

Value with_declared_type(const Value& function, const Type& type) {
  const NaiveFunction* own = as_naive(function);
  if (own == nullptr || !type.has_signature()) return function;
  const std::size_t parameters = own->program->ast().children(own->node).size() - 1;
  if (parameters != type.parameters().size()) return function;
  auto copy = std::make_shared<NaiveFunction>(*own);
  copy->declared = type;
  return Value::function(std::move(copy));
}

}  // namespace zhilu::naive
