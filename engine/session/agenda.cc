// SPDX-License-Identifier: MIT
#include "engine/session/agenda.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "engine/base/sort_few.h"
#include "engine/session/deadlines.h"

namespace zhilu {

namespace {

constexpr std::int64_t kNoDeadline = std::numeric_limits<std::int64_t>::max();

/// The group of each status: Do, Wait, Later, Maybe, Done.
constexpr std::uint32_t kGroupOf[] = {0, 0, 1, 2, 3};
constexpr std::uint32_t kDoGroup = 0;
constexpr std::uint32_t kMaybeGroup = 2;

/// The urgency of a floating step: the last of its rules has no condition.
UrgencyId urgency_of(const Evaluation& evaluation, StepId step) {
  const std::span<const UrgencyRule> rules = evaluation.compiled().urgencies[step.value];
  for (const UrgencyRule& rule : rules) {
    if (evaluation.truth(rule.when) == Truth::True) return rule.urgency;
  }
  return rules.back().urgency;
}

}  // namespace

Agenda::Agenda(const Compiled& compiled)
    : compiled_(compiled),
      sets_(compiled.step_facts.size()),
      ranks_(compiled.step_facts.size() + 1),
      steps_(compiled.step_facts.size()),
      listed_(compiled.step_facts.size() + 1),
      is_gone_(compiled.step_facts.size()),
      is_moved_((compiled.step_facts.size() + 63) / 64),
      own_(compiled.step_facts.size()),
      place_(compiled.step_facts.size()),
      urgency_(compiled.step_facts.size()) {
  for (std::uint32_t rank = 0; rank < own_.size(); ++rank) own_[rank] = place_[rank] = place_of_rank(rank);
}

void Agenda::run(const Evaluation& evaluation, const Traversal& traversal) {
  evaluation_ = &evaluation;
  traversal_ = &traversal;
  are_all_written_ = false;
  for (std::uint32_t number = 0; number < kGroups; ++number) release(number);
  sets_.clear();
  traversal.each_plain_word([this](std::uint32_t w, std::uint64_t passed, std::uint64_t open) {
    sets_.put(w, {passed, 0, open, 0});
  });
  for (const std::uint32_t rank : traversal.looked()) {
    const std::uint8_t status = traversal.status(rank);
    if (status != StepVisit::kNone) sets_.insert(kGroupOf[status], rank);
  }
}

void Agenda::take_steps(std::span<const std::uint32_t> ranks) {
  for (const std::uint32_t rank : ranks) {
    const bool is_passed = traversal_->is_passed(rank);
    // It leaves one group before it enters the other: it has one place.
    take_step(is_passed ? kMaybeGroup : kDoGroup, rank, false);
    take_step(is_passed ? kDoGroup : kMaybeGroup, rank, is_passed || traversal_->is_open(rank));
  }
}

/// Takes up whether a step is in a group.
void Agenda::take_step(std::uint32_t number, std::uint32_t rank, bool is_in) {
  if (sets_.contains(number, rank) == is_in) return;
  are_all_written_ = false;
  Group& group = groups_[number];
  if (compiled_.step_facts[rank].floating) release(number);
  if (is_in) {
    sets_.insert(number, rank);
  } else {
    sets_.erase(number, rank);
  }
  if (!group.is_arranged) return;
  const Place last = place_[rank];
  group.is_written = false;
  if (is_in) {
    group.came.push_back(rank);
    group.unsettled.push_back(rank);
    each_after(rank, number, [&](std::uint32_t other) {
      if (place_[other] < last) group.unsettled.push_back(other);
    });
  } else {
    each_after(rank, number, [&](std::uint32_t other) {
      if (place_[other] == last) group.unsettled.push_back(other);
    });
    move(number, rank, own_[rank]);
    mark_gone(number, rank);
  }
}

std::span<const AgendaStep> Agenda::certain() {
  find_order(kDoGroup);
  const Group& group = groups_[kDoGroup];
  std::span<const std::uint32_t> ranks = group.fixed.all();
  if (!group.is_written || !group.moved.empty()) {
    are_all_written_ = false;
    ranks = {ranks_.data(), write(kDoGroup, ranks_.data())};
  }
  AgendaStep* to = steps_.data();
  for (const std::uint32_t rank : ranks) *to++ = make_step(kDoGroup, rank);
  return {steps_.data(), to};
}

std::span<const std::uint32_t> Agenda::ranks() {
  if (!are_all_written_) {
    std::uint32_t* to = ranks_.data();
    for (std::uint32_t number = 0; number < kGroups; ++number) {
      find_order(number);
      to = write(number, to);
      ends_[number] = static_cast<std::uint32_t>(to - ranks_.data());
    }
    are_all_written_ = true;
  }
  return {ranks_.data(), ends_.back()};
}

std::span<const AgendaStep> Agenda::steps() {
  const std::size_t count = ranks().size();
  std::size_t i = 0;
  for (std::uint32_t number = 0; number < kGroups; ++number) {
    for (; i < ends_[number]; ++i) steps_[i] = make_step(number, ranks_[i]);
  }
  return {steps_.data(), count};
}

/// Finds where the steps of a group stand.
void Agenda::find_order(std::uint32_t number) {
  Group& group = groups_[number];
  if (!group.is_arranged) {
    write_by_ranks(number);
    arrange(number);
  }
  settle(number);
  if (!group.is_sorted) sort_moved(number);
}

/// As if none floated. Finds which steps may have to be moved.
void Agenda::write_by_ranks(std::uint32_t number) {
  Group& group = groups_[number];
  floating_.clear();
  const std::uint32_t* end =
      sets_.list(listed_.data(), [&](std::uint32_t, const GroupSets::Words& words) { return words[number]; });
  std::uint32_t* const begin = group.fixed.room_for(static_cast<std::size_t>(end - listed_.data()) + 1);
  std::uint32_t* to = begin;
  // Those that may be late take the room of the ranks that have been read.
  std::uint32_t* late = listed_.data();
  for (const std::uint32_t* next = listed_.data(); next != end; ++next) {
    const std::uint32_t rank = *next;
    const StepFacts& facts = compiled_.step_facts[rank];
    // Which ones cannot be foretold: written anyway, and counted if it counts.
    *late = rank;
    late += facts.is_late ? 1 : 0;
    *to++ = rank;
    if (facts.floating) floating_.push_back({.rank = rank});
  }
  group.fixed.count = static_cast<std::size_t>(to - begin);
  late_count_ = static_cast<std::size_t>(late - listed_.data());
  group.is_written = true;
}

/// Writes the ranks of a group to `to`, gives where they end. REQUIRES: their order has been found.
std::uint32_t* Agenda::write(std::uint32_t number, std::uint32_t* to) {
  Group& group = groups_[number];
  if (group.is_written && group.moved.empty()) return std::ranges::copy(group.fixed.all(), to).out;
  std::ranges::sort(group.came);
  std::uint32_t* const begin = fixed_.room_for(group.fixed.count + group.came.size() + 1);
  std::uint32_t* fixed = begin;
  const std::uint32_t* last = group.fixed.items.data();
  const std::uint32_t* const last_end = last + group.fixed.count;
  auto came = group.came.cbegin();
  auto moved = group.moved.cbegin();
  while (true) {
    constexpr Place kEnd = ~Place{1};
    const Place place_of_came = came == group.came.cend() ? kEnd : place_of_rank(*came);
    const Place place_of_moved = moved == group.moved.cend() ? kEnd : moved->place;
    const Place place = std::min(place_of_came, place_of_moved);
    const auto end = static_cast<std::uint32_t>((place + 1) >> 32);
    for (; last != last_end && *last < end; ++last) {
      // Which have gone cannot be foretold.
      const std::uint32_t rank = *last;
      *fixed = rank;
      *to = rank;
      const std::uint32_t is_there = ~(std::uint32_t{is_gone_[rank]} >> number) & 1U;
      fixed += is_there;
      to += is_there;
    }
    if (place == kEnd) break;
    if (place_of_moved < place_of_came) {
      *to++ = moved->rank;
      ++moved;
    } else {
      const std::uint32_t rank = *came++;
      const bool is_known = fixed != begin && fixed[-1] == rank;
      const bool stands = sets_.contains(number, rank) && !is_moved(rank);
      if (stands && !is_known) *fixed++ = *to++ = rank;
    }
  }
  fixed_.count = static_cast<std::size_t>(fixed - begin);
  std::swap(fixed_, group.fixed);
  group.came.clear();
  forget_gone(number);
  group.is_written = true;
  return to;
}

/// Gives the steps of a group their places, those that float their own, and finds which wait for others.
void Agenda::arrange(std::uint32_t number) {
  Group& group = groups_[number];
  group.is_arranged = true;
  if (!floating_.empty()) place_floating(number);
  for (const std::uint32_t rank : std::span(listed_.data(), late_count_)) {
    bool is_late = false;
    each_before(rank, number, [&](std::uint32_t before) { is_late = is_late || before > rank; });
    if (is_late) group.unsettled.push_back(rank);
  }
}

OrderKey Agenda::key_of_floating(std::uint32_t rank) const {
  const StepFacts& facts = compiled_.step_facts[rank];
  const bool is_conditional = !compiled_.urgencies[facts.step.value].empty();
  const UrgencyId urgency = is_conditional ? urgency_of(*evaluation_, facts.step) : facts.urgency;
  std::int64_t deadline = kNoDeadline;
  if (facts.has_filing_limit) {
    for (const Deadline& d : deadlines_of(*evaluation_, *traversal_, facts.step)) {
      if (d.kind == LimitKind::File && d.due) deadline = std::min(deadline, d.due->date.days());
    }
  }
  return {urgency.value, deadline, facts.phase.value, facts.step.value};
}

bool Agenda::is_usual(const OrderKey& key, std::uint32_t rank) const {
  return key.deadline == kNoDeadline && key.urgency == compiled_.step_facts[rank].urgency.value;
}

std::uint32_t Agenda::rank_behind(const OrderKey& key) const {
  const auto& ranks = compiled_.step_facts;
  const auto is_more_pressing = [](const StepFacts& facts, const OrderKey& other) {
    return OrderKey{facts.urgency.value, kNoDeadline, facts.phase.value, facts.step.value} < other;
  };
  return static_cast<std::uint32_t>(std::lower_bound(ranks.begin(), ranks.end(), key, is_more_pressing) -
                                    ranks.begin());
}

void Agenda::place_floating(std::uint32_t number) {
  Group& group = groups_[number];
  for (Floating& floating : floating_) floating.key = key_of_floating(floating.rank);
  std::sort(floating_.begin(), floating_.end(),
            [](const Floating& a, const Floating& b) { return a.key < b.key; });
  for (std::uint32_t i = 0; i < floating_.size(); ++i) {
    const auto& [key, rank] = floating_[i];
    urgency_[rank] = UrgencyId{key.urgency};
    if (is_usual(key, rank)) continue;
    // Before the step of that rank, and those of one place in their order.
    own_[rank] = Place{rank_behind(key)} << 32 | (i + 1);
    move(number, rank, own_[rank]);
  }
  for (const auto& [key, rank] : floating_) {
    if (is_usual(key, rank)) continue;
    if (compiled_.step_facts[rank].before != StepFacts::kNobody) group.unsettled.push_back(rank);
    each_after(rank, number, [&, place = own_[rank]](std::uint32_t other) {
      if (place_[other] < place) group.unsettled.push_back(other);
    });
  }
}

/// Gives steps their places, and those that wait for them.
void Agenda::settle(std::uint32_t number) {
  Group& group = groups_[number];
  while (!group.unsettled.empty()) {
    const std::uint32_t rank = group.unsettled.back();
    group.unsettled.pop_back();
    if (!sets_.contains(number, rank)) continue;
    Place place = own_[rank];
    each_before(rank, number, [&](std::uint32_t before) { place = std::max(place, place_[before]); });
    const Place last = place_[rank];
    if (place == last) continue;
    move(number, rank, place);
    each_after(rank, number, [&](std::uint32_t other) {
      if (place_[other] < place || place_[other] == last) group.unsettled.push_back(other);
    });
  }
}

void Agenda::move(std::uint32_t number, std::uint32_t rank, Place place) {
  Group& group = groups_[number];
  place_[rank] = place;
  const bool was_moved = is_moved(rank);
  if (place == place_of_rank(rank)) {
    if (was_moved) {
      unmark_moved(rank);
      group.came.push_back(rank);
      group.is_sorted = false;
      group.is_written = false;
    }
    return;
  }
  group.is_sorted = false;
  group.is_written = false;
  if (was_moved) return;
  mark_moved(rank);
  mark_gone(number, rank);
  group.moved.push_back({.rank = rank});
}

/// Remembers that a step does not stand among the fixed ones any more.
void Agenda::mark_gone(std::uint32_t number, std::uint32_t rank) {
  is_gone_[rank] |= static_cast<std::uint8_t>(1U << number);
  groups_[number].gone.push_back(rank);
}

void Agenda::forget_gone(std::uint32_t number) {
  std::vector<std::uint32_t>& gone = groups_[number].gone;
  for (const std::uint32_t rank : gone) is_gone_[rank] &= static_cast<std::uint8_t>(~(1U << number));
  gone.clear();
}

void Agenda::sort_moved(std::uint32_t number) {
  Group& group = groups_[number];
  std::vector<Moved>& moved = group.moved;
  group.is_sorted = true;
  std::erase_if(
      moved, [&](const Moved& step) { return !is_moved(step.rank) || !sets_.contains(number, step.rank); });
  for (Moved& step : moved) {
    step.place = place_[step.rank];
    step.own = own_[step.rank] == step.place ? 0 : own_[step.rank];
  }
  sort_few(moved, [](const Moved& a, const Moved& b) {
    return (a.place < b.place) | ((a.place == b.place) & (a.own < b.own));
  });
  // One may have been moved, moved back, and moved once more.
  const auto is_same = [](const Moved& a, const Moved& b) { return a.rank == b.rank; };
  moved.erase(std::unique(moved.begin(), moved.end(), is_same), moved.end());
  for (auto begin = moved.begin(); begin != moved.end();) {
    const auto end =
        std::find_if(begin, moved.end(), [&](const Moved& m) { return m.place != begin->place; });
    if (end - begin > 1) sort_waiting(number, {begin, end});
    begin = end;
  }
}

/// Puts steps that stand in one place into an order in which none comes before one that precedes it.
/// REQUIRES: they are in the order of their own places.
void Agenda::sort_waiting(std::uint32_t number, std::span<Moved> moved) {
  const Place place = moved[0].place;
  const auto stands_here = [&](std::uint32_t rank) { return place_[rank] == place && is_moved(rank); };
  const auto index_of = [&](std::uint32_t rank) {
    const Place own = own_[rank] == place ? 0 : own_[rank];
    return static_cast<std::uint32_t>(std::ranges::lower_bound(moved, own, {}, &Moved::own) - moved.begin());
  };
  // Mostly they do already.
  bool is_late = false;
  waits_.assign(moved.size(), 0);
  for (std::uint32_t i = 0; i < moved.size(); ++i) {
    each_before(moved[i].rank, number, [&](std::uint32_t before) {
      if (!stands_here(before)) return;
      ++waits_[i];
      is_late = is_late || index_of(before) > i;
    });
  }
  if (!is_late) return;
  ready_.clear();
  sorted_.clear();
  // Ascending is a heap with the first on top.
  for (std::uint32_t i = 0; i < moved.size(); ++i) {
    if (waits_[i] == 0) ready_.push_back(i);
  }
  while (!ready_.empty()) {
    std::ranges::pop_heap(ready_, std::greater<>());
    const std::uint32_t at = ready_.back();
    ready_.pop_back();
    sorted_.push_back(moved[at]);
    each_after(moved[at].rank, number, [&](std::uint32_t other) {
      if (!stands_here(other)) return;
      const std::uint32_t i = index_of(other);
      if (--waits_[i] != 0) return;
      ready_.push_back(i);
      std::ranges::push_heap(ready_, std::greater<>());
    });
  }
  // Steps that precede one another are left over; checked knowledge has none.
  if (sorted_.size() == moved.size()) std::ranges::copy(sorted_, moved.begin());
}

/// Brings the places of a group back to those of the ranks.
void Agenda::release(std::uint32_t number) {
  Group& group = groups_[number];
  if (!group.is_arranged) return;
  for (const Moved& step : group.moved) {
    // It may have left, and have another place by now.
    if (!sets_.contains(number, step.rank)) continue;
    own_[step.rank] = place_[step.rank] = place_of_rank(step.rank);
    unmark_moved(step.rank);
  }
  group.moved.clear();
  group.fixed.count = 0;
  forget_gone(number);
  group.came.clear();
  group.unsettled.clear();
  group.is_arranged = false;
  group.is_sorted = true;
}

}  // namespace zhilu
