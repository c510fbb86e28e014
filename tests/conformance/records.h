// SPDX-License-Identifier: MIT
// One record of a suite at work: its inputs and definitions become facts, its expression a program.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/expr/program.h"
#include "engine/expr/scope.h"
#include "engine/expr/vm.h"
#include "tests/conformance/encoding.h"

namespace zhilu::conformance {

/// What a record gave.
struct Outcome {
  Value value;
  /// Everything that was reported on the way, from reading the text to converting the result.
  std::vector<std::string> complaints;
};

/// What evaluates programs. The default is the vm.
struct Evaluator {
  std::function<Value(const expr::Program&, const expr::Environment&, expr::Observer*)> evaluate;
  /// A function as one of a declared type, see expr::with_declared_type.
  std::function<Value(const Value& function, const Type& type)> declare;

  static Evaluator vm();
};

/// Is shown each program of a record, with its text and what its names mean, before it is evaluated.
using Visitor =
    std::function<void(const Json& owner, const expr::Program& program, const expr::Scope& scope)>;

/// Evaluates a record of the form of data/feel/README: the definitions in order, each with what it needs,
/// then the expression, whose value is converted to the declared type.
Outcome run_record(const Json& record, const Evaluator& evaluator = Evaluator::vm(),
                   const Visitor& visit = nullptr);

/// The heading under which a record is counted.
std::string group_of(const Json& record);

}  // namespace zhilu::conformance
