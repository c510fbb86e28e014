// SPDX-License-Identifier: MIT
#include "engine/graph/step_order.h"

#include <algorithm>
#include <functional>
#include <queue>

#include "engine/graph/adjacency.h"
#include "engine/graph/cycles.h"
#include "engine/graph/flow.h"

namespace zhilu {
namespace {

// Far beyond what a person can write, and few enough to keep in memory and to walk.
constexpr std::size_t kMaxConstraints = 1'000'000;
constexpr std::size_t kMaxEdgesSeen = 50'000'000;

bool is_same_pair(const StepConstraint& a, const StepConstraint& b) {
  return a.before == b.before && a.after == b.after;
}

bool is_earlier_pair(const StepConstraint& a, const StepConstraint& b) {
  return a.before != b.before ? a.before < b.before : a.after < b.after;
}

// Keeps the first of the constraints between each two steps, one without an outcome if there is any.
void sort_unique(std::vector<StepConstraint>& constraints) {
  std::stable_sort(constraints.begin(), constraints.end(),
                   [](const StepConstraint& a, const StepConstraint& b) {
                     return is_same_pair(a, b) ? a.by_outcome < b.by_outcome : is_earlier_pair(a, b);
                   });
  constraints.erase(std::unique(constraints.begin(), constraints.end(), is_same_pair), constraints.end());
}

// Walks from the nodes of steps to the next steps, through nodes that are none.
class ConstraintSearch {
 public:
  ConstraintSearch(const Knowledge& knowledge, std::vector<StepConstraint>& constraints)
      : knowledge_(knowledge),
        flow_(flow_of(knowledge)),
        seen_(knowledge.nodes.size(), 0),
        constraints_(constraints) {}

  /// Adds the constraints of one node of a step.
  void run(NodeId start) {
    start_ = start;
    ++mark_;
    // What `then` leads to is visited first: only what is left depends on an outcome.
    walk(false);
    walk(true);
  }

  std::size_t edges_seen() const { return edges_seen_; }

 private:
  void walk(bool by_outcome) {
    by_outcome_ = by_outcome;
    for (const Edge& edge : knowledge_.nodes[start_].edges) {
      if (edge.to.is_set() && (edge.kind == EdgeKind::Outcome) == by_outcome) visit(edge.to);
    }
    while (!stack_.empty()) {
      const NodeId at = stack_.back();
      stack_.pop_back();
      edges_seen_ += flow_.next[at.value].size();
      for (const NodeId next : flow_.next[at.value]) visit(next);
    }
  }

  void visit(NodeId node) {
    if (seen_[node.value] == mark_) return;
    seen_[node.value] = mark_;
    const StepId before = knowledge_.nodes[start_].step;
    const StepId after = knowledge_.nodes[node].step;
    if (!after.is_set()) {
      stack_.push_back(node);
    } else if (after != before) {
      constraints_.push_back({before, after, start_, node, by_outcome_});
    }
  }

  const Knowledge& knowledge_;
  const Flow flow_;
  // seen_[n] == mark_: node n was visited from the present start; saves clearing between starts.
  std::vector<std::uint32_t> seen_;
  std::uint32_t mark_ = 0;
  std::vector<NodeId> stack_;
  std::size_t edges_seen_ = 0;
  NodeId start_;
  bool by_outcome_ = false;
  std::vector<StepConstraint>& constraints_;
};

// By step: the steps that directly follow it.
Adjacency followers(const StepOrder& order) {
  Adjacency next(order.before.size());
  for (const StepConstraint& constraint : order.constraints) {
    next[constraint.before.value].push_back(constraint.after.value);
  }
  return next;
}

}  // namespace

StepOrder step_order(const Knowledge& knowledge) {
  StepOrder order;
  ConstraintSearch search(knowledge, order.constraints);
  for (std::uint32_t n = 0; n < knowledge.nodes.size() && order.complete; ++n) {
    if (!knowledge.nodes[NodeId{n}].step.is_set()) continue;
    search.run(NodeId{n});
    if (order.constraints.size() < 2 * kMaxConstraints && search.edges_seen() <= kMaxEdgesSeen) continue;
    // The same pair may come from many nodes; only pairs count.
    sort_unique(order.constraints);
    order.complete = order.constraints.size() <= kMaxConstraints && search.edges_seen() <= kMaxEdgesSeen;
  }
  for (std::uint32_t s = 0; s < knowledge.steps.size(); ++s) {
    for (const StepId before : knowledge.steps[StepId{s}].after) {
      order.constraints.push_back({before, StepId{s}, {}, {}, false});
    }
  }
  sort_unique(order.constraints);
  if (order.constraints.size() > kMaxConstraints) {
    order.constraints.resize(kMaxConstraints);
    order.complete = false;
  }
  order.before.resize(knowledge.steps.size());
  for (const StepConstraint& constraint : order.constraints) {
    order.before[constraint.after.value].push_back(constraint.before);
  }
  return order;
}

std::vector<std::vector<StepConstraint>> order_cycles(const StepOrder& order) {
  std::vector<std::vector<StepConstraint>> cycles;
  for (const std::vector<std::uint32_t>& steps : shortest_cycles(followers(order))) {
    std::vector<StepConstraint>& cycle = cycles.emplace_back();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const StepConstraint pair{StepId{steps[i]}, StepId{steps[(i + 1) % steps.size()]}, {}, {}, false};
      cycle.push_back(
          *std::lower_bound(order.constraints.begin(), order.constraints.end(), pair, is_earlier_pair));
    }
  }
  return cycles;
}

std::optional<std::vector<StepId>> sorted_steps(const StepOrder& order) {
  const Adjacency next = followers(order);
  std::vector<std::size_t> waiting_for(order.before.size());
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> free;
  for (std::uint32_t step = 0; step < order.before.size(); ++step) {
    waiting_for[step] = order.before[step].size();
    if (waiting_for[step] == 0) free.push(step);
  }
  std::vector<StepId> sorted;
  while (!free.empty()) {
    const std::uint32_t step = free.top();
    free.pop();
    sorted.push_back(StepId{step});
    for (const std::uint32_t after : next[step]) {
      if (--waiting_for[after] == 0) free.push(after);
    }
  }
  if (sorted.size() < order.before.size()) return std::nullopt;
  return sorted;
}

}  // namespace zhilu
