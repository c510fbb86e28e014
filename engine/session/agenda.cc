// SPDX-License-Identifier: MIT
#include "engine/session/agenda.h"

#include <algorithm>
#include <limits>

#include "engine/session/deadlines.h"

namespace zhilu {

namespace {

constexpr std::int64_t kNoDeadline = std::numeric_limits<std::int64_t>::max();

std::size_t group_of(StepStatus status) {
  switch (status) {
    case StepStatus::Do:
    case StepStatus::Wait:
      return 0;
    case StepStatus::Later:
      return 1;
    case StepStatus::Maybe:
      return 2;
    case StepStatus::Done:
      break;
  }
  return 3;
}

UrgencyId urgency_of(const Evaluation& evaluation, const Step& step) {
  for (const UrgencyRule& rule : step.urgency) {
    if (evaluation.truth(rule.when) == Truth::True) return rule.urgency;
  }
  return step.urgency.back().urgency;
}

}  // namespace

Agenda::Agenda(const Compiled& compiled)
    : compiled_(compiled),
      ranks_(kGroups, OrderedBits(compiled.step_facts.size())),
      floating_(kGroups),
      status_of_rank_(compiled.step_facts.size()),
      place_of_(compiled.step_facts.size()),
      round_of_(compiled.step_facts.size()) {}

void Agenda::run(const Evaluation& evaluation, const Traversal& traversal) {
  steps_.clear();
  for (const StepId id : traversal.reached_steps()) {
    const auto status = status_of(traversal.step(id), traversal.state(id));
    if (status) add(evaluation, traversal, id, *status);
  }
  for (std::size_t group = 0; group < kGroups; ++group) take_group(group);
}

void Agenda::add(const Evaluation& evaluation, const Traversal& traversal, StepId id, StepStatus status) {
  const StepFacts& facts = compiled_.step_facts[id.value];
  const std::size_t group = group_of(status);
  if (!facts.floating) {
    status_of_rank_[facts.rank] = status;
    ranks_[group].insert(facts.rank);
    return;
  }
  const Step& step = compiled_.knowledge->steps[id];
  const UrgencyId urgency = urgency_of(evaluation, step);
  std::int64_t deadline = kNoDeadline;
  for (const Deadline& d : deadlines_of(evaluation, traversal, id)) {
    if (d.kind == LimitKind::File && d.due) deadline = std::min(deadline, d.due->date.days());
  }
  floating_[group].push_back({{urgency.value, deadline, step.phase.value, id.value}, {id, status, urgency}});
}

void Agenda::take_group(std::size_t group) {
  const std::size_t first = steps_.size();
  bool may_wait = false;
  ranks_[group].drain([&](std::uint32_t rank) {
    const StepId id = compiled_.step_of_rank[rank];
    const StepFacts& facts = compiled_.step_facts[id.value];
    steps_.push_back({id, status_of_rank_[rank], facts.urgency});
    may_wait = may_wait || facts.has_before;
  });
  std::vector<Floating>& floating = floating_[group];
  if (!floating.empty()) {
    merge_floating(floating, first);
    floating.clear();
    may_wait = true;
  }
  if (may_wait) respect_predecessors(first);
}

void Agenda::merge_floating(std::vector<Floating>& floating, std::size_t first) {
  std::sort(floating.begin(), floating.end(),
            [](const Floating& a, const Floating& b) { return a.key < b.key; });
  const auto key_of = [this](const AgendaStep& step) {
    return OrderKey{step.urgency.value, kNoDeadline, compiled_.knowledge->steps[step.step].phase.value,
                    step.step.value};
  };
  // From the end on, into the room behind the steps of fixed place.
  std::size_t fixed = steps_.size();
  steps_.resize(steps_.size() + floating.size());
  std::size_t to = steps_.size();
  for (std::size_t f = floating.size(); f > 0;) {
    if (fixed > first && floating[f - 1].key < key_of(steps_[fixed - 1])) {
      steps_[--to] = steps_[--fixed];
    } else {
      steps_[--to] = floating[--f].step;
    }
  }
}

void Agenda::respect_predecessors(std::size_t first) {
  ++round_;
  const auto n = static_cast<std::uint32_t>(steps_.size() - first);
  for (std::uint32_t i = 0; i < n; ++i) {
    const StepId id = steps_[first + i].step;
    place_of_[id.value] = i;
    round_of_[id.value] = round_;
  }
  pairs_.clear();
  bool late = false;
  for (std::uint32_t i = 0; i < n; ++i) {
    const StepId id = steps_[first + i].step;
    if (!compiled_.step_facts[id.value].has_before) continue;
    for (const StepId before : compiled_.steps_before[id.value]) {
      if (round_of_[before.value] != round_) continue;
      pairs_.push_back({place_of_[before.value], i});
      late = late || place_of_[before.value] > i;
    }
  }
  // Mostly the order of pressure lets all predecessors go first by itself.
  if (late) reorder(first);
}

void Agenda::reorder(std::size_t first) {
  const auto n = static_cast<std::uint32_t>(steps_.size() - first);
  constexpr std::uint32_t kOut = 0xffffffff;
  waits_.assign(n, 0);
  for (const Pair& pair : pairs_) ++waits_[pair.after];
  std::sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) { return a.before < b.before; });
  reordered_.clear();
  released_.clear();
  std::uint32_t next = 0;
  // What waited and was passed over is released by its last predecessor, and then goes by its place.
  const auto take = [&](std::uint32_t at) {
    waits_[at] = kOut;
    reordered_.push_back(steps_[first + at]);
    auto pair = std::lower_bound(pairs_.begin(), pairs_.end(), at,
                                 [](const Pair& p, std::uint32_t before) { return p.before < before; });
    for (; pair != pairs_.end() && pair->before == at; ++pair) {
      if (--waits_[pair->after] != 0 || pair->after >= next) continue;
      released_.insert(std::lower_bound(released_.begin(), released_.end(), pair->after), pair->after);
    }
  };
  while (reordered_.size() < n) {
    while (next < n && waits_[next] != 0) ++next;
    if (!released_.empty() && (next >= n || released_.front() < next)) {
      const std::uint32_t at = released_.front();
      released_.erase(released_.begin());
      take(at);
    } else if (next < n) {
      const std::uint32_t at = next++;
      take(at);
    } else {
      // Only steps that precede one another are left; checked knowledge has none.
      for (std::uint32_t i = 0; i < n; ++i) {
        if (waits_[i] != kOut && waits_[i] != 0) reordered_.push_back(steps_[first + i]);
      }
    }
  }
  std::copy(reordered_.begin(), reordered_.end(), steps_.begin() + static_cast<std::ptrdiff_t>(first));
}

}  // namespace zhilu
