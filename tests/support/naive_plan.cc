// SPDX-License-Identifier: MIT
#include "tests/support/naive_plan.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/graph/step_order.h"
#include "engine/session/environment.h"
#include "tests/support/naive_evaluator.h"

namespace zhilu::naive {

namespace {

/// A truth, and what it is missing if it is Unknown.
struct Known {
  Truth truth = Truth::True;
  FactSet missing;
};

Known conjunction(const Known& a, const Known& b) {
  Known both{truth_and(a.truth, b.truth), {}};
  if (both.truth != Truth::Unknown) return both;
  both.missing.unite(a.missing);
  both.missing.unite(b.missing);
  return both;
}

Known negation_of(Known a) {
  a.truth = truth_not(a.truth);
  return a;
}

struct Reached {
  Truth now = Truth::False;
  Truth eventual = Truth::False;
  FactSet missing;

  bool is_open() const { return now == Truth::Unknown || eventual == Truth::Unknown; }
};

/// What is unknown for want of nothing does not hold; what is settled misses nothing.
Reached settled(Reached reached) {
  if (!reached.is_open()) reached.missing = {};
  if (reached.missing.empty()) {
    if (reached.now == Truth::Unknown) reached.now = Truth::False;
    if (reached.eventual == Truth::Unknown) reached.eventual = Truth::False;
  }
  return reached;
}

class Walk {
 public:
  Walk(const Knowledge& knowledge, const Matter& matter, Date as_of)
      : knowledge_(knowledge), environment_(knowledge, answers_, matter.events, as_of) {
    for (const Answer& answer : matter.answers) answers_.push_back(&answer);
  }

  Reached step(StepId id) {
    Reached wanted;
    for (std::uint32_t n = 0; n < knowledge_.nodes.size(); ++n) {
      if (knowledge_.nodes[NodeId{n}].step == id) add(wanted, node(NodeId{n}), {});
    }
    wanted = settled(wanted);
    const Known may = allowed(id);
    Reached reached{truth_and(may.truth, wanted.now), truth_and(may.truth, wanted.eventual), wanted.missing};
    if (may.truth == Truth::Unknown) reached.missing.unite(may.missing);
    return settled(reached);
  }

  Truth done(StepId id) {
    const ConditionId when = knowledge_.steps[id].done_when;
    return when.is_set() ? known(when).truth : Truth::False;
  }

  UrgencyId urgency(StepId id) {
    for (const UrgencyRule& rule : knowledge_.steps[id].urgency) {
      if (known(rule.when).truth == Truth::True) return rule.urgency;
    }
    return knowledge_.steps[id].urgency.back().urgency;
  }

  const Reached& node(NodeId id) {
    if (const auto found = nodes_.find(id); found != nodes_.end()) return found->second;
    const Reached certain{Truth::True, Truth::True, {}};
    Reached reached;
    const GraphId owner = knowledge_.nodes[id].owner;
    for (NodeId start : knowledge_.graphs[owner].start) {
      if (start != id) continue;
      if (knowledge_.graphs[owner].enter.is_set())
        add(reached, certain, known(knowledge_.graphs[owner].enter));
      for (std::uint32_t n = 0; n < knowledge_.nodes.size(); ++n) {
        const Node& caller = knowledge_.nodes[NodeId{n}];
        if (caller.kind == NodeKind::Graph && caller.graph == owner) add(reached, node(NodeId{n}), {});
      }
    }
    for (std::uint32_t n = 0; n < knowledge_.nodes.size(); ++n) {
      const Node& from = knowledge_.nodes[NodeId{n}];
      for (std::size_t e = 0; e < from.edges.size(); ++e) {
        if (from.edges[e].to == id) take(reached, NodeId{n}, e);
      }
    }
    return nodes_[id] = settled(reached);
  }

 private:
  Known known(ConditionId id) {
    if (!id.is_set()) return {};
    const Value value = naive::evaluate(knowledge_.program(id), environment_);
    if (value.is(ValueKind::Boolean)) return {truth_of(value.as_boolean()), {}};
    return {Truth::Unknown, value.is_open() ? value.missing() : FactSet()};
  }

