// SPDX-License-Identifier: MIT
// The compiled form of the knowledge: flat arrays over integer ids, made once and shared by all threads.
//
// Conditions of all graphs, steps, channels and tables are taken apart into predicates (one small test of one
// fact) that are shared wherever they occur, and circuits (and/or/not over predicates). A plan evaluates
// every predicate once; everything after that is arithmetic on three-valued truths.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/expr/program.h"
#include "engine/model/knowledge.h"
#include "engine/value/decimal.h"
#include "engine/value/truth.h"

namespace zhilu {

using PredicateId = Id<struct PredicateTag>;
/// A circuit; circuits 0 .. conditions-1 belong to the knowledge's conditions of the same number.
using CircuitId = Id<struct CircuitTag>;

enum class PredicateKind : std::uint8_t {
  IsTrue,     ///< A boolean fact.
  OneOf,      ///< A choice or boolean fact has one of the options in `mask`.
  HasMember,  ///< A choices fact has the members in `mask` (one bit).
  Less,       ///< A number or money fact is < `number`.
  LessEqual,  ///< A number or money fact is <= `number`.
  Equal,      ///< A number or money fact is = `number`.
  General,    ///< Anything else: a part of a program, evaluated by the virtual machine.
};

/// The smallest test. `fact` is not set for General.
struct Predicate {
  PredicateKind kind = PredicateKind::General;
  FactId fact;
  std::uint64_t mask = 0;
  Decimal number;
  /// Of General: the program and the node of its tree.
  std::shared_ptr<const expr::Program> program;
  expr::ExprId root;
  /// Facts read, ascending; for a simple predicate just `fact`.
  std::vector<FactId> reads;
};

/// One instruction of a circuit in postfix order: And and Or take two truths from the stack, Not one.
struct CircuitOp {
  enum class Code : std::uint8_t { Predicate, False, True, Not, And, Or };
  Code code = Code::True;
  std::uint32_t predicate = 0;
};

/// No circuit needs more places on its stack than this. An exclusive arm adds one to its condition's own.
inline constexpr std::size_t kMaxCircuitDepth = 62;

/// How a node can be reached.
struct InEdge {
  static constexpr std::uint32_t kRoot = 0xffffffff;
  /// The node this edge comes from, or kRoot: the graph is entered where `circuit` holds.
  std::uint32_t from = kRoot;
  EdgeKind kind = EdgeKind::Then;
  /// Not set: always.
  CircuitId circuit;
  /// Of an Outcome edge.
  OutcomeId outcome;
  /// Index into Node::edges of `from`; of an edge into a sub-graph and of roots 0.
  std::uint32_t edge = 0;
};

/// A fact that gets its value from the knowledge: a default, or an output of a decision table.
struct Derivation {
  FactId fact;    ///< Of a fallback.
  TableId table;  ///< Of a table: all its outputs at once.
};

/// Compressed rows: row i is items[begin[i] .. begin[i+1]).
template <class T>
struct Rows {
  std::vector<std::uint32_t> begin{0};
  std::vector<T> items;

  std::span<const T> operator[](std::size_t i) const {
    return {items.data() + begin[i], items.data() + begin[i + 1]};
  }
  std::size_t size() const { return begin.size() - 1; }
  void add(T item) { items.push_back(std::move(item)); }
  void end_row() { begin.push_back(static_cast<std::uint32_t>(items.size())); }
};

struct Compiled {
  std::shared_ptr<const Knowledge> knowledge;
  std::vector<Predicate> predicates;
  Rows<CircuitOp> circuits;
  /// In an order in which each reads only facts settled before it.
  std::vector<Derivation> derivations;
  /// Predicates that may be evaluated once derivation i has run: those of row i, row 0 before the first.
  Rows<PredicateId> predicates_after;
  /// All nodes, each after every node that leads to it.
  std::vector<NodeId> node_order;
  Rows<InEdge> in_edges;       ///< By node.
  Rows<NodeId> nodes_of_step;  ///< By step.
  Rows<StepId> steps_before;   ///< By step: those that directly precede it where both are in a plan.
};

}  // namespace zhilu
