// SPDX-License-Identifier: MIT
// Small random graphs, and the slow and obvious ways to ask things of them.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "engine/graph/adjacency.h"
#include "engine/graph/flow.h"

namespace zhilu::test {

/// `nodes` nodes, each with up to `fan` edges to any node; to later ones only if `acyclic`.
inline Adjacency random_graph(std::mt19937& random, std::uint32_t nodes, std::uint32_t fan, bool acyclic) {
  Adjacency next(nodes);
  for (std::uint32_t from = 0; from < nodes; ++from) {
    const std::uint32_t first = acyclic ? from + 1 : 0;
    if (first >= nodes) continue;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(random() % (fan + 1)); ++i) {
      next[from].push_back(first + static_cast<std::uint32_t>(random() % (nodes - first)));
    }
  }
  return next;
}

/// The same as a flow with these roots.
inline Flow flow_from(const Adjacency& next, const std::vector<std::uint32_t>& roots) {
  Flow flow;
  for (const auto& list : next) {
    for (const std::uint32_t to : list) flow.next.add(NodeId{to});
    flow.next.end_list();
  }
  for (const std::uint32_t root : roots) flow.roots.push_back(NodeId{root});
  return flow;
}

/// Fewest edges from each node to each (0 to itself), by Floyd and Warshall; kFar where there is no way.
inline constexpr std::uint32_t kFar = 1'000'000;
inline std::vector<std::vector<std::uint32_t>> all_distances(const Adjacency& next) {
  const std::size_t n = next.size();
  std::vector<std::vector<std::uint32_t>> distance(n, std::vector<std::uint32_t>(n, kFar));
  for (std::size_t i = 0; i < n; ++i) {
    for (const std::uint32_t to : next[i]) distance[i][to] = 1;
    distance[i][i] = 0;
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        distance[i][j] = std::min(distance[i][j], distance[i][k] + distance[k][j]);
      }
    }
  }
  return distance;
}

}  // namespace zhilu::test
