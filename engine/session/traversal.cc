// SPDX-License-Identifier: MIT
#include "engine/session/traversal.h"

#include <algorithm>

namespace zhilu {

namespace {

/// So many edges can be taken one by one in the time of a walk.
constexpr std::size_t kFewWaiting = 32;
constexpr std::uint32_t kFewSlots = 4;

}  // namespace

Traversal::Traversal(const Compiled& compiled)
    : compiled_(compiled),
      knowledge_(*compiled.knowledge),
      matcher_(compiled),
      nodes_(compiled.places.size()),
      waiting_nodes_(compiled.places.size()),
      visited_nodes_(compiled.places.size()),
      reached_(compiled.step_facts.size()),
      guarded_((compiled.step_facts.size() + 63) / 64),
      steps_(compiled.step_facts.size()),
      states_(1),
      missing_(compiled.knowledge->facts.size()) {
  for (std::size_t rank = 0; rank < steps_.size(); ++rank) {
    if (!compiled.step_facts[rank].is_plain()) guarded_[rank / 64] |= std::uint64_t{1} << rank % 64;
  }
  alive_.resize(compiled.end_words);
}

void Traversal::run(const Evaluation& evaluation) {
  evaluation_ = &evaluation;
  has_events_ = !evaluation.matter().events.empty();
  walk();
  if (!missing_.has_overflowed()) return;
  missing_.use_wide();
  walk();
}

void Traversal::walk() {
  reset();
  leave(compiled_.places[0], kReached, kNoRow);
  waiting_nodes_.drain([this](std::uint32_t at) { take_node(at); },
                       [this](std::uint32_t at) { prefetch_node(at); });
  finish_steps();
}

void Traversal::take_node(std::uint32_t at) {
  NodeVisit& visit = nodes_[at];
  if (visit.reach.is_open() && visit.missing == kNoRow) {
    // A null is not a missing fact: what is unknown for no reason that an answer could mend does not hold.
    visit.reach = visit.reach.without_unknowns();
    if (visit.reach.is_ruled_out()) return;
  }
  const NodePlace& place = compiled_.places[at];
  // What some way here is missing does not matter where another is open.
  const Row missing = visit.reach.is_open() ? visit.missing : kNoRow;
  if (place.rank != NodePlace::kNoStep) reach_step(place.rank, visit.reach, missing);
  leave(place, visit.reach, missing);
}

/// Fetches what take_node() will read: in large knowledge it is seldom in the cache.
void Traversal::prefetch_node(std::uint32_t at) const {
  const NodePlace& place = compiled_.places[at];
  __builtin_prefetch(&compiled_.out_edges[place.edges]);
  if (place.rank == NodePlace::kNoStep) return;
  __builtin_prefetch(&steps_[place.rank]);
  __builtin_prefetch(&compiled_.step_facts[place.rank]);
}

void Traversal::reset() {
  for (const std::uint32_t at : visited_nodes()) nodes_[at] = {};
  visited_count_ = 0;
  for (const std::uint32_t rank : looked_) steps_[rank] = {};
  looked_.clear();
  for (const std::uint32_t rank : read_) steps_[rank] = {};
  read_.clear();
  reached_.clear();
  states_.resize(1);
  state_rows_.clear();
  missing_.clear();
  for (const FanId id : end_fans_) {
    const Fan& fan = compiled_.fans[id.value];
    std::fill_n(alive_.begin() + fan.end_words, fan.words, 0);
  }
  end_fans_.clear();
  other_fans_.clear();
  all_ends_are_alive_ = true;
}

bool Traversal::take_slots(std::span<const SlotId> slots, std::vector<std::uint32_t>& ranks) {
  const auto column_of = [&](FanId id, SlotId slot) -> const FanColumn* {
    const Fan& fan = compiled_.fans[id.value];
    const FanColumn* columns = compiled_.fan_columns.data();
    const auto* at = std::find_if(columns + fan.begin, columns + fan.end,
                                  [slot](const FanColumn& column) { return column.slot == slot; });
    return at == columns + fan.end ? nullptr : at;
  };
  if (has_events_) return false;
  for (const FanId fan : other_fans_) {
    if (!compiled_.fans[fan.value].is_bits) return false;
    for (const SlotId slot : slots) {
      if (column_of(fan, slot) != nullptr) return false;
    }
  }
  for (const FanId fan : end_fans_) {
    waiting_edges_.clear();
    for (const SlotId slot : slots) {
      if (const FanColumn* column = column_of(fan, slot)) take_row(fan, *column);
    }
    // One by one they take longer than all edges of the fan together.
    if (waiting_edges_.size() > kFewWaiting + compiled_.fans[fan.value].count / 64) return false;
    if (!take_waiting(fan, ranks)) return false;
  }
  return true;
}

/// Finds the edges of a fan that waited for a slot which is known now, and rules out those that it rules out.
void Traversal::take_row(FanId id, const FanColumn& column) {
  const Fan& fan = compiled_.fans[id.value];
  std::uint64_t* alive = alive_.data() + fan.end_words;
  const std::uint64_t* reads = compiled_.fan_words.data() + column.reads;
  const std::uint64_t* row =
      compiled_.fan_words.data() + column.rows + std::size_t{evaluation_->row(column.slot)} * fan.words;
  // In which words edges waited cannot be foretold: noted anyway, and counted if it counts.
  if (waiting_words_.size() <= fan.words) waiting_words_.resize(std::size_t{fan.words} + 1);
  WaitingWord* end = waiting_words_.data();
  for (std::uint32_t w = 0; w < fan.words; ++w) {
    const std::uint64_t waiting = alive[w] & reads[w];
    *end = {waiting, w};
    end += waiting != 0 ? 1 : 0;
    alive[w] &= ~reads[w] | row[w];
  }
  for (const WaitingWord* next = waiting_words_.data(); next != end; ++next) {
    StepSets::each_bit(next->edges, next->word, [&](std::uint32_t e) { waiting_edges_.push_back(e); });
  }
}

/// Says of the steps at the end of the edges that waited how they are reached now. False if one of them is
/// looked at.
bool Traversal::take_waiting(FanId id, std::vector<std::uint32_t>& ranks) {
  const Fan& fan = compiled_.fans[id.value];
  bool is_any_looked = false;
  const std::size_t first = ranks.size();
  for (const std::uint32_t e : waiting_edges_) {
    const std::uint32_t rank = compiled_.end_ranks[fan.first + e];
    ranks.push_back(rank);
    __builtin_prefetch(compiled_.out_edges.data() + fan.first + e);
    __builtin_prefetch(compiled_.step_facts.data() + rank);
  }
  const std::uint32_t* next = ranks.data() + first;
  // What has become of an edge cannot be foretold either, so that nothing here is done only if.
  for (const std::uint32_t e : waiting_edges_) {
    const std::uint32_t rank = *next++;
    is_any_looked |= is_looked(rank);
    const OutEdge& edge = compiled_.out_edges[fan.first + e];
    const SlotId* slots = compiled_.edge_slots.data() + edge.slots;
    bool is_passed = is_alive(fan.end_words * 64 + e);
    // The first few at once: how many there are cannot be foretold.
    for (std::uint32_t i = 0; i < kFewSlots; ++i) {
      is_passed &= evaluation_->row(slots[i < edge.slot_count ? i : 0]) != Slot::kOpen;
    }
    for (std::uint32_t i = kFewSlots; i < edge.slot_count; ++i) {
      is_passed &= evaluation_->row(slots[i]) != Slot::kOpen;
    }
    // Of a step that is not looked at, what is not ruled out is open, or it is passed anyway.
    bool is_open = false;
    for (const EndEdge& end : compiled_.end_edges[rank]) is_open |= is_alive(end.bit);
    reached_.insert_if(kPassed, rank, is_passed);
    reached_.erase_if(kOpen, rank, !is_open);
  }
  return !is_any_looked;
}

void Traversal::leave(const NodePlace& place, Reach reach, Row missing) {
  const std::uint32_t end = reach.now() == Truth::True ? place.fan_edges : place.tell_edges;
  for (std::uint32_t e = place.edges; e < end; ++e) {
    const OutEdge& edge = compiled_.out_edges[e];
    if (edge.kind == EdgeKind::Outcome) {
      take_outcome(place, edge, reach, missing);
    } else if (edge.circuit.is_set()) {
      take_alone(edge, reach, missing);
    } else {
      arrive(edge.to, reach, missing);
    }
  }
  if (place.fan.is_set()) take_fan(place, reach, missing);
}

void Traversal::take_fan(const NodePlace& place, Reach reach, Row missing) {
  const OutEdge* edges = compiled_.out_edges.data() + place.fan_edges;
  const Fan& fan = compiled_.fans[place.fan.value];
  const FanHits hits = matcher_.match(*evaluation_, fan);
  if (fan.is_ends && reach == kReached) {
    take_ends(compiled_.end_ranks.data() + place.fan_edges, hits);
    all_ends_are_alive_ = all_ends_are_alive_ && fan.is_end_fan();
    if (fan.is_end_fan()) {
      end_fans_.push_back(place.fan);
      matcher_.keep_alive(fan, alive_.data() + fan.end_words);
    } else {
      other_fans_.push_back(place.fan);
    }
  } else {
    other_fans_.push_back(place.fan);
    for (const std::uint32_t hit : hits.passed) arrive(edges[hit].to, reach, missing);
    const Reach open = both(reach, kMayBeReached);
    for (const std::uint32_t hit : hits.open) {
      const OutEdge& edge = edges[hit];
      const std::span<const SlotId> slots(compiled_.edge_slots.data() + edge.slots, edge.slot_count);
      evaluation_->each_missing_of_slots(slots, [this](FactId fact) { missing_.add(fact); });
      arrive(edge.to, open, missing_.take(missing));
    }
  }
  for (const std::uint32_t hit : hits.test) {
    if (take_tested(edges[hit], reach, missing) || !fan.is_end_fan()) continue;
    const std::uint32_t bit = fan.end_words * 64 + hit;
    alive_[bit / 64] &= ~(std::uint64_t{1} << bit % 64);
  }
}

/// The same as arrive() for edges that end at steps and come from where one certainly is, which are the many.
/// What they are missing is looked up when asked for: see missing().
void Traversal::take_ends(const std::uint32_t* ranks, const FanHits& hits) {
  for (const std::uint32_t hit : hits.passed) reached_.insert(kPassed, ranks[hit]);
  for (const std::uint32_t hit : hits.open) reached_.insert(kOpen, ranks[hit]);
}

/// A conditional edge that is in no fan.
void Traversal::take_alone(const OutEdge& edge, Reach reach, Row missing) {
  const std::span facts(compiled_.blank_circuits.items.data() + edge.slots, edge.slot_count);
  if (evaluation_->is_blank(edge.circuit, facts)) {
    arrive(edge.to, both(reach, kMayBeReached), add_missing_facts(missing, facts));
  } else {
    take_tested(edge, reach, missing);
  }
}

/// False if the edge is ruled out.
bool Traversal::take_tested(const OutEdge& edge, Reach reach, Row missing) {
  const Truth truth = find_missing(edge.circuit, missing);
  if (truth == Truth::False) return false;
  arrive(edge.to, both(reach, {truth, truth}), missing);
  return true;
}

void Traversal::take_outcome(const NodePlace& place, const OutEdge& edge, Reach reach, Row missing) {
  const StepId step = compiled_.step_facts[place.rank].step;
  const StepState& state = read_step(place.rank);
  if (state.dead) return;
  const OutcomeState outcome = state_of_outcome(*evaluation_, step, state, edge.outcome());
  const Reach passes{outcome.now, outcome.eventual};
  const Reach through = both(reach, passes);
  if (through.is_ruled_out()) return;
  if (passes.is_open()) {
    if (state.done == Truth::Unknown)
      missing = missing_.unite(missing, state_rows_[steps_[place.rank].state - 1].done);
    add_missing_of_outcome(*evaluation_, step, state, edge.outcome(), missing_);
    missing = missing_.take(missing);
  }
  arrive(edge.to, through, missing);
}

/// Adds what comes over an edge, and what it is missing, to the edge's end.
void Traversal::arrive(std::uint32_t to, Reach reach, Row missing) {
  Row* row = nullptr;
  if ((to & OutEdge::kStep) != 0) {
    const std::uint32_t rank = to & ~OutEdge::kStep;
    StepVisit& visit = steps_[rank];
    reached_.insert(kLooked, rank);
    visit.wanted = either(visit.wanted, reach);
    row = &visit.missing;
  } else {
    NodeVisit& visit = nodes_[to];
    if (visit.reach.is_ruled_out()) {
      visited_nodes_[visited_count_++] = to;
      waiting_nodes_.insert(to);
    }
    visit.reach = either(visit.reach, reach);
    row = &visit.missing;
  }
  if (reach.is_open()) *row = missing_.unite(*row, missing);
}

void Traversal::reach_step(std::uint32_t rank, Reach reach, Row missing) {
  StepVisit& step = steps_[rank];
  reached_.insert(kLooked, rank);
  step.wanted = either(step.wanted, reach);
  if (reach.is_open()) step.missing = missing_.unite(step.missing, missing);
}

const StepState& Traversal::read_step(std::uint32_t rank) const {
  StepVisit& visit = steps_[rank];
  const StepFacts& facts = compiled_.step_facts[rank];
  if (visit.state != 0 || (facts.is_plain() && !has_events_)) return states_[visit.state];
  read_.push_back(rank);

  StepState state;
  StateRows rows;
  if (facts.done_when.is_set()) state.done = find_missing(facts.done_when, rows.done);
  if (state.done == Truth::True || has_events_) state = state_of_step(*evaluation_, facts.step);
  visit.allowed = find_missing(facts.guard, rows.guard);
  state_rows_.push_back(rows);
  // What was done once stays done, whatever the channel says of new matters.
  if (state.done == Truth::True) visit.allowed = Truth::True;
  state.dead = visit.allowed == Truth::False;
  visit.state = static_cast<std::uint32_t>(states_.size());
  return states_.emplace_back(state);
}

/// Truth of a circuit. Adds what it is missing to `row`.
Truth Traversal::find_missing(CircuitId circuit, Row& row) const {
  return evaluation_->with_missing(
      circuit, [&](std::span<const FactId> facts) { row = add_missing_facts(row, facts); });
}

/// The facts of a row and those missing to know `facts`.
Traversal::Row Traversal::add_missing_facts(Row row, std::span<const FactId> facts) const {
  bool is_any_derived = false;
  for (const FactId fact : facts) is_any_derived |= evaluation_->is_derived(fact);
  if (!is_any_derived) return missing_.add_all(row, facts);
  for (const FactId fact : facts) {
    evaluation_->each_missing_of_fact(fact, [this](FactId given) { missing_.add(given); });
  }
  return missing_.take(row);
}

/// Where nothing is to be known of a step but how its nodes are reached, its status follows from that.
void Traversal::finish_steps() {
  reached_.each_word([this](std::uint32_t w, StepSets::Words& words) {
    const std::uint64_t reached = words[kPassed] | words[kOpen];
    words[kLooked] |= has_events_ ? reached : reached & guarded_[w];
    StepSets::each_bit(words[kLooked], w, [this](std::uint32_t rank) { looked_.push_back(rank); });
  });
  for (const std::uint32_t rank : looked_) finish_step(rank);
}

/// Adds what the step itself and its channel say.
void Traversal::finish_step(std::uint32_t rank) {
  read_step(rank);
  StepVisit& visit = steps_[rank];
  visit.wanted = wanted(rank);
  if (visit.wanted.is_open() && visit.missing == kNoRow && !reached_.contains(kOpen, rank)) {
    // A node at which everything ends has not been settled before.
    visit.wanted = visit.wanted.without_unknowns();
  }
  // What some way here is missing does not matter where another is open.
  if (!visit.wanted.is_open()) visit.missing = kNoRow;
  visit.reach = both({visit.allowed, visit.allowed}, visit.wanted);
  if (visit.reach.is_open()) {
    if (visit.allowed == Truth::Unknown) {
      visit.missing = missing_.unite(visit.missing, state_rows_[visit.state - 1].guard);
    }
    if (visit.missing == kNoRow && !misses_at_ends(rank)) visit.reach = visit.reach.without_unknowns();
  }
  const std::optional<StepStatus> status = status_of(visit.reach, states_[visit.state]);
  visit.status = status ? static_cast<std::uint8_t>(*status) : StepVisit::kNone;
}

FactSet Traversal::missing(StepId id) const {
  if (!step(id).is_open()) return {};
  FactBitRows rows(1, knowledge_.facts.size());
  add_missing(id, rows[0]);
  return to_fact_set(rows[0]);
}

std::span<const FactId> MissingFacts::of(const Traversal& traversal, std::uint32_t rank, TextPool& pool) {
  if (!traversal.reach(rank).is_open()) return {};
  FactId* to = facts_.data();
  const auto put = [&to](FactId fact) { *to++ = fact; };
  if (const FactRows::Row row = traversal.missing_row(rank); row != FactRows::kNone) {
    FactRows& rows = traversal.rows();
    Known& known = known_[rows.hash(row) % kKnown];
    if (known.round == round_ && rows.are_same(known.row, row)) return known.facts;
    rows.each(row, put);
    known = {round_, row, pool.keep_list(std::span<const FactId>(facts_.data(), to))};
    return known.facts;
  }
  const FactBits bits = row_[0];
  std::fill(bits.begin(), bits.end(), 0);
  traversal.add_missing(rank, bits);
  each_fact(bits, put);
  return pool.keep_list(std::span<const FactId>(facts_.data(), to));
}

void Traversal::add_missing(std::uint32_t rank, FactBits bits) const {
  if (!reach(rank).is_open()) return;
  missing_.add_to(bits, steps_[rank].missing);
  if (!misses_at_ends(rank)) return;
  if (!all_ends_are_alive_) {
    for (const StepNode& at : compiled_.nodes_of(rank)) add_missing_of_end(at.node, bits);
    return;
  }
  // What had to be tested, or did not come this way, is in the row.
  for (const EndEdge& end : compiled_.end_edges[rank]) {
    if (!is_alive(end.bit)) continue;
    evaluation_->add_missing_slots({compiled_.edge_slots.data() + end.slots, end.slot_count}, bits);
  }
}

/// What the edges into a node where all ends are missing.
void Traversal::add_missing_of_end(NodeId node, FactBits bits) const {
  for (const InEdge& edge : compiled_.in_edges[node.value]) {
    const Reach start = edge.from == InEdge::kRoot ? kReached : this->node(NodeId{edge.from});
    if (start.is_ruled_out() || !both(start, pass(*evaluation_, *this, edge)).is_open()) continue;
    if (start.is_open()) missing_.add_to(bits, nodes_[compiled_.place_of[edge.from]].missing);
    if (edge.circuit.is_set() && evaluation_->truth(edge.circuit) == Truth::Unknown) {
      evaluation_->add_missing(edge.circuit, bits);
    }
  }
}

Reach pass(const Evaluation& evaluation, const Traversal& traversal, const InEdge& edge) {
  const Compiled& compiled = evaluation.compiled();
  OpenerEdge same{.circuit = edge.circuit, .outcome = edge.outcome, .kind = edge.kind};
  if (edge.from != InEdge::kRoot) {
    same.from = compiled.place_of[edge.from];
    same.rank = compiled.places[same.from].rank;
  }
  return pass(evaluation, traversal, same);
}

Reach pass(const Evaluation& evaluation, const Traversal& traversal, const OpenerEdge& edge) {
  const Truth condition = evaluation.truth(edge.circuit);
  if (edge.kind != EdgeKind::Outcome || condition == Truth::False) return {condition, condition};
  const StepState& state = traversal.state(edge.rank);
  if (state.dead) return {};
  const StepId step = evaluation.compiled().step_facts[edge.rank].step;
  const OutcomeState outcome = state_of_outcome(evaluation, step, state, edge.outcome);
  return {truth_and(condition, outcome.now), truth_and(condition, outcome.eventual)};
}

std::optional<StepStatus> status_of(Reach reach, const StepState& state) {
  if (reach.is_ruled_out()) return std::nullopt;
  if (state.done == Truth::True) return state.waiting ? StepStatus::Wait : StepStatus::Done;
  if (reach.now() == Truth::True) return StepStatus::Do;
  return reach.eventual() == Truth::True ? StepStatus::Later : StepStatus::Maybe;
}

}  // namespace zhilu
