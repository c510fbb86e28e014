// SPDX-License-Identifier: MIT
// The dates of a plan: until when a step must be done, and when an answer is due.
#pragma once

#include <optional>
#include <vector>

#include "engine/session/plan.h"
#include "engine/session/traversal.h"

namespace zhilu {

/// The limits of the step's channel that apply, in the channel's order, with dates where the start is known.
/// A step still to be done is taken as handed in today (`assumed_start`).
Deadlines deadlines_of(const Evaluation& evaluation, const Traversal& traversal, StepId step);

struct StartedLimit {
  DueDate due;
  /// As Deadline::assumed_start.
  bool assumed_start = false;
};

/// When the time for a reply to `step` runs out; empty where its channel has no such limit, or the day it
/// runs from is not known.
std::optional<StartedLimit> reply_limit_of(const Evaluation& evaluation, const Traversal& traversal,
                                           StepId step);

}  // namespace zhilu
