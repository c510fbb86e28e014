// SPDX-License-Identifier: MIT
#include "engine/compile/compile.h"

#include <algorithm>
#include <functional>
#include <queue>

#include "engine/compile/blanks.h"
#include "engine/compile/circuits.h"
#include "engine/compile/fans.h"
#include "engine/compile/slots.h"
#include "engine/compile/step_facts.h"

namespace zhilu {

namespace {

/// Edges into every node, with the circuits that guard them.
std::vector<std::vector<InEdge>> collect_edges(const Knowledge& knowledge, CircuitBuilder& circuits) {
  std::vector<std::vector<InEdge>> into(knowledge.nodes.size());
  for (const Graph& graph : knowledge.graphs) {
    if (!graph.enter.is_set()) continue;
    for (NodeId start : graph.start) into[start.value].push_back({.circuit = CircuitId{graph.enter.value}});
  }
  for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
    const Node& node = knowledge.nodes[NodeId{n}];
    std::vector<CircuitId> earlier;
    for (std::uint32_t e = 0; e < node.edges.size(); ++e) {
      const Edge& edge = node.edges[e];
      CircuitId circuit{edge.when.value};
      if (edge.kind == EdgeKind::Arm && node.first) {
        if (!earlier.empty()) circuit = circuits.add_exclusive(CircuitId{edge.when.value}, earlier);
        earlier.push_back(CircuitId{edge.when.value});
      }
      into[edge.to.value].push_back(
          {.from = n, .kind = edge.kind, .circuit = circuit, .outcome = edge.outcome, .edge = e});
    }
    if (node.kind != NodeKind::Graph || !node.graph.is_set()) continue;
    for (NodeId start : knowledge.graphs[node.graph].start) into[start.value].push_back({.from = n});
  }
  return into;
}

/// By step: StepFacts::guard.
std::vector<CircuitId> collect_guards(const Knowledge& knowledge, CircuitBuilder& circuits) {
  std::vector<CircuitId> guards;
  for (const Step& step : knowledge.steps) {
    CircuitId accepts;
    std::vector<CircuitId> none_of;
    if (step.unless.is_set()) none_of.push_back(CircuitId{step.unless.value});
    if (step.channel.is_set()) {
      const Channel& channel = knowledge.channels[step.channel];
      accepts = CircuitId{channel.accepts.value};
      for (const Refusal& refusal : channel.refuses) none_of.push_back(CircuitId{refusal.when.value});
    }
    const bool is_guarded = accepts.is_set() || !none_of.empty();
    guards.push_back(is_guarded ? circuits.add_exclusive(accepts, none_of) : CircuitId{});
  }
  return guards;
}

/// Kahn's order over the edges; among free ones by number, so that nodes of one graph, which a walk sees
/// together, lie together.
std::vector<NodeId> order_nodes(const std::vector<std::vector<InEdge>>& into) {
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

/// Defaults and tables, each after what it reads.
class DerivationOrder {
 public:
  explicit DerivationOrder(const Knowledge& knowledge)
      : knowledge_(knowledge), fact_seen_(knowledge.facts.size()), table_seen_(knowledge.tables.size()) {}

  std::vector<Derivation> run() {
    for (std::uint32_t i = 0; i < knowledge_.facts.size(); ++i) visit(FactId{i});
    return std::move(order_);
  }

 private:
  void visit(FactId id) {
    if (fact_seen_[id.value]) return;
    fact_seen_[id.value] = true;
    const Fact& fact = knowledge_.facts[id];
    if (fact.is_derived()) {
      visit_table(fact.table);
    } else if (fact.fallback.is_set()) {
      visit_reads(fact.fallback);
      order_.push_back({.fact = id, .table = {}});
    }
  }

  void visit_table(TableId id) {
    if (table_seen_[id.value]) return;
    table_seen_[id.value] = true;
    const DecisionTable& table = knowledge_.tables[id];
    for (const TableRule& rule : table.rules) {
      for (ConditionId test : rule.tests) visit_reads(test);
      for (ConditionId output : rule.outputs) visit_reads(output);
    }
    for (FactId output : table.outputs) visit_reads(knowledge_.facts[output].fallback);
    order_.push_back({.fact = {}, .table = id});
  }

  void visit_reads(ConditionId condition) {
    if (!condition.is_set()) return;
    for (FactId fact : knowledge_.program(condition).facts()) visit(fact);
  }

  const Knowledge& knowledge_;
  std::vector<bool> fact_seen_;
  std::vector<bool> table_seen_;
  std::vector<Derivation> order_;
};

void add_predicates(CircuitBuilder& circuits, Compiled& compiled) {
  compiled.circuits = circuits.take_circuits();
  const std::vector<std::uint32_t> numbers =
      build_slots(circuits.take_predicates(), circuits.take_text_sets(), compiled);
  for (CircuitOp& op : compiled.circuits.items) {
    if (op.code == CircuitOp::Code::Predicate) op.predicate = numbers[op.predicate];
  }
}

void add_derivations(Compiled& compiled) {
  const Knowledge& knowledge = *compiled.knowledge;
  compiled.derivations = DerivationOrder(knowledge).run();
  for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
    const Fact& fact = knowledge.facts[FactId{i}];
    if (fact.fallback.is_set() && !fact.is_derived()) compiled.fallback_facts.push_back(FactId{i});
  }
  compiled.derived_number.assign(knowledge.facts.size(), Slot::kGiven);
  for (const Derivation& derivation : compiled.derivations) {
    if (derivation.fact.is_set()) continue;
    for (FactId output : knowledge.tables[derivation.table].outputs) {
      compiled.derived_number[output.value] = compiled.derived_count++;
    }
  }
  for (Slot& slot : compiled.slots) slot.derived = compiled.derived_number[slot.fact.value];
}

bool leads_on(const Knowledge& knowledge, const Node& node) {
  const bool enters = node.graph.is_set() && !knowledge.graphs[node.graph].start.empty();
  return enters || !node.edges.empty();
}

/// What OutEdge::to says of a place.
std::uint32_t target_of(const Compiled& compiled, std::uint32_t place) {
  const NodePlace& target = compiled.places[place];
  return target.is_end ? OutEdge::kStep | target.rank : place;
}

/// Says of an edge that is taken alone which facts its circuit reads, if that tells what comes of it.
void add_blank_facts(const Compiled& compiled, OutEdge& edge) {
  if (!edge.circuit.is_set()) return;
  const std::size_t count = compiled.blank_circuits[edge.circuit.value].size();
  if (count > 0xffff) return;
  edge.slots = compiled.blank_circuits.begin[edge.circuit.value];
  edge.slot_count = static_cast<std::uint16_t>(count);
}

/// NodePlace::opener of the node that edges `into` lead to. What leads to it has its place already.
std::uint32_t add_opener(const std::vector<InEdge>& into, Compiled& compiled) {
  const auto place_before = [&](const InEdge& edge) -> const NodePlace& {
    return compiled.places[edge.from == InEdge::kRoot ? 0 : compiled.place_of[edge.from]];
  };
  const bool is_behind_outcome = std::ranges::any_of(into, [&](const InEdge& edge) {
    return edge.kind == EdgeKind::Outcome || place_before(edge).opener != NodePlace::kNoOpener;
  });
  if (!is_behind_outcome) return NodePlace::kNoOpener;
  if (into.size() == 1 && into[0].kind != EdgeKind::Outcome) return place_before(into[0]).opener;
  for (const InEdge& edge : into) {
    if (edge.from == InEdge::kRoot) continue;
    compiled.openers.add({.from = compiled.place_of[edge.from],
                          .rank = place_before(edge).rank,
                          .circuit = edge.circuit,
                          .outcome = edge.outcome,
                          .kind = edge.kind});
  }
  compiled.openers.end_row();
  return static_cast<std::uint32_t>(compiled.openers.size() - 1);
}

/// Edges out of every place: those with a condition last, as a fan if they are many.
void add_places(const std::vector<std::vector<InEdge>>& into, const std::vector<NodeId>& order,
                FanLimits limits, Compiled& compiled) {
  const Knowledge& knowledge = *compiled.knowledge;
  compiled.place_of.assign(into.size(), 0xffffffff);
  compiled.places.push_back({});
  std::vector<std::uint32_t> node_counts(knowledge.steps.size());
  for (const Node& node : knowledge.nodes) {
    if (node.step.is_set()) ++node_counts[node.step.value];
  }
  for (NodeId node : order) {
    compiled.place_of[node.value] = static_cast<std::uint32_t>(compiled.places.size());
    const StepId step = knowledge.nodes[node].step;
    const std::uint32_t opener = add_opener(into[node.value], compiled);
    NodePlace place{.opener = opener, .advice = knowledge.nodes[node].advice};
    if (step.is_set()) {
      place.rank = compiled.rank_of[step.value];
      place.is_end = node_counts[step.value] == 1 && !leads_on(knowledge, knowledge.nodes[node]);
      if (opener != NodePlace::kNoOpener) compiled.step_facts[place.rank].may_open = true;
    }
    compiled.places.push_back(place);
  }
  const RowTruths truths(compiled);
  std::vector<std::vector<std::pair<std::uint32_t, OutEdge>>> out(compiled.places.size());
  for (NodeId to : order) {
    for (const InEdge& edge : into[to.value]) {
      const std::uint32_t from = edge.from == InEdge::kRoot ? 0 : compiled.place_of[edge.from];
      out[from].push_back({edge.edge,
                           {.to = target_of(compiled, compiled.place_of[to.value]),
                            .circuit = edge.circuit,
                            .outcome = edge.outcome,
                            .kind = edge.kind}});
    }
  }
  for (std::uint32_t p = 0; p < out.size(); ++p) {
    const auto is_conditional = [](const auto& item) {
      return item.second.circuit.is_set() && item.second.kind != EdgeKind::Outcome;
    };
    // In the order of the author, the conditional ones last.
    std::stable_sort(out[p].begin(), out[p].end(), [&](const auto& a, const auto& b) {
      return is_conditional(a) != is_conditional(b) ? is_conditional(b) : a.first < b.first;
    });
    NodePlace& place = compiled.places[p];
    place.edges = static_cast<std::uint32_t>(compiled.out_edges.size());
    std::uint32_t conditional = 0;
    for (const auto& item : out[p]) {
      compiled.out_edges.push_back(item.second);
      conditional += is_conditional(item) ? 1 : 0;
    }
    place.end = static_cast<std::uint32_t>(compiled.out_edges.size());
    place.fan_edges = conditional < limits.few_edges ? place.end : place.end - conditional;
    for (std::uint32_t e = place.edges; e < place.fan_edges; ++e)
      add_blank_facts(compiled, compiled.out_edges[e]);
    if (place.fan_edges < place.end)
      place.fan = build_fan(truths, place.fan_edges, conditional, limits.most_bit_edges, compiled);
  }
  add_row_literals(truths, compiled);
  for (const OutEdge& edge : compiled.out_edges) compiled.end_ranks.push_back(edge.to & ~OutEdge::kStep);
}

/// Rank by rank, with their places.
void add_step_nodes(Compiled& compiled) {
  const Knowledge& knowledge = *compiled.knowledge;
  std::vector<std::vector<NodeId>> nodes(knowledge.steps.size());
  for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
    const StepId step = knowledge.nodes[NodeId{n}].step;
    if (step.is_set()) nodes[compiled.rank_of[step.value]].push_back(NodeId{n});
  }
  for (std::uint32_t rank = 0; rank < nodes.size(); ++rank) {
    StepFacts& facts = compiled.step_facts[rank];
    facts.nodes = static_cast<std::uint32_t>(compiled.step_nodes.size());
    facts.node_count = static_cast<std::uint32_t>(nodes[rank].size());
    for (const NodeId node : nodes[rank]) {
      compiled.step_nodes.push_back({node, compiled.place_of[node.value]});
    }
    if (nodes[rank].empty()) continue;
    facts.node = nodes[rank].front();
    facts.place = compiled.place_of[facts.node.value];
  }
}

