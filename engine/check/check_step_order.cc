// SPDX-License-Identifier: MIT
// All graphs together say which step comes before which; what they say must be possible.
#include <algorithm>

#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"
#include "engine/graph/step_order.h"

namespace zhilu::checks {

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
      problem.notes.push_back(
          {&kStepComesBefore, knowledge.nodes[cycle[i].from].span, {names[i], names[i + 1]}});
    }
  }
}

}  // namespace zhilu::checks
