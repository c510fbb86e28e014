// SPDX-License-Identifier: MIT
// What opens the steps that are not reached yet: the nearest outcomes on the ways to each, and when.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/text_pool.h"
#include "engine/session/plan.h"
#include "engine/session/traversal.h"

namespace zhilu {

/// A workspace: made once for a knowledge base and a thread. Steps share most of the ways back, so that what
/// was found at a node serves for all of them.
class Openings {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit Openings(const Compiled& compiled);

  /// Forgets what was found. REQUIRES: all outlive the use of what is found, and the first two stay as they
  /// are.
  void start(const Evaluation& evaluation, const Traversal& traversal, TextPool& pool);

  /// Of the step of a rank: in the order of the ways, each outcome of a step once. Kept in the pool.
  std::span<const Opening> of(std::uint32_t rank);

 private:
  struct Found {
    std::span<const Opening> openings;
    bool is_known = false;
  };

  std::span<const Opening> find(std::uint32_t place);
  std::span<const Opening> gather(std::span<const OpenerEdge> edges);
  void take(const OpenerEdge& edge, std::size_t begin);
  /// Adds to the list in hand, which begins at `begin` of open_.
  void add(const Opening& opening, std::size_t begin);
  void add_all(std::span<const Opening> openings, std::size_t begin);
  bool is_to_come(const OpenerEdge& edge) const;
  Opening opening_of(std::uint32_t rank, OutcomeId outcome) const;

  const Compiled& compiled_;
  const Evaluation* evaluation_ = nullptr;
  const Traversal* traversal_ = nullptr;
  TextPool* pool_ = nullptr;
  /// By row of CompiledTables::openers.
  std::vector<Found> found_;
  std::vector<std::uint32_t> visited_;
  /// The lists that are being made, each behind that of the node which waits for it.
  std::vector<Opening> open_;
};

}  // namespace zhilu
