// SPDX-License-Identifier: MIT
// The dates of a plan: until when a step must be done, when an answer is due, what opens a later step and
// when.
#pragma once

#include <vector>

#include "engine/session/plan.h"
#include "engine/session/traversal.h"

namespace zhilu {

/// The limits of the step's channel that apply, in the channel's order, with dates where the start is known.
/// A step still to be done is taken as handed in today (`assumed_start`).
std::vector<Deadline> deadlines_of(const Evaluation& evaluation, const Traversal& traversal, StepId step);

/// What opens a step that is not reached yet: the nearest outcomes on the ways to it, each once.
std::vector<Opening> openings_of(const Evaluation& evaluation, const Traversal& traversal, StepId step);

}  // namespace zhilu
