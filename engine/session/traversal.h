// SPDX-License-Identifier: MIT
// The walk over all decision graphs at once: the status of every node and step.
//
// Two truths for each node: `now`, reached as things stand, and `eventual`, reached if the outcomes still to
// come come. Both follow Kleene's logic over the incoming edges, in topological order, in one pass.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/session/evaluation.h"
#include "engine/session/plan.h"
#include "engine/session/step_state.h"

namespace zhilu {

struct Reach {
  Truth now = Truth::False;
  Truth eventual = Truth::False;

  bool is_ruled_out() const { return eventual == Truth::False && now == Truth::False; }
};

struct Traversal {
  std::vector<Reach> nodes;       ///< By node.
  std::vector<Reach> steps;       ///< By step: over its nodes, with `unless` and its channel's refusals.
  std::vector<StepState> states;  ///< By step.
  /// By step: its nodes alone, before `unless` and refusals.
  std::vector<Reach> wanted;
  /// By node: facts missing where `now` or `eventual` is Unknown.
  FactBitRows missing;
  /// By step: the same, with those of `unless` and of the channel's conditions.
  FactBitRows missing_of_step;
};

Traversal traverse(const Evaluation& evaluation);

/// The status of a step in the plan; empty where it is ruled out.
std::optional<StepStatus> status_of(Reach reach, const StepState& state);

/// Truth of passing an edge, apart from reaching its start.
Reach pass(const Evaluation& evaluation, const Traversal& traversal, const InEdge& edge);

}  // namespace zhilu
