// SPDX-License-Identifier: MIT
#include "engine/session/explanation.h"

#include <algorithm>
#include <tuple>

#include "engine/session/traversal.h"

namespace zhilu {

namespace {

/// How good a way is: holding now beats holding later, then what is open, then what is ruled out.
std::tuple<Truth, Truth> goodness(Reach reach) {
  return {reach.now(), reach.eventual()};
}

class Explainer {
 public:
  Explainer(const Compiled& compiled, const Matter& matter, Date as_of)
      : evaluation_(compiled, matter, as_of), knowledge_(*compiled.knowledge), traversal_(evaluation_) {}

  Explanation run(StepId id) {
    Explanation result;
    result.step = id;
    result.status = status_of(traversal_.step(id), traversal_.state(id));
    std::vector<NodeId> nodes;
    for (const StepNode& at : evaluation_.compiled().nodes_of(id)) nodes.push_back(at.node);
    std::stable_sort(nodes.begin(), nodes.end(), [this](NodeId a, NodeId b) {
      return goodness(traversal_.node(a)) > goodness(traversal_.node(b));
    });
    for (NodeId node : nodes) result.ways.push_back(way_to(node));
    result.own = own_reasons(id);
    result.depends_on = traversal_.missing(id);
    return result;
  }

 private:
  Reach through(const InEdge& edge) const {
    Reach start = kReached;
    if (edge.from != InEdge::kRoot) start = traversal_.node(NodeId{edge.from});
    const Reach passes = pass(evaluation_, traversal_, edge);
    return both(start, passes);
  }

  Way way_to(NodeId node) const {
    Way way;
    // Graphs have no cycles, so the walk back ends.
    for (;;) {
      const auto edges = evaluation_.compiled().in_edges[node.value];
      if (edges.empty()) break;
      const auto best = std::max_element(
          edges.begin(), edges.end(),
          [this](const InEdge& a, const InEdge& b) { return goodness(through(a)) < goodness(through(b)); });
      way.push_back(reason_of(node, *best));
      if (best->from == InEdge::kRoot) break;
      node = NodeId{best->from};
    }
    std::reverse(way.begin(), way.end());
    return way;
  }

  Reason reason_of(NodeId to, const InEdge& edge) const {
    const Reach passes = pass(evaluation_, traversal_, edge);
    Reason reason{.truth = passes.now(), .graph = knowledge_.nodes[to].owner};
    if (edge.from == InEdge::kRoot) {
      reason.kind = ReasonKind::Enter;
      reason.node = to;
      reason.condition = knowledge_.graphs[reason.graph].enter;
      return reason;
    }
    reason.node = NodeId{edge.from};
    reason.edge = edge.edge;
    const Node& from = knowledge_.nodes[reason.node];
    if (from.owner != reason.graph) {
      reason.kind = ReasonKind::SubGraph;
    } else if (edge.kind == EdgeKind::Arm) {
      reason.kind = ReasonKind::Arm;
      reason.condition = from.edges[edge.edge].when;
    } else if (edge.kind == EdgeKind::Outcome) {
      reason.kind = ReasonKind::Outcome;
      reason.outcome = edge.outcome;
    }
    return reason;
  }

  std::vector<Reason> own_reasons(StepId id) const {
    const Step& step = knowledge_.steps[id];
    std::vector<Reason> own;
    if (step.unless.is_set()) {
      own.push_back(
          {.kind = ReasonKind::Unless, .truth = evaluation_.truth(step.unless), .condition = step.unless});
    }
    if (step.done_when.is_set() || traversal_.state(id).last != nullptr) {
      own.push_back(
          {.kind = ReasonKind::Done, .truth = traversal_.state(id).done, .condition = step.done_when});
    }
    if (!step.channel.is_set()) return own;
    const Channel& channel = knowledge_.channels[step.channel];
    if (channel.accepts.is_set()) {
      own.push_back({.kind = ReasonKind::Accepts,
                     .truth = evaluation_.truth(channel.accepts),
                     .condition = channel.accepts});
    }
    for (std::uint32_t i = 0; i < channel.refuses.size(); ++i) {
      const ConditionId when = channel.refuses[i].when;
      own.push_back(
          {.kind = ReasonKind::Refusal, .truth = evaluation_.truth(when), .condition = when, .refusal = i});
    }
    return own;
  }

  Evaluation evaluation_;
  const Knowledge& knowledge_;
  Traversal traversal_;
};

}  // namespace

Explanation explain(const Compiled& compiled, const Matter& matter, Date as_of, StepId step) {
  return Explainer(compiled, matter, as_of).run(step);
}

}  // namespace zhilu
