// SPDX-License-Identifier: MIT
// What opens the steps that are not reached yet: the nearest outcomes on the ways to each, and when.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/session/plan.h"
#include "engine/session/traversal.h"

namespace zhilu {

/// A workspace: made once for a knowledge base and a thread. Steps share most of the ways back, so that what
/// was found at a node serves for all of them.
class Openings {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit Openings(const Compiled& compiled);

  /// Forgets what was found. REQUIRES: both outlive the use of what is found, and stay as they are.
  void start(const Evaluation& evaluation, const Traversal& traversal);

  /// In the order of the ways, each outcome of a step once. Valid until the next call.
  std::span<const Opening> of(StepId step);

 private:
  /// Part of all_.
  struct Found {
    std::uint32_t begin = kUnknown;
    std::uint32_t end = 0;
  };
  static constexpr std::uint32_t kUnknown = 0xffffffff;

  std::span<const Opening> list(Found found) const {
    return {all_.data() + found.begin, all_.data() + found.end};
  }
  Found find(NodeId node);
  Found gather(std::span<const InEdge> edges);
  void take(const InEdge& edge, std::size_t begin);
  StepId step_at(NodeId node) const;
  /// Adds to the list in hand, which begins at `begin` of open_.
  void add(const Opening& opening, std::size_t begin);
  void add_all(Found found, std::size_t begin);
  bool is_to_come(const InEdge& edge, StepId step) const;
  Opening opening_of(StepId step, OutcomeId outcome) const;

  const Compiled& compiled_;
  const Evaluation* evaluation_ = nullptr;
  const Traversal* traversal_ = nullptr;
  /// By node.
  std::vector<Found> found_;
  std::vector<NodeId> visited_;
  std::vector<Opening> all_;
  /// The lists that are being made, each behind that of the node which waits for it.
  std::vector<Opening> open_;
};

}  // namespace zhilu
