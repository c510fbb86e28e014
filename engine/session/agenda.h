// SPDX-License-Identifier: MIT
// The agenda: the steps of a matter with their status, in plan order. Ids only; what stands beside a step in
// a plan (dates, evidence, openings) is worked out for those who ask.
//
// The order within a group is: again and again the most pressing step whose predecessors in the group are all
// out. Total and reproducible: ties end at the step's number.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/ordered_bits.h"
#include "engine/session/plan.h"
#include "engine/session/traversal.h"

namespace zhilu {

/// How pressing a step is; smaller comes first.
struct OrderKey {
  std::uint32_t urgency = 0;
  /// Days since 1970-01-01 of the date that must not be missed; the largest value where there is none.
  std::int64_t deadline = 0;
  std::uint32_t phase = 0;
  std::uint32_t declared = 0;

  friend constexpr auto operator<=>(const OrderKey&, const OrderKey&) = default;
};

struct AgendaStep {
  StepId step;
  StepStatus status = StepStatus::Do;
  UrgencyId urgency;
};

/// A workspace: made once for a knowledge base and a thread.
class Agenda {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit Agenda(const Compiled& compiled);

  /// Orders what the walk has reached: what to do and what is awaited together, then later, maybe, done.
  void run(const Evaluation& evaluation, const Traversal& traversal);

  /// Valid until the next run.
  std::span<const AgendaStep> steps() const { return steps_; }

 private:
  static constexpr std::size_t kGroups = 4;

  /// A step whose place depends on the matter.
  struct Floating {
    OrderKey key;
    AgendaStep step;
  };
  struct Pair {
    std::uint32_t before;
    std::uint32_t after;
  };

  void add(const Evaluation& evaluation, const Traversal& traversal, StepId id, StepStatus status);
  void take_group(std::size_t group);
  void merge_floating(std::vector<Floating>& floating, std::size_t first);
  /// Lets those of steps_ from `first` on that must wait for others come later.
  void respect_predecessors(std::size_t first);
  void reorder(std::size_t first);

  const Compiled& compiled_;
  /// By group: the ranks of steps whose place is fixed.
  std::vector<OrderedBits> ranks_;
  std::vector<std::vector<Floating>> floating_;
  std::vector<AgendaStep> steps_;
  /// By rank: of the steps of this run.
  std::vector<StepStatus> status_of_rank_;
  /// By step: its place in steps_ in the round that `round_of_` names.
  std::vector<std::uint32_t> place_of_;
  std::vector<std::uint32_t> round_of_;
  std::uint32_t round_ = 0;
  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> waits_;
  std::vector<std::uint32_t> released_;
  std::vector<AgendaStep> reordered_;
};

}  // namespace zhilu
