// SPDX-License-Identifier: MIT
#include "engine/graph/reachability.h"

#include <cstdint>
#include <numeric>

namespace zhilu {

namespace {

// By node: true if a way leads to it from one of the roots.
template <class Graph, class NodeType, class Number>
std::vector<bool> reached_from(const Graph& next, std::span<const NodeType> roots, const Number& number) {
  std::vector<bool> reached(next.size(), false);
  std::vector<std::uint32_t> open;
  const auto reach = [&](std::uint32_t node) {
    if (reached[node]) return;
    reached[node] = true;
    open.push_back(node);
  };
  for (const NodeType root : roots) reach(number(root));
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    for (const NodeType to : next[node]) reach(number(to));
  }
  return reached;
}

}  // namespace

std::vector<bool> reachable_nodes(const Adjacency& next, std::span<const std::uint32_t> roots) {
  return reached_from(next, roots, [](std::uint32_t node) { return node; });
}

std::vector<NodeId> unreachable_nodes(const Flow& flow) {
  const std::vector<bool> reached =
      reached_from(flow.next, std::span<const NodeId>(flow.roots), [](NodeId node) { return node.value; });
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

PathFinder::PathFinder(const Flow& flow)
    : is_root_(flow.next.size(), false),
      begins_(flow.next.size() + 1, 0),
      seen_(flow.next.size(), 0),
      to_(flow.next.size()) {
  for (const NodeId root : flow.roots) is_root_[root.value] = true;
  for (std::size_t n = 0; n < flow.next.size(); ++n) {
    for (const NodeId to : flow.next[n]) ++begins_[to.value + 1];
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  before_.resize(begins_.back());
  std::vector<std::uint32_t> places(begins_.begin(), begins_.end() - 1);
  for (std::uint32_t n = 0; n < flow.next.size(); ++n) {
    for (const NodeId to : flow.next[n]) before_[places[to.value]++] = NodeId{n};
  }
}

std::vector<NodeId> PathFinder::find_avoiding(std::span<const NodeId> targets,
                                              std::span<const NodeId> gates) {
  ++mark_;
  // Gates count as seen before anything is, so no path goes through them.
  for (const NodeId gate : gates) seen_[gate.value] = mark_;
  std::vector<NodeId> queue;
  const auto visit = [&](NodeId node, NodeId next) {
    if (seen_[node.value] == mark_) return;
    seen_[node.value] = mark_;
    to_[node.value] = next;
    queue.push_back(node);
  };
  for (const NodeId target : targets) visit(target, NodeId());
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const NodeId node = queue[i];
    if (is_root_[node.value]) {
      std::vector<NodeId> path;
      for (NodeId at = node; at.is_set(); at = to_[at.value]) path.push_back(at);
      return path;
    }
    edges_seen_ += begins_[node.value + 1] - begins_[node.value];
    for (std::uint32_t b = begins_[node.value]; b < begins_[node.value + 1]; ++b) visit(before_[b], node);
  }
  return {};
}

std::vector<NodeId> find_path_avoiding(const Flow& flow, std::span<const NodeId> targets,
                                       std::span<const NodeId> gates) {
  return PathFinder(flow).find_avoiding(targets, gates);
}

}  // namespace zhilu
