// SPDX-License-Identifier: MIT
#include "engine/expr/vm.h"

#include "engine/expr/calls.h"
#include "engine/expr/diagnostics.h"
#include "engine/expr/function_call.h"
#include "engine/expr/function_values.h"
#include "engine/expr/host_function.h"
#include "engine/expr/machine.h"
#include "engine/expr/value_words.h"

namespace zhilu::expr {
namespace {

Value evaluate_block(const Program& program, Block block, ExprId node, const Environment& environment,
                     Observer* observer, const Budget& budget) {
  Runtime runtime(environment, observer, budget);
  Machine machine(program, program.code().slots, runtime);
  Value value = machine.run(block);
  if (runtime.stopped() && observer != nullptr) {
    const Null& detail = value.as_null();
    observer->on_fault(program, node, *detail.reason, *detail.args);
  }
  return value;
}

/// The arguments by parameter; empty with a fault if they are too few, too many or wrongly named.
std::optional<std::vector<Value>> arrange(const std::vector<std::string>& parameters,
                                          const std::vector<Type>& types, std::vector<Value> arguments,
                                          const std::vector<std::string>& names, Value& fault) {
  const std::string signature = "function";
  if (arguments.size() != parameters.size()) {
    fault = Value::null(kArgumentCount,
                        {signature, std::to_string(arguments.size()), std::to_string(parameters.size())});
    return std::nullopt;
  }
  std::vector<Value> arranged(arguments.size());
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::size_t place = i;
    if (!names.empty()) {
      const auto it = std::find(parameters.begin(), parameters.end(), names[i]);
      if (it == parameters.end()) {
        fault = Value::null(kUnknownParameter, {signature, names[i], ""});
        return std::nullopt;
      }
      place = static_cast<std::size_t>(it - parameters.begin());
    }
    std::optional<Value> value = coerce(arguments[i], types[place]);
    if (!value) {
      fault = Value::null(kArgumentType,
                          {signature, parameters[place], types[place].to_string(), type_words(arguments[i])});
      return std::nullopt;
    }
    arranged[place] = *std::move(value);
  }
  return arranged;
}

/// Adds what the arguments for parameters with a type are missing.
void add_open_arguments(const std::vector<Value>& arguments, const std::vector<Type>& types,
                        FactSet& missing) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].is_open() && types[i].kind() != TypeKind::Any) arguments[i].add_missing(missing);
  }
}

Value call_closure(Runtime& runtime, const Closure& closure, std::vector<Value> arguments,
                   const std::vector<std::string>& names, bool may_misfit) {
  const FunctionPlan& plan = closure.program().code().functions[closure.function()];
  for (const Value& argument : arguments) runtime.spend_on(argument);
  const Type& declared = closure.declared_type();
  const bool has_type = declared.has_signature();
  Value fault;
  const std::vector<Type>& types = has_type ? declared.parameters() : plan.types;
  std::optional<std::vector<Value>> arranged = arrange(plan.names, types, std::move(arguments), names, fault);
  if (!arranged) return fault;
  FactSet misfits;
  if (may_misfit) add_open_arguments(*arranged, types, misfits);
  if (!runtime.enter_call()) {
    runtime.leave_call();
    return runtime.stop_value();
  }
  Machine machine(closure.program(), plan.slots, runtime);
  for (std::uint32_t i = 0; i < arranged->size(); ++i) machine.set_local(i, std::move((*arranged)[i]));
  for (std::size_t i = 0; i < plan.captures.size(); ++i) {
    machine.set_local(plan.captures[i].inner, closure.captured()[i]);
  }
  Value value = machine.run(plan.body);
  runtime.leave_call();
  if (!misfits.empty()) {
    value.add_missing(misfits);
    return Value::unknown(misfits);
  }
  if (!has_type) return value;
  std::optional<Value> converted = coerce(value, declared.result());
  if (converted) return *std::move(converted);
  return Value::null(kResultType, {declared.result().to_string(), type_words(value)});
}

class RuntimeCaller final : public Caller {
 public:
  explicit RuntimeCaller(Runtime& runtime) : runtime_(runtime) {}

