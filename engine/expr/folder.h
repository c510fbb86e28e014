// SPDX-License-Identifier: MIT
// Constant folding: gives every node whose value depends on nothing that value, between checking and
// compiling.
#pragma once

#include "engine/expr/ast.h"

namespace zhilu::expr {

/// Sets `value` of foldable nodes. What would be null because of an error is left to evaluation, which
/// reports it.
void fold_constants(Ast& ast);

}  // namespace zhilu::expr
