// SPDX-License-Identifier: MIT
// Slots: for each fact the classes of values that the predicates tell apart, and where a value falls.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/compile/compiled.h"
#include "engine/model/matter.h"

namespace zhilu {

/// For the time of compiling: what the predicates say of the rows of their slots.
class RowTruths {
 public:
  /// Of the slots of `compiled`.
  explicit RowTruths(const Compiled& compiled);

  /// False of slots for which they would be too many.
  bool has(SlotId slot) const { return begin_[slot.value] != kNone; }

  /// Whether a literal of a slot that it has holds for the values of a row.
  bool holds(Literal literal, std::uint32_t row) const;

 private:
  static constexpr std::size_t kNone = ~std::size_t{0};

  const Compiled& compiled_;
  /// By slot: where its truths begin, row by row.
  std::vector<std::size_t> begin_;
  std::vector<bool> holds_;
};

/// Sorts the predicates by slots and fills everything about slots in `compiled`, but for the literals. Gives
/// the new number of each predicate. `text_sets` are the texts of TextIn predicates by Predicate::mask.
std::vector<std::uint32_t> build_slots(std::vector<Predicate> predicates,
                                       const std::vector<std::vector<std::string>>& text_sets,
                                       Compiled& compiled);

/// Fills Compiled::row_literals for all slots that are tested.
void add_row_literals(const RowTruths& truths, Compiled& compiled);

/// Renumbers the slots so that of each kind those that fans read come first. REQUIRES: all fans are built.
void put_read_slots_first(Compiled& compiled);

/// The row in which `answer` lies: Slot::kOpen where nothing is known, Slot::kPartial where more than one row
/// is possible or the fact does not apply.
std::uint16_t row_of(const Compiled& compiled, const Slot& slot, const Answer& answer);

/// The same for all slots that fans read; `rows` has one place a slot. True if one of them is Slot::kPartial.
bool find_rows(const Compiled& compiled, const Answer* answers, std::uint16_t* rows);

}  // namespace zhilu
