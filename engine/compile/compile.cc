// SPDX-License-Identifier: MIT
#include "engine/compile/compile.h"

#include <algorithm>
#include <functional>

#include "engine/compile/circuits.h"
#include "engine/graph/step_order.h"

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

/// Kahn's order over the edges; ties by number, so that it is reproducible.
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
  std::vector<NodeId> order;
  order.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (waits[i] == 0) order.push_back(NodeId{i});
  }
  for (std::size_t at = 0; at < order.size(); ++at) {
    for (std::uint32_t to : out[order[at].value]) {
      if (--waits[to] == 0) order.push_back(NodeId{to});
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
    for (FactId fact : knowledge_.conditions[condition].program->facts()) visit(fact);
  }

  const Knowledge& knowledge_;
  std::vector<bool> fact_seen_;
  std::vector<bool> table_seen_;
  std::vector<Derivation> order_;
};

/// Which predicates can be evaluated after which derivation.
Rows<PredicateId> stage_predicates(const Compiled& compiled) {
  const Knowledge& knowledge = *compiled.knowledge;
  std::vector<std::uint32_t> settled(knowledge.facts.size(), 0);
  for (std::uint32_t d = 0; d < compiled.derivations.size(); ++d) {
    const Derivation& derivation = compiled.derivations[d];
    if (derivation.fact.is_set()) {
      settled[derivation.fact.value] = d + 1;
    } else {
      for (FactId output : knowledge.tables[derivation.table].outputs) settled[output.value] = d + 1;
    }
  }
  std::vector<std::vector<PredicateId>> stages(compiled.derivations.size() + 1);
  for (std::uint32_t p = 0; p < compiled.predicates.size(); ++p) {
    std::uint32_t stage = 0;
    for (FactId fact : compiled.predicates[p].reads) stage = std::max(stage, settled[fact.value]);
    stages[stage].push_back(PredicateId{p});
  }
  Rows<PredicateId> rows;
  for (const auto& stage : stages) {
    for (PredicateId p : stage) rows.add(p);
    rows.end_row();
  }
  return rows;
}

}  // namespace

std::shared_ptr<const Compiled> compile(std::shared_ptr<const Knowledge> shared) {
  auto compiled = std::make_shared<Compiled>();
  compiled->knowledge = std::move(shared);
  const Knowledge& knowledge = *compiled->knowledge;

  CircuitBuilder circuits(knowledge);
  for (const Condition& condition : knowledge.conditions) circuits.add_condition(condition);
  const std::vector<std::vector<InEdge>> into = collect_edges(knowledge, circuits);
  compiled->predicates = circuits.take_predicates();
  compiled->circuits = circuits.take_circuits();
  compiled->derivations = DerivationOrder(knowledge).run();
  compiled->predicates_after = stage_predicates(*compiled);
  compiled->node_order = order_nodes(into);
  for (const auto& edges : into) {
    for (const InEdge& edge : edges) compiled->in_edges.add(edge);
    compiled->in_edges.end_row();
  }

  std::vector<std::vector<NodeId>> nodes_of_step(knowledge.steps.size());
  for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
    const StepId step = knowledge.nodes[NodeId{n}].step;
    if (step.is_set()) nodes_of_step[step.value].push_back(NodeId{n});
  }
  for (const auto& nodes : nodes_of_step) {
    for (NodeId node : nodes) compiled->nodes_of_step.add(node);
    compiled->nodes_of_step.end_row();
  }

  const StepOrder order = step_order(knowledge);
  for (const auto& before : order.before) {
    for (StepId step : before) compiled->steps_before.add(step);
    compiled->steps_before.end_row();
  }
  return compiled;
}

}  // namespace zhilu
