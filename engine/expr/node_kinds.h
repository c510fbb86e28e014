// SPDX-License-Identifier: MIT
// What the kinds of nodes have in common.
#pragma once

#include <optional>

#include "engine/expr/ast.h"

namespace zhilu::expr {

/// Kinds of expressions that are true or false by themselves.
bool is_condition(NodeKind kind);

/// The relation that a comparison asks for; empty for nodes that are none.
std::optional<Relation> relation_of(NodeKind kind);

}  // namespace zhilu::expr
