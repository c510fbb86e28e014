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

#include "engine/base/bit_planes.h"
#include "engine/base/ordered_bits.h"
#include "engine/base/text_pool.h"
#include "engine/session/evaluation.h"
#include "engine/session/fact_rows.h"
#include "engine/session/fan_match.h"
#include "engine/session/plan.h"
#include "engine/session/reach.h"
#include "engine/session/step_state.h"

namespace zhilu {

/// What is found of a step that not only edges of fans lead to, or of which more is to be known than that it
/// is reached.
struct StepVisit {
  /// Over its nodes, without edges of fans that end at it; once the steps are finished, with them.
  Reach wanted;
  /// With `unless` and its channel's refusals.
  Reach reach;
  /// Of the plan, or kNone where the step is ruled out.
  std::uint8_t status = kNone;
  static constexpr std::uint8_t kNone = 5;
  /// Whether it may be done: not `unless`, and its channel takes the matter.
  Truth allowed = Truth::True;
  /// Index into the states read; 0 is the state of a step of which nothing is known, or was read.
  std::uint32_t state = 0;
  /// The facts missing, without those of edges of fans that end at it, which are looked up when asked for.
  FactRows::Row missing = FactRows::kNone;
};

/// A workspace: made once for a knowledge base and a thread, run anew for each evaluation.
class Traversal {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit Traversal(const Compiled& compiled);

  /// The same, run.
  explicit Traversal(const Evaluation& evaluation) : Traversal(evaluation.compiled()) { run(evaluation); }

  /// Walks the graphs and finishes the steps they lead to. REQUIRES: `evaluation` is started, and outlives
  /// the use of what is found.
  void run(const Evaluation& evaluation);

  /// Takes up that something is known of `slots` of which nothing was; appends the ranks of the steps for
  /// which that makes a difference to `ranks`, some of them more than once. False if that cannot be told:
  /// then it must be run anew. REQUIRES: the evaluation that was run has taken up one fact of
  /// CompiledTables::only_in_fans.
  bool take_slots(std::span<const SlotId> slots, std::vector<std::uint32_t>& ranks);

  /// REQUIRES: a step or advice lies there or behind; if no step, only whether it certainly is reached tells.
  Reach node(NodeId node) const { return place(compiled_.place_of[node.value]); }
  /// Of a node by its place.
  Reach place(std::uint32_t at) const {
    const NodePlace& place = compiled_.places[at];
    return place.is_end ? wanted(place.rank) : nodes_[at].reach;
  }
  Reach step(StepId step) const { return reach(compiled_.rank_of[step.value]); }
  /// Of a step by its rank.
  Reach reach(std::uint32_t rank) const { return is_looked(rank) ? steps_[rank].reach : wanted(rank); }
  /// Of a step: its nodes alone, before `unless` and refusals.
  Reach wanted(StepId step) const { return wanted(compiled_.rank_of[step.value]); }
  Reach wanted(std::uint32_t rank) const {
    Reach wanted = steps_[rank].wanted;
    if (reached_.contains(kPassed, rank)) wanted = kReached;
    if (reached_.contains(kOpen, rank)) wanted = either(wanted, kMayBeReached);
    return wanted;
  }
  const StepState& state(StepId step) const { return state(compiled_.rank_of[step.value]); }
  const StepState& state(std::uint32_t rank) const { return read_step(rank); }

  /// Facts missing where a step's `now` or `eventual` is Unknown; and the same added to a row of bits.
  FactSet missing(StepId step) const;
  void add_missing(StepId step, FactBits bits) const { add_missing(compiled_.rank_of[step.value], bits); }
  void add_missing(std::uint32_t rank, FactBits bits) const;

  /// The same of a step by its rank whose facts missing are all found already; kNone where they are to be
  /// looked up.
  FactRows::Row missing_row(std::uint32_t rank) const {
    return misses_at_ends(rank) ? kNoRow : steps_[rank].missing;
  }
  FactRows& rows() const { return missing_; }

