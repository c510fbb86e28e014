// SPDX-License-Identifier: MIT
// A plan walks the graphs in one pass, each node after all that lead to it: they must not lead in circles.
#include <algorithm>

#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"
#include "engine/graph/cycles.h"
#include "engine/graph/flow.h"

namespace zhilu::checks {
namespace {

// Enough to see where it goes; a longer cycle is cut in the message too.
constexpr std::size_t kMaxNotes = 12;

// The place of the edge between two nodes; of the way into a sub-graph the node itself.
Span span_of_edge(const Knowledge& knowledge, NodeId from, NodeId to) {
  const Node& node = knowledge.nodes[from];
  const auto edge =
      std::find_if(node.edges.begin(), node.edges.end(), [&](const Edge& each) { return each.to == to; });
  return edge == node.edges.end() ? node.span : edge->span;
}

}  // namespace

void check_cycles(const Knowledge& knowledge, Findings& out) {
  const Flow flow = flow_of(knowledge);
  if (is_acyclic(flow)) return;
  for (const std::vector<std::uint32_t>& cycle : shortest_cycles(untyped(flow.next))) {
    std::vector<std::string> names;
    for (const std::uint32_t node : cycle) names.push_back(name_of(knowledge, NodeId{node}));
    names.push_back(names.front());
    Diagnostic& problem = out.add(kFlowCycle, knowledge.nodes[NodeId{cycle[0]}].span, {way_text(names)});
    for (std::size_t i = 0; i < std::min(cycle.size(), kMaxNotes); ++i) {
      const NodeId from{cycle[i]};
      const NodeId to{cycle[(i + 1) % cycle.size()]};
      problem.notes.push_back({&kCycleGoesOn, span_of_edge(knowledge, from, to), {names[i], names[i + 1]}});
    }
  }
}

}  // namespace zhilu::checks
