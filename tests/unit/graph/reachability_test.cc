// SPDX-License-Identifier: MIT
#include "engine/graph/reachability.h"

#include <doctest/doctest.h>

#include "tests/support/random_graph.h"
#include "tests/support/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::test;

TEST_CASE("what is reached is what the distances say") {
  std::mt19937 random(21);
  for (int round = 0; round < 300; ++round) {
    const auto nodes = 1 + static_cast<std::uint32_t>(random() % 20);
    const Adjacency next = random_graph(random, nodes, 2, false);
    const auto distance = all_distances(next);
    std::vector<std::uint32_t> roots;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(random() % 3); ++i) {
      roots.push_back(static_cast<std::uint32_t>(random() % nodes));
    }
    const std::vector<bool> reached = reachable_nodes(next, roots);
    std::vector<NodeId> unreachable;
    for (std::uint32_t node = 0; node < nodes; ++node) {
      bool expected = false;
      for (const std::uint32_t root : roots) expected = expected || distance[root][node] < kFar;
      REQUIRE(reached[node] == expected);
      if (!expected) unreachable.push_back(NodeId{node});
    }
    REQUIRE(unreachable_nodes(flow_from(next, roots)) == unreachable);
  }
}

TEST_CASE("a path that avoids the gates is a shortest one, and none is missed") {
  std::mt19937 random(22);
  for (int round = 0; round < 1000; ++round) {
    const auto nodes = 2 + static_cast<std::uint32_t>(random() % 15);
    const Adjacency next = random_graph(random, nodes, 2, false);
    const std::vector<std::uint32_t> roots{0};
    const NodeId target{static_cast<std::uint32_t>(random() % nodes)};
    std::vector<NodeId> gates;
    std::vector<bool> is_gate(nodes, false);
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(random() % 4); ++i) {
      gates.push_back(NodeId{static_cast<std::uint32_t>(random() % nodes)});
      is_gate[gates.back().value] = true;
    }
    // The same graph with the gates cut out.
    Adjacency open(nodes);
    for (std::uint32_t from = 0; from < nodes; ++from) {
      for (const std::uint32_t to : next[from]) {
        if (!is_gate[from] && !is_gate[to]) open[from].push_back(to);
      }
    }
    const std::uint32_t distance = all_distances(open)[0][target.value];
    const bool expected = distance < kFar && !is_gate[0] && !is_gate[target.value];
    const std::vector<NodeId> path = find_path_avoiding(flow_from(next, roots), std::vector{target}, gates);
    REQUIRE(path.empty() != expected);
    if (!expected) continue;
    REQUIRE(path.size() == distance + 1);
    REQUIRE(path.front() == NodeId{0});
    REQUIRE(path.back() == target);
    for (const NodeId node : path) REQUIRE(!is_gate[node.value]);
  }
}

TEST_CASE("of several targets the nearest is taken") {
  const Flow flow = flow_from({{1}, {2}, {3}, {}}, {0});
  const std::vector<NodeId> path = find_path_avoiding(flow, std::vector{NodeId{3}, NodeId{1}}, {});
  CHECK(path == std::vector{NodeId{0}, NodeId{1}});
}

TEST_CASE("choices without a way out and graphs without a start are dead ends") {
  SmallKnowledge small;
  const GraphId graph = small.graph("g");
  const GraphId nothing = small.graph("empty", false);
  const NodeId first = small.branch(graph, "first");
  const NodeId stuck = small.branch(graph, "stuck");
  const NodeId decide = small.node(graph, NodeKind::Decide, "decide");
  const NodeId into = small.enter(graph, nothing);
  small.node(graph, NodeKind::End, "done");
  small.link(first, stuck);
  CHECK(dead_ends(small.k) == std::vector{stuck, decide, into});
}
