// SPDX-License-Identifier: MIT
#include "engine/interview/probe.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

#include "engine/base/mix.h"
#include "engine/interview/answer_space.h"
#include "engine/session/questions.h"

namespace zhilu {
namespace {

/// More changes than these are taken up anew.
constexpr std::size_t kMostChanges = 8;

static_assert(std::is_trivially_copyable_v<Decimal>);

bool is_same(const Answer& a, const Answer& b) {
  const auto is_same_bits = [](const Decimal& x, const Decimal& y) {
    return std::memcmp(&x, &y, sizeof x) == 0;
  };
  return a.state == b.state && a.origin == b.origin && a.yes == b.yes && a.no == b.no &&
         is_same_bits(a.low, b.low) && is_same_bits(a.high, b.high) && a.bounded == b.bounded &&
         a.approximate == b.approximate && a.date == b.date && a.text == b.text;
}

bool is_settled(const Fact& fact, const Answer& answer) {
  if (answer.state == AnswerState::Inapplicable) return true;
  if (answer.state != AnswerState::Value) return false;
  switch (fact.kind) {
    case FactKind::Boolean:
      return answer.yes != 3;
    case FactKind::Choice:
      return std::popcount(answer.yes) == 1;
    case FactKind::Choices: {
      const std::size_t n = fact.options.size();
      const std::uint64_t all = n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1;
      return (answer.yes | answer.no) == all;
    }
    case FactKind::Number:
    case FactKind::Money:
      return answer.bounded && answer.low == answer.high;
    case FactKind::Date:
    case FactKind::Duration:
    case FactKind::Text:
      return true;
  }
  return true;
}

}  // namespace

bool is_in_scope(const Knowledge& knowledge, const Matter& matter) {
  const FactId scope = knowledge.core.scope;
  if (!scope.is_set() || !matter[scope].is_known()) return true;
  const std::optional<std::uint32_t> in = knowledge.find_option(scope, "in");
  return !in || (matter[scope].yes >> *in & 1) != 0;
}

Probe::Probe(const Compiled& compiled)
    : compiled_(compiled),
      knowledge_(*compiled.knowledge),
      matter_(*compiled.knowledge),
      evaluation_(compiled),
      traversal_(compiled),
      statuses_(compiled.knowledge->steps.size(), StepVisit::kNone),
      lacking_(1, compiled.knowledge->facts.size()),
      open_rows_(0, compiled.knowledge->facts.size()),
      row_of_step_(compiled.knowledge->steps.size() + 1),
      row_(1, compiled.knowledge->facts.size()),
      done_row_(1, compiled.knowledge->facts.size()),
      guards_(1, compiled.knowledge->facts.size()),
      revivers_(1, compiled.knowledge->facts.size()),
      read_whole_(1, compiled.knowledge->facts.size()),
      always_looked_at_(compiled.predicates.size()),
      limits_of_channel_(compiled.knowledge->channels.size()),
      default_reads_(compiled.knowledge->facts.size()) {
  for (std::uint32_t i = 0; i < knowledge_.facts.size(); ++i) {
    const ConditionId fallback = knowledge_.facts[FactId{i}].fallback;
    const expr::Program* program = fallback.is_set() ? knowledge_.find_program(fallback) : nullptr;
    if (program == nullptr) continue;
    default_reads_[i] = program->facts();
    if (!default_reads_[i].empty()) defaulted_.push_back(FactId{i});
  }
  evaluation_.remember_circuits();
  find_outcome_steps();
  find_read_whole();
  find_reply_limits();
}

/// Marks the steps from which outcome edges lead on, and those that such an edge leads to, at once or on the
/// way.
void Probe::find_outcome_steps() {
  leads_on_.resize(knowledge_.steps.size());
  follows_.resize(knowledge_.steps.size());
  std::vector<std::vector<NodeId>> after(knowledge_.nodes.size());
  std::vector<NodeId> left;
  for (std::uint32_t n = 0; n < knowledge_.nodes.size(); ++n) {
    for (const InEdge& edge : compiled_.in_edges[n]) {
      if (edge.from == InEdge::kRoot) continue;
      after[edge.from].push_back(NodeId{n});
      if (edge.kind != EdgeKind::Outcome) continue;
      leads_on_[knowledge_.nodes[NodeId{edge.from}].step.value] = true;
      left.push_back(NodeId{n});
    }
  }
  std::vector<bool> seen(knowledge_.nodes.size());
  while (!left.empty()) {
    const NodeId node = left.back();
    left.pop_back();
    if (seen[node.value]) continue;
    seen[node.value] = true;
    if (knowledge_.nodes[node].step.is_set()) follows_[knowledge_.nodes[node].step.value] = true;
    left.insert(left.end(), after[node.value].begin(), after[node.value].end());
  }
}

/// Most matters differ from the one before in an answer or two. False if nothing has changed.
bool Probe::take_up(const Matter& matter, Date as_of) {
  changed_.clear();
  bool is_new =
      !has_run_ || as_of != evaluation_.as_of() || !matter.events.empty() || !matter_.events.empty();
  if (!has_run_ || as_of != evaluation_.as_of()) over_.clear();
  has_run_ = true;
  for (std::uint32_t i = 0; i < matter.answers.size() && !is_new; ++i) {
    if (is_same(matter.answers[i], matter_.answers[i])) continue;
    is_new = changed_.size() == kMostChanges;
    changed_.push_back(FactId{i});
  }
  if (is_new) {
    matter_ = matter;
    evaluation_.start(matter_, as_of);
    return true;
  }
  for (const FactId fact : changed_) matter_[fact] = matter[fact];
  if (!changed_.empty()) evaluation_.take_changes(changed_);
  return !changed_.empty();
}

void Probe::run(const Matter& matter, Date as_of) {
  if (!take_up(matter, as_of)) return;
  traversal_.run(evaluation_);
  for (const StepId step : seen_) statuses_[step.value] = StepVisit::kNone;
  seen_.clear();
  for (const StepId step : open_steps_) row_of(step) = 0;
  open_rows_.clear();
  open_steps_.clear();
  open_count_ = 0;
  verdict_ = 0;
  severity_ = 0;
  open_defaults_.clear();
  reached_limits_.reset();
  const FactBits revivers = revivers_[0];
  std::fill(revivers.begin(), revivers.end(), 0);
  for (const FactId fact : defaulted_) {
    if (evaluation_.answer(fact).state == AnswerState::Unasked) open_defaults_.push_back(fact);
  }
  if (is_in_scope(knowledge_, matter)) {
    read_severity();
    read_steps();
  }
  const FactBits lacking = lacking_[0];
  std::fill(lacking.begin(), lacking.end(), 0);
  for (std::size_t i = 0; i < open_count_; ++i) unite(lacking, open_rows_[i]);
}

std::optional<ConstFactBits> Probe::find_open(StepId step) const {
  if (const std::uint32_t row = row_of(step); row != 0) return open_rows_[row - 1];
  if (!step.is_set() || !follows_[step.value] || is_empty(revivers_[0])) return std::nullopt;
  return revivers_[0];
}

void Probe::read_severity() {
  const CoreFacts& core = knowledge_.core;
  if (!core.severity.is_set()) return;
  const Answer& severity = evaluation_.answer(core.severity);
  const std::size_t levels = knowledge_.severities.size();
  const std::uint64_t all = levels >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << levels) - 1;
  severity_ = severity.is_known() ? severity.yes & all : all;
  verdict_ = mix(verdict_, severity_);
  if (std::popcount(severity_) < 2) return;
  evaluation_.add_missing_fact(core.severity, clear_row());
  take_open(StepId{});
}

