// SPDX-License-Identifier: MIT
// What can be reached from where, and by which shortest way.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/graph/adjacency.h"
#include "engine/graph/flow.h"

namespace zhilu {

/// result[n]: some way leads from a root to n, or n is a root.
std::vector<bool> reachable_nodes(const Adjacency& next, std::span<const std::uint32_t> roots);

/// Nodes that no way from a graph with an `enter` condition leads to; ascending.
std::vector<NodeId> unreachable_nodes(const Flow& flow);

/// Branch and decide nodes without a way out, and graph nodes whose graph has no start; ascending.
std::vector<NodeId> dead_ends(const Knowledge& knowledge);

/// Finds ways that pass no gate. Each search walks only what leads to its targets, and needs no clearing of
/// what the ones before it have seen.
class PathFinder {
 public:
  explicit PathFinder(const Flow& flow);

  /// A shortest path from a root to one of `targets` on which no node is a gate: all its nodes, the root
  /// first. Empty if every way passes a gate. A target that is a gate itself counts as passed.
  std::vector<NodeId> find_avoiding(std::span<const NodeId> targets, std::span<const NodeId> gates);

  /// Edges walked in all searches so far.
  std::size_t edges_seen() const { return edges_seen_; }

 private:
  std::vector<bool> is_root_;
  // By node, between begins_[n] and begins_[n + 1]: those that lead to it.
  std::vector<std::uint32_t> begins_;
  std::vector<NodeId> before_;
  // seen_[n] == mark_: node n was seen in the present search; then to_ says where it leads.
  std::vector<std::uint32_t> seen_;
  std::uint32_t mark_ = 0;
  std::vector<NodeId> to_;
  std::size_t edges_seen_ = 0;
};

/// One search by a PathFinder.
std::vector<NodeId> find_path_avoiding(const Flow& flow, std::span<const NodeId> targets,
                                       std::span<const NodeId> gates);

}  // namespace zhilu
