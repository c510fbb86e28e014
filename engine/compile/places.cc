// SPDX-License-Identifier: MIT
#include "engine/compile/places.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "engine/compile/fans.h"
#include "engine/compile/slots.h"

namespace zhilu {
namespace {

using IntoNodes = std::vector<std::vector<InEdge>>;

/// Kahn's order over the edges; among free ones by number, so that nodes of one graph, which a walk sees
/// together, lie together.
std::vector<NodeId> order_nodes(const IntoNodes& into) {
  const auto n = static_cast<std::uint32_t>(into.size());
  std::vector<std::uint32_t> waits(n, 0);
  std::vector<std::vector<std::uint32_t>> out(n);
  for (std::uint32_t to = 0; to < n; ++to) {
    for (const InEdge& edge : into[to]) {
      if (edge.from == InEdge::kRoot) continue;
      ++waits[to];
      out[edge.from].push_back(to);
    }
  }
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> free;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (waits[i] == 0) free.push(i);
  }
  std::vector<NodeId> order;
  order.reserve(n);
  while (!free.empty()) {
    const std::uint32_t node = free.top();
    free.pop();
    order.push_back(NodeId{node});
    for (const std::uint32_t to : out[node]) {
      if (--waits[to] == 0) free.push(to);
    }
  }
  return order;
}

/// What a plan has of a node: that of the nodes behind it, or its own if that is more.
enum class Yield : std::uint8_t { Nothing, Advice, Step };

class PlaceBuilder {
 public:
  PlaceBuilder(const IntoNodes& into, FanLimits limits, Compiled& compiled)
      : into_(into),
        limits_(limits),
        compiled_(compiled),
        knowledge_(*compiled.knowledge),
        order_(order_nodes(into)),
        yields_(into.size(), Yield::Nothing),
        leads_on_(into.size()),
        nodes_of_rank_(knowledge_.steps.size()) {}

  void run() {
    find_yields();
    compiled_.place_of.assign(into_.size(), NodePlace::kNowhere);
    compiled_.places.push_back({});
    for (const NodeId node : order_) {
      if (yields_[node.value] != Yield::Nothing) add_place(node);
    }
    collect_edges();
    const RowTruths truths(compiled_);
    for (std::uint32_t place = 0; place < out_.size(); ++place) add_edges(place, truths);
    add_row_literals(truths, compiled_);
    for (const OutEdge& edge : compiled_.out_edges) {
      compiled_.end_ranks.push_back(edge.to & ~OutEdge::kStep);
    }
    add_step_nodes();
  }

 private:
  /// An edge as it is put together.
  struct Draft {
    OutEdge edge;
    /// The author's order.
    std::uint32_t number = 0;
    bool is_conditional = false;
    /// Nothing but advice lies behind it.
    bool is_telling = false;
  };

  void find_yields() {
    for (std::uint32_t n = 0; n < into_.size(); ++n) {
      const Node& node = knowledge_.nodes[NodeId{n}];
      if (node.advice.is_set()) yields_[n] = Yield::Advice;
      if (!node.step.is_set()) continue;
      yields_[n] = Yield::Step;
      nodes_of_rank_[compiled_.rank_of[node.step.value]].push_back(NodeId{n});
    }
    std::for_each(order_.rbegin(), order_.rend(), [this](NodeId node) {
      const Yield yield = yields_[node.value];
      if (yield == Yield::Nothing) return;
      for (const InEdge& edge : into_[node.value]) {
        if (edge.from == InEdge::kRoot) continue;
        yields_[edge.from] = std::max(yields_[edge.from], yield);
        leads_on_[edge.from] = true;
      }
    });
  }

  /// What leads to the node has its place already.
  void add_place(NodeId id) {
    const Node& node = knowledge_.nodes[id];
    const std::vector<InEdge>& into = into_[id.value];
    if (is_passed_through(node, into)) {
      compiled_.place_of[id.value] = compiled_.place_of[into[0].from];
      return;
    }
    compiled_.place_of[id.value] = static_cast<std::uint32_t>(compiled_.places.size());
    NodePlace place{.opener = add_opener(into), .advice = node.advice};
    if (node.step.is_set()) {
      place.rank = compiled_.rank_of[node.step.value];
      place.is_end = nodes_of_rank_[place.rank].size() == 1 && !leads_on_[id.value];
      if (place.opener != NodePlace::kNoOpener) compiled_.step_facts[place.rank].may_open = true;
    }
    compiled_.places.push_back(place);
  }

  /// Whether the node is reached exactly if the one before it is, and yields nothing of its own.
  static bool is_passed_through(const Node& node, const std::vector<InEdge>& into) {
    return !node.step.is_set() && !node.advice.is_set() && into.size() == 1 &&
           into[0].from != InEdge::kRoot && into[0].kind != EdgeKind::Outcome && !into[0].circuit.is_set();
  }

  const NodePlace& place_before(const InEdge& edge) const {
    return compiled_.places[edge.from == InEdge::kRoot ? 0 : compiled_.place_of[edge.from]];
  }

