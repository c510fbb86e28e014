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
#include "engine/session/step_state.h"

namespace zhilu {

struct Reach {
  Truth now = Truth::False;
  Truth eventual = Truth::False;

  bool is_ruled_out() const { return eventual == Truth::False && now == Truth::False; }
  bool is_open() const { return now == Truth::Unknown || eventual == Truth::Unknown; }
  friend bool operator==(const Reach&, const Reach&) = default;
};

inline Reach both(Reach a, Reach b) {
  return {truth_and(a.now, b.now), truth_and(a.eventual, b.eventual)};
}
inline Reach either(Reach a, Reach b) {
  return {truth_or(a.now, b.now), truth_or(a.eventual, b.eventual)};
}

/// A workspace: made once for a knowledge base and a thread, run anew for each evaluation.
class Traversal {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit Traversal(const Compiled& compiled);

  /// The same, run.
  explicit Traversal(const Evaluation& evaluation) : Traversal(evaluation.compiled()) { run(evaluation); }

  /// Walks the graphs. REQUIRES: `evaluation` is started, and outlives the use of what is found.
  void run(const Evaluation& evaluation);

  Reach node(NodeId node) const { return visits_[compiled_.place_of[node.value]].reach; }
  /// Of a step: over its nodes, with `unless` and its channel's refusals.
  Reach step(StepId step) const { return steps_[step.value].reach; }
  /// Of a step: its nodes alone, before `unless` and refusals.
  Reach wanted(StepId step) const { return steps_[step.value].wanted; }
  const StepState& state(StepId step) const;

  /// Facts missing where `now` or `eventual` is Unknown.
  FactSet missing(StepId step) const;
  /// The same as bits; empty where none is missing.
  ConstFactBits missing_bits(StepId step) const { return row(steps_[step.value].missing); }

  /// The steps that a node which is not ruled out leads to, in no order.
  std::span<const StepId> reached_steps() const { return reached_steps_; }

 private:
  static constexpr std::uint32_t kNoRow = 0xffffffff;

  struct Visit {
    Reach reach;
    /// Row of missing_, or kNoRow.
    std::uint32_t missing = kNoRow;
  };
  struct StepVisit {
    Reach wanted;
    Reach reach;
    /// Its state has been read (bit 0), and a node has led to it (bit 1).
    std::uint8_t seen = 0;
    /// Whether it may be done: not `unless`, and its channel takes the matter.
    Truth allowed = Truth::True;
    std::uint32_t missing = kNoRow;
    /// Index into states_; 0 is that of a step of which nothing is known.
    std::uint32_t state = 0;
  };
  static constexpr std::uint8_t kRead = 1;
  static constexpr std::uint8_t kReached = 2;

  void reset();
  void leave(const NodePlace& place, Reach reach, std::uint32_t missing);
  void take_fan(const NodePlace& place, Reach reach, std::uint32_t missing);
  void take_outcome(const NodePlace& place, const OutEdge& edge, Reach reach, std::uint32_t missing);
  /// Adds what comes over an edge to its end; gives the row for what it is missing, or kNoRow if nothing is.
  std::uint32_t arrive(std::uint32_t to, Reach reach, std::uint32_t missing);
  void reach_step(StepId step, Reach reach, std::uint32_t missing);
  void finish_step(StepId step);
  StepVisit& read_step(StepId step) const;
  void add_missing_of_guard(const Step& step, FactBits bits) const;

  FactBits row(std::uint32_t row) { return row == kNoRow ? FactBits{} : missing_[row]; }
  ConstFactBits row(std::uint32_t row) const { return row == kNoRow ? ConstFactBits{} : missing_[row]; }
  bool lacks_nothing(std::uint32_t row) const { return row == kNoRow || is_empty(missing_[row]); }
  /// The row itself, or a new one in its place if there is none.
  FactBits own_row(std::uint32_t& row);

  const Compiled& compiled_;
  const Knowledge& knowledge_;
  const Evaluation* evaluation_ = nullptr;
  FanMatcher matcher_;
  /// By place.
  std::vector<Visit> visits_;
  OrderedBits waiting_;
  std::vector<std::uint32_t> visited_;
  /// By step.
  mutable std::vector<StepVisit> steps_;
  mutable std::vector<StepId> touched_steps_;
  std::vector<StepId> reached_steps_;
  mutable std::vector<StepState> states_;
  FactBitRows missing_;
};

/// The status of a step in the plan; empty where it is ruled out.
std::optional<StepStatus> status_of(Reach reach, const StepState& state);

/// Truth of passing an edge, apart from reaching its start.
Reach pass(const Evaluation& evaluation, const Traversal& traversal, const InEdge& edge);

}  // namespace zhilu
