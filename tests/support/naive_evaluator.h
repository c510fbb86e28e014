// SPDX-License-Identifier: MIT
// A second evaluator, written for plainness: walks the checked tree, keeps names by name, evaluates what is
// asked and nothing beforehand. The vm must agree with it, to the last missing fact.
//
// Shared with the engine are arithmetic of settled values, conversions, and the code of built-in functions.
// Its own are control flow, logic, what is unknown, names, loops, filters, paths, ranges and functions.
#pragma once

#include "engine/expr/ast.h"
#include "engine/expr/program.h"
#include "engine/expr/vm.h"

namespace zhilu::naive {

/// The value of a program's tree. REQUIRES: the text was read without an error.
Value evaluate(const expr::Program& program, const expr::Environment& environment);

/// As expr::with_declared_type, for functions that evaluate() gave.
Value with_declared_type(const Value& function, const Type& type);

/// The same value as far as anyone can tell: as is_same(), and any two functions.
bool is_alike(const Value& a, const Value& b);

}  // namespace zhilu::naive
