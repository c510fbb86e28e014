// SPDX-License-Identifier: MIT
// All completions of matters of random_knowledge(): every way to answer what is still open, by brute force.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "engine/model/knowledge.h"
#include "engine/model/matter.h"
#include "engine/session/planner.h"

namespace zhilu::test {

/// The status of each step of a plan.
using Statuses = std::map<std::uint32_t, StepStatus>;
Statuses statuses_of(Planner& planner, const Matter& matter, Date as_of);

/// Every answer to `fact` that conditions of random_knowledge() tell apart.
std::vector<Answer> all_answers(const Knowledge& knowledge, FactId fact);

/// Calls `visit` with every completion of the facts that nobody was asked for, until it gives false. Gives
/// whether it never did. `matter` is as it was afterwards.
bool for_each_completion(const Knowledge& knowledge, Matter& matter,
                         const std::function<bool(const Matter&)>& visit);

/// Whether two answers to `fact` make different plans in some completion of the other facts.
bool can_change_plan(const Knowledge& knowledge, Planner& planner, Matter& matter, FactId fact, Date as_of);

}  // namespace zhilu::test