  /// Ranks of the steps that were looked at one by one, ascending. All others are plain: to do where they are
  /// passed, else possible where they are open.
  std::span<const std::uint32_t> looked() const { return looked_; }
  /// Of a step by its rank: its status in the plan, or StepVisit::kNone.
  std::uint8_t status(std::uint32_t rank) const {
    if (is_looked(rank)) return steps_[rank].status;
    if (is_passed(rank)) return static_cast<std::uint8_t>(StepStatus::Do);
    return is_open(rank) ? static_cast<std::uint8_t>(StepStatus::Maybe) : StepVisit::kNone;
  }
  /// Of a step by its rank: whether it may be done, whatever leads to it.
  Truth allowed(std::uint32_t rank) const { return steps_[rank].allowed; }
  bool is_looked(std::uint32_t rank) const { return reached_.contains(kLooked, rank); }

  /// Of a step that was not looked at: how it is reached.
  bool is_passed(std::uint32_t rank) const { return reached_.contains(kPassed, rank); }
  bool is_open(std::uint32_t rank) const { return reached_.contains(kOpen, rank); }

  /// Gives `visit` the precautions that nodes tell which are reached, in any order, some of them more than
  /// once.
  template <class Visit>
  void each_advice(const Visit& visit) const {
    for (const std::uint32_t at : visited_nodes()) {
      if (nodes_[at].reach.now() != Truth::True) continue;
      const PrecautionId advice = compiled_.places[at].advice;
      if (advice.is_set()) visit(advice);
    }
  }

  /// Gives `visit` the ranks of all steps that a node leads to which is not ruled out, ascending.
  template <class Visit>
  void each_reached(Visit&& visit) const {
    reached_.each_word([&](std::uint32_t w, const StepSets::Words& words) {
      StepSets::each_bit(words[kPassed] | words[kOpen] | words[kLooked], w, visit);
    });
  }

  /// Gives `visit(w, passed, open)` the plain steps by rank, as words of bits, ascending.
  template <class Visit>
  void each_plain_word(Visit&& visit) const {
    reached_.each_word([&](std::uint32_t w, const StepSets::Words& words) {
      const std::uint64_t passed = words[kPassed] & ~words[kLooked];
      visit(w, passed, words[kOpen] & ~words[kLooked] & ~passed);
    });
  }

 private:
  using Row = FactRows::Row;
  static constexpr Row kNoRow = FactRows::kNone;

  struct NodeVisit {
    Reach reach;
    Row missing = kNoRow;
  };

  std::span<const std::uint32_t> visited_nodes() const { return {visited_nodes_.data(), visited_count_}; }
  void reset();
  void walk();
  void take_node(std::uint32_t at);
  void prefetch_node(std::uint32_t at) const;
  void leave(const NodePlace& place, Reach reach, Row missing);
  void take_fan(const NodePlace& place, Reach reach, Row missing);
  void take_ends(const std::uint32_t* ranks, const FanHits& hits);
  void take_row(FanId id, const FanColumn& column);
  bool take_waiting(FanId id, std::vector<std::uint32_t>& ranks);
  void take_alone(const OutEdge& edge, Reach reach, Row missing);
  bool take_tested(const OutEdge& edge, Reach reach, Row missing);
  void take_outcome(const NodePlace& place, const OutEdge& edge, Reach reach, Row missing);
  Truth find_missing(CircuitId circuit, Row& row) const;
  Row add_missing_facts(Row row, std::span<const FactId> facts) const;
  void arrive(std::uint32_t to, Reach reach, Row missing);
  void reach_step(std::uint32_t rank, Reach reach, Row missing);
  void finish_steps();
  void finish_step(std::uint32_t rank);
  /// Whether edges of fans that end at the step miss facts that it depends on.
  bool misses_at_ends(std::uint32_t rank) const {
    return reached_.contains(kOpen, rank) && wanted(rank).is_open();
  }
  const StepState& read_step(std::uint32_t rank) const;
  void add_missing_of_end(NodeId node, FactBits bits) const;
  bool is_alive(std::uint32_t end_bit) const { return (alive_[end_bit / 64] >> end_bit % 64 & 1) != 0; }

