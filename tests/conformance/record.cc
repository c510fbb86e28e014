// SPDX-License-Identifier: MIT
#include "tests/conformance/record.h"

#include "engine/expr/calls.h"
#include "engine/expr/compiler.h"
#include "engine/expr/diagnostics.h"

namespace zhilu::conformance {
namespace {

/// The name under which `?` of a record is declared.
constexpr std::string_view kInput = "input value";

}  // namespace

void FaultCollector::on_fault(const expr::Program&, expr::ExprId, const DiagnosticKind& kind,
                              const std::vector<std::string>& args) {
  messages.push_back(message_text(kind, args, Tongue::English));
  not_boolean = not_boolean || kind.code == expr::kNotABoolean.code;
}

Value Record::run() {
  if (json_.contains("inputs")) {
    for (const auto& [name, value] : json_["inputs"].items()) add_input(name, value);
  }
  if (json_.contains("defs")) {
    for (const Json& definition : json_["defs"]) add_definition(definition);
  }
  // A suite without `needs` means all inputs.
  Value value = evaluate(json_, json_.contains("needs") ? json_["needs"] : all_names());
  if (json_.contains("type")) value = convert(std::move(value), json_["type"].get<std::string>());
  return value;
}

std::vector<std::string> Record::complaints() const {
  std::vector<std::string> out;
  for (const Diagnostic& d : diagnostics_.items())
    out.push_back(message_text(*d.kind, d.args, Tongue::English));
  out.insert(out.end(), faults_.messages.begin(), faults_.messages.end());
  return out;
}

Json Record::all_names() const {
  Json names = Json::array();
  for (const auto& [name, definition] : definitions_) names.push_back(name);
  return names;
}

void Record::add_input(const std::string& name, const Json& json) {
  Value value = decode(json, *world_.zones()).value_or(Value::null());
  Type type = type_of(value);
  if (json_.contains("inputTypes") && json_["inputTypes"].contains(name)) {
    const std::string declared = json_["inputTypes"][name].get<std::string>();
    value = convert(std::move(value), declared);
    if (types_.resolve(declared).kind() != TypeKind::Any) type = types_.resolve(declared);
  }
  if (value.is_null() && type.kind() == TypeKind::Null) type = TypeKind::Any;
  const FactId fact = world_.reserve();
  world_.set(fact, std::move(value));
  definitions_[name == "?" ? std::string(kInput) : name] = {fact, type};
}

void Record::add_definition(const Json& json) {
  const std::string name = json["name"].get<std::string>();
  const FactId fact = world_.reserve();
  Json needs = json.contains("needs") ? json["needs"] : Json::array();
  const bool is_function = json["kind"].get<std::string>() != "decision";
  if (is_function) {
    // Its own name, for recursion.
    definitions_[name] = {fact, TypeKind::Function};
    needs.push_back(name);
  }
  Value value = evaluate(json, needs);
  if (is_function) value = evaluator_.declare(value, function_type(json));
  Type type = type_of(value);
  if (json.contains("type") && !is_function) {
    const std::string declared = json["type"].get<std::string>();
    value = convert(std::move(value), declared);
    if (types_.resolve(declared).kind() != TypeKind::Any) type = types_.resolve(declared);
  }
  if (value.is_null()) type = TypeKind::Any;
  world_.set(fact, std::move(value));
  definitions_[name] = {fact, type};
}

/// The parameter and result types of a business knowledge model or service, which its text does not have.
Type Record::function_type(const Json& json) const {
  if (!json.contains("boxed") || !json["boxed"].contains("function")) return TypeKind::Any;
  const Json& function = json["boxed"]["function"];
  std::vector<Type> parameters;
  if (function.contains("params")) {
    for (const Json& parameter : function["params"]) {
      parameters.push_back(types_.resolve(parameter.value("type", std::string("Any"))));
    }
  }
  const std::string result = function["body"].value("type", std::string("Any"));
  return Type::function(std::move(parameters), types_.resolve(result));
}

expr::MapScope Record::scope_of(const Definitions& names) const {
  expr::MapScope scope;
  for (const auto& [name, declared] : types_.declared()) scope.add_type(name, types_.resolve(name));
  for (const auto& [name, definition] : names) scope.add({name, definition.type, definition.fact, {}});
  return scope;
}

Value Record::evaluate(const Json& json, const Json& needs) {
  Definitions names;
  for (const Json& need : needs) {
    const auto it = definitions_.find(need.get<std::string>());
    if (it != definitions_.end()) names.insert(*it);
  }
  // Where a boxed expression is no text as well, it holds a table.
  if (!json.contains("expr")) {
    return json.contains("boxed") ? evaluate_boxed(*this, json["boxed"], names) : Value::null();
  }
  const expr::MapScope scope = scope_of(names);
  const std::string text = json["expr"].get<std::string>();
  std::shared_ptr<const expr::Program> program;
  if (json.value("kind", std::string()) == "unary") {
    // A table cell; its input is the record's input `?`.
    const auto input = expr::compile(kInput, TextOrigin{}, scope, diagnostics_);
    program = expr::compile_unary_test(text, TextOrigin{}, *input, scope, diagnostics_);
    if (program == nullptr) return Value::boolean(true);
  } else {
    program = expr::compile(text, TextOrigin{}, scope, diagnostics_);
  }
  programs_.push_back(program);
  if (visit_) visit_(json, *program, scope);
  Value value = evaluator_.evaluate(*program, world_, &faults_);
  // The boxed forms of if, filter, some and every take no condition that is neither true nor false.
  const bool strict = json.value("exprApprox", false);
  return strict && faults_.not_boolean ? Value::null(expr::kNotABoolean) : value;
}

Value Record::convert(Value value, const std::string& declared) {
  const Type type = types_.resolve(declared);
  std::optional<Value> converted = expr::coerce(value, type);
  if (converted) return *std::move(converted);
  const std::string got = type_of(value).to_string();
  faults_.messages.push_back(message_text(expr::kResultType, {type.to_string(), got}, Tongue::English));
  return Value::null(expr::kResultType, {type.to_string(), got});
}

}  // namespace zhilu::conformance
