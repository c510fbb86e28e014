// SPDX-License-Identifier: MIT
#include "engine/session/traversal.h"

#include <doctest/doctest.h>

#include <map>

#include "engine/compile/compile.h"
#include "engine/session/environment.h"
#include "engine/session/planner.h"
#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

/// The definition of the traversal, written down plainly: every condition evaluated by the virtual machine,
/// every node by recursion over all edges of the knowledge. Shares nothing with the compiled form.
class NaiveTraversal {
 public:
  NaiveTraversal(const Knowledge& knowledge, const Matter& matter, Date as_of)
      : knowledge_(knowledge), matter_(matter), environment_(knowledge, answers_, matter.events, as_of) {
    for (const Answer& answer : matter.answers) answers_.push_back(&answer);
  }

  Reach node(NodeId id) {
    if (const auto known = nodes_.find(id); known != nodes_.end()) return known->second;
    Reach reach;
    const Graph& graph = knowledge_.graphs[knowledge_.nodes[id].owner];
    for (NodeId start : graph.start) {
      if (start != id) continue;
      if (graph.enter.is_set()) reach = either(reach, same(truth(graph.enter)));
      for (std::uint32_t n = 0; n < knowledge_.nodes.size(); ++n) {
        const Node& caller = knowledge_.nodes[NodeId{n}];
        if (caller.kind == NodeKind::Graph && caller.graph == knowledge_.nodes[id].owner) {
          reach = either(reach, node(NodeId{n}));
        }
      }
    }
    for (std::uint32_t n = 0; n < knowledge_.nodes.size(); ++n) {
      const Node& from = knowledge_.nodes[NodeId{n}];
      for (std::size_t e = 0; e < from.edges.size(); ++e) {
        if (from.edges[e].to == id) reach = either(reach, both(node(NodeId{n}), edge(from, e)));
      }
    }
    return nodes_[id] = reach;
  }

  Reach step(StepId id) {
    Reach reach;
    for (std::uint32_t n = 0; n < knowledge_.nodes.size(); ++n) {
      if (knowledge_.nodes[NodeId{n}].step == id) reach = either(reach, node(NodeId{n}));
    }
    return both(reach, same(allowed(id)));
  }

 private:
  static Reach same(Truth truth) { return {truth, truth}; }

  Truth truth(ConditionId id) {
    if (!id.is_set()) return Truth::True;
    return expr::to_truth(expr::evaluate(*knowledge_.conditions[id].program, environment_));
  }

  Truth done(StepId id) {
    const ConditionId when = knowledge_.steps[id].done_when;
    return when.is_set() ? truth(when) : Truth::False;
  }

  Truth allowed(StepId id) {
    const Step& step = knowledge_.steps[id];
    if (done(id) == Truth::True) return Truth::True;
    Truth result = step.unless.is_set() ? truth_not(truth(step.unless)) : Truth::True;
    if (!step.channel.is_set()) return result;
    for (const Refusal& refusal : knowledge_.channels[step.channel].refuses) {
      result = truth_and(result, truth_not(truth(refusal.when)));
    }
    return result;
  }

  Reach edge(const Node& from, std::size_t e) {
    const Edge& edge = from.edges[e];
    if (edge.kind == EdgeKind::Outcome) {
      // Without events and tried_result nothing has happened yet: a future, unless the step is out.
      if (allowed(from.step) == Truth::False) return {};
      return {Truth::False, Truth::True};
    }
    Truth result = truth(edge.when);
    if (edge.kind == EdgeKind::Arm && from.first) {
      for (std::size_t earlier = 0; earlier < e; ++earlier) {
        result = truth_and(result, truth_not(truth(from.edges[earlier].when)));
      }
    }
    return same(result);
  }

  const Knowledge& knowledge_;
  const Matter& matter_;
  std::vector<const Answer*> answers_;
  MatterEnvironment environment_;
  std::map<NodeId, Reach> nodes_;
};

constexpr Date kToday = Date::from_days(20000);

/// A step that may have been done and that its channel would refuse now counts as refused, although it stands
/// if it turns out to have been done: the plan rather says where one would be turned away.
bool has_refused_but_done(const Knowledge& knowledge) {
  for (const Step& step : knowledge.steps) {
    if (step.done_when.is_set() && (step.unless.is_set() || step.channel.is_set())) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the compiled traversal agrees with the definition on random knowledge and matters") {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const auto compiled = compile(std::make_shared<Knowledge>(test::random_knowledge(seed)));
    const Knowledge& knowledge = *compiled->knowledge;
    test::Random random(seed);
    for (int i = 0; i < 10; ++i) {
      const Matter matter = test::random_matter(knowledge, random);
      const Evaluation evaluation(*compiled, matter, kToday);
      const Traversal traversal(evaluation);
      NaiveTraversal naive(knowledge, matter, kToday);
      for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
        CAPTURE(seed);
        CAPTURE(n);
        REQUIRE(traversal.node(NodeId{n}).now() == naive.node(NodeId{n}).now());
        REQUIRE(traversal.node(NodeId{n}).eventual() == naive.node(NodeId{n}).eventual());
      }
      for (std::uint32_t s = 0; s < knowledge.steps.size(); ++s) {
        CAPTURE(seed);
        CAPTURE(s);
        REQUIRE(traversal.step(StepId{s}).now() == naive.step(StepId{s}).now());
        REQUIRE(traversal.step(StepId{s}).eventual() == naive.step(StepId{s}).eventual());
      }
    }
  }
}

TEST_CASE("what is certain or ruled out stays so whatever the open facts turn out to be") {
  for (std::uint32_t seed = 0; seed < 900; ++seed) {
    const auto compiled = compile(std::make_shared<Knowledge>(test::random_knowledge(seed)));
    const Knowledge& knowledge = *compiled->knowledge;
    if (has_refused_but_done(knowledge)) continue;
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
    const Plan plan = make_plan(*compiled, matter, kToday);
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
