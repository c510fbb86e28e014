// SPDX-License-Identifier: MIT
#include "engine/session/planner.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/session/deadlines.h"
#include "engine/session/plan_order.h"
#include "engine/session/questions.h"
#include "engine/session/traversal.h"

namespace zhilu {

namespace {

constexpr std::int64_t kNoDeadline = std::numeric_limits<std::int64_t>::max();

class Planner {
 public:
  Planner(const Compiled& compiled, const Matter& matter, Date as_of)
      : evaluation_(compiled, matter, as_of), knowledge_(*compiled.knowledge) {
    plan_.as_of = as_of;
  }

  Plan run() {
    read_scope();
    read_severity();
    read_assumptions();
    if (!plan_.in_scope) return std::move(plan_);
    const Traversal traversal = traverse(evaluation_);
    add_steps(traversal);
    add_refusals(traversal);
    add_precautions(traversal);
    plan_.questions = questions_of(evaluation_, plan_);
    plan_.questions_at_most = static_cast<std::uint32_t>(plan_.questions.size());
    plan_.questions_at_least = plan_.questions.empty() ? 0 : 1;
    find_come_back();
    return std::move(plan_);
  }

 private:
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
    for (std::uint32_t i = 0; i < knowledge_.facts.size(); ++i) {
      const Answer& answer = evaluation_.answer(FactId{i});
      if (answer.origin == Origin::Default && answer.is_known()) plan_.assumed.push_back({FactId{i}, answer});
    }
  }

  UrgencyId urgency_of(const Step& step) const {
    for (const UrgencyRule& rule : step.urgency) {
      if (evaluation_.truth(rule.when) == Truth::True) return rule.urgency;
    }
    return step.urgency.back().urgency;
  }

  void add_steps(const Traversal& traversal) {
    std::vector<PlanStep> found;
    found.reserve(knowledge_.steps.size());
    for (std::uint32_t i = 0; i < knowledge_.steps.size(); ++i) {
      const auto status = status_of(traversal.steps[i], traversal.states[i]);
      if (status) found.push_back(make_step(traversal, StepId{i}, *status));
    }
    order(found);
    plan_.steps = std::move(found);
  }

  /// Whether a node is why the step has its status: reasons that only may hold do not explain a certain step.
  static bool supports(Reach node, StepStatus status) {
    switch (status) {
      case StepStatus::Do:
        return node.now == Truth::True;
      case StepStatus::Later:
        return node.eventual == Truth::True;
      case StepStatus::Wait:
      case StepStatus::Maybe:
      case StepStatus::Done:
        return !node.is_ruled_out();
    }
    return false;
  }

  PlanStep make_step(const Traversal& traversal, StepId id, StepStatus status) const {
    const Step& step = knowledge_.steps[id];
    PlanStep result;
    result.step = id;
    result.status = status;
    result.urgency = urgency_of(step);
    result.depends_on = to_fact_set(traversal.missing_of_step[id.value]);
    const auto nodes = evaluation_.compiled().nodes_of_step[id.value];
    result.nodes.reserve(nodes.size());
    for (NodeId node : nodes) {
      if (supports(traversal.nodes[node.value], status)) result.nodes.push_back(node);
    }
    result.have.reserve(step.needs.size());
    for (EvidenceId evidence : step.needs) {
      const ConditionId have = knowledge_.evidence[evidence].have_when;
      result.have.push_back(have.is_set() ? evaluation_.truth(have) : Truth::Unknown);
    }
    result.deadlines = deadlines_of(evaluation_, traversal, id);
    if (result.status == StepStatus::Later || result.status == StepStatus::Maybe) {
      result.opens = openings_of(evaluation_, traversal, id);
    }
    return result;
  }

  OrderKey key_of(const PlanStep& step) const {
    std::int64_t deadline = kNoDeadline;
    for (const Deadline& d : step.deadlines) {
      if (d.kind == LimitKind::File && d.due) deadline = std::min(deadline, d.due->date.days());
    }
    return {step.urgency.value, deadline, knowledge_.steps[step.step].phase.value, step.step.value};
  }

  /// Orders each group by itself: what to do and what is awaited together, then later, maybe and done.
  void order(std::vector<PlanStep>& steps) const {
    std::vector<PlanStep> ordered;
    ordered.reserve(steps.size());
    for (int group = 0; group <= 3; ++group) {
      std::vector<std::uint32_t> members;
      std::vector<StepId> ids;
      std::vector<OrderKey> keys;
      for (std::uint32_t i = 0; i < steps.size(); ++i) {
        if (group_of(steps[i].status) != group) continue;
        members.push_back(i);
        ids.push_back(steps[i].step);
        keys.push_back(key_of(steps[i]));
      }
      for (std::uint32_t at : plan_order(ids, keys, evaluation_.compiled().steps_before)) {
        ordered.push_back(std::move(steps[members[at]]));
      }
    }
    steps = std::move(ordered);
  }

  static int group_of(StepStatus status) {
    switch (status) {
      case StepStatus::Do:
      case StepStatus::Wait:
        return 0;
      case StepStatus::Later:
        return 1;
      case StepStatus::Maybe:
        return 2;
      case StepStatus::Done:
        return 3;
    }
    return 3;
  }

  /// A channel is named as refusing only where the graphs would lead there, now or later.
  void add_refusals(const Traversal& traversal) {
    for (std::uint32_t i = 0; i < knowledge_.steps.size(); ++i) {
      const Step& step = knowledge_.steps[StepId{i}];
      const Reach wanted = traversal.wanted[i];
      if (!step.channel.is_set() || traversal.states[i].done == Truth::True) continue;
      if (wanted.now != Truth::True && wanted.eventual != Truth::True) continue;
      if (evaluation_.truth(step.unless) == Truth::True && step.unless.is_set()) continue;
      if (const std::optional<std::uint32_t> refusal = find_refusal(knowledge_.channels[step.channel])) {
        add_refusal(step.channel, *refusal, StepId{i});
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

  void add_precautions(const Traversal& traversal) {
    std::vector<bool> told(knowledge_.precautions.size());
    for (NodeId node : evaluation_.compiled().node_order) {
      const PrecautionId advice = knowledge_.nodes[node].advice;
      if (advice.is_set() && traversal.nodes[node.value].now == Truth::True) told[advice.value] = true;
    }
    for (std::uint32_t i = 0; i < knowledge_.precautions.size(); ++i) {
      const ConditionId when = knowledge_.precautions[PrecautionId{i}].plan_when;
      if (told[i] || (when.is_set() && evaluation_.truth(when) == Truth::True)) {
        plan_.precautions.push_back(PrecautionId{i});
      }
    }
  }

  void find_come_back() {
    const auto offer = [this](const std::optional<DueDate>& due) {
      if (!due || due->date <= plan_.as_of) return;
      if (!plan_.come_back || due->date < plan_.come_back->date) plan_.come_back = due;
    };
    for (const PlanStep& step : plan_.steps) {
      if (step.status == StepStatus::Done || step.status == StepStatus::Maybe) continue;
      for (const Opening& opening : step.opens) offer(opening.date);
      if (step.status == StepStatus::Later) continue;
      for (const Deadline& deadline : step.deadlines) offer(deadline.due);
    }
  }

  Evaluation evaluation_;
  const Knowledge& knowledge_;
  Plan plan_;
};

}  // namespace

Plan make_plan(const Compiled& compiled, const Matter& matter, Date as_of) {
  return Planner(compiled, matter, as_of).run();
}

}  // namespace zhilu
