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
  Few<NodeId, 16> nodes_;
};

/// The latest day on which an outcome came that opens the way to a step; empty where none is dated.
class DecisionDay {
 public:
  DecisionDay(const Evaluation& evaluation, const Traversal& traversal)
      : evaluation_(evaluation), traversal_(traversal) {}

  std::optional<Date> of(StepId step) {
    for (const StepNode& at : evaluation_.compiled().nodes_of(step)) visit(at.node);
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
Start start_of(const Evaluation& evaluation, const Traversal& traversal, StepId step,
               const LimitFacts& limit) {
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

}  // namespace

Deadlines deadlines_of(const Evaluation& evaluation, const Traversal& traversal, StepId step) {
  const Compiled& compiled = evaluation.compiled();
  Deadlines result;
  const ChannelId channel = compiled.step_facts[compiled.rank_of[step.value]].channel;
  if (!channel.is_set()) return result;
  const std::span<const LimitFacts> limits = compiled.limits[channel.value];
  for (std::uint32_t i = 0; i < limits.size(); ++i) {
    const LimitFacts& limit = limits[i];
    if (evaluation.truth(limit.when) != Truth::True) continue;
    Deadline deadline{.kind = limit.kind, .limit = i};
    const Start start = start_of(evaluation, traversal, step, limit);
    if (start.date) {
      deadline.due = evaluation.due(*start.date, limit);
      deadline.assumed_start = start.assumed;
    }
    result.push_back(deadline);
  }
  return result;
}

std::optional<StartedLimit> reply_limit_of(const Evaluation& evaluation, const Traversal& traversal,
                                           StepId step) {
  const LimitFacts* limit = find_limit(evaluation, step, LimitKind::Reply);
  if (limit == nullptr) return std::nullopt;
  const Start start = start_of(evaluation, traversal, step, *limit);
  if (!start.date) return std::nullopt;
  return StartedLimit{evaluation.due(*start.date, *limit), start.assumed};
}

}  // namespace zhilu
