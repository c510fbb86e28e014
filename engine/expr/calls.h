// SPDX-License-Identifier: MIT
// Which arguments of a call go to which parameters of a built-in function, and whether they fit.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expr/functions.h"

namespace zhilu::expr {

/// The arguments of a call matched with one signature.
struct ArgumentPlan {
  static constexpr std::uint32_t kAbsent = 0xffffffff;

  const SignatureInfo* signature = nullptr;
  /// By parameter: index of its (first) argument, or kAbsent. A Spread or Rest parameter takes all from there
  /// on.
  std::vector<std::uint32_t> argument;
};

/// What is wrong where no signature fits the number or names of the arguments.
struct CallFault {
  const DiagnosticKind* kind = nullptr;
  std::vector<std::string> args;
};

/// All signatures that a call with `count` arguments can mean. `names` is empty for positional arguments,
/// else it has a name for each. If the result is empty, `fault` says why.
std::vector<ArgumentPlan> plan_call(const BuiltIn& function, std::size_t count,
                                    std::span<const std::string> names, CallFault& fault);

/// Can a value of type `given` be an argument of type `parameter`, with the conversions of FEEL?
bool may_fit(const Type& given, const ParameterInfo& parameter);

/// Does the value fit? Replaces it by what the conversions of FEEL make of it (a list of one by its item, a
/// single value by a list of one, a date by a date and time).
bool fit(Value& value, TypeKind type);

/// The value as one of type `type`, with the conversions of FEEL; empty if it is none. Null fits every type.
std::optional<Value> coerce(const Value& value, const Type& type);

/// A function written in the language as one of the function type `type`: its arguments and result are
/// converted as coerce() does, and a call whose values cannot be is null. Any other value comes back as it
/// is.
Value with_declared_type(const Value& function, const Type& type);

/// The type of a parameter or result as FEEL writes it.
Type full_type(TypeKind type, TypeKind element);

}  // namespace zhilu::expr