void add_end_edges(Compiled& compiled) {
  std::vector<std::vector<EndEdge>> edges(compiled.step_facts.size());
  for (const Fan& fan : compiled.fans) {
    if (!fan.is_end_fan()) continue;
    for (std::uint32_t e = 0; e < fan.count; ++e) {
      const OutEdge& edge = compiled.out_edges[fan.first + e];
      edges[compiled.end_ranks[fan.first + e]].push_back(
          {.bit = fan.end_words * 64 + e,
           .slots = edge.slots,
           .slot_count = edge.plain ? std::uint32_t{edge.slot_count} : 0});
    }
  }
  for (const auto& of_rank : edges) {
    for (const EndEdge& edge : of_rank) compiled.end_edges.add(edge);
    compiled.end_edges.end_row();
  }
}

/// Finds the facts of CompiledTables::only_in_fans.
class FanFacts {
 public:
  explicit FanFacts(Compiled& compiled) : compiled_(compiled), knowledge_(*compiled.knowledge) {
    compiled_.only_in_fans.assign(knowledge_.facts.size(), 1);
  }

  void run() {
    take_conditions();
    take_edges();
    const CoreFacts& core = knowledge_.core;
    for (const FactId fact : {core.severity, core.scope, core.issues, core.tried, core.tried_result,
                              core.emergency, core.loss_amount, core.happened_on, core.complained_on}) {
      if (fact.is_set()) compiled_.only_in_fans[fact.value] = 0;
    }
    for (std::uint32_t f = 0; f < knowledge_.facts.size(); ++f) {
      const Fact& fact = knowledge_.facts[FactId{f}];
      if (fact.is_derived() || fact.fallback.is_set()) compiled_.only_in_fans[f] = 0;
    }
  }

