// SPDX-License-Identifier: MIT
#include "engine/session/planner.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "engine/session/deadlines.h"

namespace zhilu {

namespace {

constexpr std::size_t kRewrites = 8;

/// Writes out what stands beside the steps of an agenda.
class PlanWriter {
 public:
  PlanWriter(const Evaluation& evaluation, const Traversal& traversal, PlanRoom& room, Plan& plan)
      : evaluation_(evaluation),
        traversal_(traversal),
        room_(room),
        knowledge_(evaluation.knowledge()),
        plan_(plan) {
    room.openings.start(evaluation, traversal, plan.steps.lists());
    room.missing.start();
  }

  /// Writes a plan that is empty. Without steps where the matter is out of scope.
  void run(Agenda& agenda) {
    plan_.as_of = evaluation_.as_of();
    read_scope();
    read_severity();
    read_assumptions();
    if (!plan_.in_scope) return;
    room_.questions.clear();
    room_.spare.clear();
    room_.rewritten = 0;
    room_.dated = 0;
    const std::span<const AgendaStep> steps = agenda.steps();
    plan_.steps.resize(steps.size());
    std::vector<PlanStep>& records = plan_.steps.records();
    room_.rank_of_record.resize(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
      room_.record_of[steps[i].rank] = static_cast<std::uint32_t>(i);
      room_.rank_of_record[i] = steps[i].rank;
      write_step(steps[i], records[i]);
      add(records[i]);
    }
    add_refusals();
    add_precautions();
    ask();
  }

  /// Makes the plan that where only the steps of `changed`, ranks, are otherwise, and which steps there are
  /// and their order are those of `agenda`.
  void revise(Agenda& agenda, std::span<const std::uint32_t> changed) {
    for (const std::uint32_t rank : changed) {
      if (const std::optional<AgendaStep> step = agenda.find(rank)) {
        rewrite(*step);
      } else {
        drop(rank);
      }
    }
    std::vector<std::uint32_t>& order = plan_.steps.order();
    const std::span<const std::uint32_t> ranks = agenda.ranks();
    order.resize(ranks.size());
    for (std::size_t i = 0; i < ranks.size(); ++i) order[i] = room_.record_of[ranks[i]];
    ask();
  }

 private:
  static constexpr std::uint32_t kNoRank = 0xffffffff;

  /// Whether a step has a record.
  bool has_record(std::uint32_t rank) const {
    const std::uint32_t record = room_.record_of[rank];
    return record < room_.rank_of_record.size() && room_.rank_of_record[record] == rank;
  }

  void drop(std::uint32_t rank) {
    if (!has_record(rank)) return;
    const std::uint32_t record = room_.record_of[rank];
    remove(plan_.steps.records()[record]);
    room_.rank_of_record[record] = kNoRank;
    room_.spare.push_back(record);
  }

  /// Writes what has become of a step into its record, if it had one, or into one that is not in use.
  void rewrite(const AgendaStep& step) {
    std::vector<PlanStep>& records = plan_.steps.records();
    std::uint32_t& record = room_.record_of[step.rank];
    ++room_.rewritten;
    if (has_record(step.rank)) {
      remove(records[record]);
      update(step, records[record]);
    } else {
      if (room_.spare.empty()) {
        room_.spare.push_back(static_cast<std::uint32_t>(records.size()));
        room_.rank_of_record.push_back(kNoRank);
        records.emplace_back();
      }
      record = room_.spare.back();
      room_.spare.pop_back();
      room_.rank_of_record[record] = step.rank;
      records[record] = {};
      write_step(step, records[record]);
    }
    add(records[record]);
  }

  /// What the fact that was answered decides is which edges are passed (CompiledTables::only_in_fans):
  /// evidence and dates stay as they are, and so does the node of a step that has only one.
  void update(const AgendaStep& planned, PlanStep& step) {
    step.status = planned.status;
    step.depends_on = room_.missing.of(traversal_, planned.rank, plan_.steps.lists());
    if (evaluation_.compiled().step_facts[planned.rank].node_count != 1)
      step.nodes = supporting_nodes(planned, plan_.steps.lists());
    step.opens = openings_of(planned);
  }

