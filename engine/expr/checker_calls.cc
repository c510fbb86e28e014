// SPDX-License-Identifier: MIT
// Calls and types that are written out.
#include <fmt/format.h>

#include "engine/base/spelling.h"
#include "engine/expr/checker_impl.h"
#include "engine/expr/diagnostics.h"
#include "engine/expr/functions.h"

namespace zhilu::expr {

bool Checker::names_a_function(std::string_view name) {
  if (const auto found = find_local(functions_.size() - 1, name)) {
    return found->local.type.kind() == TypeKind::Function || found->local.type.kind() == TypeKind::Any;
  }
  const Variable* variable = scope_.find(name);
  return variable != nullptr && variable->type.kind() == TypeKind::Function;
}

Type Checker::check_call(ExprId id) {
  const ExprId callee = ast_.child(id, 0);
  const bool is_name = ast_.kind(callee) == NodeKind::Name;
  const std::string name(ast_.text(callee));
  const bool is_variable =
      is_name && (find_local(functions_.size() - 1, name) || scope_.find(name) != nullptr);
  const BuiltIn* built_in = is_name ? find_built_in(name) : nullptr;
  // A fact may be called `date` or `count`; only a function of that name hides the built-in one.
  if (built_in != nullptr && !names_a_function(name)) {
    ast_.node(callee).function = built_in;
    ast_.set_type(callee, TypeKind::Function);
    return check_built_in_call(id, *built_in);
  }
  bool named = false;
  bool positional = false;
  for (std::size_t i = 1; i < ast_.children(id).size(); ++i) {
    check(ast_.child(id, i));
    (ast_.kind(ast_.child(id, i)) == NodeKind::NamedArgument ? named : positional) = true;
  }
  if (named && positional) report(kMixedArguments, id, {});
  if (is_name && !is_variable && filters_.empty()) {
    std::vector<std::string> candidates;
    for (const BuiltIn* function : built_ins()) candidates.emplace_back(function->name);
    Diagnostic& diagnostic = report(kUnknownFunction, callee, {name});
    if (auto nearest = find_nearest(name, candidates)) diagnostic.fix = Fix{*std::move(nearest)};
    return TypeKind::Any;
  }
  const Type type = check(callee);
  if (type.kind() == TypeKind::Any) return TypeKind::Any;
  if (type.kind() != TypeKind::Function) {
    report(kNotAFunction, callee, {type.to_string()});
    return TypeKind::Any;
  }
  if (!type.has_signature()) return TypeKind::Any;
  const std::size_t given = ast_.children(id).size() - 1;
  if (given != type.parameters().size()) {
    report(kArgumentCount, id, {name.empty() ? "function" : name, fmt::to_string(given), type.to_string()});
  }
  return type.result();
}

Type Checker::check_built_in_call(ExprId id, const BuiltIn& function) {
  std::vector<std::string> names;
  const std::size_t count = ast_.children(id).size() - 1;
  for (std::size_t i = 1; i <= count; ++i) {
    const ExprId argument = ast_.child(id, i);
    check(argument);
    if (ast_.kind(argument) == NodeKind::NamedArgument) names.emplace_back(ast_.text(argument));
  }
  if (!names.empty() && names.size() != count) {
    report(kMixedArguments, id, {});
    return TypeKind::Any;
  }
  CallFault fault;
  const std::vector<ArgumentPlan> plans = plan_call(function, count, names, fault);
  if (plans.empty()) {
    report(*fault.kind, id, fault.args);
    return TypeKind::Any;
  }
  check_known_options(id, function);
  return check_arguments(id, function, plans);
}

/// At least one signature must take arguments of these types.
Type Checker::check_arguments(ExprId id, const BuiltIn& function, const std::vector<ArgumentPlan>& plans) {
  Type result = TypeKind::Null;
  bool fits_any = false;
  for (const ArgumentPlan& plan : plans) {
    bool fits = true;
    for (std::size_t p = 0; p < plan.argument.size() && fits; ++p) {
      if (plan.argument[p] == ArgumentPlan::kAbsent) continue;
      const ParameterInfo& parameter = plan.signature->parameters[p];
      const bool many = parameter.arity == Arity::Spread || parameter.arity == Arity::Rest;
      const std::size_t last = many ? ast_.children(id).size() - 1 : plan.argument[p] + 1U;
      for (std::size_t i = plan.argument[p] + 1U; i <= last && fits; ++i) {
        fits = may_fit(ast_.type(ast_.child(id, i)), parameter);
        if (fits || &plan != &plans.back() || fits_any) continue;
        report(kArgumentType, ast_.child(id, i),
               {std::string(function.name), std::string(parameter.name),
                full_type(parameter.type, parameter.element).to_string(),
                ast_.type(ast_.child(id, i)).to_string()});
      }
    }
    if (!fits) continue;
    fits_any = true;
    result = common_type(result, full_type(plan.signature->result, plan.signature->element));
  }
  return fits_any ? result : Type(TypeKind::Any);
}

/// `list contains(issues, "fraud")`: the option must exist.
void Checker::check_known_options(ExprId id, const BuiltIn& function) {
  if (function.name != "list contains" || ast_.children(id).size() != 3) return;
  const auto argument = [&](std::size_t i) {
    const ExprId given = ast_.child(id, i);
    return ast_.kind(given) == NodeKind::NamedArgument ? ast_.child(given, 0) : given;
  };
  const Variable* variable = find_options(argument(1));
  if (variable != nullptr) check_option(argument(2), *variable);
}

Type Checker::check_type_node(ExprId id) {
  const auto with_type = [&](Type type) {
    ast_.set_type(id, type);
    return type;
  };
  switch (ast_.kind(id)) {
    case NodeKind::TypeList:
      return with_type(Type::list(check_type_node(ast_.child(id, 0))));
    case NodeKind::TypeRange:
      return with_type(Type::range(check_type_node(ast_.child(id, 0))));
    case NodeKind::TypeContext: {
      std::vector<Type::Entry> entries;
      for (std::size_t i = 0; i < ast_.children(id).size(); ++i) {
        const ExprId field = ast_.child(id, i);
        entries.push_back({std::string(ast_.text(field)), check_type_node(ast_.child(field, 0))});
      }
      return with_type(Type::context(std::move(entries)));
    }
    case NodeKind::TypeFunction: {
      std::vector<Type> types;
      for (std::size_t i = 0; i < ast_.children(id).size(); ++i)
        types.push_back(check_type_node(ast_.child(id, i)));
      Type result = std::move(types.back());
      types.pop_back();
      return with_type(Type::function(std::move(types), std::move(result)));
    }
    case NodeKind::TypeName: {
      const std::string name(ast_.text(id));
      if (const Type* declared = scope_.find_type(name)) return with_type(*declared);
      if (const std::optional<Type> simple = find_simple_type(name)) return with_type(*simple);
      report(kUnknownType, id, {name});
      return with_type(TypeKind::Any);
    }
    default:
      return with_type(TypeKind::Any);
  }
}

}  // namespace zhilu::expr
