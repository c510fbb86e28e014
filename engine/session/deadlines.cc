// SPDX-License-Identifier: MIT
#include "engine/session/deadlines.h"

#include <algorithm>

namespace zhilu {

namespace {

struct Start {
  std::optional<Date> date;
  bool assumed = false;
};

/// The nodes of one walk back, which are few.
class SeenNodes {
 public:
  /// False if it was seen before.
  bool add(NodeId node) {
    if (std::find(nodes_.begin(), nodes_.end(), node) != nodes_.end()) return false;
    nodes_.push_back(node);
    return true;
  }

 private:
  std::vector<NodeId> nodes_;
};

/// The latest day on which an outcome came that opens the way to a step; empty where none is dated.
class DecisionDay {
 public:
  DecisionDay(const Evaluation& evaluation, const Traversal& traversal)
      : evaluation_(evaluation), traversal_(traversal) {}

  std::optional<Date> of(StepId step) {
    for (NodeId node : evaluation_.compiled().nodes_of_step[step.value]) visit(node);
    return day_;
  }

 private:
  void visit(NodeId node) {
    if (!seen_.add(node)) return;
    for (const InEdge& edge : evaluation_.compiled().in_edges[node.value]) {
      if (edge.from == InEdge::kRoot || pass(evaluation_, traversal_, edge).now() != Truth::True) continue;
      if (edge.kind != EdgeKind::Outcome) {
        visit(NodeId{edge.from});
        continue;
      }
      const StepId decided = evaluation_.knowledge().nodes[NodeId{edge.from}].step;
      const Event* last = traversal_.state(decided).last;
      if (last != nullptr && last->on && (!day_ || *day_ < *last->on)) day_ = last->on;
    }
  }

  const Evaluation& evaluation_;
  const Traversal& traversal_;
  SeenNodes seen_;
  std::optional<Date> day_;
};

/// The day a limit runs from. Knowledge of the harm is taken from happened_on; a hand-in is taken as today.
Start start_of(const Evaluation& evaluation, const Traversal& traversal, StepId step, const Limit& limit) {
  const StepState& state = traversal.state(step);
  switch (limit.from) {
    case LimitStart::Knew: {
      const FactId happened = evaluation.knowledge().core.happened_on;
      if (happened.is_set() && evaluation.answer(happened).is_known()) {
        return {evaluation.answer(happened).date, true};
      }
      return {};
    }
    case LimitStart::Submitted:
      if (state.submitted) return {state.submitted, false};
      if (state.done == Truth::True) return {};
      return {evaluation.as_of(), true};
    case LimitStart::Accepted:
      return {state.accepted, false};
    case LimitStart::Decided:
      return {DecisionDay(evaluation, traversal).of(step), false};
  }
  return {};
}

/// Walks back from the nodes of a step to the outcome edges that hold it up.
class Backward {
 public:
  Backward(const Evaluation& evaluation, const Traversal& traversal)
      : evaluation_(evaluation), traversal_(traversal) {}

  void visit(NodeId node) {
    if (traversal_.node(node).is_ruled_out() || !seen_.add(node)) return;
    for (const InEdge& edge : evaluation_.compiled().in_edges[node.value]) {
      if (edge.from == InEdge::kRoot || traversal_.node(NodeId{edge.from}).is_ruled_out()) continue;
      const Reach passes = pass(evaluation_, traversal_, edge);
      if (passes.is_ruled_out()) continue;
      if (edge.kind == EdgeKind::Outcome && passes.now() != Truth::True) {
        add(evaluation_.knowledge().nodes[NodeId{edge.from}].step, edge.outcome);
      } else {
        visit(NodeId{edge.from});
      }
    }
  }

  std::vector<Opening> take() { return std::move(openings_); }

 private:
  void add(StepId step, OutcomeId outcome) {
    for (const Opening& known : openings_) {
      if (known.after == step && known.outcome == outcome) return;
    }
    Opening opening{.after = step, .outcome = outcome};
    const Limit* limit = find_limit(evaluation_, step, LimitKind::Reply);
    if (evaluation_.knowledge().outcomes[outcome].after_limit && limit != nullptr) {
      const bool now = traversal_.step(step).now() == Truth::True;
      const Start start = start_of(evaluation_, traversal_, step, *limit);
      if (now && start.date) {
        opening.date = evaluation_.knowledge().calendar.due(*start.date, limit->within);
        opening.assumed_start = start.assumed;
      }
    }
    openings_.push_back(opening);
  }

  const Evaluation& evaluation_;
  const Traversal& traversal_;
  SeenNodes seen_;
  std::vector<Opening> openings_;
};

}  // namespace

std::vector<Deadline> deadlines_of(const Evaluation& evaluation, const Traversal& traversal, StepId step) {
  const Knowledge& knowledge = evaluation.knowledge();
  std::vector<Deadline> result;
  const ChannelId channel = knowledge.steps[step].channel;
  if (!channel.is_set()) return result;
  const Array<Limit>& limits = knowledge.channels[channel].limits;
  for (std::uint32_t i = 0; i < limits.size(); ++i) {
    const Limit& limit = limits[i];
    if (evaluation.truth(limit.when) != Truth::True) continue;
    Deadline deadline{.kind = limit.kind, .limit = i};
    const Start start = start_of(evaluation, traversal, step, limit);
    if (start.date) {
      deadline.due = knowledge.calendar.due(*start.date, limit.within);
      deadline.assumed_start = start.assumed;
    }
    result.push_back(deadline);
  }
  return result;
}

std::vector<Opening> openings_of(const Evaluation& evaluation, const Traversal& traversal, StepId step) {
  Backward backward(evaluation, traversal);
  for (NodeId node : evaluation.compiled().nodes_of_step[step.value]) backward.visit(node);
  return backward.take();
}

}  // namespace zhilu
