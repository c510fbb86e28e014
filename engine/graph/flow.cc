// SPDX-License-Identifier: MIT
#include "engine/graph/flow.h"

#include <algorithm>

namespace zhilu {

namespace {

void add_once(std::vector<NodeId>& nodes, NodeId node) {
  if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
}

}  // namespace

Flow flow_of(const Knowledge& knowledge) {
  Flow flow;
  flow.next.resize(knowledge.nodes.size());
  for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
    const Node& node = knowledge.nodes[NodeId{n}];
    for (const Edge& edge : node.edges) {
      if (edge.to.is_set()) add_once(flow.next[n], edge.to);
    }
    if (!node.graph.is_set()) continue;
    for (NodeId start : knowledge.graphs[node.graph].start) add_once(flow.next[n], start);
  }
  for (const Graph& graph : knowledge.graphs) {
    if (!graph.enter.is_set()) continue;
    for (NodeId start : graph.start) add_once(flow.roots, start);
  }
  std::sort(flow.roots.begin(), flow.roots.end());
  return flow;
}

}  // namespace zhilu
