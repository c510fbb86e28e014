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

/// A shortest path from a root to one of `targets` on which no node is a gate: all its nodes, the root first.
/// Empty if every way passes a gate. A target that is a gate itself counts as passed.
std::vector<NodeId> find_path_avoiding(const Flow& flow, std::span<const NodeId> targets,
                                       std::span<const NodeId> gates);

}  // namespace zhilu
