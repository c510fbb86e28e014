// SPDX-License-Identifier: MIT
// Boxed expressions of the suites that are no text: those with a decision table somewhere inside.
#include <map>
#include <optional>

#include "engine/expr/calls.h"
#include "engine/expr/compiler.h"
#include "engine/expr/diagnostics.h"
#include "engine/table/table_program.h"
#include "tests/conformance/record.h"

namespace zhilu::conformance {
namespace {

/// An environment with values of its own: parameters, and the entries of a context.
class Locals final : public expr::Environment {
 public:
  explicit Locals(const expr::Environment& outer) : outer_(outer) {}

  void set(FactId fact, Value value) { values_[fact] = std::move(value); }

  Value fact(FactId fact) const override {
    const auto it = values_.find(fact);
    return it != values_.end() ? it->second : outer_.fact(fact);
  }
  std::optional<Date> today() const override { return outer_.today(); }
  const ZoneRules* zones() const override { return outer_.zones(); }
  const TextRules* text_rules() const override { return outer_.text_rules(); }

 private:
  const expr::Environment& outer_;
  std::map<FactId, Value> values_;
};

HitPolicy policy_of(const std::string& text) {
  static const std::map<std::string, HitPolicy> kPolicies{
      {"U", HitPolicy::Unique},      {"A", HitPolicy::Any},          {"P", HitPolicy::Priority},
      {"F", HitPolicy::First},       {"R", HitPolicy::RuleOrder},    {"O", HitPolicy::OutputOrder},
      {"C", HitPolicy::Collect},     {"C+", HitPolicy::CollectSum},  {"C<", HitPolicy::CollectMin},
      {"C>", HitPolicy::CollectMax}, {"C#", HitPolicy::CollectCount}};
  const auto it = kPolicies.find(text);
  return it != kPolicies.end() ? it->second : HitPolicy::Unique;
}

}  // namespace

/// Evaluates one boxed expression. Definitions and types come from the record.
class Boxed {
 public:
  Boxed(Record& record, expr::Caller& caller) : record_(record), caller_(caller) {}

  static Value evaluate_in(Record& record, const Json& boxed, const Definitions& names) {
    expr::DirectCaller caller(record.world_, &record.faults_);
    return Boxed(record, caller).evaluate(boxed, names, record.world_);
  }

  Value evaluate(const Json& boxed, const Definitions& names, const expr::Environment& environment) {
    Value value = evaluate_bare(boxed, names, environment);
    return boxed.contains("type") ? record_.convert(std::move(value), boxed["type"].get<std::string>())
                                  : value;
  }

 private:
  Value evaluate_bare(const Json& boxed, const Definitions& names, const expr::Environment& environment) {
    if (boxed.contains("literal")) return literal(boxed["literal"].get<std::string>(), names, environment);
    if (boxed.contains("table")) return table(boxed["table"], names, environment);
    if (boxed.contains("context")) return context(boxed["context"], names, environment);
    if (boxed.contains("function")) return function(boxed["function"], names, environment);
    if (boxed.contains("invoke")) return invoke(boxed, names, environment);
    if (boxed.contains("items")) {
      std::vector<Value> items;
      for (const Json& item : boxed["items"]) items.push_back(evaluate(item, names, environment));
      return Value::list(std::move(items));
    }
    if (boxed.contains("relation")) return relation(boxed["relation"], names, environment);
    if (boxed.contains("if")) {
      const bool yes = evaluate(boxed["if"], names, environment).is_true();
      return evaluate(boxed[yes ? "then" : "else"], names, environment);
    }
    if (boxed.contains("in") || boxed.contains("filter")) return loop(boxed, names, environment);
    return Value::null(expr::kSyntaxError);
  }

  /// for, some, every and filter, whose parts may be boxed again: each item gets a value, then the form is
  /// made of the values.
  Value loop(const Json& boxed, Definitions names, const expr::Environment& environment) {
    const bool is_filter = boxed.contains("filter");
    const Value list = evaluate(boxed[is_filter ? "filter" : "in"], names, environment);
    if (list.is_null()) return list;
    const std::vector<Value> items = list.is(ValueKind::List) ? list.as_list() : std::vector<Value>{list};
    const char* const part = is_filter ? "match" : boxed.contains("for") ? "return" : "satisfies";
    std::string variable = "item";
    for (const char* key : {"for", "some", "every"}) variable = boxed.value(key, variable);
    const FactId fact = record_.world_.reserve();
    std::vector<Value> values;
    std::vector<Value> kept;
    for (const Value& item : items) {
      Locals locals(environment);
      locals.set(fact, item);
      names[variable] = {fact, type_of(item)};
      values.push_back(evaluate(boxed[part], names, locals));
      if (values.back().is_true()) kept.push_back(item);
    }
    if (is_filter) return Value::list(std::move(kept));
    if (boxed.contains("for")) return Value::list(std::move(values));
    const bool every = boxed.contains("every");
    Value result = Value::boolean(every);
    for (const Value& value : values) result = every ? logical_and(result, value) : logical_or(result, value);
    return result;
  }

  Value literal(const std::string& text, const Definitions& names, const expr::Environment& environment) {
    const expr::MapScope scope = record_.scope_of(names);
    auto program = expr::compile(text, TextOrigin{}, scope, record_.diagnostics_);
    record_.programs_.push_back(program);
    return caller_.evaluate(*program, environment);
  }

