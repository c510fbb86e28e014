// SPDX-License-Identifier: MIT
// The walk over all decision graphs at once: the status of every node and step that is not ruled out.
//
// Two truths for each node: `now`, reached as things stand, and `eventual`, reached if the outcomes still to
// come come. Both follow Kleene's logic over the incoming edges. The walk goes forward, in topological order,
// over what is reached or may be; what is ruled out it never sees.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/base/ordered_bits.h"
#include "engine/session/evaluation.h"
#include "engine/session/fan_match.h"
#include "engine/session/plan.h"
#include "engine/session/reach.h"
#include "engine/session/step_state.h"

namespace zhilu {

/// What the walk has found of a step, and where the agenda has put it: all that is touched for each step, in
/// half a cache line.
struct alignas(32) StepVisit {
  /// Over its nodes alone.
  Reach wanted;
  /// With `unless` and its channel's refusals.
  Reach reach;
  /// Of the plan, or kNone where the step is ruled out.
  std::uint8_t status = kNone;
  static constexpr std::uint8_t kNone = 5;
  /// Whether it may be done: not `unless`, and its channel takes the matter.
  Truth allowed = Truth::True;
  bool is_read = false;
  /// An edge has come whose row of missing facts may be empty, and one that certainly misses some.
  bool needs_a_look = false;
  bool lacks_something = false;
  /// Of StepFacts: without events there is nothing to read of it.
  bool is_plain = true;
  /// Row of the facts missing, or kNoRow. Without those of edges from places certainly reached to a step
  /// where all ends, which are looked up when asked for.
  std::uint32_t missing = kNoRow;
  static constexpr std::uint32_t kNoRow = 0xffffffff;
  /// Of the agenda: its place in its group.
  std::uint32_t place = 0;
  /// Of StepFacts.
  std::uint32_t before = StepFacts::kNobody;
  StepId step;
  UrgencyId urgency;
  bool floating = false;
  /// Of the agenda.
  std::uint8_t group = 0;

  /// As it was before anything was found.
  void reset() {
    wanted = reach = {};
    status = kNone;
    allowed = Truth::True;
    is_read = needs_a_look = lacks_something = false;
    missing = kNoRow;
  }
};
static_assert(sizeof(StepVisit) == 32);

/// A workspace: made once for a knowledge base and a thread, run anew for each evaluation.
class Traversal {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit Traversal(const Compiled& compiled);

  /// The same, run.
  explicit Traversal(const Evaluation& evaluation) : Traversal(evaluation.compiled()) { run(evaluation); }

  /// Walks the graphs and finishes the steps. REQUIRES: `evaluation` is started, and outlives the use of what
  /// is found.
  void run(const Evaluation& evaluation) {
    walk(evaluation);
    finish_steps([](std::uint32_t, StepVisit&) {});
  }

  /// The same in two: the nodes; and the steps that they lead to, each given to `visit` with its rank, in
  /// ascending order.
  void walk(const Evaluation& evaluation);
  template <class Visit>
  void finish_steps(Visit&& visit);

  Reach node(NodeId node) const;
  Reach step(StepId step) const { return visit(step).reach; }
  /// Of a step: its nodes alone, before `unless` and refusals.
  Reach wanted(StepId step) const { return visit(step).wanted; }
  const StepState& state(StepId step) const { return read_step(compiled_.rank_of[step.value]); }

  /// Facts missing where a step's `now` or `eventual` is Unknown.
  FactSet missing(StepId step) const;

  /// Ranks of the steps that a node which is not ruled out leads to, ascending.
  std::span<const std::uint32_t> reached() const { return {reached_.data(), reached_count_}; }
  StepVisit& visit_of_rank(std::uint32_t rank) { return steps_[rank]; }
  bool is_reached(std::uint32_t rank) const { return (reached_bits_[rank / 64] >> rank % 64 & 1) != 0; }

 private:
  static constexpr std::uint32_t kNoRow = StepVisit::kNoRow;

  struct NodeVisit {
    Reach reach;
    std::uint32_t missing = kNoRow;
  };

