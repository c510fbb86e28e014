// SPDX-License-Identifier: MIT
// The agenda: the steps of a matter with their status, in plan order. Ids only; what stands beside a step in
// a plan (dates, evidence, openings) is worked out for those who ask.
//
// The order within a group is: again and again the most pressing step whose predecessors in the group are all
// out. Total and reproducible: ties end at the step's number.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

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

  /// Puts the steps into groups. REQUIRES: `traversal` was run on `evaluation`, and both stay as they are
  /// while the agenda is read.
  void run(const Evaluation& evaluation, const Traversal& traversal);

  /// Takes up that steps are reached otherwise than when it was run. REQUIRES: they are not looked at.
  void take_steps(std::span<const std::uint32_t> ranks);

  /// What to do and what is awaited, in order; later and maybe cost nothing until they are asked for. Valid
  /// until the next run.
  std::span<const AgendaStep> certain();

  /// All steps: what to do and what is awaited together, then later, maybe, done. Valid until the next run.
  std::span<const AgendaStep> steps();

 private:
  static constexpr std::uint32_t kGroups = 4;

  /// A step whose place depends on the matter.
  struct Floating {
    OrderKey key;
    AgendaStep step;
  };
  struct Group {
    /// Whether `steps` is what it is to be.
    bool is_ordered = false;
    /// In the order of the agenda; the first `count` count.
    std::vector<AgendaStep> steps;
    std::size_t count = 0;
  };
  /// Places in the group.
  struct Pair {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    /// Index of the next pair with the same `before`.
    std::uint32_t next = 0;
  };

  std::span<const AgendaStep> group(std::uint32_t number);
  void fill(Group& group, std::uint32_t number);
  void add_floating(AgendaStep planned);
  void merge_floating(Group& group);
  bool find_pairs(std::uint32_t number);
  void drop_idle_pairs();
  void reorder(Group& group);

  const Compiled& compiled_;
  const Evaluation* evaluation_ = nullptr;
  const Traversal* traversal_ = nullptr;
  /// By rank: the steps of each group.
  using GroupSets = BitPlanes<kGroups>;
  GroupSets sets_;
  std::array<Group, kGroups> groups_;
  /// All groups, once they have been asked for.
  std::vector<AgendaStep> steps_;
  /// Of the group in hand: steps whose place is not that of their rank, ranks of those that others may
  /// precede, and by rank the place.
  std::vector<Floating> floating_;
  /// Room for all; the first `follower_count_` count.
  std::vector<std::uint32_t> followers_;
  std::size_t follower_count_ = 0;
  std::vector<std::uint32_t> place_;
  /// Where an order has to be changed: who waits for whom; by place, for how many it waits, and the first
  /// pair that it is the `before` of.
  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> waits_;
  std::vector<std::uint32_t> first_pair_;
  std::vector<std::uint8_t> is_in_pair_;
  std::vector<std::uint32_t> released_;
  std::vector<AgendaStep> reordered_;
};

}  // namespace zhilu
