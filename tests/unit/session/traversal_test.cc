// SPDX-License-Identifier: MIT
#include "engine/session/traversal.h"

#include <doctest/doctest.h>

#include "engine/compile/compile.h"
#include "engine/session/planner.h"
#include "tests/support/naive_plan.h"
#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

constexpr Date kToday = Date::from_days(20000);

/// A step that may have been done and that its channel would refuse now counts as refused, although it stands
/// if it turns out to have been done: the plan rather says where one would be turned away.
bool has_refused_but_done(const Knowledge& knowledge) {
  for (const Step& step : knowledge.steps) {
    if (step.done_when.is_set() && (step.unless.is_set() || step.channel.is_set())) return true;
  }
  return false;
}

/// What there is at a node or behind it.
struct LeadsTo {
  bool step = false;
  bool advice = false;
};

std::vector<LeadsTo> find_what_nodes_lead_to(const Knowledge& knowledge) {
  std::vector<LeadsTo> found(knowledge.nodes.size());
  const auto take = [](LeadsTo& to, const LeadsTo& from) {
    const LeadsTo before = to;
    to.step = to.step || from.step;
    to.advice = to.advice || from.advice;
    return to.step != before.step || to.advice != before.advice;
  };
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (std::uint32_t n = 0; n < found.size(); ++n) {
      const Node& node = knowledge.nodes[NodeId{n}];
      has_changed |= take(found[n], {node.step.is_set(), node.advice.is_set()});
      for (const Edge& edge : node.edges) has_changed |= take(found[n], found[edge.to.value]);
      if (!node.graph.is_set()) continue;
      for (const NodeId start : knowledge.graphs[node.graph].start) {
        has_changed |= take(found[n], found[start.value]);
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("the compiled traversal agrees with the definition on random knowledge and matters") {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const auto compiled = compile(std::make_shared<Knowledge>(test::random_knowledge(seed)));
    const Knowledge& knowledge = *compiled->knowledge;
    const std::vector<LeadsTo> leads_to = find_what_nodes_lead_to(knowledge);
    test::Random random(seed);
    for (int i = 0; i < 10; ++i) {
      const Matter matter = test::random_matter(knowledge, random);
      const Evaluation evaluation(*compiled, matter, kToday);
      const Traversal traversal(evaluation);
      const naive::Reaches expected = naive::reaches(knowledge, matter, kToday);
      for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
        CAPTURE(seed);
        CAPTURE(n);
        if (compiled->place_of[n] == NodePlace::kNowhere) {
          REQUIRE(!(leads_to[n].step || leads_to[n].advice));
          continue;
        }
        const Reach reach = traversal.node(NodeId{n});
        REQUIRE((reach.now() == Truth::True) == (expected.nodes[n].now() == Truth::True));
        if (!leads_to[n].step) continue;
        REQUIRE(reach.now() == expected.nodes[n].now());
        REQUIRE(reach.eventual() == expected.nodes[n].eventual());
      }
      for (std::uint32_t s = 0; s < knowledge.steps.size(); ++s) {
        CAPTURE(seed);
        CAPTURE(s);
        REQUIRE(traversal.step(StepId{s}).now() == expected.steps[s].now());
        REQUIRE(traversal.step(StepId{s}).eventual() == expected.steps[s].eventual());
      }
    }
  }
}

TEST_CASE("what is certain or ruled out stays so whatever the open facts turn out to be") {
  for (std::uint32_t seed = 0; seed < 900; ++seed) {
    const auto compiled = compile(std::make_shared<Knowledge>(test::random_knowledge(seed)));
    const Knowledge& knowledge = *compiled->knowledge;
    if (has_refused_but_done(knowledge)) continue;
    const std::vector<LeadsTo> leads_to = find_what_nodes_lead_to(knowledge);
    test::Random random(seed);
    const Matter matter = test::random_matter(knowledge, random);
    const Evaluation evaluation(*compiled, matter, kToday);
    const Traversal open(evaluation);
    for (int i = 0; i < 20; ++i) {
      const Matter whole = test::complete(knowledge, matter, random);
      const Evaluation whole_evaluation(*compiled, whole, kToday);
      const Traversal settled(whole_evaluation);
      for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
        CAPTURE(seed);
        CAPTURE(n);
        if (!leads_to[n].step) continue;
        REQUIRE(settled.node(NodeId{n}).now() != Truth::Unknown);
        if (open.node(NodeId{n}).now() != Truth::Unknown)
          REQUIRE(settled.node(NodeId{n}).now() == open.node(NodeId{n}).now());
        if (open.node(NodeId{n}).is_ruled_out()) REQUIRE(settled.node(NodeId{n}).is_ruled_out());
      }
    }
  }
}

TEST_CASE("an open step names a fact that is open") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const auto compiled = compile(std::make_shared<Knowledge>(test::random_knowledge(seed)));
    test::Random random(seed);
    const Matter matter = test::random_matter(*compiled->knowledge, random);
    const Plan plan = Planner(*compiled).plan(matter, kToday);
    for (const PlanStep& step : plan.steps) {
      if (step.status != StepStatus::Maybe) continue;
      CAPTURE(seed);
      REQUIRE(!step.depends_on.empty());
      for (FactId fact : step.depends_on) {
        const Answer& answer = matter[fact];
        const bool settled =
            answer.is_known() && complete(*compiled->knowledge, matter, random)[fact].yes == answer.yes &&
            answer.low == answer.high && compiled->knowledge->facts[fact].kind == FactKind::Boolean;
        REQUIRE(!settled);
      }
    }
  }
}
