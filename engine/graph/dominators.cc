// SPDX-License-Identifier: MIT
#include "engine/graph/dominators.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace zhilu {
namespace {

// Lengauer and Tarjan, "A fast algorithm for finding dominators in a flowgraph", 1979, with simple path
// compression.
//
// Boost has the same algorithm, but recurses once for each node of a path, so that a long graph exhausts the
// stack, and takes nodes that are never reached for the entry. Here nothing recurses. Nodes go by their
// number in the order of a depth-first search; number 0 is an entry that leads to all roots.
class DominatorSearch {
 public:
  explicit DominatorSearch(const Flow& flow) : flow_(flow), number_(flow.next.size(), kNone) {}

  std::vector<NodeId> run() {
    number_nodes();
    collect_predecessors();
    find_dominators();
    std::vector<NodeId> result(flow_.next.size());
    for (std::uint32_t n = 1; n < node_.size(); ++n) {
      if (dominator_[n] != kEntry) result[node_[n]] = NodeId{node_[dominator_[n]]};
    }
    return result;
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  static constexpr std::uint32_t kEntry = 0;

  void number_nodes() {
    node_.assign(1, kNone);
    parent_.assign(1, kNone);
    for (const NodeId root : flow_.roots) {
      if (number_[root.value] == kNone) walk_from(root.value);
    }
  }

  void walk_from(std::uint32_t root) {
    // What is being walked: a number, and which of its node's edges comes next.
    struct Open {
      std::uint32_t number;
      std::size_t edge;
    };
    std::vector<Open> open{{add_node(root, kEntry), 0}};
    while (!open.empty()) {
      Open& last = open.back();
      const std::span<const NodeId> next = flow_.next[node_[last.number]];
      if (last.edge == next.size()) {
        open.pop_back();
        continue;
      }
      const std::uint32_t to = next[last.edge++].value;
      if (number_[to] == kNone) open.push_back({add_node(to, last.number), 0});
    }
  }

  std::uint32_t add_node(std::uint32_t node, std::uint32_t parent) {
    number_[node] = static_cast<std::uint32_t>(node_.size());
    node_.push_back(node);
    parent_.push_back(parent);
    return number_[node];
  }

  void collect_predecessors() {
    predecessors_.resize(node_.size());
    for (const NodeId root : flow_.roots) predecessors_[number_[root.value]].push_back(kEntry);
    for (std::uint32_t n = 1; n < node_.size(); ++n) {
      for (const NodeId to : flow_.next[node_[n]]) predecessors_[number_[to.value]].push_back(n);
    }
  }

  void find_dominators() {
    const std::size_t count = node_.size();
    semi_.resize(count);
    std::iota(semi_.begin(), semi_.end(), 0U);
    label_ = semi_;
    ancestor_.assign(count, kNone);
    dominator_.assign(count, kEntry);
    std::vector<std::vector<std::uint32_t>> waiting(count);
    for (auto n = static_cast<std::uint32_t>(count - 1); n > 0; --n) {
      for (const std::uint32_t before : predecessors_[n])
        semi_[n] = std::min(semi_[n], semi_[lowest(before)]);
      waiting[semi_[n]].push_back(n);
      const std::uint32_t parent = parent_[n];
      ancestor_[n] = parent;
      for (const std::uint32_t w : waiting[parent]) {
        const std::uint32_t low = lowest(w);
        dominator_[w] = semi_[low] < semi_[w] ? low : parent;
      }
      waiting[parent].clear();
    }
    for (std::uint32_t n = 1; n < count; ++n) {
      if (dominator_[n] != semi_[n]) dominator_[n] = dominator_[dominator_[n]];
    }
  }

  // Of the nodes on the linked way above `n`, the one with the lowest semidominator.
  std::uint32_t lowest(std::uint32_t n) {
    if (ancestor_[n] == kNone) return n;
    way_.clear();
    for (std::uint32_t at = n; ancestor_[ancestor_[at]] != kNone; at = ancestor_[at]) way_.push_back(at);
    for (auto at = way_.rbegin(); at != way_.rend(); ++at) {
      const std::uint32_t above = ancestor_[*at];
      if (semi_[label_[above]] < semi_[label_[*at]]) label_[*at] = label_[above];
      ancestor_[*at] = ancestor_[above];
    }
    return label_[n];
  }

  const Flow& flow_;
  // By node: its number; kNone if it is never reached.
  std::vector<std::uint32_t> number_;
  // By number, as all that follow.
  std::vector<std::uint32_t> node_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> predecessors_;
  std::vector<std::uint32_t> semi_;
  std::vector<std::uint32_t> label_;
  std::vector<std::uint32_t> ancestor_;
  std::vector<std::uint32_t> dominator_;
  std::vector<std::uint32_t> way_;
};

}  // namespace

std::vector<NodeId> immediate_dominators(const Flow& flow) {
  return DominatorSearch(flow).run();
}

}  // namespace zhilu
