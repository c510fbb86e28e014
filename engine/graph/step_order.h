// SPDX-License-Identifier: MIT
// The order constraints between steps that all decision graphs and the steps themselves together impose.
//
// Step A comes before step B where an edge path leads from a node of A to a node of B through nodes that are
// no steps, and where B says so (`after`). The union must be acyclic: engine/check reports the shortest
// cycle.
#pragma once

#include <optional>
#include <vector>

#include "engine/model/knowledge.h"

namespace zhilu {

/// One constraint with the nodes it comes from, for messages.
struct StepConstraint {
  StepId before;
  StepId after;
  /// Both not set: no graph says so, but step `after` itself.
  NodeId from;
  NodeId to;
  /// Only an outcome of `before` opens `after`: it can come no sooner, however urgent it is.
  bool by_outcome = false;
};

struct StepOrder {
  /// By step: the steps that directly precede it, ascending, each once. By the graphs a step never precedes
  /// itself; one that says to come after itself does, which is a cycle.
  std::vector<std::vector<StepId>> before;
  /// Every pair once, ordered by (before, after), with the first nodes found; one that holds without an
  /// outcome goes before one that does not, then one of a graph before one that the step itself says.
  std::vector<StepConstraint> constraints;
  /// False if there are so many constraints that the rest was left out. Such knowledge is refused
  /// (engine/check).
  bool complete = true;
};

StepOrder step_order(const Knowledge& knowledge);

/// One shortest cycle of each knot of steps that precede themselves: its constraints, each one's `after`
/// being the next one's `before`. Empty if the order is sound.
std::vector<std::vector<StepConstraint>> order_cycles(const StepOrder& order);

/// All steps, each behind those that precede it; among free ones by declared order. Empty if the order has a
/// cycle.
std::optional<std::vector<StepId>> sorted_steps(const StepOrder& order);

}  // namespace zhilu