  Value table(const Json& json, const Definitions& names, const expr::Environment& environment) {
    TableText text;
    text.hit = policy_of(json.value("hitPolicy", std::string("U")));
    for (const Json& input : json["inputs"]) {
      text.inputs.push_back({input.value("expr", std::string()), input.value("allowed", std::string())});
    }
    for (const Json& output : json["outputs"]) {
      text.outputs.push_back({output.value("name", std::string()), output.value("allowed", std::string()),
                              output.value("default", std::string())});
    }
    for (const Json& rule : json["rules"]) {
      text.rules.push_back(
          {rule["when"].get<std::vector<std::string>>(), rule["then"].get<std::vector<std::string>>()});
    }
    const TableProgram program(text, record_.scope_of(names), record_.diagnostics_);
    return program.evaluate(environment, caller_);
  }

  /// The entries in their order, each seeing those before it; one without a name is the result.
  Value context(const Json& json, Definitions names, const expr::Environment& environment) {
    Locals locals(environment);
    std::vector<Context::Entry> entries;
    for (const Json& entry : json) {
      Value value = evaluate(entry["value"], names, locals);
      if (entry.contains("type")) value = record_.convert(std::move(value), entry["type"].get<std::string>());
      if (!entry.contains("name")) return value;
      const std::string name = entry["name"].get<std::string>();
      Type type = value.is_null() ? Type(TypeKind::Any) : type_of(value);
      const FactId fact = record_.world_.reserve();
      locals.set(fact, value);
      names[name] = {fact, type};
      entries.emplace_back(name, std::move(value));
    }
    return Value::context(Context(std::move(entries)));
  }

  Value relation(const Json& json, const Definitions& names, const expr::Environment& environment) {
    std::vector<Value> rows;
    for (const Json& row : json["rows"]) {
      std::vector<Context::Entry> entries;
      for (std::size_t i = 0; i < row.size(); ++i) {
        entries.emplace_back(json["columns"][i]["name"].get<std::string>(),
                             evaluate(row[i], names, environment));
      }
      rows.push_back(Value::context(Context(std::move(entries))));
    }
    return Value::list(std::move(rows));
  }

  /// An invocation as the call of a function by the names of its parameters.
  Value invoke(const Json& boxed, Definitions names, const expr::Environment& environment) {
    Locals locals(environment);
    std::string call;
    int count = 0;
    for (const Json& argument : boxed["args"]) {
      const FactId fact = record_.world_.reserve();
      Value value = evaluate(argument["value"], names, environment);
      const std::string name = "argument value " + std::to_string(++count);
      names[name] = {fact, value.is_null() ? Type(TypeKind::Any) : type_of(value)};
      locals.set(fact, std::move(value));
      call += (call.empty() ? "" : ", ") + argument["name"].get<std::string>() + ": " + name;
    }
    return literal(boxed["invoke"]["literal"].get<std::string>() + "(" + call + ")", names, locals);
  }

  Value function(const Json& json, const Definitions& names, const expr::Environment& environment);

  Record& record_;
  expr::Caller& caller_;
};

namespace {

/// A business knowledge model whose body is no text.
class BoxedFunction final : public expr::HostFunction {
 public:
  BoxedFunction(Record& record, const Json& body, Definitions names, std::vector<std::string> parameters,
                std::vector<FactId> facts, Type type)
      : record_(record),
        body_(body),
        names_(std::move(names)),
        parameters_(std::move(parameters)),
        facts_(std::move(facts)),
        type_(std::move(type)) {}

  Type type() const override { return type_; }
  const std::vector<std::string>& parameters() const override { return parameters_; }
  Value call(std::vector<Value> arguments, expr::Caller& caller) const override {
    Locals locals(caller.environment());
    for (std::size_t i = 0; i < arguments.size(); ++i) locals.set(facts_[i], std::move(arguments[i]));
    return Boxed(record_, caller).evaluate(body_, names_, locals);
  }

 private:
  Record& record_;
  const Json& body_;
  Definitions names_;
  std::vector<std::string> parameters_;
  std::vector<FactId> facts_;
  Type type_;
};

}  // namespace

Value Boxed::function(const Json& json, const Definitions& names, const expr::Environment&) {
  Definitions inner = names;
  std::vector<std::string> parameters;
  std::vector<FactId> facts;
  std::vector<Type> types;
  if (json.contains("params")) {
    for (const Json& parameter : json["params"]) {
      parameters.push_back(parameter["name"].get<std::string>());
      types.push_back(record_.types_.resolve(parameter.value("type", std::string("Any"))));
      facts.push_back(record_.world_.reserve());
      inner[parameters.back()] = {facts.back(), types.back()};
    }
  }
  const Type result = record_.types_.resolve(json["body"].value("type", std::string("Any")));
  Type type = Type::function(types, result);
  return Value::function(std::make_shared<BoxedFunction>(
      record_, json["body"], std::move(inner), std::move(parameters), std::move(facts), std::move(type)));
}

Value evaluate_boxed(Record& record, const Json& boxed, const Definitions& names) {
  return Boxed::evaluate_in(record, boxed, names);
}

}  // namespace zhilu::conformance
