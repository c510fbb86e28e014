// SPDX-License-Identifier: MIT
#include "engine/graph/step_order.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "tests/support/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

Pairs pairs_of(const StepOrder& order) {
  Pairs pairs;
  for (const StepConstraint& constraint : order.constraints) {
    pairs.insert({constraint.before.value, constraint.after.value});
  }
  return pairs;
}

}  // namespace

TEST_CASE("a step comes before those it leads to through nodes that are no steps") {
  SmallKnowledge small;
  const StepId a = small.step("a");
  const StepId b = small.step("b");
  const StepId c = small.step("c");
  const StepId d = small.step("d");
  const GraphId outer = small.graph("outer");
  const GraphId inner = small.graph("inner", false);
  const NodeId at_a = small.node(outer, a);
  const NodeId choose = small.branch(outer);
  const NodeId at_b = small.node(outer, b);
  const NodeId into = small.enter(outer, inner);
  const NodeId at_c = small.node(inner, c);
  const NodeId at_d = small.node(outer, d);
  small.link(at_a, choose);
  small.link(choose, at_b);
  small.link(choose, into);
  small.link_refused(at_b, at_d);
  const StepOrder order = step_order(small.k);
  CHECK(pairs_of(order) == Pairs{{a.value, b.value}, {a.value, c.value}, {b.value, d.value}});
  CHECK(order.before[c.value] == std::vector{a});
  CHECK(order.constraints[1].from == at_a);
  CHECK(order.constraints[1].to == at_c);
  CHECK(order.complete);
  CHECK(order_cycles(order).empty());
  CHECK(sorted_steps(order) == std::vector{a, b, c, d});
}

TEST_CASE("graphs that contradict each other are a cycle, shown by its constraints") {
  SmallKnowledge small;
  const StepId a = small.step("a");
  const StepId b = small.step("b");
  const StepId c = small.step("c");
  const GraphId one = small.graph("one");
  const GraphId two = small.graph("two");
  small.link(small.node(one, a), small.node(one, b));
  const NodeId at_b = small.node(two, b);
  const NodeId at_c = small.node(two, c);
  small.link(at_b, at_c);
  small.link(at_c, small.node(two, a));
  const StepOrder order = step_order(small.k);
  const auto cycles = order_cycles(order);
  REQUIRE(cycles.size() == 1);
  REQUIRE(cycles[0].size() == 3);
  CHECK(cycles[0][0].before == a);
  CHECK(cycles[0][1].before == b);
  CHECK(cycles[0][2].before == c);
  CHECK(cycles[0][2].after == a);
  CHECK(!sorted_steps(order));
}

TEST_CASE("a constraint that holds without an outcome goes before one that needs it") {
  SmallKnowledge small;
  const StepId a = small.step("a");
  const StepId b = small.step("b");
  const StepId c = small.step("c");
  const GraphId graph = small.graph("g");
  const NodeId at_a = small.node(graph, a);
  const NodeId choose = small.branch(graph);
  const NodeId at_b = small.node(graph, b);
  const NodeId at_c = small.node(graph, c);
  small.link_refused(at_a, choose);
  small.link_refused(at_a, at_c);
  small.link(choose, at_b);
  small.link(small.node(graph, a), at_b);
  const StepOrder order = step_order(small.k);
  REQUIRE(order.constraints.size() == 2);
  CHECK(!order.constraints[0].by_outcome);
  CHECK(order.constraints[1].by_outcome);
}

TEST_CASE("a step that leads to itself does not precede itself") {
  SmallKnowledge small;
  const StepId a = small.step("a");
  const GraphId graph = small.graph("g");
  small.link(small.node(graph, a), small.node(graph, a));
  CHECK(step_order(small.k).constraints.empty());
}

TEST_CASE("a step comes after those it names, whatever the graphs say of them") {
  SmallKnowledge small;
  const StepId a = small.step("a");
  const StepId b = small.step("b");
  const StepId c = small.step("c");
  const GraphId graph = small.graph("g");
  const NodeId at_b = small.node(graph, b);
  small.link(at_b, small.node(graph, c));
  small.k.steps[a].after = {c};
  small.k.steps[c].after = {b};
  const StepOrder order = step_order(small.k);
  CHECK(pairs_of(order) == Pairs{{b.value, c.value}, {c.value, a.value}});
  // What a graph says as well is told by its nodes.
  CHECK(order.constraints[0].from == at_b);
  CHECK(!order.constraints[1].from.is_set());
  CHECK(!order.constraints[1].to.is_set());
  CHECK(sorted_steps(order) == std::vector{b, c, a});
}

