// SPDX-License-Identifier: MIT
// What of a fact was looked at, and so which answers to it are told apart.
#include <algorithm>

#include "engine/interview/probe.h"
#include "engine/session/predicate_truth.h"

namespace zhilu {

/// Numbers the different reply limits.
void Probe::find_reply_limits() {
  for (std::uint32_t i = 0; i < knowledge_.channels.size(); ++i) {
    for (const Limit& limit : knowledge_.channels[ChannelId{i}].limits) {
      if (limit.kind != LimitKind::Reply) continue;
      const auto known = std::find(reply_limits_.begin(), reply_limits_.end(), limit.within);
      const auto number = static_cast<std::size_t>(known - reply_limits_.begin());
      if (number == reply_limits_.size()) reply_limits_.push_back(limit.within);
      limits_of_channel_[i] |= std::uint64_t{1} << number % 64;
    }
  }
}

/// The reply limits that run out between two days of complaint, of the channels of steps that are reached.
bool Probe::has_limit_between(Date a, Date b) const {
  if (reply_limits_.size() > 64) return true;
  if (!reached_limits_) {
    reached_limits_ = 0;
    traversal_.each_reached([&](std::uint32_t rank) {
      const ChannelId channel = knowledge_.steps[compiled_.step_facts[rank].step].channel;
      if (channel.is_set()) *reached_limits_ |= limits_of_channel_[channel.value];
    });
  }
  return ((limits_over(a) ^ limits_over(b)) & *reached_limits_) != 0;
}

/// The reply limits that are over for one who complained on `day`, as bits.
std::uint64_t Probe::limits_over(Date day) const {
  const auto known =
      std::find_if(over_.begin(), over_.end(), [day](const OverLimits& one) { return one.day == day; });
  if (known != over_.end()) return known->limits;
  std::uint64_t over = 0;
  for (std::size_t i = 0; i < reply_limits_.size(); ++i) {
    const bool is_over = knowledge_.calendar.due(day, reply_limits_[i]).date < evaluation_.as_of();
    over |= std::uint64_t{is_over} << i % 64;
  }
  over_.push_back({day, over});
  return over;
}

void Probe::find_read_whole() {
  const FactBits whole = read_whole_[0];
  const auto add = [&](ConditionId condition) {
    const expr::Program* program = condition.is_set() ? knowledge_.find_program(condition) : nullptr;
    if (program == nullptr) return;
    for (const FactId fact : program->facts()) set_bit(whole, fact);
  };
  // A table is run again only where something in it has changed.
  const auto add_table_test = [&](ConditionId test) {
    if (!test.is_set()) return;
    for (const CircuitOp& op : compiled_.circuits[test.value]) {
      if (op.code == CircuitOp::Code::Predicate) always_looked_at_[op.predicate] = true;
    }
  };
  const auto add_slot_of_fan = [&](SlotId id) {
    const Slot& slot = compiled_.slots[id.value];
    for (std::uint32_t p = slot.first; p < slot.first + slot.count; ++p) always_looked_at_[p] = true;
  };
  const CoreFacts& core = knowledge_.core;
  for (const FactId fact : {core.scope, core.tried_result}) {
    if (fact.is_set()) set_bit(whole, fact);
  }
  for (std::size_t i = compiled_.general; i < compiled_.predicates.size(); ++i) {
    add(compiled_.predicates[i].condition);
  }
  for (const DecisionTable& table : knowledge_.tables) {
    for (const FactId output : table.outputs) add(knowledge_.facts[output].fallback);
    for (const TableRule& rule : table.rules) {
      for (const ConditionId output : rule.outputs) add(output);
      for (const ConditionId test : rule.tests) add_table_test(test);
    }
  }
  // Whether a limit runs is looked at only once the step is known to be done.
  for (const Channel& channel : knowledge_.channels) {
    for (const Limit& limit : channel.limits) add(limit.when);
  }
  for (const FanColumn& column : compiled_.fan_columns) add_slot_of_fan(column.slot);
  for (const FanTrigger& trigger : compiled_.fan_triggers) add_slot_of_fan(trigger.slot);
  for (std::uint32_t i = 0; i < compiled_.slots.size(); ++i) {
    if (compiled_.slots[i].is_tested) add_slot_of_fan(SlotId{i});
  }
}

/// Whether more of the fact is read than predicates tell, as far as things stand.
bool Probe::is_read_whole(FactId fact) const {
  if (has_bit(read_whole_[0], fact)) return true;
  return std::any_of(open_defaults_.begin(), open_defaults_.end(), [&](FactId open) {
    const std::vector<FactId>& reads = default_reads_[open.value];
    return std::find(reads.begin(), reads.end(), fact) != reads.end();
  });
}

bool Probe::has_looked_at(std::uint32_t predicate) const {
  return always_looked_at_[predicate] || evaluation_.has_asked_for(predicate);
}

bool Probe::tells_apart(FactId fact, const Answer& a, const Answer& b) const {
  if (is_read_whole(fact)) return true;
  if (fact == knowledge_.core.complained_on && has_limit_between(a.date, b.date)) return true;
  for (const SlotId id : compiled_.slots_of_fact[fact.value]) {
    const Slot& slot = compiled_.slots[id.value];
    for (std::uint32_t p = slot.first; p < slot.first + slot.count; ++p) {
      if (!has_looked_at(p)) continue;
      const Predicate& predicate = compiled_.predicates[p];
      if (truth_for(compiled_, predicate, a) != truth_for(compiled_, predicate, b)) return true;
    }
  }
  return false;
}

std::uint64_t Probe::telling_members(FactId fact) const {
  if (is_read_whole(fact)) return ~std::uint64_t{0};
  std::uint64_t members = 0;
  for (const SlotId id : compiled_.slots_of_fact[fact.value]) {
    const Slot& slot = compiled_.slots[id.value];
    for (std::uint32_t p = slot.first; p < slot.first + slot.count; ++p) {
      if (has_looked_at(p)) members |= std::uint64_t{1} << slot.member;
    }
  }
  return members;
}

}  // namespace zhilu