bool Probe::is_kept_out(StepId step) const {
  if (statuses_[step.value] != StepVisit::kNone) return false;
  // A way leads there and it is not open to the person; or no way leads there, and none that was shut can
  // open.
  return !traversal_.wanted(step).is_ruled_out() || !follows_[step.value] || is_empty(revivers_[0]);
}

/// What the steps hang on that may turn out not to be open to the person: then nothing comes of them.
void Probe::read_guards() {
  const FactBits guards = guards_[0];
  std::fill(guards.begin(), guards.end(), 0);
  for (const std::uint32_t rank : traversal_.looked()) {
    const StepId step = compiled_.step_facts[rank].step;
    if (traversal_.allowed(rank) == Truth::Unknown && leads_on_[step.value])
      traversal_.add_missing(step, guards);
  }
}

void Probe::read_steps() {
  read_guards();
  const bool has_guards = !is_empty(guards_[0]);
  traversal_.each_reached([&](std::uint32_t rank) {
    const StepId step = compiled_.step_facts[rank].step;
    const std::uint8_t status = traversal_.status(rank);
    const bool has_own = compiled_.step_facts[rank].done_when.is_set();
    if (status == StepVisit::kNone) {
      // What was done once stays done, whatever keeps it out now.
      if (!has_own || traversal_.wanted(step).is_ruled_out()) return;
      if (traversal_.state(step).done != Truth::Unknown) return;
    } else {
      statuses_[step.value] = status;
      seen_.push_back(step);
      verdict_ = mix(verdict_, std::uint64_t{rank} << 8 | status);
    }
    const bool is_guarded = has_guards && follows_[step.value];
    if (!traversal_.step(step).is_open() && !has_own && !is_guarded) return;
    const FactBits bits = clear_row();
    traversal_.add_missing(step, bits);
    if (is_guarded) unite(bits, guards_[0]);
    if (has_own) add_steps_own(step, bits);
    if (status == StepVisit::kNone && traversal_.wanted(step).is_open() && !is_empty(bits))
      add_ways(step, bits);
    if (status == StepVisit::kNone && leads_on_[step.value]) unite(revivers_[0], bits);
    take_open(step);
  });
}

