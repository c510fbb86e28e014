// SPDX-License-Identifier: MIT
// What has become of a step: done or not, which outcomes have happened, until when its answer is awaited.
//
// Told by the events of the matter, or by the step's own `done_when` over `tried`, with the outcome then
// taken from `tried_result`. An outcome that has not happened is not a missing fact but a future.
#pragma once

#include <optional>

#include "engine/session/evaluation.h"
#include "engine/session/fact_rows.h"

namespace zhilu {

/// Truth of an outcome now, and whether it may still come.
struct OutcomeState {
  Truth now = Truth::False;
  /// Truth of the outcome in some future: True unless the matter has taken another way for good.
  Truth eventual = Truth::True;
};

struct StepState {
  Truth done = Truth::False;
  /// Submitted and the answer is neither here nor overdue.
  bool waiting = false;
  /// The step will not be done (ruled out, or its channel refuses): no outcome can come of it.
  bool dead = false;
  /// The day it was handed in, where known.
  std::optional<Date> submitted;
  std::optional<Date> accepted;
  /// The last event about the step or its channel; null if there is none.
  const Event* last = nullptr;
};

/// Reads the state of `step` from events and facts; `dead` is left false.
StepState state_of_step(const Evaluation& evaluation, StepId step);

/// State of one outcome of a step.
OutcomeState state_of_outcome(const Evaluation& evaluation, StepId step, const StepState& state,
                              OutcomeId outcome);

/// Adds the facts that an Unknown outcome is missing to the set in hand of `rows`, but for those that tell
/// whether the step has been done.
void add_missing_of_outcome(const Evaluation& evaluation, StepId step, const StepState& state,
                            OutcomeId outcome, FactRows& rows);

/// The first limit of a kind of the step's channel that applies here; null if there is none.
const LimitFacts* find_limit(const Evaluation& evaluation, StepId step, LimitKind kind);

}  // namespace zhilu
