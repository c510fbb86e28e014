// SPDX-License-Identifier: MIT
#include "engine/interview/step_reads.h"

namespace zhilu {
namespace {

class ReadsFinder {
 public:
  explicit ReadsFinder(const Compiled& compiled)
      : compiled_(compiled),
        knowledge_(*compiled.knowledge),
        read_(knowledge_.facts.size()),
        seen_(knowledge_.nodes.size()) {}

  std::vector<bool> run(StepId step) {
    add_step(step);
    for (const StepNode& at : compiled_.nodes_of(step)) left_.push_back(at.node);
    while (!left_.empty()) {
      const NodeId node = left_.back();
      left_.pop_back();
      if (seen_[node.value]) continue;
      seen_[node.value] = true;
      for (const InEdge& edge : compiled_.in_edges[node.value]) add_edge(edge);
    }
    return std::move(read_);
  }

 private:
  void add_edge(const InEdge& edge) {
    if (edge.circuit.is_set()) {
      for (const CircuitOp& op : compiled_.circuits[edge.circuit.value]) {
        if (op.code == CircuitOp::Code::Predicate) add_predicate(compiled_.predicates[op.predicate]);
      }
    }
    if (edge.from == InEdge::kRoot) return;
    left_.push_back(NodeId{edge.from});
    if (edge.kind == EdgeKind::Outcome) add_step(knowledge_.nodes[NodeId{edge.from}].step);
  }

  void add_predicate(const Predicate& predicate) {
    predicate.fact.is_set() ? add(predicate.fact) : add(predicate.condition);
  }

  void add_step(StepId id) {
    const Step& step = knowledge_.steps[id];
    add(step.unless);
    add(step.done_when);
    if (step.done_when.is_set()) {
      add(knowledge_.core.tried_result);
      add(knowledge_.core.complained_on);
    }
    if (!step.channel.is_set()) return;
    const Channel& channel = knowledge_.channels[step.channel];
    add(channel.accepts);
    for (const Refusal& refusal : channel.refuses) add(refusal.when);
    for (const Limit& limit : channel.limits) add(limit.when);
  }

  void add(ConditionId condition) {
    const expr::Program* program = condition.is_set() ? knowledge_.find_program(condition) : nullptr;
    if (program == nullptr) return;
    for (const FactId fact : program->facts()) add(fact);
  }

  void add(FactId fact) {
    if (!fact.is_set() || read_[fact.value]) return;
    read_[fact.value] = true;
    add(knowledge_.facts[fact].fallback);
    if (!knowledge_.facts[fact].is_derived()) return;
    for (const TableRule& rule : knowledge_.tables[knowledge_.facts[fact].table].rules) {
      for (const ConditionId test : rule.tests) add(test);
      for (const ConditionId output : rule.outputs) add(output);
    }
  }

  const Compiled& compiled_;
  const Knowledge& knowledge_;
  std::vector<bool> read_;
  std::vector<bool> seen_;
  std::vector<NodeId> left_;
};

}  // namespace

std::vector<bool> facts_read_by(const Compiled& compiled, StepId step) {
  return ReadsFinder(compiled).run(step);
}

}  // namespace zhilu
