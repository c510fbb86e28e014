// SPDX-License-Identifier: MIT
// A step that must wait for a less urgent one cannot be as urgent as it says.
#include <algorithm>

#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"
#include "engine/graph/step_order.h"

namespace zhilu::checks {
namespace {

// The most urgent level a step can have; not set for a step without rules.
UrgencyId highest_urgency(const Step& step) {
  UrgencyId highest;
  for (const UrgencyRule& rule : step.urgency) highest = std::min(highest, rule.urgency);
  return highest;
}

}  // namespace

void check_urgency(const Knowledge& knowledge, Findings& out) {
  const StepOrder order = step_order(knowledge);
  // Of all that a step has to wait for, the least urgent one: that is where to look first.
  std::vector<const StepConstraint*> worst(knowledge.steps.size(), nullptr);
  for (const StepConstraint& constraint : order.constraints) {
    // What an outcome opens cannot come sooner, whatever its urgency.
    if (constraint.by_outcome) continue;
    const UrgencyId first = highest_urgency(knowledge.steps[constraint.before]);
    const UrgencyId second = highest_urgency(knowledge.steps[constraint.after]);
    if (!first.is_set() || !second.is_set() || second >= first) continue;
    const StepConstraint*& present = worst[constraint.after.value];
    if (!present || highest_urgency(knowledge.steps[present->before]) < first) present = &constraint;
  }
  for (const StepConstraint* constraint : worst) {
    if (!constraint) continue;
    const Step& before = knowledge.steps[constraint->before];
    const Step& after = knowledge.steps[constraint->after];
    const bool by_graph = constraint->from.is_set();
    Diagnostic& problem =
        out.add(kUrgencyInversion, by_graph ? knowledge.nodes[constraint->from].span : after.span,
                {before.id, knowledge.urgencies[highest_urgency(before)].id, after.id,
                 knowledge.urgencies[highest_urgency(after)].id});
    problem.notes.push_back(
        by_graph
            ? DiagnosticNote{&kStepComesBefore, knowledge.nodes[constraint->to].span, {before.id, after.id}}
            : note_of(knowledge, *constraint));
  }
}

}  // namespace zhilu::checks
