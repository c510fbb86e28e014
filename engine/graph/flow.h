// SPDX-License-Identifier: MIT
// All decision graphs of a knowledge base as one graph of nodes: who leads to whom, and where it is entered.
#pragma once

#include <vector>

#include "engine/graph/adjacency.h"
#include "engine/model/knowledge.h"

namespace zhilu {

/// Nodes by number, with their successors in written order (repetitions left out).
struct Flow {
  /// By node: where its edges lead; a Graph node leads to the start nodes of its sub-graph as well.
  Lists<NodeId> next;
  /// The start nodes of graphs that have an `enter` condition, ascending.
  std::vector<NodeId> roots;
};

Flow flow_of(const Knowledge& knowledge);

/// True if no node leads back to itself.
bool is_acyclic(const Flow& flow);

}  // namespace zhilu
