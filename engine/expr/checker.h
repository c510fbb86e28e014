// SPDX-License-Identifier: MIT
// Names and types: third stage of the pipeline. Writes what it finds into the tree and reports what is wrong.
//
// Where nothing is known a type is Any, and Any fits everywhere: only what can never be right is an error.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/expr/ast.h"
#include "engine/expr/scope.h"

namespace zhilu::expr {

/// A local variable of an enclosing function that a function takes along: it is copied from `outer` to
/// `inner`.
struct Capture {
  std::uint32_t outer = 0;
  std::uint32_t inner = 0;
};

/// The local variables of one function, or of the expression itself.
struct Frame {
  /// The Function node; not set for the expression.
  ExprId function;
  /// Parameters take the slots 0 .. parameters-1.
  std::uint32_t parameters = 0;
  std::uint32_t slots = 0;
  std::vector<Capture> captures;
};

/// Where names live. Everything is by node id.
struct Bindings {
  static constexpr std::uint32_t kNoSlot = 0xffffffff;

  /// Slot of a Name that is a local variable, of the variable of an Iterator or Entry, of `item` of a Filter,
  /// of `partial` of a For; kNoSlot for all other nodes.
  std::vector<std::uint32_t> slot;
  /// For a Name inside filters: the items whose entries it may be, innermost first, before anything else.
  std::map<ExprId, std::vector<std::uint32_t>> items;
  /// The first is that of the whole expression.
  std::vector<Frame> frames;
  /// By Function node: index into frames.
  std::map<ExprId, std::uint32_t> frame_of;
  /// Facts read, ascending.
  std::vector<FactId> facts;
};

/// Resolves the names of `ast` in `scope` and gives every node a type.
Bindings check(Ast& ast, const Scope& scope, Diagnostics& diagnostics);

}  // namespace zhilu::expr
