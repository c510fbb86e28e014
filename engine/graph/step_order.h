// SPDX-License-Identifier: MIT
// The order constraints between steps that all decision graphs together impose.
//
// Step A comes before step B where an edge path leads from a node of A to a node of B through nodes that are no
// steps. The union over all graphs must be acyclic: engine/check reports the shortest cycle.
#pragma once

#include <vector>

#include "engine/model/knowledge.h"

namespace zhilu {

/// One constraint with the nodes it comes from, for messages.
struct StepConstraint {
  StepId before;
  StepId after;
  NodeId from;
  NodeId to;
};

struct StepOrder {
  /// By step: the steps that directly precede it, ascending, each once; a step never precedes itself.
  std::vector<std::vector<StepId>> before;
  /// Every pair once, with the first nodes found; ordered by (before, after).
  std::vector<StepConstraint> constraints;
};

StepOrder step_order(const Knowledge& knowledge);

}  // namespace zhilu