 private:
  void rule_out(CircuitId circuit) {
    if (!circuit.is_set()) return;
    for (const CircuitOp& op : compiled_.circuits[circuit.value]) {
      if (op.code != CircuitOp::Code::Predicate) continue;
      const Predicate& predicate = compiled_.predicates[op.predicate];
      if (predicate.fact.is_set()) {
        compiled_.only_in_fans[predicate.fact.value] = 0;
        continue;
      }
      for (const FactId fact : knowledge_.read_program(predicate.condition)->facts()) {
        compiled_.only_in_fans[fact.value] = 0;
      }
    }
  }

  /// What conditions read that do not stand at edges.
  void take_conditions() {
    std::vector<bool> at_edge(knowledge_.conditions.size());
    const auto mark = [&](ConditionId condition) {
      if (condition.is_set()) at_edge[condition.value] = true;
    };
    for (const Graph& graph : knowledge_.graphs) mark(graph.enter);
    for (const Node& node : knowledge_.nodes) {
      for (const Edge& edge : node.edges) mark(edge.when);
    }
    for (std::uint32_t c = 0; c < at_edge.size(); ++c) {
      if (!at_edge[c]) rule_out(CircuitId{c});
    }
  }

  /// What other edges read.
  void take_edges() {
    for (const NodePlace& place : compiled_.places) {
      const bool is_end_fan = place.fan.is_set() && compiled_.fans[place.fan.value].is_end_fan();
      for (std::uint32_t e = place.edges; e < place.end; ++e) {
        const OutEdge& edge = compiled_.out_edges[e];
        if (!is_end_fan || e < place.fan_edges || !edge.plain) rule_out(edge.circuit);
      }
    }
  }