  const Compiled& compiled_;
  const Knowledge& knowledge_;
  const Evaluation* evaluation_ = nullptr;
  bool has_events_ = false;
  FanMatcher matcher_;
  /// End fans that were taken from where one certainly is, and all other fans that were taken.
  std::vector<FanId> end_fans_;
  std::vector<FanId> other_fans_;
  /// Of the first, the edges that are not ruled out, as bits.
  std::vector<std::uint64_t> alive_;
  /// No other fans led to steps where all ends.
  bool all_ends_are_alive_ = true;
  /// Of the fan in hand: edges that waited for what is known now, as words of bits, and one by one.
  struct WaitingWord {
    std::uint64_t edges = 0;
    std::uint32_t word = 0;
  };
  std::vector<WaitingWord> waiting_words_;
  std::vector<std::uint32_t> waiting_edges_;
  /// By place.
  std::vector<NodeVisit> nodes_;
  OrderedBits waiting_nodes_;
  /// Places; the first of them count.
  std::vector<std::uint32_t> visited_nodes_;
  std::size_t visited_count_ = 0;
  /// By rank: passed or open by edges of fans that end at steps, and what must be looked at one by one.
  using StepSets = BitPlanes<3>;
  static constexpr std::size_t kPassed = 0;
  static constexpr std::size_t kOpen = 1;
  static constexpr std::size_t kLooked = 2;
  StepSets reached_;
  /// Words of bits by rank: steps that have to be looked at wherever they are reached.
  std::vector<std::uint64_t> guarded_;
  /// By rank; as new but for steps that are looked at or read.
  mutable std::vector<StepVisit> steps_;
  std::vector<std::uint32_t> looked_;
  /// Ranks of steps whose state was read, some of them without being reached.
  mutable std::vector<std::uint32_t> read_;
  mutable std::vector<StepState> states_;
  /// Of each state but the first: what is missing to know whether the step may be done, and whether it has
  /// been.
  struct StateRows {
    Row guard = kNoRow;
    Row done = kNoRow;
  };
  mutable std::vector<StateRows> state_rows_;
  /// Changed by being read: see FactRows::each().
  mutable FactRows missing_;
};

/// Room to find the facts that steps are missing in, used again and again.
class MissingFacts {
 public:
  explicit MissingFacts(std::size_t facts) : row_(1, facts), facts_(facts), known_(kKnown) {}

  /// Forgets what was found: another traversal, or another pool.
  void start() { ++round_; }

  /// What the step of `rank` is missing, kept in `pool`; ascending.
  std::span<const FactId> of(const Traversal& traversal, std::uint32_t rank, TextPool& pool);

 private:
  /// A row whose facts were found. Many steps miss the same.
  struct Known {
    std::uint32_t round = 0;
    FactRows::Row row = FactRows::kNone;
    std::span<const FactId> facts;
  };
  static constexpr std::size_t kKnown = 256;

  FactBitRows row_;
  /// Room for all.
  std::vector<FactId> facts_;
  /// By hash; of several, the last.
  std::vector<Known> known_;
  std::uint32_t round_ = 0;
};

/// The status of a step in the plan; empty where it is ruled out.
std::optional<StepStatus> status_of(Reach reach, const StepState& state);

/// Truth of passing an edge, apart from reaching its start.
Reach pass(const Evaluation& evaluation, const Traversal& traversal, const InEdge& edge);
Reach pass(const Evaluation& evaluation, const Traversal& traversal, const OpenerEdge& edge);

}  // namespace zhilu
