// SPDX-License-Identifier: MIT
#include "engine/session/traversal.h"

namespace zhilu {

namespace {

/// Whether the channel takes the matter: `accepts` and none of `refuses`.
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

/// A null is not a missing fact: what is unknown for no reason that an answer could mend does not hold.
Reach without_unknowns(Reach reach) {
  if (reach.now == Truth::Unknown) reach.now = Truth::False;
  if (reach.eventual == Truth::Unknown) reach.eventual = Truth::False;
  return reach;
}

}  // namespace

Traversal::Traversal(const Compiled& compiled)
    : compiled_(compiled),
      knowledge_(*compiled.knowledge),
      matcher_(compiled),
      visits_(compiled.places.size()),
      waiting_(compiled.places.size()),
      steps_(compiled.knowledge->steps.size()),
      states_(1),
      missing_(0, compiled.knowledge->facts.size()) {}

void Traversal::run(const Evaluation& evaluation) {
  reset();
  evaluation_ = &evaluation;
  leave(compiled_.places[0], {Truth::True, Truth::True}, kNoRow);
  waiting_.drain([this](std::uint32_t at) {
    Visit& visit = visits_[at];
    if (visit.reach.is_open() && lacks_nothing(visit.missing)) {
      visit.reach = without_unknowns(visit.reach);
      if (visit.reach.is_ruled_out()) return;
    }
    const NodePlace& place = compiled_.places[at];
    if (place.step.is_set()) reach_step(place.step, visit.reach, visit.missing);
    if (place.edges != place.end) leave(place, visit.reach, visit.missing);
  });
  for (const StepId step : reached_steps_) finish_step(step);
}

void Traversal::reset() {
  for (const std::uint32_t at : visited_) visits_[at] = {};
  visited_.clear();
  for (const StepId step : touched_steps_) steps_[step.value] = {};
  touched_steps_.clear();
  reached_steps_.clear();
  states_.resize(1);
  missing_.clear();
}

FactBits Traversal::own_row(std::uint32_t& row) {
  if (row == kNoRow) row = missing_.add_row();
  return missing_[row];
}

void Traversal::leave(const NodePlace& place, Reach reach, std::uint32_t missing) {
  for (std::uint32_t e = place.edges; e < place.fan_edges; ++e) {
    const OutEdge& edge = compiled_.out_edges[e];
    if (edge.kind == EdgeKind::Outcome) {
      take_outcome(place, edge, reach, missing);
      continue;
    }
    const Truth truth = evaluation_->truth(edge.circuit);
    if (truth == Truth::False) continue;
    const std::uint32_t row = arrive(edge.to, both(reach, {truth, truth}), missing);
    if (row != kNoRow && truth == Truth::Unknown) evaluation_->add_missing(edge.circuit, missing_[row]);
  }
  if (place.fan.is_set()) take_fan(place, reach, missing);
}

void Traversal::take_fan(const NodePlace& place, Reach reach, std::uint32_t missing) {
  const OutEdge* edges = compiled_.out_edges.data() + place.fan_edges;
  for (const FanHit hit : matcher_.match(*evaluation_, compiled_.fans[place.fan.value])) {
    const OutEdge& edge = edges[hit.edge()];
    if (hit.status() == FanHit::Status::True) {
      arrive(edge.to, reach, missing);
      continue;
    }
    if (hit.status() == FanHit::Status::Test) {
      const Truth truth = evaluation_->truth(edge.circuit);
      if (truth == Truth::False) continue;
      const std::uint32_t row = arrive(edge.to, both(reach, {truth, truth}), missing);
      if (row != kNoRow && truth == Truth::Unknown) evaluation_->add_missing(edge.circuit, missing_[row]);
      continue;
    }
    const std::uint32_t row = arrive(edge.to, both(reach, {Truth::Unknown, Truth::Unknown}), missing);
    if (row == kNoRow) continue;
    // What is open in a plain condition is missing, all of it.
    const FactBits bits = missing_[row];
    for (std::uint32_t s = edge.slots; s < edge.slots + edge.slot_count; ++s) {
      const SlotId slot = compiled_.edge_slots[s];
      if (evaluation_->row(slot) == Slot::kOpen) {
        evaluation_->add_missing_fact(compiled_.slots[slot.value].fact, bits);
      }
    }
  }
}

void Traversal::take_outcome(const NodePlace& place, const OutEdge& edge, Reach reach,
                             std::uint32_t missing) {
  const StepState& state = this->state(place.step);
  if (state.dead) return;
  const OutcomeState outcome = state_of_outcome(*evaluation_, place.step, state, edge.outcome);
  const Reach passes{outcome.now, outcome.eventual};
  const Reach through = both(reach, passes);
  if (through.is_ruled_out()) return;
  const std::uint32_t row = arrive(edge.to, through, missing);
  if (row != kNoRow && passes.is_open()) {
    add_missing_of_outcome(*evaluation_, place.step, state, edge.outcome, missing_[row]);
  }
}

std::uint32_t Traversal::arrive(std::uint32_t to, Reach reach, std::uint32_t missing) {
  Visit& visit = visits_[to];
  if (visit.reach.is_ruled_out()) {
    visited_.push_back(to);
    waiting_.insert(to);
  }
  visit.reach = either(visit.reach, reach);
  if (!reach.is_open()) return kNoRow;
  const FactBits bits = own_row(visit.missing);
  if (missing != kNoRow) unite(bits, missing_[missing]);
  return visit.missing;
}

void Traversal::reach_step(StepId id, Reach reach, std::uint32_t missing) {
  StepVisit& step = steps_[id.value];
  if (step.seen == 0) touched_steps_.push_back(id);
  if ((step.seen & kReached) == 0) {
    reached_steps_.push_back(id);
    step.seen |= kReached;
  }
  step.wanted = either(step.wanted, reach);
  if (!reach.is_open() || missing == kNoRow) return;
  // The row of the first node serves for the step too; with a second one it gets its own.
  if (step.missing == kNoRow) {
    step.missing = missing;
    return;
  }
  const std::uint32_t first = step.missing;
  step.missing = missing_.add_row();
  unite(missing_[step.missing], missing_[first]);
  unite(missing_[step.missing], missing_[missing]);
}

Traversal::StepVisit& Traversal::read_step(StepId id) const {
  StepVisit& visit = steps_[id.value];
  if ((visit.seen & kRead) != 0) return visit;
  if (visit.seen == 0) touched_steps_.push_back(id);
  visit.seen |= kRead;
  const StepFacts& facts = compiled_.step_facts[id.value];
  const bool has_events = !evaluation_->matter().events.empty();
  if (!facts.guarded && !facts.has_done_when && !has_events) return visit;

  StepState state;
  if (facts.has_done_when || has_events) state = state_of_step(*evaluation_, id);
  const Step& step = knowledge_.steps[id];
  if (facts.guarded) {
    if (step.unless.is_set()) visit.allowed = truth_not(evaluation_->truth(step.unless));
    if (step.channel.is_set()) {
      visit.allowed = truth_and(visit.allowed, takes(*evaluation_, knowledge_.channels[step.channel]));
    }
  }
  // What was done once stays done, whatever the channel says of new matters.
  if (state.done == Truth::True) visit.allowed = Truth::True;
  state.dead = visit.allowed == Truth::False;
  visit.state = static_cast<std::uint32_t>(states_.size());
  states_.push_back(state);
  return visit;
}

void Traversal::add_missing_of_guard(const Step& step, FactBits bits) const {
  add_missing_if_unknown(*evaluation_, step.unless, bits);
  if (!step.channel.is_set()) return;
  const Channel& channel = knowledge_.channels[step.channel];
  add_missing_if_unknown(*evaluation_, channel.accepts, bits);
  for (const Refusal& refusal : channel.refuses) add_missing_if_unknown(*evaluation_, refusal.when, bits);
}

void Traversal::finish_step(StepId id) {
  StepVisit& visit = read_step(id);
  visit.reach = both({visit.allowed, visit.allowed}, visit.wanted);
  if (!visit.reach.is_open()) {
    visit.missing = kNoRow;
    return;
  }
  if (visit.allowed == Truth::Unknown) {
    const std::uint32_t nodes = visit.missing;
    visit.missing = missing_.add_row();
    if (nodes != kNoRow) unite(missing_[visit.missing], missing_[nodes]);
    add_missing_of_guard(knowledge_.steps[id], missing_[visit.missing]);
  }
  if (lacks_nothing(visit.missing)) visit.reach = without_unknowns(visit.reach);
}

const StepState& Traversal::state(StepId step) const {
  return states_[read_step(step).state];
}

FactSet Traversal::missing(StepId step) const {
  return to_fact_set(missing_bits(step));
}

Reach pass(const Evaluation& evaluation, const Traversal& traversal, const InEdge& edge) {
  const Truth condition = evaluation.truth(edge.circuit);
  if (edge.kind != EdgeKind::Outcome || condition == Truth::False) return {condition, condition};
  const StepId step = evaluation.knowledge().nodes[NodeId{edge.from}].step;
  const StepState& state = traversal.state(step);
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

}  // namespace zhilu
