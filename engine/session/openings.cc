// SPDX-License-Identifier: MIT
#include "engine/session/openings.h"

#include <algorithm>

#include "engine/session/deadlines.h"

namespace zhilu {

Openings::Openings(const Compiled& compiled) : compiled_(compiled), found_(compiled.openers.size()) {}

void Openings::start(const Evaluation& evaluation, const Traversal& traversal, TextPool& pool) {
  evaluation_ = &evaluation;
  traversal_ = &traversal;
  pool_ = &pool;
  for (const std::uint32_t opener : visited_) found_[opener] = {};
  visited_.clear();
}

std::span<const Opening> Openings::of(std::uint32_t rank) {
  const StepFacts& facts = compiled_.step_facts[rank];
  if (facts.node_count == 1) return find(facts.place);
  // Most nodes that have any have the same.
  std::span<const Opening> first;
  open_.clear();
  for (const StepNode& node : compiled_.nodes_of(rank)) {
    const std::span<const Opening> found = find(node.place);
    if (found.empty() || found.data() == first.data()) continue;
    if (first.empty()) {
      first = found;
      continue;
    }
    if (open_.empty()) add_all(first, 0);
    add_all(found, 0);
  }
  return open_.empty() ? first : pool_->keep_list(open_);
}

/// Graphs have no cycles, so the way back ends. Where there is one way only, it is passed, or the node would
/// be ruled out.
std::span<const Opening> Openings::find(std::uint32_t place) {
  const std::uint32_t opener = compiled_.places[place].opener;
  if (opener == NodePlace::kNoOpener || traversal_->place(place).is_ruled_out()) return {};
  Found& known = found_[opener];
  if (!known.is_known) {
    visited_.push_back(opener);
    known = {gather(compiled_.openers[opener]), true};
  }
  return known.openings;
}

/// The nearest outcomes on all ways over `edges`.
std::span<const Opening> Openings::gather(std::span<const OpenerEdge> edges) {
  const std::size_t begin = open_.size();
  for (const OpenerEdge& edge : edges) take(edge, begin);
  const std::span<const Opening> found = pool_->keep_list(std::span<const Opening>(open_).subspan(begin));
  open_.resize(begin);
  return found;
}

void Openings::take(const OpenerEdge& edge, std::size_t begin) {
  if (traversal_->place(edge.from).is_ruled_out()) return;
  if (edge.kind == EdgeKind::Outcome && is_to_come(edge)) {
    add(opening_of(edge.rank, edge.outcome), begin);
    return;
  }
  if (!pass(*evaluation_, *traversal_, edge).is_ruled_out()) add_all(find(edge.from), begin);
}

/// Whether the outcome that an edge waits for may come and has not.
bool Openings::is_to_come(const OpenerEdge& edge) const {
  const StepState& state = traversal_->state(edge.rank);
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

void Openings::add_all(std::span<const Opening> openings, std::size_t begin) {
  for (const Opening& opening : openings) add(opening, begin);
}

Opening Openings::opening_of(std::uint32_t rank, OutcomeId outcome) const {
  const StepId step = compiled_.step_facts[rank].step;
  Opening opening{.after = step, .outcome = outcome};
  if (!compiled_.outcomes[outcome.value].after_limit || traversal_->reach(rank).now() != Truth::True) {
    return opening;
  }
  if (const auto limit = reply_limit_of(*evaluation_, *traversal_, step)) {
    opening.date = limit->due;
    opening.assumed_start = limit->assumed_start;
  }
  return opening;
}

}  // namespace zhilu