/// Whether the step was done, and what came of it, settles between doing, waiting and done, and what follows.
void Probe::add_steps_own(StepId id, FactBits bits) {
  const Step& step = knowledge_.steps[id];
  const StepState& state = traversal_.state(id);
  if (state.last != nullptr || state.done == Truth::False) return;
  if (state.done == Truth::Unknown) {
    // Where nobody can say whether it was done, nothing hangs on what came of it.
    const FactBits done = done_row_[0];
    std::fill(done.begin(), done.end(), 0);
    evaluation_.add_missing(CircuitId{step.done_when.value}, done);
    unite(bits, done);
    if (!can_be_known(done)) return;
  }
  const CoreFacts& core = knowledge_.core;
  const auto need = [&](FactId fact) {
    if (fact.is_set() && !is_settled(knowledge_.facts[fact], evaluation_.answer(fact))) {
      evaluation_.add_missing_fact(fact, bits);
    }
  };
  if (std::any_of(step.outcomes.begin(), step.outcomes.end(),
                  [&](OutcomeId outcome) { return !knowledge_.outcomes[outcome].results.empty(); })) {
    need(core.tried_result);
  }
  if (!step.channel.is_set()) return;
  for (const Limit& limit : knowledge_.channels[step.channel].limits) {
    if (limit.kind != LimitKind::Reply) continue;
    need(core.complained_on);
    if (limit.when.is_set() && evaluation_.truth(limit.when) == Truth::Unknown) {
      evaluation_.add_missing(CircuitId{limit.when.value}, bits);
    }
  }
}

/// Adds what the ways to a step are missing, whether or not it is kept out.
void Probe::add_ways(StepId step, FactBits bits) {
  std::vector<bool> seen(knowledge_.nodes.size());
  std::vector<NodeId> left;
  const auto visit = [&](NodeId node) {
    if (seen[node.value] || !traversal_.node(node).is_open()) return;
    seen[node.value] = true;
    left.push_back(node);
  };
  for (const StepNode& at : compiled_.nodes_of(step)) visit(at.node);
  while (!left.empty()) {
    const NodeId node = left.back();
    left.pop_back();
    for (const InEdge& edge : compiled_.in_edges[node.value]) {
      if (edge.circuit.is_set()) evaluation_.add_missing(edge.circuit, bits);
      if (edge.from == InEdge::kRoot) continue;
      visit(NodeId{edge.from});
      if (edge.kind == EdgeKind::Outcome) add_steps_own(knowledge_.nodes[NodeId{edge.from}].step, bits);
    }
  }
}

/// Whether one of `bits` may still be answered, by the person or by a default.
bool Probe::can_be_known(ConstFactBits bits) const {
  for (const FactId fact : to_fact_set(bits)) {
    if (may_be_asked(knowledge_, evaluation_.matter(), fact)) return true;
    if (std::find(open_defaults_.begin(), open_defaults_.end(), fact) != open_defaults_.end()) return true;
  }
  return false;
}

FactBits Probe::clear_row() {
  const FactBits bits = row_[0];
  std::fill(bits.begin(), bits.end(), 0);
  return bits;
}

/// What is in the row in hand is what `step` hangs on, if it is anything.
void Probe::take_open(StepId step) {
  const FactBits bits = row_[0];
  if (is_empty(bits)) return;
  add_defaults(bits);
  open_rows_.add_row();
  std::copy(bits.begin(), bits.end(), open_rows_[open_count_].begin());
  open_steps_.push_back(step);
  row_of(step) = static_cast<std::uint32_t>(++open_count_);
}

void Probe::add_defaults(FactBits bits) {
  for (bool grew = true; grew;) {
    grew = false;
    for (const FactId defaulted : open_defaults_) {
      if (!has_bit(bits, defaulted)) continue;
      for (const FactId fact : default_reads_[defaulted.value]) {
        if (is_settled(knowledge_.facts[fact], evaluation_.answer(fact))) continue;
        if (!knowledge_.facts[fact].is_derived()) {
          grew = grew || !has_bit(bits, fact);
          set_bit(bits, fact);
          continue;
        }
        const std::vector<std::uint64_t> before(bits.begin(), bits.end());
        evaluation_.add_missing_fact(fact, bits);
        grew = grew || !std::equal(bits.begin(), bits.end(), before.begin());
      }
    }
  }
}

}  // namespace zhilu
