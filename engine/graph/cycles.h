// SPDX-License-Identifier: MIT
// Cycles: which knots of nodes lead back to themselves, and by which short way.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph/adjacency.h"

namespace zhilu {

/// The strong components that hold a cycle: each a list of nodes, ascending; ordered by their first nodes.
std::vector<std::vector<std::uint32_t>> cyclic_components(const Adjacency& next);

/// One shortest cycle of each of these components, in the same order. A cycle begins with its smallest node;
/// each node leads to the next one, and the last to the first. In components so large that the search would
/// take long (some five million edges) it is the shortest of those seen until then.
std::vector<std::vector<std::uint32_t>> shortest_cycles(const Adjacency& next);

}  // namespace zhilu
