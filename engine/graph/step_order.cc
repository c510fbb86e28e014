// SPDX-License-Identifier: MIT
#include "engine/graph/step_order.h"

#include <map>

#include "engine/graph/flow.h"

namespace zhilu {

StepOrder step_order(const Knowledge& knowledge) {
  const Flow flow = flow_of(knowledge);
  std::map<std::pair<StepId, StepId>, StepConstraint> found;
  // seen[n] == mark: node n was visited from the present start; saves clearing between starts.
  std::vector<std::uint32_t> seen(knowledge.nodes.size(), 0);
  std::uint32_t mark = 0;
  std::vector<NodeId> stack;
  for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
    const StepId start = knowledge.nodes[NodeId{n}].step;
    if (!start.is_set()) continue;
    ++mark;
    stack.assign(1, NodeId{n});
    while (!stack.empty()) {
      const NodeId at = stack.back();
      stack.pop_back();
      for (NodeId next : flow.next[at.value]) {
        if (seen[next.value] == mark) continue;
        seen[next.value] = mark;
        const StepId step = knowledge.nodes[next].step;
        if (!step.is_set()) {
          stack.push_back(next);
        } else if (step != start) {
          found.emplace(std::pair(start, step), StepConstraint{start, step, NodeId{n}, next});
        }
      }
    }
  }
  StepOrder order;
  order.before.resize(knowledge.steps.size());
  for (const auto& [pair, constraint] : found) {
    order.before[pair.second.value].push_back(pair.first);
    order.constraints.push_back(constraint);
  }
  return order;
}

}  // namespace zhilu
