// SPDX-License-Identifier: MIT
// What the code of a built-in function sees of its call. Internal to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expr/calls.h"
#include "engine/expr/diagnostics.h"
#include "engine/expr/runtime.h"

namespace zhilu::expr {

/// Arguments by parameter, with the conversions of FEEL done; what is not nullable is not null.
class FunctionCall {
 public:
  FunctionCall(const BuiltIn& function, const ArgumentPlan& plan, std::vector<Value> arguments,
               Runtime& runtime)
      : function_(function), plan_(plan), arguments_(std::move(arguments)), runtime_(runtime) {}

  const Value& operator[](std::size_t parameter) const { return arguments_[parameter]; }
  /// False for an Optional parameter without argument; its value is null.
  bool given(std::size_t parameter) const { return plan_.argument[parameter] != ArgumentPlan::kAbsent; }
  /// Index of the signature the call was matched with.
  std::size_t signature() const {
    return static_cast<std::size_t>(plan_.signature - function_.signatures.data());
  }
  Runtime& runtime() const { return runtime_; }
  const Environment& environment() const { return runtime_.environment(); }
  const ZoneRules& zones() const { return runtime_.zones(); }

  /// Null because of the value of a parameter.
  Value fail(std::size_t parameter) const;
  Value fail(const DiagnosticKind& kind, std::vector<std::string> args = {}) const {
    return Value::null(kind, std::move(args));
  }

  // Shorthands for what most functions need.
  const std::string& text(std::size_t parameter) const { return arguments_[parameter].as_string(); }
  const std::vector<Value>& list(std::size_t parameter) const { return arguments_[parameter].as_list(); }
  Decimal number(std::size_t parameter) const { return arguments_[parameter].as_number(); }

 private:
  const BuiltIn& function_;
  const ArgumentPlan& plan_;
  std::vector<Value> arguments_;
  Runtime& runtime_;
};

/// Matches the arguments with the plans in order, absorbs unknowns, converts, and runs the function's code.
/// REQUIRES: at least one plan.
Value call_built_in(const BuiltIn& function, const std::vector<ArgumentPlan>& plans,
                    const std::vector<Value>& arguments, Runtime& runtime);

/// The number without what stands behind the point, if it fits: positions and lengths take 3.8 for 3.
std::optional<std::int64_t> whole_part(Decimal number);

/// True if the value, or a value inside it, is open.
bool has_open(const Value& value);

}  // namespace zhilu::expr
