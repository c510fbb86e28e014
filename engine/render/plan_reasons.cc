// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "engine/render/draft.h"

namespace zhilu {
namespace {

// The one edge that leads to each node, where there is exactly one and the node is not the start of a graph:
// who is there has come that way.
std::map<NodeId, TakenEdge> only_ways(const Knowledge& knowledge) {
  std::map<NodeId, TakenEdge> ways;
  std::map<NodeId, int> count;
  for (const Graph& graph : knowledge.graphs) {
    for (const NodeId start : graph.start) ++count[start];
  }
  for (std::uint32_t i = 0; i < knowledge.nodes.size(); ++i) {
    const std::vector<Edge>& edges = knowledge.nodes[NodeId{i}].edges;
    for (std::uint32_t k = 0; k < edges.size(); ++k) {
      ways[edges[k].to] = {NodeId{i}, k};
      ++count[edges[k].to];
    }
  }
  std::erase_if(ways, [&](const auto& way) { return count[way.first] != 1; });
  return ways;
}

}  // namespace

std::vector<std::string> reasons_of(const Draft& draft, const PlanStep& step) {
  // What may still come has not been decided for a reason yet.
  if (step.status == StepStatus::Later || step.status == StepStatus::Maybe) return {};
  const Knowledge& knowledge = draft.knowledge();
  std::vector<TakenEdge> taken = step.through;
  const std::map<NodeId, TakenEdge> ways = only_ways(knowledge);
  for (NodeId node : step.nodes) {
    std::vector<TakenEdge> back;
    for (auto way = ways.find(node); way != ways.end() && back.size() <= knowledge.nodes.size();
         way = ways.find(node)) {
      back.push_back(way->second);
      node = way->second.node;
    }
    taken.insert(taken.end(), back.rbegin(), back.rend());
  }
  std::vector<std::string> reasons;
  for (const TakenEdge& edge : taken) {
    const Text& because = knowledge.nodes[edge.node].edges[edge.edge].because;
    if (because.empty()) continue;
    std::string reason = draft.wording.text(because);
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
      reasons.push_back(std::move(reason));
  }
  return reasons;
}

}  // namespace zhilu
