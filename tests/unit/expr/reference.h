// SPDX-License-Identifier: MIT
// A second evaluator, written for plainness: walks the tree, keeps names by name. The vm must agree with it.
#pragma once

#include "engine/expr/ast.h"
#include "engine/expr/vm.h"

namespace zhilu::test {

/// The value of a checked tree without function definitions. REQUIRES: the tree has no errors.
Value evaluate_plainly(const expr::Ast& ast, const expr::Environment& environment);

}  // namespace zhilu::test
