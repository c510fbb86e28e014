// SPDX-License-Identifier: MIT
#include "engine/compile/compile.h"

#include <algorithm>

#include "engine/compile/blanks.h"
#include "engine/compile/circuits.h"
#include "engine/compile/places.h"
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
    if (op.code == CircuitOp::Code::Predicate) op = CircuitOp::of(op.code, numbers[op.predicate]);
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
      const std::uint32_t in_fan = place.fan.is_set() ? compiled_.fans[place.fan.value].count : 0;
      for (std::uint32_t e = place.edges; e < place.fan_edges + in_fan; ++e) {
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
  add_places(into, limits, *compiled);
  put_read_slots_first(*compiled);
  add_end_edges(*compiled);
  FanFacts(*compiled).run();
  return compiled;
}

}  // namespace zhilu
