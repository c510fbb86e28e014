// SPDX-License-Identifier: MIT
#include "engine/graph/reachability.h"

#include <algorithm>

namespace zhilu {

std::vector<bool> reachable_nodes(const Adjacency& next, std::span<const std::uint32_t> roots) {
  std::vector<bool> reached(next.size(), false);
  std::vector<std::uint32_t> open;
  const auto reach = [&](std::uint32_t node) {
    if (reached[node]) return;
    reached[node] = true;
    open.push_back(node);
  };
  for (const std::uint32_t root : roots) reach(root);
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    for (const std::uint32_t to : next[node]) reach(to);
  }
  return reached;
}

std::vector<NodeId> unreachable_nodes(const Flow& flow) {
  std::vector<std::uint32_t> roots;
  for (const NodeId root : flow.roots) roots.push_back(root.value);
  const std::vector<bool> reached = reachable_nodes(untyped(flow.next), roots);
  std::vector<NodeId> unreachable;
  for (std::uint32_t node = 0; node < reached.size(); ++node) {
    if (!reached[node]) unreachable.push_back(NodeId{node});
  }
  return unreachable;
}

std::vector<NodeId> dead_ends(const Knowledge& knowledge) {
  std::vector<NodeId> ends;
  for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
    const Node& node = knowledge.nodes[NodeId{n}];
    const bool chooses = node.kind == NodeKind::Branch || node.kind == NodeKind::Decide;
    const bool enters_nothing =
        node.kind == NodeKind::Graph && node.graph.is_set() && knowledge.graphs[node.graph].start.empty();
    if ((chooses && node.edges.empty()) || enters_nothing) ends.push_back(NodeId{n});
  }
  return ends;
}

std::vector<NodeId> find_path_avoiding(const Flow& flow, std::span<const NodeId> targets,
                                       std::span<const NodeId> gates) {
  std::vector<bool> is_target(flow.next.size(), false);
  for (const NodeId target : targets) is_target[target.value] = true;
  // Gates count as visited before anything is, so no path goes through them.
  std::vector<bool> visited(flow.next.size(), false);
  for (const NodeId gate : gates) visited[gate.value] = true;
  std::vector<NodeId> from(flow.next.size());
  std::vector<NodeId> queue;
  const auto visit = [&](NodeId node, NodeId before) {
    if (visited[node.value]) return;
    visited[node.value] = true;
    from[node.value] = before;
    queue.push_back(node);
  };
  for (const NodeId root : flow.roots) visit(root, NodeId());
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const NodeId node = queue[i];
    if (is_target[node.value]) {
      std::vector<NodeId> path;
      for (NodeId at = node; at.is_set(); at = from[at.value]) path.push_back(at);
      std::reverse(path.begin(), path.end());
      return path;
    }
    for (const NodeId to : flow.next[node.value]) visit(to, node);
  }
  return {};
}

}  // namespace zhilu
