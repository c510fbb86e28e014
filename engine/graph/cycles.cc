// SPDX-License-Identifier: MIT
#include "engine/graph/cycles.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

namespace zhilu {
namespace {

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

constexpr std::size_t kMaxEdgesSeen = 5'000'000;
constexpr std::uint32_t kNone = 0xffffffff;

bool leads_to(const Adjacency& next, std::uint32_t from, std::uint32_t to) {
  return std::find(next[from].begin(), next[from].end(), to) != next[from].end();
}

// Searches breadth-first from one node after the other for the way back, never deeper than the best cycle so
// far.
class CycleSearch {
 public:
  explicit CycleSearch(const Adjacency& next)
      : next_(next), component_(next.size(), kNone), from_(next.size()) {}

  std::vector<std::uint32_t> run(const std::vector<std::uint32_t>& component, std::uint32_t number) {
    for (const std::uint32_t node : component) component_[node] = number;
    std::vector<std::uint32_t> best;
    std::size_t edges_seen = 0;
    for (const std::uint32_t start : component) {
      if (!best.empty() && edges_seen > kMaxEdgesSeen) break;
      search(start, number, best, edges_seen);
      if (best.size() == 1) break;
    }
    std::rotate(best.begin(), std::min_element(best.begin(), best.end()), best.end());
    return best;
  }

 private:
  void search(std::uint32_t start, std::uint32_t number, std::vector<std::uint32_t>& best,
              std::size_t& edges_seen) {
    queue_.assign(1, start);
    // A node `depth` edges away that leads to the start closes a cycle of depth + 1 nodes.
    std::size_t depth = 0;
    std::size_t level_end = 1;
    bool found = false;
    for (std::size_t i = 0; i < queue_.size() && !found; ++i) {
      if (i == level_end) {
        ++depth;
        level_end = queue_.size();
      }
      if (!best.empty() && depth + 1 >= best.size()) break;
      const std::uint32_t node = queue_[i];
      edges_seen += next_[node].size();
      for (const std::uint32_t to : next_[node]) {
        if (to == start) {
          best = path_back(node, start);
          found = true;
          break;
        }
        if (component_[to] != number) continue;
        component_[to] = kNone;
        from_[to] = node;
        queue_.push_back(to);
      }
    }
    for (const std::uint32_t node : queue_) component_[node] = number;
  }

  std::vector<std::uint32_t> path_back(std::uint32_t last, std::uint32_t start) const {
    std::vector<std::uint32_t> path;
    for (std::uint32_t node = last; node != start; node = from_[node]) path.push_back(node);
    path.push_back(start);
    std::reverse(path.begin(), path.end());
    return path;
  }

  const Adjacency& next_;
  // The component a node belongs to; kNone while it is visited, which keeps the search from coming back.
  std::vector<std::uint32_t> component_;
  std::vector<std::uint32_t> from_;
  std::vector<std::uint32_t> queue_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> cyclic_components(const Adjacency& next) {
  BoostGraph graph(next.size());
  for (std::uint32_t from = 0; from < next.size(); ++from) {
    for (const std::uint32_t to : next[from]) boost::add_edge(from, to, graph);
  }
  std::vector<std::uint32_t> component(next.size());
  const std::uint32_t count = boost::strong_components(
      graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
  std::vector<std::vector<std::uint32_t>> members(count);
  for (std::uint32_t node = 0; node < next.size(); ++node) members[component[node]].push_back(node);
  std::erase_if(members, [&](const std::vector<std::uint32_t>& nodes) {
    return nodes.size() == 1 && !leads_to(next, nodes[0], nodes[0]);
  });
  std::sort(members.begin(), members.end());
  return members;
}

std::vector<std::vector<std::uint32_t>> shortest_cycles(const Adjacency& next) {
  std::vector<std::vector<std::uint32_t>> cycles;
  CycleSearch search(next);
  for (const std::vector<std::uint32_t>& component : cyclic_components(next)) {
    cycles.push_back(search.run(component, static_cast<std::uint32_t>(cycles.size())));
  }
  return cycles;
}

}  // namespace zhilu
