// SPDX-License-Identifier: MIT
// Checks of the shape of the graphs: cycles, order, reachability, guarantees, urgency.
#include <doctest/doctest.h>

#include "tests/support/check_helpers.h"

using namespace zhilu;
using namespace zhilu::checks;
using namespace zhilu::test;

TEST_CASE("a cycle through a sub-graph is shown edge by edge") {
  SmallKnowledge small;
  const GraphId outer = small.graph("outer");
  const GraphId inner = small.graph("inner", false);
  const NodeId start = small.node(outer, small.step("a"));
  const NodeId into = small.enter(outer, inner);
  const NodeId inside = small.node(inner, small.step("b"));
  small.link(start, into);
  small.link(inside, start);
  const Diagnostics found = findings_of(check_cycles, small);
  CHECK(texts_of(found) == Texts{"flow-cycle outer.at_a → outer.into_inner → inner.at_b → outer.at_a"});
  const Diagnostic& problem = found.items()[0];
  CHECK(problem.span == small.k.nodes[start].span);
  REQUIRE(problem.notes.size() == 3);
  CHECK(problem.notes[0].span == small.k.nodes[start].edges[0].span);
  CHECK(problem.notes[1].span == small.k.nodes[into].span);
  CHECK(problem.notes[2].args == Texts{"inner.at_b", "outer.at_a"});
}

TEST_CASE("a long cycle is cut in the message") {
  SmallKnowledge small;
  const GraphId graph = small.graph("g");
  std::vector<NodeId> nodes;
  for (int i = 0; i < 30; ++i) nodes.push_back(small.node(graph, NodeKind::Step, "n" + std::to_string(i)));
  for (std::size_t i = 0; i < nodes.size(); ++i) small.link(nodes[i], nodes[(i + 1) % nodes.size()]);
  const Diagnostics found = findings_of(check_cycles, small);
  REQUIRE(found.items().size() == 1);
  CHECK(found.items()[0].args[0] ==
        "g.n0 → g.n1 → g.n2 → g.n3 → g.n4 → g.n5 → … → g.n25 → g.n26 → g.n27 → g.n28 → g.n29 → g.n0");
  CHECK(found.items()[0].notes.size() == 12);
}

TEST_CASE("two graphs that order steps in opposite ways contradict each other") {
  SmallKnowledge small;
  const StepId a = small.step("a");
  const StepId b = small.step("b");
  const GraphId one = small.graph("one");
  const GraphId two = small.graph("two");
  const NodeId first = small.node(one, a);
  small.link(first, small.node(one, b));
  const NodeId second = small.node(two, b);
  small.link(second, small.node(two, a));
  const Diagnostics found = findings_of(check_step_order, small);
  CHECK(texts_of(found) == Texts{"step-order-cycle a → b → a"});
  REQUIRE(found.items()[0].notes.size() == 2);
  CHECK(found.items()[0].notes[0].span == small.k.nodes[first].span);
  CHECK(found.items()[0].notes[1].span == small.k.nodes[second].span);
  CHECK(texts_of(findings_of(check_cycles, small)) == Texts{});
}

TEST_CASE("a graph and a step that want opposite orders contradict each other, each at its place") {
  SmallKnowledge small;
  const StepId a = small.step("a");
  const StepId b = small.step("b");
  const GraphId graph = small.graph("g");
  const NodeId first = small.node(graph, a);
  small.link(first, small.node(graph, b));
  small.k.steps[a].after = {b};
  const Diagnostics found = findings_of(check_step_order, small);
  CHECK(texts_of(found) == Texts{"step-order-cycle a → b → a"});
  REQUIRE(found.items()[0].notes.size() == 2);
  CHECK(found.items()[0].notes[0].span == small.k.nodes[first].span);
  CHECK(found.items()[0].notes[1].kind->code == "step-says-after");
  CHECK(found.items()[0].notes[1].span == small.k.steps[a].span);
}

TEST_CASE("a graph that nothing enters is named once, a lost node by itself") {
  SmallKnowledge small;
  const GraphId graph = small.graph("g");
  const GraphId lost = small.graph("lost", false);
  const GraphId deeper = small.graph("deeper", false);
  small.node(graph, small.step("a"));
  small.node(graph, small.step("b"));
  small.node(lost, small.step("c"));
  small.enter(lost, deeper);
  small.node(deeper, small.step("d"));
  CHECK(texts_of(findings_of(check_unreachable, small)) ==
        Texts{"unreachable-graph lost", "unreachable-graph deeper", "unreachable-node g.at_b"});
}