  const Environment& environment() const override { return runtime_.environment(); }
  Observer* observer() const override { return runtime_.observer(); }
  Value evaluate(const Program& program, const Environment& environment) override {
    const ExprId root = program.root();
    if (program.ast().is_constant(root)) return program.ast().value(root);
    Runtime inner(environment, runtime_);
    Value value = Machine(program, program.code().slots, inner).run(program.code().blocks[root.value]);
    runtime_.settle(inner);
    return value;
  }

 private:
  Runtime& runtime_;
};

Value call_host(Runtime& runtime, const HostFunction& function, std::vector<Value> arguments,
                const std::vector<std::string>& names) {
  for (const Value& argument : arguments) runtime.spend_on(argument);
  Value fault;
  std::optional<std::vector<Value>> arranged =
      arrange(function.parameters(), function.type().parameters(), std::move(arguments), names, fault);
  if (!arranged) return fault;
  if (!runtime.enter_call()) {
    runtime.leave_call();
    return runtime.stop_value();
  }
  RuntimeCaller caller(runtime);
  Value value = function.call(*std::move(arranged), caller);
  runtime.leave_call();
  return runtime.stopped() ? runtime.stop_value() : runtime.checked(std::move(value));
}

}  // namespace

Value Environment::event(std::string_view) const {
  return Value::null();
}

Closure::Closure(std::shared_ptr<const Program> program, std::uint32_t function, std::vector<Value> captured)
    : program_(std::move(program)), function_(function), captured_(std::move(captured)) {
  for (const Value& value : captured_) {
    depth_ = std::max(depth_, value.depth() + 1);
    weight_ += value.weight();
  }
}

std::shared_ptr<const Closure> Closure::declared(Type type) const {
  auto copy = std::make_shared<Closure>(program_, function_, captured_);
  copy->declared_type_ = std::move(type);
  return copy;
}

Value with_declared_type(const Value& function, const Type& type) {
  if (!function.is(ValueKind::Function) || !type.has_signature()) return function;
  const auto* closure = dynamic_cast<const Closure*>(function.as_function().get());
  if (closure == nullptr) return function;
  const FunctionPlan& plan = closure->program().code().functions[closure->function()];
  if (plan.names.size() != type.parameters().size()) return function;
  return Value::function(closure->declared(type));
}

Type Closure::type() const {
  if (declared_type_.has_signature()) return declared_type_;
  return program_->ast().type(program_->code().functions[function_].node);
}

Type BuiltInValue::type() const {
  const SignatureInfo& signature = function_.signatures.front();
  std::vector<Type> parameters;
  for (const ParameterInfo& parameter : signature.parameters) {
    parameters.push_back(full_type(parameter.type, parameter.element));
  }
  return Type::function(std::move(parameters), full_type(signature.result, signature.element));
}

Value call_function(Runtime& runtime, const zhilu::Function& function, std::vector<Value> arguments,
                    const std::vector<std::string>& names, bool may_misfit) {
  if (const auto* closure = dynamic_cast<const Closure*>(&function)) {
    return call_closure(runtime, *closure, std::move(arguments), names, may_misfit);
  }
  if (const auto* built_in = dynamic_cast<const BuiltInValue*>(&function)) {
    CallFault fault;
    const auto plans = plan_call(built_in->function(), arguments.size(), names, fault);
    if (plans.empty()) return Value::null(*fault.kind, std::move(fault.args));
    if (!runtime.enter_call()) {
      runtime.leave_call();
      return runtime.stop_value();
    }
    Value value = call_built_in(built_in->function(), plans, arguments, runtime);
    runtime.leave_call();
    return value;
  }
  if (const auto* host = dynamic_cast<const HostFunction*>(&function)) {
    return call_host(runtime, *host, std::move(arguments), names);
  }
  return Value::null(kNotAFunction, {"function"});
}

Value evaluate(const Program& program, const Environment& environment, Observer* observer,
               const Budget& budget) {
  return evaluate(program, program.root(), environment, observer, budget);
}

Value evaluate(const Program& program, ExprId node, const Environment& environment, Observer* observer,
               const Budget& budget) {
  if (program.ast().is_constant(node)) return program.ast().value(node);
  const Block block = program.code().blocks[node.value];
  if (block.begin == block.end) return Value();  // A type, a parameter, a key: what has no value.
  return evaluate_block(program, block, node, environment, observer, budget);
}

Truth to_truth(const Value& value) {
  if (value.is_open()) return Truth::Unknown;
  return truth_of(value.is_true());
}

}  // namespace zhilu::expr