TEST_CASE("graphs and steps that contradict each other are a cycle, and so is a step after itself") {
  SmallKnowledge small;
  const StepId a = small.step("a");
  const StepId b = small.step("b");
  const StepId c = small.step("c");
  const GraphId graph = small.graph("g");
  small.link(small.node(graph, a), small.node(graph, b));
  small.k.steps[a].after = {b};
  small.k.steps[c].after = {c};
  const StepOrder order = step_order(small.k);
  const auto cycles = order_cycles(order);
  REQUIRE(cycles.size() == 2);
  CHECK(cycles[0].size() == 2);
  REQUIRE(cycles[1].size() == 1);
  CHECK(cycles[1][0].before == c);
  CHECK(cycles[1][0].after == c);
  CHECK(!sorted_steps(order));
}

TEST_CASE("free steps keep their declared order") {
  SmallKnowledge small;
  const StepId a = small.step("a");
  const StepId b = small.step("b");
  const StepId c = small.step("c");
  const GraphId graph = small.graph("g");
  small.link(small.node(graph, c), small.node(graph, a));
  CHECK(sorted_steps(step_order(small.k)) == std::vector{b, c, a});
}

TEST_CASE("generated orders agree with the closure of all ways through other nodes") {
  std::mt19937 random(41);
  for (int round = 0; round < 300; ++round) {
    SmallKnowledge small;
    const GraphId graph = small.graph("g");
    std::vector<StepId> steps;
    for (int i = 0; i < 4; ++i) steps.push_back(small.step("s" + std::to_string(i)));
    std::vector<NodeId> nodes;
    for (int i = 0; i < 9; ++i) {
      nodes.push_back(random() % 2 ? small.node(graph, steps[random() % steps.size()]) : small.branch(graph));
    }
    for (const NodeId from : nodes) {
      for (std::size_t i = 0; i < random() % 3; ++i) small.link(from, nodes[random() % nodes.size()]);
    }
    // Close the edges over nodes that are no steps.
    std::set<std::pair<NodeId, NodeId>> ways;
    for (const NodeId from : nodes) {
      for (const Edge& edge : small.k.nodes[from].edges) ways.insert({from, edge.to});
    }
    for (const NodeId via : nodes) {
      if (small.k.nodes[via].step.is_set()) continue;
      const auto before = ways;
      for (const auto& [a, b] : before) {
        for (const auto& [c, d] : before) {
          if (b == via && c == via) ways.insert({a, d});
        }
      }
    }
    Pairs expected;
    for (const auto& [a, b] : ways) {
      const StepId x = small.k.nodes[a].step;
      const StepId y = small.k.nodes[b].step;
      if (x.is_set() && y.is_set() && x != y) expected.insert({x.value, y.value});
    }
    const StepOrder order = step_order(small.k);
    REQUIRE(pairs_of(order) == expected);
    const auto sorted = sorted_steps(order);
    REQUIRE(sorted.has_value() == order_cycles(order).empty());
    if (!sorted) continue;
    std::vector<std::size_t> place(steps.size());
    for (std::size_t i = 0; i < sorted->size(); ++i) place[(*sorted)[i].value] = i;
    for (const auto& [x, y] : expected) REQUIRE(place[x] < place[y]);
  }
}

TEST_CASE("an order beyond all measure is cut off and says so") {
  SmallKnowledge small;
  const GraphId graph = small.graph("g");
  const NodeId hub = small.branch(graph);
  for (int i = 0; i < 1100; ++i) {
    small.link(small.node(graph, small.step("a" + std::to_string(i))), hub);
    small.link(hub, small.node(graph, small.step("b" + std::to_string(i))));
  }
  const StepOrder order = step_order(small.k);
  CHECK(!order.complete);
  CHECK(order.constraints.size() == 1'000'000);
}
