// SPDX-License-Identifier: MIT
// Which steps a plan holds, and in which order, written down from the definitions: every condition by the
// naive evaluator, every node by recursion over all edges of the knowledge, the order by looking for the next
// step again and again.
//
// Shares nothing with the compiled form. Knows no events, limits, defaults and tables.
#pragma once

#include <vector>

#include "engine/model/knowledge.h"
#include "engine/model/matter.h"
#include "engine/session/plan.h"
#include "engine/session/reach.h"
#include "engine/value/fact_set.h"

namespace zhilu::naive {

struct PlannedStep {
  StepId step;
  StepStatus status = StepStatus::Do;
  UrgencyId urgency;
  FactSet missing;

  friend bool operator==(const PlannedStep&, const PlannedStep&) = default;
};

/// How every node and every step is reached.
struct Reaches {
  std::vector<Reach> nodes;
  std::vector<Reach> steps;
};
Reaches reaches(const Knowledge& knowledge, const Matter& matter, Date as_of);

/// The steps of the plan of `matter` in plan order.
std::vector<PlannedStep> plan(const Knowledge& knowledge, const Matter& matter, Date as_of);

}  // namespace zhilu::naive