  static void add(Reached& to, const Reached& from, const Known& condition) {
    const Reached through{
        truth_and(from.now, condition.truth), truth_and(from.eventual, condition.truth), {}};
    to.now = truth_or(to.now, through.now);
    to.eventual = truth_or(to.eventual, through.eventual);
    if (!through.is_open()) return;
    if (from.is_open()) to.missing.unite(from.missing);
    if (condition.truth == Truth::Unknown) to.missing.unite(condition.missing);
  }

  void take(Reached& to, NodeId at, std::size_t e) {
    const Node& from = knowledge_.nodes[at];
    const Edge& edge = from.edges[e];
    if (edge.kind == EdgeKind::Outcome) {
      // Nothing has happened yet: a future, unless the step is out.
      if (allowed(from.step).truth == Truth::False) return;
      const Reached start = node(at);
      add(to, {Truth::False, start.eventual, start.missing}, {});
      return;
    }
    Known condition = known(edge.when);
    if (edge.kind == EdgeKind::Arm && from.first) {
      for (std::size_t earlier = 0; earlier < e; ++earlier) {
        condition = conjunction(condition, negation_of(known(from.edges[earlier].when)));
      }
    }
    add(to, node(at), condition);
  }

  Known allowed(StepId id) {
    const Step& step = knowledge_.steps[id];
    if (done(id) == Truth::True) return {};
    Known result;
    if (step.unless.is_set()) result = negation_of(known(step.unless));
    if (!step.channel.is_set()) return result;
    const Channel& channel = knowledge_.channels[step.channel];
    result = conjunction(result, known(channel.accepts));
    for (const Refusal& refusal : channel.refuses) {
      result = conjunction(result, negation_of(known(refusal.when)));
    }
    return result;
  }

  const Knowledge& knowledge_;
  std::vector<const Answer*> answers_;
  MatterEnvironment environment_;
  std::map<NodeId, Reached> nodes_;
};

int group_of(StepStatus status) {
  if (status == StepStatus::Later) return 1;
  if (status == StepStatus::Maybe) return 2;
  return status == StepStatus::Done ? 3 : 0;
}

}  // namespace

Reaches reaches(const Knowledge& knowledge, const Matter& matter, Date as_of) {
  Walk walk(knowledge, matter, as_of);
  Reaches found;
  for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
    const Reached reached = walk.node(NodeId{n});
    found.nodes.emplace_back(reached.now, reached.eventual);
  }
  for (std::uint32_t s = 0; s < knowledge.steps.size(); ++s) {
    const Reached reached = walk.step(StepId{s});
    found.steps.emplace_back(reached.now, reached.eventual);
  }
  return found;
}

std::vector<PlannedStep> plan(const Knowledge& knowledge, const Matter& matter, Date as_of) {
  Walk walk(knowledge, matter, as_of);
  std::vector<PlannedStep> found;
  for (std::uint32_t s = 0; s < knowledge.steps.size(); ++s) {
    const StepId id{s};
    const Reached reached = walk.step(id);
    if (reached.now == Truth::False && reached.eventual == Truth::False) continue;
    StepStatus status = StepStatus::Maybe;
    if (walk.done(id) == Truth::True) {
      status = StepStatus::Done;
    } else if (reached.now == Truth::True) {
      status = StepStatus::Do;
    } else if (reached.eventual == Truth::True) {
      status = StepStatus::Later;
    }
    found.push_back({id, status, walk.urgency(id), reached.missing});
  }
  const StepOrder order = step_order(knowledge);
  const auto key_of = [&](const PlannedStep& step) {
    return std::tuple(group_of(step.status), step.urgency.value, knowledge.steps[step.step].phase.value,
                      step.step.value);
  };
  std::vector<PlannedStep> planned;
  while (!found.empty()) {
    auto best = found.end();
    for (auto at = found.begin(); at != found.end(); ++at) {
      const auto& before = order.before[at->step.value];
      const bool waits = std::any_of(found.begin(), found.end(), [&](const PlannedStep& other) {
        return group_of(other.status) == group_of(at->status) &&
               std::find(before.begin(), before.end(), other.step) != before.end();
      });
      if (!waits && (best == found.end() || key_of(*at) < key_of(*best))) best = at;
    }
    planned.push_back(*best);
    found.erase(best);
  }
  return planned;
}

}  // namespace zhilu::naive
