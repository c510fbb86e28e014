// SPDX-License-Identifier: MIT
// Tree to bytecode: last stage before evaluation. Internal to this room.
#pragma once

#include <memory>

#include "engine/expr/ast.h"
#include "engine/expr/checker.h"
#include "engine/expr/code.h"

namespace zhilu::expr {

/// The bytecode of a checked tree.
std::unique_ptr<const Code> generate(const Ast& ast, const Bindings& bindings);

}  // namespace zhilu::expr
