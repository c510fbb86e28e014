// SPDX-License-Identifier: MIT
#include "engine/graph/flow.h"

#include <algorithm>

namespace zhilu {
namespace {

// Lists of nodes without repetitions; no list is searched for each new member.
class NodeLists {
 public:
  explicit NodeLists(std::size_t nodes) : seen_(nodes, 0) {}

  /// From here on the members of `list` are new.
  void begin(std::vector<NodeId>& list) {
    list_ = &list;
    ++mark_;
  }
  void add(NodeId node) {
    if (seen_[node.value] == mark_) return;
    seen_[node.value] = mark_;
    list_->push_back(node);
  }

 private:
  // seen_[n] == mark_: n is in the present list.
  std::vector<std::uint32_t> seen_;
  std::uint32_t mark_ = 0;
  std::vector<NodeId>* list_ = nullptr;
};

}  // namespace

Flow flow_of(const Knowledge& knowledge) {
  Flow flow;
  flow.next.resize(knowledge.nodes.size());
  NodeLists lists(knowledge.nodes.size());
  for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
    const Node& node = knowledge.nodes[NodeId{n}];
    lists.begin(flow.next[n]);
    for (const Edge& edge : node.edges) {
      if (edge.to.is_set()) lists.add(edge.to);
    }
    if (!node.graph.is_set()) continue;
    for (const NodeId start : knowledge.graphs[node.graph].start) lists.add(start);
  }
  lists.begin(flow.roots);
  for (const Graph& graph : knowledge.graphs) {
    if (!graph.enter.is_set()) continue;
    for (const NodeId start : graph.start) lists.add(start);
  }
  std::sort(flow.roots.begin(), flow.roots.end());
  return flow;
}

}  // namespace zhilu
