// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/base/few.h"
#include "engine/render/draft.h"

namespace zhilu {

void add_reasons(const Draft& draft, const PlanStep& step, std::vector<std::string_view>& reasons) {
  const Knowledge& knowledge = draft.knowledge();
  const auto add = [&](const TakenEdge& edge) {
    const Text& because = knowledge.nodes[edge.node].edges[edge.edge].because;
    if (because.empty()) return;
    const std::string_view reason = draft.wording.text(because);
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
  };
  for (const TakenEdge& edge : step.through) add(edge);
  // Only the nodes of a step that is to be done are certainly reached.
  if (step.status != StepStatus::Do) return;
  const std::vector<TakenEdge>& ways = draft.input.words.only_ways();
  Few<TakenEdge, 16> back;
  for (const NodeId node : step.nodes) {
    back.clear();
    // Graphs have no cycles, so the walk back ends; the bound is for a knowledge base made by hand.
    for (TakenEdge way = ways[node.value]; way.node.is_set() && back.size() < knowledge.nodes.size();
         way = ways[way.node.value]) {
      back.push_back(way);
    }
    for (std::size_t i = back.size(); i > 0; --i) add(back[i - 1]);
  }
}

}  // namespace zhilu
