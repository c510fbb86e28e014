// SPDX-License-Identifier: MIT
#include "engine/graph/dominators.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>

#include "engine/graph/adjacency.h"
#include "engine/graph/reachability.h"

namespace zhilu {
namespace {

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using Vertex = boost::graph_traits<BoostGraph>::vertex_descriptor;

constexpr std::size_t kMaxNodes = 10'000;

}  // namespace

std::optional<std::vector<NodeId>> immediate_dominators(const Flow& flow) {
  const std::size_t count = flow.next.size();
  if (count > kMaxNodes) return std::nullopt;
  // One vertex more leads to all roots: the algorithm wants a single entry.
  const Vertex entry = count;
  BoostGraph graph(count + 1);
  for (const NodeId root : flow.roots) boost::add_edge(entry, root.value, graph);
  std::vector<std::uint32_t> roots;
  for (const NodeId root : flow.roots) roots.push_back(root.value);
  const std::vector<bool> reached = reachable_nodes(untyped(flow.next), roots);
  for (std::size_t from = 0; from < count; ++from) {
    // The library would take a node that is never reached for the entry itself.
    if (!reached[from]) continue;
    for (const NodeId to : flow.next[from]) boost::add_edge(from, to.value, graph);
  }
  const Vertex none = boost::graph_traits<BoostGraph>::null_vertex();
  std::vector<Vertex> parent(count + 1, none);
  boost::lengauer_tarjan_dominator_tree(
      graph, entry,
      boost::make_iterator_property_map(parent.begin(), boost::get(boost::vertex_index, graph)));
  std::vector<NodeId> dominators(count);
  for (std::size_t node = 0; node < count; ++node) {
    if (parent[node] != none && parent[node] != entry) {
      dominators[node] = NodeId{static_cast<std::uint32_t>(parent[node])};
    }
  }
  return dominators;
}

}  // namespace zhilu
