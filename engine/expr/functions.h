// SPDX-License-Identifier: MIT
// The built-in functions: one table with name, signatures, help and code.
//
// The table is what the checker, the vm, the documentation and an editor's hover read. The code of a function
// lives with its family, in functions_string.cc, functions_list.cc, ...
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/value/type.h"
#include "engine/value/value.h"

namespace zhilu::expr {

class FunctionCall;

/// How many arguments a parameter takes.
enum class Arity : std::uint8_t {
  One,
  Optional,  ///< One or none.
  Spread,    ///< Last parameter: a list, or its items as arguments: max([1, 2]) and max(1, 2).
  Rest,      ///< Last parameter: one argument or more, given to the code as a list.
};

/// One parameter of a built-in function.
struct ParameterInfo {
  std::string_view name;
  TypeKind type = TypeKind::Any;
  /// Of a list: of what. A single value given for a list counts as a list of one, and a list of one for a
  /// single value, as in FEEL.
  TypeKind element = TypeKind::Any;
  Arity arity = Arity::One;
  /// True: null is an argument like any other; false: null makes the result null with an error.
  bool nullable = false;
};

/// One way to call a function.
struct SignatureInfo {
  std::span<const ParameterInfo> parameters;
  TypeKind result = TypeKind::Any;
  TypeKind element = TypeKind::Any;
};

/// What an argument that is not known does to the result.
enum class Absorb : std::uint8_t {
  Whole,    ///< Any unknown in an argument, also inside lists, makes the result unknown.
  Surface,  ///< Only an argument that is itself unknown, and not one of type Any, which is just passed on.
  Never,    ///< The function settles what can be settled.
};

struct BuiltIn {
  std::string_view name;
  std::span<const SignatureInfo> signatures;
  Absorb absorb = Absorb::Whole;
  /// False: the result depends on more than the arguments (today, events, the calendar), so it is not folded.
  bool pure = true;
  Value (*code)(FunctionCall&) = nullptr;
  std::string_view zh;
  std::string_view en;
};

/// All functions, family by family.
std::span<const BuiltIn* const> built_ins();

/// Null if there is none of that name.
const BuiltIn* find_built_in(std::string_view name);

/// `substring(string: string, start position: number, length?: number): string`, one line per signature.
std::string describe(const BuiltIn& function);

}  // namespace zhilu::expr