TEST_CASE("a guarantee holds only where every way passes a gate") {
  SmallKnowledge small;
  const StepId police = small.step("police");
  const StepId provider = small.step("provider");
  const StepId expose = small.step("expose");
  const GraphId graph = small.graph("g");
  const NodeId choose = small.branch(graph);
  const NodeId at_police = small.node(graph, police);
  const NodeId at_provider = small.node(graph, provider);
  const NodeId at_expose = small.node(graph, expose);
  small.link(choose, at_police);
  small.link(choose, at_provider);
  small.link_refused(at_police, at_expose);
  small.link_refused(at_provider, at_expose);
  Guarantee guarantee;
  guarantee.id = "exposure_last";
  guarantee.step = expose;
  guarantee.gates = {provider, police};
  guarantee.span = small.span();
  small.k.guarantees.push_back(guarantee);
  CHECK(texts_of(findings_of(check_guarantees, small)) == Texts{});

  small.k.guarantees[0].gates = {police};
  const Diagnostics found = findings_of(check_guarantees, small);
  CHECK(texts_of(found) ==
        Texts{"guarantee-not-proven exposure_last, expose, g.choose → g.at_provider → g.at_expose"});
  CHECK(found.items()[0].span == guarantee.span);
  REQUIRE(found.items()[0].notes.size() == 3);
  CHECK(found.items()[0].notes[1].span == small.k.nodes[at_provider].span);
}

TEST_CASE("a guarantee also asks for precautions, and for a step that is somewhere") {
  SmallKnowledge small;
  const StepId expose = small.step("expose");
  Precaution precaution;
  precaution.id = "truth";
  const PrecautionId truth = small.k.precautions.push_back(precaution);
  precaution.id = "privacy";
  const PrecautionId privacy = small.k.precautions.push_back(precaution);
  small.k.steps[expose].precautions = {truth};
  Guarantee guarantee;
  guarantee.id = "careful";
  guarantee.step = expose;
  guarantee.precautions = {truth, privacy};
  small.k.guarantees.push_back(guarantee);
  CHECK(texts_of(findings_of(check_guarantees, small)) ==
        Texts{"guarantee-precaution careful, expose, privacy", "guarantee-idle careful, expose"});
}

TEST_CASE("guarantees beyond what can be walked are refused, not skipped") {
  SmallKnowledge small;
  const GraphId graph = small.graph("g");
  const StepId gate = small.step("gate");
  const StepId step = small.step("a");
  NodeId last = small.node(graph, gate);
  for (int i = 0; i < 2000; ++i) {
    const NodeId next = small.branch(graph, "n" + std::to_string(i));
    small.link(last, next);
    last = next;
  }
  small.link(last, small.node(graph, step));
  for (int i = 0; i < 30'000; ++i) {
    Guarantee& guarantee = small.k.guarantees.emplace_back();
    guarantee.step = step;
    guarantee.gates = {gate};
  }
  CHECK(texts_of(findings_of(check_guarantees, small)) == Texts{"too-many-guarantees"});
}

TEST_CASE("a step that waits for a less urgent one is a contradiction, unless an outcome opens it") {
  SmallKnowledge small;
  const StepId slow = small.step("slow", 1);
  const StepId fast = small.step("fast", 0);
  const GraphId graph = small.graph("g");
  const NodeId at_slow = small.node(graph, slow);
  const NodeId at_fast = small.node(graph, fast);
  small.link_refused(at_slow, at_fast);
  CHECK(texts_of(findings_of(check_urgency, small)) == Texts{});
  small.link(at_slow, at_fast);
  const Diagnostics found = findings_of(check_urgency, small);
  CHECK(texts_of(found) == Texts{"urgency-inversion slow, P1, fast, P0"});
  CHECK(found.items()[0].span == small.k.nodes[at_slow].span);
  // It may be as urgent at times.
  small.k.steps[slow].urgency.insert(small.k.steps[slow].urgency.begin(),
                                     {small.condition("true"), UrgencyId{0}});
  CHECK(texts_of(findings_of(check_urgency, small)) == Texts{});
}

TEST_CASE("of several less urgent steps before one the least urgent is named") {
  SmallKnowledge small;
  UrgencyLevel level;
  level.id = "P2";
  small.k.urgencies.push_back(level);
  const StepId slow = small.step("slow", 1);
  const StepId slower = small.step("slower", 2);
  const StepId fast = small.step("fast", 0);
  const GraphId graph = small.graph("g");
  const NodeId at_fast = small.node(graph, fast);
  small.link(small.node(graph, slow), at_fast);
  small.link(small.node(graph, slower), at_fast);
  CHECK(texts_of(findings_of(check_urgency, small)) == Texts{"urgency-inversion slower, P2, fast, P0"});
}