  Compiled& compiled_;
  const Knowledge& knowledge_;
};

}  // namespace

std::shared_ptr<const Compiled> compile(std::shared_ptr<const Knowledge> shared, FanLimits limits) {
  auto compiled = std::make_shared<Compiled>();
  compiled->knowledge = std::move(shared);
  const Knowledge& knowledge = *compiled->knowledge;

  CircuitBuilder circuits(knowledge);
  for (std::uint32_t c = 0; c < knowledge.conditions.size(); ++c) circuits.add_condition(ConditionId{c});
  const std::vector<std::vector<InEdge>> into = collect_edges(knowledge, circuits);
  const std::vector<CircuitId> guards = collect_guards(knowledge, circuits);
  add_predicates(circuits, *compiled);
  add_derivations(*compiled);
  add_blanks(*compiled);
  for (const auto& edges : into) {
    for (const InEdge& edge : edges) compiled->in_edges.add(edge);
    compiled->in_edges.end_row();
  }
  for (std::uint32_t i = 0; i < knowledge.precautions.size(); ++i) {
    if (knowledge.precautions[PrecautionId{i}].plan_when.is_set())
      compiled->conditional_precautions.push_back(PrecautionId{i});
  }
  add_words_apart(*compiled);
  add_step_facts(guards, *compiled);
  const std::vector<NodeId> order = order_nodes(into);
  add_places(into, order, limits, *compiled);
  add_step_nodes(*compiled);
  put_read_slots_first(*compiled);
  add_end_edges(*compiled);
  FanFacts(*compiled).run();
  return compiled;
}

}  // namespace zhilu
