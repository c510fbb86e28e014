// SPDX-License-Identifier: MIT
// Nodes that no plan can ever come to, and choices that lead nowhere.
#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"
#include "engine/graph/reachability.h"

namespace zhilu::checks {

void check_unreachable(const Knowledge& knowledge, Findings& out) {
  const std::vector<NodeId> unreachable = unreachable_nodes(flow_of(knowledge));
  std::vector<std::size_t> missing(knowledge.graphs.size(), 0);
  for (const NodeId node : unreachable) ++missing[knowledge.nodes[node].owner.value];
  for (std::uint32_t g = 0; g < knowledge.graphs.size(); ++g) {
    const Graph& graph = knowledge.graphs[GraphId{g}];
    if (graph.nodes.empty() || missing[g] < graph.nodes.size()) continue;
    out.add(kUnreachableGraph, graph.span, {graph.id});
  }
  for (const NodeId node : unreachable) {
    const GraphId owner = knowledge.nodes[node].owner;
    // A graph that is not entered at all has been named once.
    if (missing[owner.value] == knowledge.graphs[owner].nodes.size()) continue;
    out.add(kUnreachableNode, knowledge.nodes[node].span, {name_of(knowledge, node)});
  }
}

void check_dead_ends(const Knowledge& knowledge, Findings& out) {
  for (const NodeId node : dead_ends(knowledge)) {
    out.add(kDeadEnd, knowledge.nodes[node].span, {name_of(knowledge, node)});
  }
}

}  // namespace zhilu::checks
