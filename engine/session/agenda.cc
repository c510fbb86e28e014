// SPDX-License-Identifier: MIT
#include "engine/session/agenda.h"

#include <algorithm>
#include <limits>

#include "engine/session/deadlines.h"

namespace zhilu {

namespace {

constexpr std::uint32_t kNoPair = 0xffffffff;
constexpr std::int64_t kNoDeadline = std::numeric_limits<std::int64_t>::max();

/// The group of each status: Do, Wait, Later, Maybe, Done.
constexpr std::uint32_t kGroupOf[] = {0, 0, 1, 2, 3};
constexpr std::uint32_t kDoGroup = 0;
constexpr std::uint32_t kMaybeGroup = 2;
/// The status of a group's steps; of the first one that of those not looked at.
constexpr StepStatus kStatusOf[] = {StepStatus::Do, StepStatus::Later, StepStatus::Maybe, StepStatus::Done};

UrgencyId urgency_of(const Evaluation& evaluation, const Step& step) {
  for (const UrgencyRule& rule : step.urgency) {
    if (evaluation.truth(rule.when) == Truth::True) return rule.urgency;
  }
  return step.urgency.back().urgency;
}

}  // namespace

Agenda::Agenda(const Compiled& compiled)
    : compiled_(compiled),
      sets_(compiled.step_facts.size()),
      place_(compiled.step_facts.size()),
      waits_(compiled.step_facts.size()),
      first_pair_(compiled.step_facts.size()),
      is_in_pair_(compiled.step_facts.size()),
      reordered_(compiled.step_facts.size()) {
  for (Group& group : groups_) group.steps.resize(compiled.step_facts.size() + 1);
  followers_.resize(compiled.step_facts.size() + 1);
}

void Agenda::run(const Evaluation& evaluation, const Traversal& traversal) {
  evaluation_ = &evaluation;
  traversal_ = &traversal;
  steps_.clear();
  sets_.clear();
  traversal.each_plain_word([this](std::uint32_t w, std::uint64_t passed, std::uint64_t open) {
    sets_.put(w, {passed, 0, open, 0});
  });
  for (const std::uint32_t rank : traversal.looked()) {
    const std::uint8_t status = traversal.status(rank);
    if (status != StepVisit::kNone) sets_.insert(kGroupOf[status], rank);
  }
  for (Group& group : groups_) group.is_ordered = false;
}

void Agenda::take_steps(std::span<const std::uint32_t> ranks) {
  const auto set = [this](std::uint32_t group, std::uint32_t rank, bool is_in) {
    if (sets_.contains(group, rank) == is_in) return;
    if (is_in) {
      sets_.insert(group, rank);
    } else {
      sets_.erase(group, rank);
    }
    groups_[group].is_ordered = false;
    steps_.clear();
  };
  for (const std::uint32_t rank : ranks) {
    const bool is_passed = traversal_->is_passed(rank);
    set(kDoGroup, rank, is_passed);
    set(kMaybeGroup, rank, !is_passed && traversal_->is_open(rank));
  }
}

std::span<const AgendaStep> Agenda::certain() {
  return group(0);
}

std::span<const AgendaStep> Agenda::steps() {
  if (!steps_.empty()) return steps_;
  for (std::uint32_t number = 0; number < kGroups; ++number) {
    const std::span<const AgendaStep> ordered = group(number);
    steps_.insert(steps_.end(), ordered.begin(), ordered.end());
  }
  return steps_;
}

std::span<const AgendaStep> Agenda::group(std::uint32_t number) {
  Group& group = groups_[number];
  if (!group.is_ordered) {
    group.is_ordered = true;
    fill(group, number);
    if (!floating_.empty()) merge_floating(group);
    // Mostly the order of pressure lets all predecessors go first by itself.
    if (follower_count_ != 0 && find_pairs(number)) reorder(group);
  }
  return {group.steps.data(), group.count};
}

/// Writes the group in the order of ranks, without the floating ones.
void Agenda::fill(Group& group, std::uint32_t number) {
  floating_.clear();
  AgendaStep* to = group.steps.data();
  std::uint32_t* follower = followers_.data();
  std::uint32_t place = 0;
  sets_.each(number, [&](std::uint32_t rank) {
    const StepFacts& facts = compiled_.step_facts[rank];
    StepStatus status = kStatusOf[number];
    if (number == 0 && traversal_->is_looked(rank)) {
      status = static_cast<StepStatus>(traversal_->status(rank));
    }
    // Which ones others may precede cannot be foretold: written anyway, and counted if it counts.
    *follower = rank;
    follower += facts.before != StepFacts::kNobody ? 1 : 0;
    to[place] = {facts.step, status, facts.urgency};
    if (facts.floating) {
      add_floating(to[place]);
    } else {
      place_[rank] = place++;
    }
  });
  group.count = place;
  follower_count_ = static_cast<std::size_t>(follower - followers_.data());
}

void Agenda::add_floating(AgendaStep planned) {
  const Step& step = compiled_.knowledge->steps[planned.step];
  planned.urgency = urgency_of(*evaluation_, step);
  std::int64_t deadline = kNoDeadline;
  for (const Deadline& d : deadlines_of(*evaluation_, *traversal_, planned.step)) {
    if (d.kind == LimitKind::File && d.due) deadline = std::min(deadline, d.due->date.days());
  }
  floating_.push_back({{planned.urgency.value, deadline, step.phase.value, planned.step.value}, planned});
}

/// Puts the floating steps of the group among the others, by their keys.
void Agenda::merge_floating(Group& group) {
  std::sort(floating_.begin(), floating_.end(),
            [](const Floating& a, const Floating& b) { return a.key < b.key; });
  const auto key_of = [this](const AgendaStep& step) {
    return OrderKey{step.urgency.value, kNoDeadline, compiled_.knowledge->steps[step.step].phase.value,
                    step.step.value};
  };
  // From the end on, into the room behind the others.
  std::size_t fixed = group.count;
  std::size_t to = group.count += floating_.size();
  for (std::size_t f = floating_.size(); f > 0;) {
    if (fixed > 0 && floating_[f - 1].key < key_of(group.steps[fixed - 1])) {
      group.steps[--to] = group.steps[--fixed];
    } else {
      group.steps[--to] = floating_[--f].step;
    }
  }
  for (std::uint32_t place = 0; place < group.count; ++place) {
    place_[compiled_.rank_of[group.steps[place].step.value]] = place;
  }
}

/// Finds who precedes whom in the group. False if all of them do already, in the order of their keys.
bool Agenda::find_pairs(std::uint32_t number) {
  pairs_.clear();
  bool is_late = false;
  for (const std::uint32_t rank : std::span(followers_.data(), follower_count_)) {
    const std::uint32_t* next = compiled_.ranks_before.data() + compiled_.step_facts[rank].before;
    for (bool is_last = false; !is_last; ++next) {
      is_last = (*next & StepFacts::kLast) != 0;
      const std::uint32_t before = *next & ~StepFacts::kLast;
      if (!sets_.contains(number, before)) continue;
      pairs_.push_back({place_[before], place_[rank]});
      is_late = is_late || pairs_.back().before > pairs_.back().after;
    }
  }
  if (is_late) drop_idle_pairs();
  return is_late;
}

/// Leaves only the pairs that are late where no step of these precedes another: then the others stand as they
/// do.
void Agenda::drop_idle_pairs() {
  const auto is_late = [](const Pair& pair) { return pair.before > pair.after; };
  for (const Pair& pair : pairs_) waits_[pair.before] = 0;
  for (const Pair& pair : pairs_) {
    if (is_late(pair)) waits_[pair.after] = 1;
  }
  std::uint32_t chained = 0;
  for (const Pair& pair : pairs_) chained |= waits_[pair.before];
  if (chained == 0) std::erase_if(pairs_, [&](const Pair& pair) { return !is_late(pair); });
}

/// Takes the steps one by one: one that has to wait is passed over, and taken when the last that it waits for
/// has been.
void Agenda::reorder(Group& group) {
  const std::size_t n = group.count;
  std::fill_n(is_in_pair_.begin(), n, std::uint8_t{0});
  for (const Pair& pair : pairs_) {
    for (const std::uint32_t at : {pair.before, pair.after}) {
      waits_[at] = 0;
      first_pair_[at] = kNoPair;
      is_in_pair_[at] = 1;
    }
  }
  for (std::uint32_t i = 0; i < pairs_.size(); ++i) {
    ++waits_[pairs_[i].after];
    pairs_[i].next = first_pair_[pairs_[i].before];
    first_pair_[pairs_[i].before] = i;
  }
  std::copy_n(group.steps.data(), n, reordered_.data());
  AgendaStep* to = group.steps.data();
  released_.clear();
  const auto take = [&](std::uint32_t at, std::uint32_t next) {
    *to++ = reordered_[at];
    for (std::uint32_t i = first_pair_[at]; i != kNoPair; i = pairs_[i].next) {
      const std::uint32_t after = pairs_[i].after;
      if (--waits_[after] != 0 || after >= next) continue;
      released_.insert(std::lower_bound(released_.begin(), released_.end(), after), after);
    }
  };
  for (std::uint32_t at = 0; at < n; ++at) {
    if (is_in_pair_[at] == 0) {
      *to++ = reordered_[at];
      continue;
    }
    if (waits_[at] != 0) continue;
    take(at, at + 1);
    // What is released was passed over, so that it is more pressing than all that is still to come.
    while (!released_.empty()) {
      const std::uint32_t freed = released_.front();
      released_.erase(released_.begin());
      take(freed, at + 1);
    }
  }
  // Steps that precede one another are left over; checked knowledge has none.
  const AgendaStep* end = group.steps.data() + n;
  for (const Pair& pair : pairs_) {
    if (to == end || waits_[pair.after] == 0) continue;
    waits_[pair.after] = 0;
    *to++ = reordered_[pair.after];
  }
}

}  // namespace zhilu
