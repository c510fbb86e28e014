// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "engine/compile/slots.h"

namespace zhilu {
namespace {

std::vector<bool> find_read(const Compiled& compiled) {
  std::vector<bool> is_read(compiled.slots.size());
  for (const FanColumn& column : compiled.fan_columns) is_read[column.slot.value] = true;
  for (const FanTrigger& trigger : compiled.fan_triggers) is_read[trigger.slot.value] = true;
  for (const SlotId slot : compiled.edge_slots) is_read[slot.value] = true;
  for (std::size_t s = 0; s < compiled.slots.size(); ++s)
    is_read[s] = is_read[s] || compiled.slots[s].is_tested;
  return is_read;
}

void renumber(const std::vector<SlotId>& numbers, Compiled& compiled) {
  const auto set = [&](SlotId& slot) {
    if (slot.is_set()) slot = numbers[slot.value];
  };
  for (Predicate& predicate : compiled.predicates) set(predicate.slot);
  for (SlotId& slot : compiled.slots_of_fact.items) set(slot);
  for (SlotId& slot : compiled.edge_slots) set(slot);
  for (FanColumn& column : compiled.fan_columns) set(column.slot);
  for (FanTrigger& trigger : compiled.fan_triggers) set(trigger.slot);
}

}  // namespace

void put_read_slots_first(Compiled& compiled) {
  const std::vector<bool> is_read = find_read(compiled);
  std::vector<std::uint32_t> order(compiled.slots.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::uint32_t begin = 0;
  // Those of the first kind are counted with the second.
  for (std::size_t kind = 1; kind < compiled.slots_until.size(); ++kind) {
    const std::uint32_t end = compiled.slots_until[kind];
    const auto middle = std::stable_partition(order.begin() + begin, order.begin() + end,
                                              [&](std::uint32_t slot) { return is_read[slot]; });
    compiled.slots_read_until[kind] = static_cast<std::uint32_t>(middle - order.begin());
    begin = end;
  }
  compiled.slots_read_until[0] = compiled.slots_read_until[1];
  std::vector<SlotId> numbers(order.size());
  Array<Slot> slots;
  slots.reserve(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    numbers[order[i]] = SlotId{i};
    slots.push_back(compiled.slots[order[i]]);
  }
  compiled.slots = std::move(slots);
  renumber(numbers, compiled);
}

}  // namespace zhilu