  /// NodePlace::opener of the node that edges `into` lead to.
  std::uint32_t add_opener(const std::vector<InEdge>& into) {
    const bool is_behind_outcome = std::ranges::any_of(into, [this](const InEdge& edge) {
      return edge.kind == EdgeKind::Outcome || place_before(edge).opener != NodePlace::kNoOpener;
    });
    if (!is_behind_outcome) return NodePlace::kNoOpener;
    if (into.size() == 1 && into[0].kind != EdgeKind::Outcome) return place_before(into[0]).opener;
    for (const InEdge& edge : into) {
      if (edge.from == InEdge::kRoot) continue;
      compiled_.openers.add({.from = compiled_.place_of[edge.from],
                             .rank = place_before(edge).rank,
                             .circuit = edge.circuit,
                             .outcome = edge.outcome,
                             .kind = edge.kind});
    }
    compiled_.openers.end_row();
    return static_cast<std::uint32_t>(compiled_.openers.size() - 1);
  }

  /// By place they start from, those that yield anything.
  void collect_edges() {
    out_.resize(compiled_.places.size());
    for (const NodeId to : order_) {
      const Yield yield = yields_[to.value];
      const std::uint32_t at = compiled_.place_of[to.value];
      if (yield == Yield::Nothing) continue;
      for (const InEdge& edge : into_[to.value]) {
        const std::uint32_t from = edge.from == InEdge::kRoot ? 0 : compiled_.place_of[edge.from];
        if (from == at) continue;
        const bool is_outcome = edge.kind == EdgeKind::Outcome;
        out_[from].push_back({.edge = {.to = target_of(at),
                                       .circuit = edge.circuit,
                                       .kind = edge.kind,
                                       .slots = is_outcome ? edge.outcome.value : 0},
                              .number = edge.edge,
                              .is_conditional = edge.circuit.is_set() && !is_outcome,
                              .is_telling = yield == Yield::Advice});
      }
    }
  }

  /// What OutEdge::to says of a place.
  std::uint32_t target_of(std::uint32_t at) const {
    const NodePlace& place = compiled_.places[at];
    return place.is_end ? OutEdge::kStep | place.rank : at;
  }

  /// The conditional ones last, as a fan if they are many; before them those that only tell.
  void add_edges(std::uint32_t at, const RowTruths& truths) {
    std::vector<Draft>& drafts = out_[at];
    const auto conditional =
        static_cast<std::uint32_t>(std::ranges::count_if(drafts, &Draft::is_conditional));
    const bool is_fan = conditional >= limits_.few_edges;
    const auto turn_of = [&](const Draft& draft) {
      const bool is_in_fan = is_fan && draft.is_conditional;
      return std::pair(is_in_fan ? 2 : draft.is_telling ? 1 : 0, draft.number);
    };
    std::stable_sort(drafts.begin(), drafts.end(),
                     [&](const Draft& a, const Draft& b) { return turn_of(a) < turn_of(b); });
    NodePlace& place = compiled_.places[at];
    place.edges = static_cast<std::uint32_t>(compiled_.out_edges.size());
    place.fan_edges = place.edges + static_cast<std::uint32_t>(drafts.size()) - (is_fan ? conditional : 0);
    place.tell_edges = place.fan_edges;
    for (const Draft& draft : drafts) {
      const auto e = static_cast<std::uint32_t>(compiled_.out_edges.size());
      compiled_.out_edges.push_back(draft.edge);
      if (e >= place.fan_edges) continue;
      add_blank_facts(compiled_.out_edges.back());
      if (draft.is_telling) place.tell_edges = std::min(place.tell_edges, e);
    }
    if (is_fan)
      place.fan = build_fan(truths, place.fan_edges, conditional, limits_.most_bit_edges, compiled_);
  }

  /// Says of an edge that is taken alone which facts its circuit reads, if that tells what comes of it.
  void add_blank_facts(OutEdge& edge) const {
    if (!edge.circuit.is_set() || edge.kind == EdgeKind::Outcome) return;
    const std::size_t count = compiled_.blank_circuits[edge.circuit.value].size();
    if (count > 0xffff) return;
    edge.slots = compiled_.blank_circuits.begin[edge.circuit.value];
    edge.slot_count = static_cast<std::uint16_t>(count);
  }

  /// Rank by rank, with their places.
  void add_step_nodes() {
    for (std::uint32_t rank = 0; rank < nodes_of_rank_.size(); ++rank) {
      const std::vector<NodeId>& nodes = nodes_of_rank_[rank];
      StepFacts& facts = compiled_.step_facts[rank];
      facts.nodes = static_cast<std::uint32_t>(compiled_.step_nodes.size());
      facts.node_count = static_cast<std::uint32_t>(nodes.size());
      for (const NodeId node : nodes) {
        compiled_.step_nodes.push_back({node, compiled_.place_of[node.value]});
      }
      if (nodes.empty()) continue;
      facts.node = nodes.front();
      facts.place = compiled_.place_of[facts.node.value];
    }
  }

  const IntoNodes& into_;
  FanLimits limits_;
  Compiled& compiled_;
  const Knowledge& knowledge_;
  std::vector<NodeId> order_;
  /// By node.
  std::vector<Yield> yields_;
  /// By node: some node behind it yields something.
  std::vector<bool> leads_on_;
  /// By rank.
  std::vector<std::vector<NodeId>> nodes_of_rank_;
  /// By place.
  std::vector<std::vector<Draft>> out_;
};

}  // namespace

void add_places(const IntoNodes& into, FanLimits limits, Compiled& compiled) {
  PlaceBuilder(into, limits, compiled).run();
}

}  // namespace zhilu
