// SPDX-License-Identifier: MIT
// Bytecode: what the compiler writes and the vm reads. Internal to this room.
//
// A stack machine. The code of every node of the tree is one contiguous block that pushes exactly one value,
// so that any node can be evaluated by itself, and loops and branches are blocks inside blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/expr/ast.h"
#include "engine/expr/calls.h"
#include "engine/expr/checker.h"
#include "engine/value/type.h"
#include "engine/value/value.h"

namespace zhilu::expr {

/// `[n]` is how many values an instruction takes from the stack; each pushes one unless it says otherwise.
enum class Op : std::uint8_t {
  Constant,    ///< [0] constants[c]
  Fact,        ///< [0] the fact with id c
  Local,       ///< [0] slot c
  ItemEntry,   ///< [0] entry names[c] of the item in slot b; if it has none, pushes nothing and skips a jump
  BuiltIn,     ///< [0] the function of calls[c] as a value
  Temporal,    ///< [0] @-literal names[c], which needs time zones
  Fail,        ///< [0] null because the tree could not be read or checked; c: index into failures
  Negate,      ///< [1]
  Arithmetic,  ///< [2] NodeKind a
  Compare,     ///< [2] Relation a
  Not,         ///< [1]
  ShortCircuit,  ///< [0] pushes nothing; jumps to c if the top settles an `or` (a = 1) or `and` (a = 0)
  Logic,         ///< [2] `or` (a = 1) or `and`
  Between,       ///< [3]
  In,            ///< [2]
  InMany,        ///< [1 + b] relations[c]
  InstanceOf,    ///< [1] types[c]
  Branch,        ///< [1] pushes nothing; goes on if true, to c if not; if unknown runs both blocks
  Jump,          ///< [0] pushes nothing; to c
  List,          ///< [c]
  Context,       ///< [n of keys[c]]
  Store,         ///< [0] pushes nothing; copies the top to slot c
  Range,         ///< [2] a: bit 0 low closed, bit 1 high closed
  HalfRange,     ///< [1] Relation a
  Path,          ///< [1] names[c]
  Index,         ///< [2] list and number
  Filter,        ///< [1] condition follows up to c; item in slot b; a: FilterUse
  Loop,          ///< [0] loops[c]; its blocks follow
  CallBuiltIn,   ///< [b] calls[c]
  CallValue,  ///< [1 + b] the function below its arguments; names: keys[c], or none if c is kNone; a: 1 if an
              ///< argument may be of any type
  Closure,    ///< [0] functions[c]
};

/// What stands in the brackets of a filter, by its type.
enum class FilterUse : std::uint8_t { Condition, Index, Either };

struct Instruction {
  Op op = Op::Constant;
  std::uint8_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
};

/// Instructions [begin, end).
struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A call of a built-in function: all readings of its arguments.
struct CallSite {
  const BuiltIn* function = nullptr;
  std::vector<ArgumentPlan> plans;
};

struct LoopIterator {
  std::uint32_t slot = 0;
  Block domain;
  /// The upper end of `from..to`.
  std::optional<Block> to;
};

struct LoopPlan {
  NodeKind kind = NodeKind::For;
  /// The Loop instruction.
  std::uint32_t at = 0;
  std::vector<LoopIterator> iterators;
  Block body;
  std::uint32_t end = 0;
  /// Slot of `partial` if the body uses it.
  std::optional<std::uint32_t> partial;
};

/// A function written in the language.
struct FunctionPlan {
  ExprId node;
  std::vector<std::string> names;
  std::vector<Type> types;
  std::vector<Capture> captures;
  Block body;
  std::uint32_t slots = 0;
  bool external = false;
};

/// Why a node evaluates to null whatever the facts.
struct Failure {
  const DiagnosticKind* kind = nullptr;
  std::vector<std::string> args;
};

struct Code {
  static constexpr std::uint32_t kNone = 0xffffffff;

  std::vector<Instruction> instructions;
  /// The node that each instruction belongs to.
  std::vector<ExprId> nodes;
  /// By node id: its block, empty for nodes without code of their own.
  std::vector<Block> blocks;
  std::vector<Value> constants;
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> keys;
  std::vector<std::vector<std::optional<Relation>>> relations;
  std::vector<Type> types;
  std::vector<CallSite> calls;
  std::vector<LoopPlan> loops;
  std::vector<FunctionPlan> functions;
  std::vector<Failure> failures;
  /// Local variables of the expression itself.
  std::uint32_t slots = 0;
  /// The most values on the stack at once, local variables not counted, in any function.
  std::uint32_t max_stack = 0;
};

}  // namespace zhilu::expr
