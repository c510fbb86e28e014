// SPDX-License-Identifier: MIT
#include "engine/session/openings.h"

#include <algorithm>

#include "engine/session/deadlines.h"

namespace zhilu {

Openings::Openings(const Compiled& compiled) : compiled_(compiled), found_(compiled.place_of.size()) {}

void Openings::start(const Evaluation& evaluation, const Traversal& traversal) {
  evaluation_ = &evaluation;
  traversal_ = &traversal;
  for (const NodeId node : visited_) found_[node.value] = {};
  visited_.clear();
  all_.clear();
}

std::span<const Opening> Openings::of(StepId step) {
  const std::span<const NodeId> nodes = compiled_.nodes_of_step[step.value];
  if (nodes.size() == 1) return list(find(nodes[0]));
  open_.clear();
  for (const NodeId node : nodes) add_all(find(node), 0);
  return open_;
}

/// Graphs have no cycles, so the way back ends. Where there is one way only, it is passed, or the node would
/// be ruled out.
Openings::Found Openings::find(NodeId node) {
  const std::uint32_t opener = compiled_.opener_of[node.value];
  if (opener == CompiledTables::kNoOpener || traversal_->node(node).is_ruled_out()) return {0, 0};
  Found& known = found_[opener];
  if (known.begin != kUnknown) return known;
  visited_.push_back(NodeId{opener});
  return known = gather(compiled_.in_edges[opener]);
}

/// The nearest outcomes on all ways over `edges`.
Openings::Found Openings::gather(std::span<const InEdge> edges) {
  const std::size_t begin = open_.size();
  for (const InEdge& edge : edges) {
    if (edge.from != InEdge::kRoot) take(edge, begin);
  }
  const auto first = static_cast<std::uint32_t>(all_.size());
  all_.insert(all_.end(), open_.begin() + static_cast<std::ptrdiff_t>(begin), open_.end());
  open_.resize(begin);
  return {first, static_cast<std::uint32_t>(all_.size())};
}

void Openings::take(const InEdge& edge, std::size_t begin) {
  const NodeId from{edge.from};
  if (traversal_->node(from).is_ruled_out()) return;
  if (edge.kind == EdgeKind::Outcome) {
    const StepId step = step_at(from);
    if (is_to_come(edge, step)) {
      add(opening_of(step, edge.outcome), begin);
      return;
    }
  }
  if (!pass(*evaluation_, *traversal_, edge).is_ruled_out()) add_all(find(from), begin);
}

StepId Openings::step_at(NodeId node) const {
  return compiled_.step_facts[compiled_.places[compiled_.place_of[node.value]].rank].step;
}

/// Whether the outcome that an edge waits for may come and has not.
bool Openings::is_to_come(const InEdge& edge, StepId step) const {
  const StepState& state = traversal_->state(step);
  // Of a step that is not known to be done, nothing has come yet.
  if (!edge.circuit.is_set() && state.done != Truth::True) return !state.dead;
  const Reach passes = pass(*evaluation_, *traversal_, edge);
  return !passes.is_ruled_out() && passes.now() != Truth::True;
}

void Openings::add(const Opening& opening, std::size_t begin) {
  const bool is_there = std::any_of(
      open_.begin() + static_cast<std::ptrdiff_t>(begin), open_.end(),
      [&](const Opening& other) { return other.after == opening.after && other.outcome == opening.outcome; });
  if (!is_there) open_.push_back(opening);
}

void Openings::add_all(Found found, std::size_t begin) {
  for (std::uint32_t i = found.begin; i < found.end; ++i) add(all_[i], begin);
}

Opening Openings::opening_of(StepId step, OutcomeId outcome) const {
  Opening opening{.after = step, .outcome = outcome};
  if (traversal_->step(step).now() != Truth::True || !compiled_.knowledge->outcomes[outcome].after_limit) {
    return opening;
  }
  if (const auto limit = reply_limit_of(*evaluation_, *traversal_, step)) {
    opening.date = limit->due;
    opening.assumed_start = limit->assumed_start;
  }
  return opening;
}

}  // namespace zhilu
