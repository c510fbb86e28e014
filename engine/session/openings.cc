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

OpeningList Openings::of(StepId step) {
  OpeningList list;
  for (const NodeId node : compiled_.nodes_of_step[step.value]) {
    const Found found = find(node);
    for (std::uint32_t i = found.begin; i < found.end; ++i) add(all_[i], list);
  }
  return list;
}

/// Graphs have no cycles, so the way back ends.
Openings::Found Openings::find(NodeId node) {
  if (found_[node.value].begin != kUnknown) return found_[node.value];
  OpeningList list;
  if (!traversal_->node(node).is_ruled_out()) {
    for (const InEdge& edge : compiled_.in_edges[node.value]) {
      if (edge.from == InEdge::kRoot || traversal_->node(NodeId{edge.from}).is_ruled_out()) continue;
      const Reach passes = pass(*evaluation_, *traversal_, edge);
      if (passes.is_ruled_out()) continue;
      if (edge.kind == EdgeKind::Outcome && passes.now() != Truth::True) {
        add(opening_of(compiled_.knowledge->nodes[NodeId{edge.from}].step, edge.outcome), list);
      } else {
        const Found before = find(NodeId{edge.from});
        for (std::uint32_t i = before.begin; i < before.end; ++i) add(all_[i], list);
      }
    }
  }
  visited_.push_back(node);
  const auto begin = static_cast<std::uint32_t>(all_.size());
  all_.insert(all_.end(), list.begin(), list.end());
  return found_[node.value] = {begin, static_cast<std::uint32_t>(all_.size())};
}

void Openings::add(const Opening& opening, OpeningList& list) const {
  const bool is_there = std::any_of(list.begin(), list.end(), [&](const Opening& other) {
    return other.after == opening.after && other.outcome == opening.outcome;
  });
  if (!is_there) list.push_back(opening);
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
