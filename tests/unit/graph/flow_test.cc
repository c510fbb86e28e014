// SPDX-License-Identifier: MIT
#include "engine/graph/flow.h"

#include <doctest/doctest.h>

#include "engine/graph/cycles.h"
#include "tests/support/random_graph.h"
#include "tests/support/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::test;

TEST_CASE("a graph node leads on and into its graph, and entered graphs are roots") {
  SmallKnowledge small;
  const GraphId outer = small.graph("outer");
  const GraphId inner = small.graph("inner", false);
  const NodeId start = small.node(outer, small.step("a"));
  const NodeId into = small.enter(outer, inner);
  const NodeId after = small.node(outer, small.step("b"));
  const NodeId inside = small.node(inner, small.step("c"));
  small.link(start, into);
  small.link_refused(start, into);
  small.link(into, after);
  const Flow flow = flow_of(small.k);
  CHECK(flow.roots == std::vector{start});
  const auto next = [&](NodeId node) {
    return std::vector<NodeId>(flow.next[node.value].begin(), flow.next[node.value].end());
  };
  CHECK(next(start) == std::vector{into});
  CHECK(next(into) == std::vector{after, inside});
  CHECK(flow.next[after.value].empty());
}

TEST_CASE("a node that two graphs start with is one root") {
  SmallKnowledge small;
  const GraphId one = small.graph("one");
  const GraphId two = small.graph("two");
  const NodeId node = small.node(one, small.step("a"));
  small.k.graphs[two].start = {node};
  CHECK(flow_of(small.k).roots == std::vector{node});
}

TEST_CASE("a flow is acyclic exactly where no component holds a cycle") {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    const Adjacency next =
        random_graph(random, static_cast<std::uint32_t>(1 + random() % 12), 2, round % 2 == 0);
    REQUIRE(is_acyclic(flow_from(next, {})) == cyclic_components(next).empty());
  }
}
