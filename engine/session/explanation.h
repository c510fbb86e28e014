// SPDX-License-Identifier: MIT
// Why a step is in the plan, or is not: the way that leads to it, with the truth of everything on the way.
//
// Ids and truths only; engine/render puts it into words. Made from the same traversal as the plan, so that
// what is explained is what was done.
#pragma once

#include <optional>
#include <vector>

#include "engine/compile/compiled.h"
#include "engine/model/matter.h"
#include "engine/session/plan.h"

namespace zhilu {

enum class ReasonKind : std::uint8_t {
  Enter,     ///< The graph is entered where `condition` holds.
  SubGraph,  ///< The graph is entered from another graph's `node`.
  Arm,       ///< An arm of the branch `node`; `condition` not set: always taken.
  Then,      ///< After `node`, without condition.
  Outcome,   ///< After `outcome` of the step of `node`.
  Unless,    ///< The step's own `unless`: `truth` says whether it keeps the step out.
  Accepts,   ///< The channel's `accepts`.
  Refusal,   ///< One of the channel's `refuses`, `refusal` being its index.
  Done,      ///< The step's `done_when`, or an event.
};

/// One part of a way.
struct Reason {
  ReasonKind kind = ReasonKind::Then;
  Truth truth = Truth::True;
  GraphId graph;
  /// The node the edge comes from; for Enter the node entered.
  NodeId node;
  /// Index into Node::edges of `node`, of Arm and Outcome.
  std::uint32_t edge = 0;
  ConditionId condition;
  OutcomeId outcome;
  std::uint32_t refusal = 0;
};

/// One way from the entry of a graph to a node of the step, in that order.
using Way = std::vector<Reason>;

struct Explanation {
  StepId step;
  /// Empty where the step is ruled out.
  std::optional<StepStatus> status;
  /// The best way to each node of the step; those that hold first.
  std::vector<Way> ways;
  /// What the step itself and its channel say: Unless, Accepts, Refusal, Done, as far as they exist.
  std::vector<Reason> own;
  FactSet depends_on;
};

/// Explains `step` for the matter as of `as_of`.
Explanation explain(const Compiled& compiled, const Matter& matter, Date as_of, StepId step);

}  // namespace zhilu
