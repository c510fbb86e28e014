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
  open_.clear();
  for (const NodeId node : compiled_.nodes_of_step[step.value]) add_all(find(node), 0);
  return open_;
}

/// Graphs have no cycles, so the way back ends.
Openings::Found Openings::find(NodeId node) {
  if (found_[node.value].begin != kUnknown) return found_[node.value];
  if (!compiled_.places[compiled_.place_of[node.value]].behind_outcome) return {0, 0};
  const std::size_t begin = open_.size();
  if (!traversal_->node(node).is_ruled_out()) {
    for (const InEdge& edge : compiled_.in_edges[node.value]) {
      if (edge.from == InEdge::kRoot || traversal_->node(NodeId{edge.from}).is_ruled_out()) continue;
      const Reach passes = pass(*evaluation_, *traversal_, edge);
      if (passes.is_ruled_out()) continue;
      if (edge.kind == EdgeKind::Outcome && passes.now() != Truth::True) {
        add(opening_of(compiled_.knowledge->nodes[NodeId{edge.from}].step, edge.outcome), begin);
      } else {
        add_all(find(NodeId{edge.from}), begin);
      }
    }
  }
  visited_.push_back(node);
  const auto first = static_cast<std::uint32_t>(all_.size());
  all_.insert(all_.end(), open_.begin() + static_cast<std::ptrdiff_t>(begin), open_.end());
  open_.resize(begin);
  return found_[node.value] = {first, static_cast<std::uint32_t>(all_.size())};
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
  if (!compiled_.knowledge->outcomes[outcome].after_limit || traversal_->step(step).now() != Truth::True) {
    return opening;
  }
  if (const auto limit = reply_limit_of(*evaluation_, *traversal_, step)) {
    opening.date = limit->due;
    opening.assumed_start = limit->assumed_start;
  }
  return opening;
}

}  // namespace zhilu
