// SPDX-License-Identifier: MIT
// From a matter to its plan: evaluate, traverse, order, date, and ask.
//
// Deterministic: the same compiled knowledge, matter and date give the same plan, on every thread and every
// run.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/compile/compiled.h"
#include "engine/model/matter.h"
#include "engine/session/agenda.h"
#include "engine/session/openings.h"
#include "engine/session/plan.h"
#include "engine/session/questions.h"

namespace zhilu {

/// Where a plan is put together, used again and again.
struct PlanRoom {
  explicit PlanRoom(const Compiled& compiled);

  Openings openings;
  MissingFacts missing;
  Questions questions;
  /// Steps that are looked at in the order of the knowledge.
  std::vector<StepId> guarded;
  /// By rank: the step's record in the last plan, if that is one of this rank. And by record its rank.
  std::vector<std::uint32_t> record_of;
  std::vector<std::uint32_t> rank_of_record;
  /// Records that are not in use, and how many have been written since the plan was made anew.
  std::vector<std::uint32_t> spare;
  std::size_t rewritten = 0;
  /// Steps of the last plan with a deadline or an opening.
  std::size_t dated = 0;
};

/// A workspace for making plans: one for each thread, used again and again.
class Planner {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit Planner(const Compiled& compiled);

  /// The steps of `matter` with their status, in plan order: all that a plan is about, and nothing written
  /// out. Valid until the next call. REQUIRES: `matter` was made for `compiled.knowledge` and outlives the
  /// use of the result.
  Agenda& agenda(const Matter& matter, Date as_of);

  /// The agenda after one more answer: the same as agenda(), faster where the fact decides nothing but which
  /// steps come. REQUIRES: the matter of the last call is as it was then but for `fact`, of which nothing was
  /// known.
  Agenda& take_answer(FactId fact);

  /// The facts that keep a step of the last agenda open.
  FactSet missing(StepId step) const { return traversal_.missing(step); }

  /// The plan of `matter` as of `as_of`.
  Plan plan(const Matter& matter, Date as_of);

  /// Makes `plan` that after one more answer. REQUIRES: as for the other, and `plan` is what the last call
  /// gave.
  void take_answer(FactId fact, Plan& plan);

 private:
  bool find_changed(FactId fact);
  void sort_changed();

  Evaluation evaluation_;
  Traversal traversal_;
  Agenda agenda_;
  PlanRoom room_;
  /// Of the last answer that was taken up: its slots, and the ranks of the steps that it makes a difference
  /// for.
  std::vector<SlotId> slots_;
  std::vector<std::uint32_t> ranks_;
  std::vector<std::uint32_t> sorted_;
};

}  // namespace zhilu