  /// Counts what follows from the steps on, and back.
  void add(const PlanStep& step) {
    room_.questions.add(step);
    room_.dated += is_dated(step) ? 1 : 0;
  }
  void remove(const PlanStep& step) {
    room_.questions.remove(step);
    room_.dated -= is_dated(step) ? 1 : 0;
  }
  static bool is_dated(const PlanStep& step) { return !step.deadlines.empty() || !step.opens.empty(); }

  /// What follows from the steps.
  void ask() {
    room_.questions.find(evaluation_, plan_);
    plan_.questions_at_most = static_cast<std::uint32_t>(plan_.questions.size());
    plan_.questions_at_least = plan_.questions.empty() ? 0 : 1;
    plan_.come_back.reset();
    if (room_.dated != 0) find_come_back();
  }

  void read_scope() {
    const FactId scope = knowledge_.core.scope;
    if (!scope.is_set()) return;
    const Answer& answer = evaluation_.answer(scope);
    const auto in = knowledge_.find_option(scope, "in");
    plan_.in_scope = !answer.is_known() || !in || (answer.yes >> *in & 1) != 0;
  }

  /// The severity table lists the gravest rows first; rows that are unknown leave graver levels possible. The
  /// matter is at least as grave as the mildest possible level.
  void read_severity() {
    const auto levels = static_cast<std::uint32_t>(knowledge_.severities.size());
    plan_.severity = SeverityId{levels == 0 ? SeverityId::kNone : levels - 1};
    const FactId severity = knowledge_.core.severity;
    if (!severity.is_set() || levels == 0) return;
    const Answer& answer = evaluation_.answer(severity);
    const std::uint64_t all = levels >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << levels) - 1;
    const std::uint64_t possible = answer.is_known() ? answer.yes & all : all;
    if (possible != 0)
      plan_.severity = SeverityId{63U - static_cast<std::uint32_t>(std::countl_zero(possible))};
    if (std::popcount(possible) > 1) {
      FactBitRows bits(1, evaluation_.fact_count());
      evaluation_.add_missing_fact(severity, bits[0]);
      plan_.severity_open = to_fact_set(bits[0]);
    }
    const TableId table = knowledge_.facts[severity].table;
    if (table.is_set()) plan_.severity_rules = evaluation_.matched_rules(table);
  }

  void read_assumptions() {
    const Array<FactId>& facts = evaluation_.compiled().fallback_facts;
    plan_.assumed.reserve(facts.size());
    for (const FactId fact : facts) {
      const Answer& answer = evaluation_.answer(fact);
      if (answer.origin == Origin::Default && answer.is_known()) plan_.assumed.push_back({fact, answer});
    }
  }

  /// Whether a node is why the step has its status: reasons that only may hold do not explain a certain step.
  static bool supports(Reach node, StepStatus status) {
    switch (status) {
      case StepStatus::Do:
        return node.now() == Truth::True;
      case StepStatus::Later:
        return node.eventual() == Truth::True;
      case StepStatus::Wait:
      case StepStatus::Maybe:
      case StepStatus::Done:
        return !node.is_ruled_out();
    }
    return false;
  }

  /// Writes a step that is empty.
  void write_step(const AgendaStep& planned, PlanStep& step) {
    const StepFacts& facts = evaluation_.compiled().step_facts[planned.rank];
    TextPool& lists = plan_.steps.lists();
    step.step = planned.step;
    step.status = planned.status;
    step.urgency = planned.urgency;
    step.depends_on = room_.missing.of(traversal_, planned.rank, lists);
    step.nodes = supporting_nodes(planned, lists);
    if (facts.need_count != 0) step.have = evidence_of(planned.rank, lists);
    if (facts.has_limits) {
      const Deadlines deadlines = deadlines_of(evaluation_, traversal_, planned.step);
      step.deadlines = lists.keep_list(std::span(deadlines.begin(), deadlines.end()));
    }
    step.opens = openings_of(planned);
  }

