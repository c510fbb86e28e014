// SPDX-License-Identifier: MIT
#include "engine/compile/step_facts.h"

#include <algorithm>

#include "engine/graph/step_order.h"

namespace zhilu {

namespace {

bool has_filing_limit(const Channel& channel) {
  return std::any_of(channel.limits.begin(), channel.limits.end(),
                     [](const Limit& limit) { return limit.kind == LimitKind::File; });
}

/// Adds a list of neighbours; gives where it begins.
std::uint32_t add_neighbours(Compiled& compiled, const std::vector<StepId>& steps) {
  if (steps.empty()) return StepFacts::kNobody;
  const auto begin = static_cast<std::uint32_t>(compiled.neighbours.size());
  for (const StepId step : steps) compiled.neighbours.push_back(compiled.rank_of[step.value]);
  compiled.neighbours.back() |= StepFacts::kLast;
  return begin;
}

}  // namespace

void add_step_facts(const std::vector<CircuitId>& guards, Compiled& compiled) {
  const Knowledge& knowledge = *compiled.knowledge;
  const auto n = static_cast<std::uint32_t>(knowledge.steps.size());
  const StepOrder order = step_order(knowledge);
  std::vector<StepId> ranked(n);
  for (std::uint32_t i = 0; i < n; ++i) ranked[i] = StepId{i};
  const auto urgency_of = [&](StepId id) { return knowledge.steps[id].urgency.back().urgency; };
  std::stable_sort(ranked.begin(), ranked.end(), [&](StepId a, StepId b) {
    return urgency_of(a) != urgency_of(b) ? urgency_of(a) < urgency_of(b)
                                          : knowledge.steps[a].phase < knowledge.steps[b].phase;
  });
  compiled.rank_of.resize(n);
  for (std::uint32_t r = 0; r < n; ++r) compiled.rank_of[ranked[r].value] = r;
  std::vector<std::vector<StepId>> after(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    for (const StepId before : order.before[i]) after[before.value].push_back(StepId{i});
  }
  for (const StepId id : ranked) {
    const Step& step = knowledge.steps[id];
    StepFacts facts{.step = id, .urgency = urgency_of(id)};
    facts.floating = step.urgency.size() > 1;
    facts.is_late = std::ranges::any_of(order.before[id.value], [&](StepId before) {
      return compiled.rank_of[before.value] > compiled.rank_of[id.value];
    });
    facts.before = add_neighbours(compiled, order.before[id.value]);
    facts.after = add_neighbours(compiled, after[id.value]);
    facts.guard = guards[id.value];
    facts.done_when = CircuitId{step.done_when.value};
    facts.channel = step.channel;
    facts.phase = step.phase;
    facts.needs = static_cast<std::uint32_t>(compiled.needs.size());
    facts.need_count = static_cast<std::uint32_t>(step.needs.size());
    for (const EvidenceId evidence : step.needs) {
      compiled.needs.push_back(CircuitId{knowledge.evidence[evidence].have_when.value});
    }
    if (step.channel.is_set()) {
      const Channel& channel = knowledge.channels[step.channel];
      facts.has_limits = !channel.limits.empty();
      facts.has_filing_limit = has_filing_limit(channel);
      facts.floating = facts.floating || facts.has_filing_limit;
    }
    compiled.step_facts.push_back(facts);
  }
}

void add_words_apart(Compiled& compiled) {
  const Knowledge& knowledge = *compiled.knowledge;
  for (const Channel& channel : knowledge.channels) {
    for (const Limit& limit : channel.limits) {
      compiled.limits.add({.kind = limit.kind,
                           .from = limit.from,
                           .when = CircuitId{limit.when.value},
                           .within = limit.within});
    }
    compiled.limits.end_row();
  }
  for (const Step& step : knowledge.steps) {
    if (step.urgency.size() > 1) compiled.urgencies.items.append(step.urgency.begin(), step.urgency.end());
    compiled.urgencies.end_row();
  }
  for (const Outcome& outcome : knowledge.outcomes) {
    OutcomeFacts facts{.after_limit = outcome.after_limit};
    for (const std::uint32_t option : outcome.results) facts.results |= std::uint64_t{1} << option;
    facts.is_refusal = std::ranges::find(outcome.events, EventKind::Refused) != outcome.events.end();
    compiled.outcomes.push_back(facts);
  }
}

}  // namespace zhilu
