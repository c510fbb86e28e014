// SPDX-License-Identifier: MIT
#include "engine/session/traversal.h"

namespace zhilu {

namespace {

/// Whether the channel of `step` takes the matter: `accepts` and none of `refuses`.
Truth takes(const Evaluation& evaluation, const Channel& channel) {
  Truth truth = evaluation.truth(channel.accepts);
  for (const Refusal& refusal : channel.refuses) {
    truth = truth_and(truth, truth_not(evaluation.truth(refusal.when)));
  }
  return truth;
}

void add_missing_if_unknown(const Evaluation& evaluation, ConditionId condition, FactBits bits) {
  if (condition.is_set() && evaluation.truth(condition) == Truth::Unknown) {
    evaluation.add_missing(CircuitId{condition.value}, bits);
  }
}

Reach both(Reach a, Reach b) {
  return {truth_and(a.now, b.now), truth_and(a.eventual, b.eventual)};
}
Reach either(Reach a, Reach b) {
  return {truth_or(a.now, b.now), truth_or(a.eventual, b.eventual)};
}

bool is_open(Reach reach) {
  return reach.now == Truth::Unknown || reach.eventual == Truth::Unknown;
}

/// A null is not a missing fact: what is unknown for no reason that an answer could mend does not hold.
void settle_nulls(Reach& reach, ConstFactBits missing) {
  if (!is_open(reach) || !is_empty(missing)) return;
  if (reach.now == Truth::Unknown) reach.now = Truth::False;
  if (reach.eventual == Truth::Unknown) reach.eventual = Truth::False;
}

class Walk {
 public:
  explicit Walk(const Evaluation& evaluation)
      : evaluation_(evaluation),
        knowledge_(evaluation.knowledge()),
        out_{.nodes = std::vector<Reach>(knowledge_.nodes.size()),
             .steps = std::vector<Reach>(knowledge_.steps.size()),
             .states = std::vector<StepState>(knowledge_.steps.size()),
             .wanted = std::vector<Reach>(knowledge_.steps.size()),
             .missing = FactBitRows(knowledge_.nodes.size(), evaluation.fact_count()),
             .missing_of_step = FactBitRows(knowledge_.steps.size(), evaluation.fact_count())} {}

  Traversal run() {
    for (std::uint32_t i = 0; i < knowledge_.steps.size(); ++i) read_step(StepId{i});
    for (NodeId node : evaluation_.compiled().node_order) reach_node(node);
    for (std::uint32_t i = 0; i < knowledge_.steps.size(); ++i) reach_step(StepId{i});
    return std::move(out_);
  }

 private:
  /// State of the step and the truth of doing it where a node asks for it.
  void read_step(StepId id) {
    const Step& step = knowledge_.steps[id];
    StepState& state = out_.states[id.value];
    state = state_of_step(evaluation_, id);
    Truth allowed = step.unless.is_set() ? truth_not(evaluation_.truth(step.unless)) : Truth::True;
    if (step.channel.is_set())
      allowed = truth_and(allowed, takes(evaluation_, knowledge_.channels[step.channel]));
    // What was done once stays done, whatever the channel says of new matters.
    if (state.done == Truth::True) allowed = Truth::True;
    state.dead = allowed == Truth::False;
    out_.steps[id.value] = {allowed, allowed};
    if (allowed == Truth::Unknown) add_missing_of_step(step, out_.missing_of_step[id.value]);
  }

  void add_missing_of_step(const Step& step, FactBits bits) const {
    add_missing_if_unknown(evaluation_, step.unless, bits);
    if (!step.channel.is_set()) return;
    const Channel& channel = knowledge_.channels[step.channel];
    add_missing_if_unknown(evaluation_, channel.accepts, bits);
    for (const Refusal& refusal : channel.refuses) add_missing_if_unknown(evaluation_, refusal.when, bits);
  }

  void reach_node(NodeId node) {
    Reach reach;
    for (const InEdge& edge : evaluation_.compiled().in_edges[node.value]) {
      reach = either(reach, through(edge));
    }
    if (is_open(reach)) collect_missing(node, reach);
    settle_nulls(reach, out_.missing[node.value]);
    out_.nodes[node.value] = reach;
  }

  Reach through(const InEdge& edge) const {
    Reach start{Truth::True, Truth::True};
    if (edge.from != InEdge::kRoot) start = out_.nodes[edge.from];
    if (start.is_ruled_out()) return {};
    return both(start, pass(evaluation_, out_, edge));
  }

  void collect_missing(NodeId node, Reach) {
    FactBits bits = out_.missing[node.value];
    for (const InEdge& edge : evaluation_.compiled().in_edges[node.value]) {
      if (!is_open(through(edge))) continue;
      if (edge.from != InEdge::kRoot && is_open(out_.nodes[edge.from])) unite(bits, out_.missing[edge.from]);
      if (edge.circuit.is_set() && evaluation_.truth(edge.circuit) == Truth::Unknown) {
        evaluation_.add_missing(edge.circuit, bits);
      }
      if (edge.kind == EdgeKind::Outcome) {
        const StepId step = knowledge_.nodes[NodeId{edge.from}].step;
        const Reach outcome = pass(evaluation_, out_, edge);
        if (is_open(outcome)) {
          add_missing_of_outcome(evaluation_, step, out_.states[step.value], edge.outcome, bits);
        }
      }
    }
  }

  void reach_step(StepId id) {
    Reach wanted;
    for (NodeId node : evaluation_.compiled().nodes_of_step[id.value]) {
      wanted = either(wanted, out_.nodes[node.value]);
    }
    out_.wanted[id.value] = wanted;
    FactBits bits = out_.missing_of_step[id.value];
    Reach reach = both(out_.steps[id.value], wanted);
    if (!is_open(reach)) {
      std::fill(bits.begin(), bits.end(), 0);
    } else {
      for (NodeId node : evaluation_.compiled().nodes_of_step[id.value]) {
        if (is_open(out_.nodes[node.value])) unite(bits, out_.missing[node.value]);
      }
      settle_nulls(reach, bits);
    }
    out_.steps[id.value] = reach;
  }

  const Evaluation& evaluation_;
  const Knowledge& knowledge_;
  Traversal out_;
};

}  // namespace

Reach pass(const Evaluation& evaluation, const Traversal& traversal, const InEdge& edge) {
  const Truth condition = evaluation.truth(edge.circuit);
  if (edge.kind != EdgeKind::Outcome || condition == Truth::False) return {condition, condition};
  const StepId step = evaluation.knowledge().nodes[NodeId{edge.from}].step;
  const StepState& state = traversal.states[step.value];
  if (state.dead) return {};
  const OutcomeState outcome = state_of_outcome(evaluation, step, state, edge.outcome);
  return {truth_and(condition, outcome.now), truth_and(condition, outcome.eventual)};
}

std::optional<StepStatus> status_of(Reach reach, const StepState& state) {
  if (reach.is_ruled_out()) return std::nullopt;
  if (state.done == Truth::True) return state.waiting ? StepStatus::Wait : StepStatus::Done;
  if (reach.now == Truth::True) return StepStatus::Do;
  return reach.eventual == Truth::True ? StepStatus::Later : StepStatus::Maybe;
}

Traversal traverse(const Evaluation& evaluation) {
  return Walk(evaluation).run();
}

}  // namespace zhilu
