// SPDX-License-Identifier: MIT
// What conditions are taken apart into: predicates, and circuits over them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/expr/program.h"
#include "engine/model/knowledge.h"
#include "engine/value/decimal.h"
#include "engine/value/truth.h"

namespace zhilu {

/// A circuit; circuits 0 .. conditions-1 belong to the knowledge's conditions of the same number.
using CircuitId = Id<struct CircuitTag>;
using SlotId = Id<struct SlotTag>;

enum class PredicateKind : std::uint8_t {
  IsTrue,     ///< A boolean fact.
  OneOf,      ///< A choice or boolean fact has one of the options in `mask`.
  HasMember,  ///< A choices fact has the members in `mask` (one bit).
  Less,       ///< A number or money fact is < `number`.
  LessEqual,  ///< A number or money fact is <= `number`.
  Equal,      ///< A number or money fact is = `number`.
  TextIn,     ///< A text fact is one of the texts in row `mask` of Compiled::text_sets.
  General,    ///< Anything else: a part of a condition, evaluated by the virtual machine.
};

/// The smallest test. `fact` is not set for General.
struct Predicate {
  PredicateKind kind = PredicateKind::General;
  std::uint8_t unused[3] = {};  ///< Every byte is determined, see Maybe.
  FactId fact;
  std::uint64_t mask = 0;
  Decimal number;
  /// Of General: the condition and the node of its tree.
  ConditionId condition;
  expr::ExprId root;
  /// Where its fact's value stands; not set for General.
  SlotId slot;
  std::uint32_t unused_too = 0;
};

/// One instruction of a circuit in postfix order: And and Or take two truths from the stack, Not one.
struct CircuitOp {
  /// Those of two truths last.
  enum class Code : std::uint32_t { Predicate, False, True, Not, And, Or };
  Code code : 3 = Code::True;
  std::uint32_t predicate : 29 = 0;

  static CircuitOp of(Code code, std::uint32_t predicate) {
    CircuitOp op;
    op.code = code;
    op.predicate = predicate & 0x1fffffff;
    return op;
  }
};

/// No circuit needs more places on its stack than this. An exclusive arm adds one to its condition's own.
inline constexpr std::size_t kMaxCircuitDepth = 62;

/// A predicate, or what is left when it is negated.
struct Literal {
  std::uint32_t code = 0;
  static Literal of(std::uint32_t predicate, bool negated) { return {predicate << 1 | (negated ? 1U : 0U)}; }
  std::uint32_t predicate() const { return code >> 1; }
  bool is_negated() const { return (code & 1) != 0; }

  /// A truth in two bits, "it does hold" and above it "it may hold", so that Kleene's `and` is that of the
  /// bits.
  static constexpr std::uint8_t kFalse = 0;
  static constexpr std::uint8_t kUnknown = 2;
  static constexpr std::uint8_t kTrue = 3;
  static constexpr std::uint8_t bits(Truth truth) {
    return truth == Truth::False ? kFalse : truth == Truth::Unknown ? kUnknown : kTrue;
  }
};

}  // namespace zhilu
