// SPDX-License-Identifier: MIT
// What a plan comes to for a matter, as far as questions are about it, and which facts that still hangs on.
//
// Made from the same evaluation and traversal as plans, without writing one out: a few microseconds.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/session/evaluation.h"
#include "engine/session/traversal.h"

namespace zhilu {

/// False where the matter is known to be none that the knowledge is about: then the plan has no steps.
bool is_in_scope(const Knowledge& knowledge, const Matter& matter);

/// A workspace: one for each thread, used again and again.
class Probe {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit Probe(const Compiled& compiled);

  /// Takes up a matter. REQUIRES: it was made for the compiled knowledge.
  void run(const Matter& matter, Date as_of);

  /// Equal for two matters exactly if their plans agree: same status of every step, same possible severities.
  /// Out of scope there are none. (Two plans that differ have equal verdicts once in 2^64.)
  std::uint64_t verdict() const { return verdict_; }

  /// Status of a step, StepVisit::kNone where it is ruled out.
  std::uint8_t status(StepId step) const { return statuses_[step.value]; }

  /// The facts that may still change the verdict: a fact outside this set changes it in no completion of the
  /// others, now or after any answers. It may hold facts that do not change it either, and facts that cannot
  /// be asked. Valid until the next run.
  ConstFactBits lacking() const { return lacking_[0]; }

  /// What each open step hangs on, and last, if open, the severity: rows of facts. Valid until the next run.
  std::size_t open_count() const { return open_count_; }
  ConstFactBits open(std::size_t i) const { return open_rows_[i]; }
  /// Of which step; not set for the severity.
  StepId open_step(std::size_t i) const { return open_steps_[i]; }

  /// What `step` (the severity where it is not set) hangs on; empty if it is settled.
  std::optional<ConstFactBits> find_open(StepId step) const;
  /// Whether `step` is not to be done, now or later, whatever else is answered. If it was done before it may
  /// still stand in the plan as done.
  bool is_kept_out(StepId step) const;
  /// Whether something that was looked at in the matter tells two answers to `fact` apart, which is open
  /// there. Where it does not, both make for the same plan and leave the same open.
  bool tells_apart(FactId fact, const Answer& a, const Answer& b) const;
  /// The members of a choices fact of which something that was looked at tells whether they hold, as bits.
  std::uint64_t telling_members(FactId fact) const;
  /// The part of the verdict that is about `step`, or about the severity where it is not set.
  std::uint64_t part(StepId step) const { return step.is_set() ? statuses_[step.value] : severity_; }

  const Matter& matter() const { return matter_; }
  const Evaluation& evaluation() const { return evaluation_; }

 private:
  bool take_up(const Matter& matter, Date as_of);
  void find_outcome_steps();
  void find_read_whole();
  void find_reply_limits();
  bool has_limit_between(Date a, Date b) const;
  std::uint64_t limits_over(Date day) const;
  bool is_read_whole(FactId fact) const;
  bool has_looked_at(std::uint32_t predicate) const;
  void read_guards();
  void read_steps();
  void read_severity();
  void add_steps_own(StepId step, FactBits bits);
  void add_ways(StepId step, FactBits bits);
  bool can_be_known(ConstFactBits bits) const;
  /// Adds the facts that a default of one of `bits` which is not settled reads.
  void add_defaults(FactBits bits);
  std::uint32_t& row_of(StepId step) {
    return row_of_step_[step.is_set() ? step.value : row_of_step_.size() - 1];
  }
  std::uint32_t row_of(StepId step) const {
    return row_of_step_[step.is_set() ? step.value : row_of_step_.size() - 1];
  }
  FactBits clear_row();
  void take_open(StepId step);

  const Compiled& compiled_;
  const Knowledge& knowledge_;
  /// The matter that was run last; a first one must be taken up as a whole.
  Matter matter_;
  bool has_run_ = false;
  std::vector<FactId> changed_;
  Evaluation evaluation_;
  Traversal traversal_;
  std::uint64_t verdict_ = 0;
  /// The severities that are possible, as bits.
  std::uint64_t severity_ = 0;
  std::vector<std::uint8_t> statuses_;
  std::vector<StepId> seen_;
  FactBitRows lacking_;
  FactBitRows open_rows_;
  std::vector<StepId> open_steps_;
  /// By step: one more than the number of its row, or 0. Last that of the severity.
  std::vector<std::uint32_t> row_of_step_;
  std::size_t open_count_ = 0;
  /// The row in hand.
  FactBitRows row_;
  FactBitRows done_row_;
  FactBitRows guards_;
  /// What steps that lead on and are kept out hang on: if they were done before, something may come of them.
  FactBitRows revivers_;
  /// By step.
  std::vector<bool> leads_on_;
  std::vector<bool> follows_;
  /// Facts of which more is read than predicates tell; and by predicate, whether a fan or a table reads it.
  FactBitRows read_whole_;
  std::vector<bool> always_looked_at_;
  /// All different reply limits, by channel which of them it has, as bits, and which are over for some
  /// days of complaint.
  struct OverLimits {
    Date day;
    std::uint64_t limits = 0;
  };
  std::vector<Period> reply_limits_;
  std::vector<std::uint64_t> limits_of_channel_;
  mutable std::vector<OverLimits> over_;
  /// Those of the channels of all steps that are reached, once somebody has asked.
  mutable std::optional<std::uint64_t> reached_limits_;
  /// By fact: the facts its default reads, where that is no constant; the facts that have such a default; and
  /// those of them that are neither answered nor given their default.
  std::vector<std::vector<FactId>> default_reads_;
  std::vector<FactId> defaulted_;
  std::vector<FactId> open_defaults_;
};

}  // namespace zhilu
