// SPDX-License-Identifier: MIT
#include "engine/graph/flow.h"

#include <algorithm>
#include <utility>

namespace zhilu {
namespace {

// Which nodes were seen since the last list began; no list is searched for each new member.
class Seen {
 public:
  explicit Seen(std::size_t nodes) : seen_(nodes, 0) {}

  void begin_list() { ++mark_; }
  /// True if `node` is new in this list.
  bool add(NodeId node) { return std::exchange(seen_[node.value], mark_) != mark_; }

 private:
  // seen_[n] == mark_: n is in the present list.
  std::vector<std::uint32_t> seen_;
  std::uint32_t mark_ = 0;
};

}  // namespace

Flow flow_of(const Knowledge& knowledge) {
  Flow flow;
  const std::size_t count = knowledge.nodes.size();
  flow.next.reserve(count, 2 * count);
  Seen seen(count);
  for (const Node& node : knowledge.nodes) {
    seen.begin_list();
    for (const Edge& edge : node.edges) {
      if (edge.to.is_set() && seen.add(edge.to)) flow.next.add(edge.to);
    }
    if (node.graph.is_set()) {
      for (const NodeId start : knowledge.graphs[node.graph].start) {
        if (seen.add(start)) flow.next.add(start);
      }
    }
    flow.next.end_list();
  }
  seen.begin_list();
  for (const Graph& graph : knowledge.graphs) {
    if (!graph.enter.is_set()) continue;
    for (const NodeId start : graph.start) {
      if (seen.add(start)) flow.roots.push_back(start);
    }
  }
  std::sort(flow.roots.begin(), flow.roots.end());
  return flow;
}

// Nodes that nothing leads to are taken away, until none is left or the rest leads in circles (Kahn, 1962).
bool is_acyclic(const Flow& flow) {
  const std::size_t count = flow.next.size();
  std::vector<std::uint32_t> waiting_for(count, 0);
  for (std::size_t n = 0; n < count; ++n) {
    for (const NodeId to : flow.next[n]) ++waiting_for[to.value];
  }
  std::vector<std::uint32_t> free;
  for (std::uint32_t n = 0; n < count; ++n) {
    if (waiting_for[n] == 0) free.push_back(n);
  }
  std::size_t taken = 0;
  for (; !free.empty(); ++taken) {
    const std::uint32_t node = free.back();
    free.pop_back();
    for (const NodeId to : flow.next[node]) {
      if (--waiting_for[to.value] == 0) free.push_back(to.value);
    }
  }
  return taken == count;
}

}  // namespace zhilu