  std::span<const Opening> openings_of(const AgendaStep& planned) {
    const bool is_open = planned.status == StepStatus::Later || planned.status == StepStatus::Maybe;
    if (!is_open || !evaluation_.compiled().step_facts[planned.rank].may_open) return {};
    return room_.openings.of(planned.rank);
  }

  std::span<const NodeId> supporting_nodes(const AgendaStep& planned, TextPool& lists) const {
    const StepFacts& facts = evaluation_.compiled().step_facts[planned.rank];
    const std::span<NodeId> nodes = lists.list<NodeId>(facts.node_count);
    // What is true of a step with one node is true of that.
    if (facts.node_count == 1) {
      nodes[0] = facts.node;
      return nodes;
    }
    std::size_t count = 0;
    for (const StepNode& at : evaluation_.compiled().nodes_of(planned.rank)) {
      if (supports(traversal_.place(at.place), planned.status)) nodes[count++] = at.node;
    }
    return nodes.first(count);
  }

  std::span<const Truth> evidence_of(std::uint32_t rank, TextPool& lists) const {
    const std::span<const CircuitId> needs = evaluation_.compiled().needs_of(rank);
    const std::span<Truth> have = lists.list<Truth>(needs.size());
    for (std::size_t i = 0; i < have.size(); ++i) {
      have[i] = needs[i].is_set() ? evaluation_.truth(needs[i]) : Truth::Unknown;
    }
    return have;
  }

  /// A channel is named as refusing only where the graphs would lead there, now or later.
  void add_refusals() {
    // A channel that refuses guards its steps, so that they are looked at.
    std::vector<StepId>& guarded = room_.guarded;
    guarded.clear();
    for (const std::uint32_t rank : traversal_.looked()) {
      const Reach wanted = traversal_.wanted(rank);
      if (wanted.now() != Truth::True && wanted.eventual() != Truth::True) continue;
      const StepFacts& facts = evaluation_.compiled().step_facts[rank];
      if (facts.channel.is_set()) guarded.push_back(facts.step);
    }
    std::sort(guarded.begin(), guarded.end());
    for (const StepId id : guarded) {
      const Step& step = knowledge_.steps[id];
      if (traversal_.state(id).done == Truth::True) continue;
      if (evaluation_.truth(step.unless) == Truth::True && step.unless.is_set()) continue;
      if (const std::optional<std::uint32_t> refusal = find_refusal(knowledge_.channels[step.channel])) {
        add_refusal(step.channel, *refusal, id);
      }
    }
  }

  std::optional<std::uint32_t> find_refusal(const Channel& channel) const {
    for (std::uint32_t i = 0; i < channel.refuses.size(); ++i) {
      if (evaluation_.truth(channel.refuses[i].when) == Truth::True) return i;
    }
    if (evaluation_.truth(channel.accepts) == Truth::False) return RefusedChannel::kNotAccepted;
    return std::nullopt;
  }

  void add_refusal(ChannelId channel, std::uint32_t refusal, StepId step) {
    for (RefusedChannel& known : plan_.refused) {
      if (known.channel != channel) continue;
      known.steps.push_back(step);
      return;
    }
    plan_.refused.push_back({channel, refusal, {step}});
  }

  void add_precautions() {
    std::vector<PrecautionId>& told = plan_.precautions;
    traversal_.each_advice([&](PrecautionId advice) { told.push_back(advice); });
    for (const PrecautionId id : evaluation_.compiled().conditional_precautions) {
      if (evaluation_.truth(knowledge_.precautions[id].plan_when) == Truth::True) told.push_back(id);
    }
    std::ranges::sort(told);
    told.erase(std::unique(told.begin(), told.end()), told.end());
  }

