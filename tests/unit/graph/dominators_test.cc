// SPDX-License-Identifier: MIT
#include "engine/graph/dominators.h"

#include <doctest/doctest.h>

#include <set>

#include "engine/graph/reachability.h"
#include "tests/support/random_graph.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

// The nodes whose removal cuts `node` off from the roots, by removing each.
std::set<std::uint32_t> naive_dominators(const Adjacency& next, const std::vector<std::uint32_t>& roots,
                                         std::uint32_t node) {
  std::set<std::uint32_t> dominators;
  for (std::uint32_t removed = 0; removed < next.size(); ++removed) {
    if (removed == node) continue;
    Adjacency rest = next;
    rest[removed].clear();
    std::vector<std::uint32_t> starts;
    for (const std::uint32_t root : roots) {
      if (root != removed) starts.push_back(root);
    }
    if (!reachable_nodes(rest, starts)[node]) dominators.insert(removed);
  }
  return dominators;
}

std::set<std::uint32_t> chain(const std::vector<NodeId>& immediate, std::uint32_t node) {
  std::set<std::uint32_t> dominators;
  for (NodeId at = immediate[node]; at.is_set(); at = immediate[at.value]) dominators.insert(at.value);
  return dominators;
}

}  // namespace

TEST_CASE("dominators are the nodes whose removal cuts the way") {
  std::mt19937 random(31);
  for (int round = 0; round < 400; ++round) {
    const auto nodes = 1 + static_cast<std::uint32_t>(random() % 14);
    const Adjacency next = random_graph(random, nodes, 2, round % 2 == 0);
    std::vector<std::uint32_t> roots{0};
    if (random() % 2) roots.push_back(static_cast<std::uint32_t>(random() % nodes));
    const Flow flow = flow_from(next, roots);
    const std::vector<NodeId> immediate = immediate_dominators(flow);
    const std::vector<bool> reached = reachable_nodes(next, roots);
    for (std::uint32_t node = 0; node < nodes; ++node) {
      if (!reached[node]) {
        REQUIRE(!immediate[node].is_set());
        continue;
      }
      const std::set<std::uint32_t> expected = naive_dominators(next, roots, node);
      REQUIRE(chain(immediate, node) == expected);
      // And the search for a way round each gate agrees.
      for (std::uint32_t gate = 0; gate < nodes; ++gate) {
        if (gate == node) continue;
        const bool passes =
            find_path_avoiding(flow, std::vector{NodeId{node}}, std::vector{NodeId{gate}}).empty();
        REQUIRE(passes == expected.contains(gate));
      }
    }
  }
}

TEST_CASE("long ways with ways back are walked without harm") {
  constexpr std::uint32_t kNodes = 100'000;
  Adjacency next(kNodes);
  for (std::uint32_t i = 0; i + 1 < kNodes; ++i) next[i] = {i + 1, i / 2};
  next[kNodes - 1] = {1};
  const std::vector<NodeId> immediate = immediate_dominators(flow_from(next, {0}));
  for (std::uint32_t i = 1; i < kNodes; ++i) REQUIRE(immediate[i] == NodeId{i - 1});
}