  const StepVisit& visit(StepId step) const { return steps_[compiled_.rank_of[step.value]]; }
  void reset();
  void leave(const NodePlace& place, Reach reach, std::uint32_t missing);
  void take_fan(const NodePlace& place, Reach reach, std::uint32_t missing);
  void take_ends(const std::uint32_t* ranks, const FanHits& hits);
  void take_tested(const OutEdge& edge, Reach reach, std::uint32_t missing);
  void take_outcome(const NodePlace& place, const OutEdge& edge, Reach reach, std::uint32_t missing);
  /// Adds what comes over an edge to its end; gives the row for what it is missing, or kNoRow if nothing is.
  std::uint32_t arrive(std::uint32_t to, Reach reach, std::uint32_t missing);
  void reach_step(std::uint32_t rank, Reach reach, std::uint32_t missing);
  void finish_step(std::uint32_t rank);
  /// Of a step that has not been done, or kNone.
  static std::uint8_t status_without_events(Reach reach) {
    // Done and Wait need events. By Reach::index(): eventual in the upper two bits, now in the lower.
    constexpr auto kLater = static_cast<std::uint8_t>(StepStatus::Later);
    constexpr auto kMaybe = static_cast<std::uint8_t>(StepStatus::Maybe);
    constexpr auto kDo = static_cast<std::uint8_t>(StepStatus::Do);
    constexpr std::uint8_t kNone = StepVisit::kNone;
    constexpr std::uint8_t kStatus[16] = {kNone,  kNone, kMaybe, kDo, kNone,  kNone, kNone,  kNone,
                                          kMaybe, kNone, kMaybe, kDo, kLater, kNone, kLater, kDo};
    return kStatus[reach.index()];
  }
  const StepState& read_step(std::uint32_t rank) const;
  void add_missing_of_guard(const Step& step, FactBits bits) const;
  void add_missing_of_end(NodeId node, FactBits bits) const;
  bool lacks_nothing(std::uint32_t row) const { return row == kNoRow || is_empty(missing_[row]); }

  const Compiled& compiled_;
  const Knowledge& knowledge_;
  const Evaluation* evaluation_ = nullptr;
  bool has_events_ = false;
  FanMatcher matcher_;
  /// By place.
  std::vector<NodeVisit> nodes_;
  OrderedBits waiting_nodes_;
  std::vector<std::uint32_t> visited_nodes_;
  /// By rank.
  mutable std::vector<StepVisit> steps_;
  OrderedBits waiting_steps_;
  /// Room for all; the first `reached_count_` count.
  std::vector<std::uint32_t> reached_;
  std::size_t reached_count_ = 0;
  std::vector<std::uint64_t> reached_bits_;
  /// Ranks of steps whose state was read, some of them without being reached.
  mutable std::vector<std::uint32_t> read_;
  mutable std::vector<StepState> states_;
  /// By rank: index into states_; 0 is the state of a step of which nothing is known.
  mutable std::vector<std::uint32_t> state_of_;
  FactBitRows missing_;
};

template <class Visit>
void Traversal::finish_steps(Visit&& visit) {
  StepVisit* steps = steps_.data();
  std::uint32_t* reached = reached_.data();
  std::size_t count = 0;
  waiting_steps_.drain([&](std::uint32_t rank) {
    reached[count++] = rank;
    reached_bits_[rank / 64] |= std::uint64_t{1} << rank % 64;
    StepVisit& step = steps[rank];
    if (step.needs_a_look | !step.is_plain | has_events_) {
      finish_step(rank);
    } else {
      step.reach = step.wanted;
      step.status = status_without_events(step.wanted);
    }
    visit(rank, step);
  });
  reached_count_ = count;
}

/// The status of a step in the plan; empty where it is ruled out.
std::optional<StepStatus> status_of(Reach reach, const StepState& state);

/// Truth of passing an edge, apart from reaching its start.
Reach pass(const Evaluation& evaluation, const Traversal& traversal, const InEdge& edge);

}  // namespace zhilu
