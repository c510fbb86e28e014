// SPDX-License-Identifier: MIT
// Tree to canonical text, for formatting and for explanations.
#pragma once

#include <string>

#include "engine/expr/ast.h"

namespace zhilu::expr {

/// The expression below `id` in canonical form: one blank around operators, no superfluous parentheses,
/// literals in their shortest exact form. Parsing it again, with the same names, gives the same tree. An
/// Error node prints as `null`.
std::string print(const Ast& ast, ExprId id);
inline std::string print(const Ast& ast) {
  return print(ast, ast.root());
}

}  // namespace zhilu::expr