  void find_come_back() {
    const auto offer = [this](const std::optional<DueDate>& due) {
      if (!due || due->date <= plan_.as_of) return;
      if (!plan_.come_back || due->date < plan_.come_back->date) plan_.come_back = due;
    };
    for (const PlanStep& step : plan_.steps) {
      // Nothing is awaited of these and those behind them.
      if (step.status == StepStatus::Done || step.status == StepStatus::Maybe) break;
      for (const Opening& opening : step.opens) offer(opening.date);
      if (step.status == StepStatus::Later) continue;
      for (const Deadline& deadline : step.deadlines) offer(deadline.due);
    }
  }

  const Evaluation& evaluation_;
  const Traversal& traversal_;
  PlanRoom& room_;
  const Knowledge& knowledge_;
  Plan& plan_;
};

}  // namespace

PlanRoom::PlanRoom(const Compiled& compiled)
    : openings(compiled),
      missing(compiled.knowledge->facts.size()),
      questions(*compiled.knowledge),
      record_of(compiled.knowledge->steps.size()) {}

Planner::Planner(const Compiled& compiled)
    : evaluation_(compiled), traversal_(compiled), agenda_(compiled), room_(compiled) {}

Agenda& Planner::agenda(const Matter& matter, Date as_of) {
  evaluation_.start(matter, as_of);
  traversal_.run(evaluation_);
  agenda_.run(evaluation_, traversal_);
  return agenda_;
}

Agenda& Planner::take_answer(FactId fact) {
  if (!find_changed(fact)) return agenda(evaluation_.matter(), evaluation_.as_of());
  agenda_.take_steps(ranks_);
  return agenda_;
}

Plan Planner::plan(const Matter& matter, Date as_of) {
  Agenda& steps = agenda(matter, as_of);
  Plan plan;
  PlanWriter(evaluation_, traversal_, room_, plan).run(steps);
  return plan;
}

void Planner::take_answer(FactId fact, Plan& plan) {
  // The lists of steps written anew stay in the plan's memory: at some time it is better made anew.
  const bool is_used_up = room_.rewritten > kRewrites * (plan.steps.size() + 1);
  if (!plan.in_scope || is_used_up || !find_changed(fact)) {
    plan = this->plan(evaluation_.matter(), evaluation_.as_of());
    return;
  }
  // Looked at when the agenda has taken the steps up, and seldom in the nearest cache by then.
  const std::vector<PlanStep>& records = plan.steps.records();
  for (const std::uint32_t rank : ranks_) {
    agenda_.prefetch(rank);
    __builtin_prefetch(records.data() + std::min<std::size_t>(room_.record_of[rank], records.size()));
  }
  agenda_.take_steps(ranks_);
  PlanWriter(evaluation_, traversal_, room_, plan).revise(agenda_, ranks_);
}

/// Takes up one more answer, and finds the steps for which it makes a difference. False if it must be begun
/// anew.
bool Planner::find_changed(FactId fact) {
  if (evaluation_.compiled().only_in_fans[fact.value] == 0) return false;
  slots_.clear();
  ranks_.clear();
  if (!evaluation_.take_answer(fact, slots_) || !traversal_.take_slots(slots_, ranks_)) return false;
  sort_changed();
  return true;
}

/// Puts the steps that an answer has changed into the order of what has become of them: which have left and
/// which have stayed could not be foretold one by one.
void Planner::sort_changed() {
  const auto kind_of = [this](std::uint32_t rank) {
    return traversal_.is_passed(rank) ? 0U : traversal_.is_open(rank) ? 1U : 2U;
  };
  std::uint32_t counts[4] = {};
  for (const std::uint32_t rank : ranks_) ++counts[kind_of(rank) + 1];
  counts[2] += counts[1];
  sorted_.resize(ranks_.size());
  for (const std::uint32_t rank : ranks_) sorted_[counts[kind_of(rank)]++] = rank;
  ranks_.swap(sorted_);
}

}  // namespace zhilu
