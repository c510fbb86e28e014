// SPDX-License-Identifier: MIT
// The agenda: the steps of a matter with their status, in plan order. Ids only; what stands beside a step in
// a plan (dates, evidence, openings) is worked out for those who ask.
//
// The order within a group is: again and again the most pressing step whose predecessors in the group are all
// out. Total and reproducible: ties end at the step's number.
//
// So a step comes out when the last of those that directly or indirectly precede it has, or in its turn if
// that is later: its place is the greatest of their places and its own. Which is found step by step, and
// after an answer only where something has changed.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
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
  /// Index into CompiledTables::step_facts.
  std::uint32_t rank = 0;
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

  /// Has what take_steps() reads of a step fetched.
  void prefetch(std::uint32_t rank) const {
    const StepFacts& facts = compiled_.step_facts[rank];
    if (facts.after != StepFacts::kNobody) __builtin_prefetch(compiled_.neighbours.data() + facts.after);
  }

  /// What to do and what is awaited, in order; later and maybe cost nothing until they are asked for. Valid
  /// until the next run.
  std::span<const AgendaStep> certain();

  /// All steps: what to do and what is awaited together, then later, maybe, done. Valid until the next run.
  std::span<const AgendaStep> steps();

  /// The ranks of all steps in the same order.
  std::span<const std::uint32_t> ranks();

  /// The step of a rank; empty if it is not in the agenda.
  std::optional<AgendaStep> find(std::uint32_t rank) const {
    for (std::uint32_t number = 0; number < kGroups; ++number) {
      if (sets_.contains(number, rank)) return make_step(number, rank);
    }
    return std::nullopt;
  }

 private:
  static constexpr std::uint32_t kGroups = 4;
  /// The status of a group's steps; of the first one that of those not looked at.
  static constexpr StepStatus kStatusOf[kGroups] = {StepStatus::Do, StepStatus::Later, StepStatus::Maybe,
                                                    StepStatus::Done};

  /// Places are compared only. That of a step which floats lies between those of two ranks.
  using Place = std::uint64_t;
  static constexpr Place place_of_rank(std::uint32_t rank) { return Place{rank} << 32 | 0xffffffff; }

  /// A step whose own place depends on the matter.
  struct Floating {
    OrderKey key;
    std::uint32_t rank = 0;
  };
  /// A step that does not stand at the place of its rank. It stands behind the last of those it waits for.
  struct Moved {
    Place place = 0;
    /// Of all that stand there in the order of these, as far as they need not wait for one another: 0 for the
    /// one that the others wait for, else their own place.
    Place own = 0;
    std::uint32_t rank = 0;
  };
  /// Ranks; the first `count` count, the rest is room.
  struct Ranks {
    std::vector<std::uint32_t> items;
    std::size_t count = 0;

    std::uint32_t* room_for(std::size_t size) {
      if (items.size() < size) items.resize(2 * size);
      return items.data();
    }
    std::span<const std::uint32_t> all() const { return {items.data(), count}; }
  };
  struct Group {
    /// Whether its floating steps have places, and the others but for `unsettled`.
    bool is_arranged = false;
    /// Whether `moved` is what it is to be.
    bool is_sorted = true;
    /// In order.
    std::vector<Moved> moved;
    /// All others, by rank, as they were when they were written. And those that have come since then, some of
    /// them more than once, or have gone again.
    Ranks fixed;
    std::vector<std::uint32_t> came;
    std::vector<std::uint32_t> gone;
    bool is_written = false;
    /// Steps whose place may not be what it is to be.
    std::vector<std::uint32_t> unsettled;
  };

  void take_step(std::uint32_t number, std::uint32_t rank, bool is_in);
  void find_order(std::uint32_t number);
  void write_by_ranks(std::uint32_t number);
  std::uint32_t* write(std::uint32_t number, std::uint32_t* to);
  /// The step of a group as it is in the agenda.
  AgendaStep make_step(std::uint32_t number, std::uint32_t rank) const {
    const StepFacts& facts = compiled_.step_facts[rank];
    // In the first group, what has been looked at may wait for an answer.
    const bool may_wait = number == 0 && traversal_->is_looked(rank);
    return {facts.step, may_wait ? static_cast<StepStatus>(traversal_->status(rank)) : kStatusOf[number],
            facts.floating ? urgency_[rank] : facts.urgency, rank};
  }
  void arrange(std::uint32_t number);
  void place_floating(std::uint32_t number);
  void settle(std::uint32_t number);
  void move(std::uint32_t number, std::uint32_t rank, Place place);
  void mark_gone(std::uint32_t number, std::uint32_t rank);
  void forget_gone(std::uint32_t number);
  void sort_moved(std::uint32_t number);
  void sort_waiting(std::uint32_t number, std::span<Moved> moved);
  void release(std::uint32_t number);

  /// Gives `visit` the ranks of a list of neighbours, of those in the group.
  template <class Visit>
  void each_neighbour(std::uint32_t list, std::uint32_t number, const Visit& visit) const {
    if (list == StepFacts::kNobody) return;
    const std::uint32_t* next = compiled_.neighbours.data() + list;
    for (bool is_last = false; !is_last; ++next) {
      is_last = (*next & StepFacts::kLast) != 0;
      const std::uint32_t rank = *next & ~StepFacts::kLast;
      if (sets_.contains(number, rank)) visit(rank);
    }
  }
  template <class Visit>
  void each_before(std::uint32_t rank, std::uint32_t number, const Visit& visit) const {
    each_neighbour(compiled_.step_facts[rank].before, number, visit);
  }
  template <class Visit>
  void each_after(std::uint32_t rank, std::uint32_t number, const Visit& visit) const {
    each_neighbour(compiled_.step_facts[rank].after, number, visit);
  }
  bool is_moved(std::uint32_t rank) const { return (is_moved_[rank / 64] >> rank % 64 & 1) != 0; }
  void mark_moved(std::uint32_t rank) { is_moved_[rank / 64] |= std::uint64_t{1} << rank % 64; }
  void unmark_moved(std::uint32_t rank) { is_moved_[rank / 64] &= ~(std::uint64_t{1} << rank % 64); }
  OrderKey key_of_floating(std::uint32_t rank) const;
  /// Whether a floating step stands where its rank says.
  bool is_usual(const OrderKey& key, std::uint32_t rank) const;
  /// The first rank from which on nothing is more pressing, where no step floats.
  std::uint32_t rank_behind(const OrderKey& key) const;

  const Compiled& compiled_;
  const Evaluation* evaluation_ = nullptr;
  const Traversal* traversal_ = nullptr;
  /// By rank: the steps of each group.
  using GroupSets = BitPlanes<kGroups>;
  GroupSets sets_;
  std::array<Group, kGroups> groups_;
  /// The groups one after the other, once all have been asked for, else the first; and where each ends.
  std::vector<std::uint32_t> ranks_;
  std::array<std::uint32_t, kGroups> ends_{};
  bool are_all_written_ = false;
  std::vector<AgendaStep> steps_;

  /// Of the group in hand: its ranks, and then the first `late_count_` those of which one of higher rank may
  /// precede them; the steps that float; and what will be its fixed ones.
  std::vector<std::uint32_t> listed_;
  std::size_t late_count_ = 0;
  std::vector<Floating> floating_;
  Ranks fixed_;
  /// By rank as bits of groups: whether it has gone from the fixed ones since they were written.
  std::vector<std::uint8_t> is_gone_;
  /// By rank as bits: the steps that are moved.
  std::vector<std::uint64_t> is_moved_;
  /// By rank: the place the step would have by itself, and the one it has. Outside of groups that are
  /// arranged both are that of the rank.
  std::vector<Place> own_;
  std::vector<Place> place_;
  /// By rank: of a floating step that is in a group.
  std::vector<UrgencyId> urgency_;
  /// Of some that stand in one place: for how many each waits, which need not, and all in order.
  std::vector<std::uint32_t> waits_;
  std::vector<std::uint32_t> ready_;
  std::vector<Moved> sorted_;
};

}  // namespace zhilu
