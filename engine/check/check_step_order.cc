// SPDX-License-Identifier: MIT
// All graphs and steps together say which step comes before which; what they say must be possible.
#include <algorithm>

#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"
#include "engine/graph/step_order.h"

namespace zhilu::checks {

DiagnosticNote note_of(const Knowledge& knowledge, const StepConstraint& constraint) {
  const Step& before = knowledge.steps[constraint.before];
  const Step& after = knowledge.steps[constraint.after];
  if (!constraint.from.is_set()) return {&kStepSaysAfter, after.span, {before.id, after.id}};
  return {&kStepComesBefore, knowledge.nodes[constraint.from].span, {before.id, after.id}};
}

void check_step_order(const Knowledge& knowledge, Findings& out) {
  constexpr std::size_t kMaxNotes = 12;
  const StepOrder order = step_order(knowledge);
  if (!order.complete) out.add(kTooManyOrders, Span());
  for (const std::vector<StepConstraint>& cycle : order_cycles(order)) {
    std::vector<std::string> names;
    for (const StepConstraint& constraint : cycle) names.push_back(knowledge.steps[constraint.before].id);
    names.push_back(names.front());
    Diagnostic& problem = out.add(kStepOrderCycle, knowledge.steps[cycle[0].before].span, {way_text(names)});
    for (std::size_t i = 0; i < std::min(cycle.size(), kMaxNotes); ++i) {
      problem.notes.push_back(note_of(knowledge, cycle[i]));
    }
  }
}

}  // namespace zhilu::checks
