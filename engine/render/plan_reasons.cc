// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/render/draft.h"

namespace zhilu {

std::vector<TakenEdge> only_ways(const Knowledge& knowledge) {
  std::vector<TakenEdge> ways(knowledge.nodes.size());
  std::vector<int> count(knowledge.nodes.size());
  // A start of a graph can be entered as well.
  for (const Graph& graph : knowledge.graphs) {
    for (const NodeId start : graph.start) ++count[start.value];
  }
  for (std::uint32_t i = 0; i < knowledge.nodes.size(); ++i) {
    const std::vector<Edge>& edges = knowledge.nodes[NodeId{i}].edges;
    for (std::uint32_t k = 0; k < edges.size(); ++k) {
      ways[edges[k].to.value] = {NodeId{i}, k};
      ++count[edges[k].to.value];
    }
  }
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (count[i] != 1) ways[i] = {};
  }
  return ways;
}

std::vector<std::string_view> reasons_of(const Draft& draft, const PlanStep& step) {
  const Knowledge& knowledge = draft.knowledge();
  std::vector<TakenEdge> taken = step.through;
  // Only the nodes of a step that is to be done are certainly reached.
  const bool certain = step.status == StepStatus::Do;
  for (const NodeId node : certain ? step.nodes : std::vector<NodeId>{}) {
    std::vector<TakenEdge> back;
    // Graphs have no cycles, so the walk back ends; the bound is for a knowledge base made by hand.
    for (TakenEdge way = draft.only_ways[node.value];
         way.node.is_set() && back.size() < knowledge.nodes.size(); way = draft.only_ways[way.node.value]) {
      back.push_back(way);
    }
    taken.insert(taken.end(), back.rbegin(), back.rend());
  }
  std::vector<std::string_view> reasons;
  for (const TakenEdge& edge : taken) {
    const Text& because = knowledge.nodes[edge.node].edges[edge.edge].because;
    if (because.empty()) continue;
    const std::string_view reason = draft.wording.text(because);
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
  }
  return reasons;
}

}  // namespace zhilu
