// SPDX-License-Identifier: MIT
#include "engine/session/fan_match.h"

#include <algorithm>
#include <bit>

#include "engine/base/wide_registers.h"

namespace zhilu {

namespace {

/// Eight words at once; rows are multiples of it, and need no alignment beyond that of a word.
using Eight = std::uint64_t __attribute__((vector_size(64), aligned(8), may_alias));

/// The rows of one fan.
struct BitRows {
  /// What the others count from.
  const std::uint64_t* base;
  std::size_t all;
  std::size_t rest;
  /// A multiple of four.
  const std::size_t* known;
  std::size_t known_count;
  const std::size_t* open;
  std::size_t open_count;
  const std::size_t* partial;
  std::size_t partial_count;
  std::uint32_t words;
};

/// Writes the edges left over by all known rows, as bits: those that are open, passed, and to be tested.
ZHILU_FOR_WIDE_REGISTERS
void take_bits(const BitRows& rows, std::uint64_t* open_words, std::uint64_t* passed_words,
               std::uint64_t* test_words) {
  const auto eight = [base = rows.base](std::size_t row, std::uint32_t word) -> const Eight& {
    return *reinterpret_cast<const Eight*>(base + row + word);
  };
  const auto put = [](std::uint64_t* words, std::uint32_t word, const Eight& value) {
    *reinterpret_cast<Eight*>(words + word) = value;
  };
  for (std::uint32_t w = 0; w < rows.words; w += 8) {
    Eight left = eight(rows.all, w);
    for (std::size_t k = 0; k < rows.known_count; k += 4) {
      left &= eight(rows.known[k], w) & eight(rows.known[k + 1], w) & eight(rows.known[k + 2], w) &
              eight(rows.known[k + 3], w);
    }
    Eight open{};
    for (std::size_t i = 0; i < rows.open_count; ++i) open |= eight(rows.open[i], w);
    Eight test = eight(rows.rest, w);
    for (std::size_t i = 0; i < rows.partial_count; ++i) test |= eight(rows.partial[i], w);
    put(test_words, w, left & test);
    left &= ~test;
    put(open_words, w, left & open);
    put(passed_words, w, left & ~open);
  }
}

/// list_bits() writes so many numbers at once, some of them for nothing.
constexpr std::uint32_t kAtOnce = 4;

/// Writes the numbers of the bits that are set to `list`; gives how many. `places` has room for a number for
/// each word, `list` for kAtOnce more than there are bits.
///
/// How many bits a word has cannot be foretold, and a loop over each would guess wrong once for each. So the
/// words that have any are found first, and then some numbers are written for each in any case.
ZHILU_FOR_WIDE_REGISTERS
std::uint32_t list_bits(const std::uint64_t* words, std::uint32_t word_count, std::uint32_t* places,
                        std::uint32_t* list) {
  std::uint32_t filled = 0;
  for (std::uint32_t w = 0; w < word_count; ++w) {
    places[filled] = w;
    filled += words[w] != 0 ? 1 : 0;
  }
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < filled; ++i) {
    std::uint64_t word = words[places[i]];
    const std::uint32_t first = places[i] * 64;
    std::uint32_t* to = list + count;
    count += static_cast<std::uint32_t>(std::popcount(word));
    do {
      for (std::uint32_t k = 0; k < kAtOnce; ++k) {
        *to++ = first + static_cast<std::uint32_t>(std::popcount(~word & (word - 1)));
        word &= word - 1;
      }
    } while (word != 0);
  }
  return count;
}

}  // namespace

FanMatcher::FanMatcher(const Compiled& compiled)
    : compiled_(compiled),
      known_(compiled.most_fan_columns + 4),
      open_(compiled.most_fan_columns + 1),
      partial_(compiled.most_fan_columns + 1) {
  const std::size_t words = (compiled.most_fan_edges + 511) / 512 * 8;
  for (auto& list : lists_) list.resize(compiled.most_fan_edges + kAtOnce);
  for (auto& row : bits_) row.resize(words);
  places_.resize(words);
}

FanHits FanMatcher::match(const Evaluation& evaluation, const Fan& fan) {
  counts_ = {};
  if (fan.reads_derived) derive_slots(evaluation, fan);
  if (fan.is_bits) {
    match_bits(evaluation, fan);
  } else {
    match_lists(evaluation, fan);
  }
  return {.open = {lists_[kOpen].data(), counts_[kOpen]},
          .passed = {lists_[kPassed].data(), counts_[kPassed]},
          .test = {lists_[kTest].data(), counts_[kTest]}};
}

/// Sees to it that the rows of all slots of the fan may be asked for.
void FanMatcher::derive_slots(const Evaluation& evaluation, const Fan& fan) const {
  for (std::uint32_t i = fan.begin; i < fan.end; ++i) {
    const SlotId id = fan.is_bits ? compiled_.fan_columns[i].slot : compiled_.fan_triggers[i].slot;
    const Slot& slot = compiled_.slots[id.value];
    if (slot.derived != Slot::kGiven) evaluation.answer(slot.fact);
  }
}

void FanMatcher::match_bits(const Evaluation& evaluation, const Fan& fan) {
  const std::size_t all = std::size_t{fan.rest} + fan.words;
  std::size_t known = 0;
  std::size_t open = 0;
  std::size_t partial = 0;
  // Each column goes onto one of two lists, written onto both and counted on its own: no branches.
  for (std::uint32_t c = fan.begin; c < fan.end; ++c) {
    const FanColumn& column = compiled_.fan_columns[c];
    const std::uint32_t row = evaluation.row(column.slot);
    open_[open] = column.reads;
    open += row == Slot::kOpen ? 1 : 0;
    known_[known] = column.rows + std::size_t{row} * fan.words;
    known += row < Slot::kPartial ? 1 : 0;
  }
  if (evaluation.has_partial()) {
    for (std::uint32_t c = fan.begin; c < fan.end; ++c) {
      const FanColumn& column = compiled_.fan_columns[c];
      if (evaluation.row(column.slot) == Slot::kPartial) partial_[partial++] = column.reads;
    }
  }
  while (known % 4 != 0) known_[known++] = all;
  const BitRows rows{.base = compiled_.fan_words.data(),
                     .all = all,
                     .rest = fan.rest,
                     .known = known_.data(),
                     .known_count = known,
                     .open = open_.data(),
                     .open_count = open,
                     .partial = partial_.data(),
                     .partial_count = partial,
                     .words = fan.words};
  take_bits(rows, bits_[kOpen].data(), bits_[kPassed].data(), bits_[kTest].data());
  const std::uint32_t words = (fan.count + 63) / 64;
  for (std::uint32_t list = 0; list < kLists; ++list) {
    counts_[list] = list_bits(bits_[list].data(), words, places_.data(), lists_[list].data());
  }
}

void FanMatcher::match_lists(const Evaluation& evaluation, const Fan& fan) {
  const std::uint8_t* literals = evaluation.tested_literals();
  // An edge may be unknown for a slot that is known in part; only its circuit tells what it is missing then.
  unknown_list_ = evaluation.has_partial() ? kTest : kOpen;
  for (std::uint32_t t = fan.begin; t < fan.end; ++t) {
    // They are far apart: fetched while the first ones are read.
    const FanTrigger& trigger = compiled_.fan_triggers[t];
    const std::uint32_t row = evaluation.row(trigger.slot);
    const auto list = compiled_.fan_lists[row < Slot::kPartial ? trigger.lists + 1 + row : trigger.lists];
    for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), 16); i += 4) __builtin_prefetch(&list[i]);
  }
  take_list(compiled_.fan_lists[fan.rest], literals, Literal::kTrue, false);
  for (std::uint32_t t = fan.begin; t < fan.end; ++t) {
    const FanTrigger& trigger = compiled_.fan_triggers[t];
    const std::uint16_t row = evaluation.row(trigger.slot);
    if (row < Slot::kPartial) {
      take_list(compiled_.fan_lists[trigger.lists + 1U + row], literals, Literal::kTrue, false);
    } else {
      take_list(compiled_.fan_lists[trigger.lists], literals, Literal::kUnknown, row == Slot::kPartial);
    }
  }
}

/// `first` is Literal::bits of the literal that the list is for; `partial` says that only circuits tell it.
void FanMatcher::take_list(std::span<const FanCandidate> list, const std::uint8_t* literals,
                           std::uint32_t first, bool partial) {
  // Each candidate is written to the end of every list, and counted in the one where it belongs: no branches.
  std::uint32_t* const open = lists_[kOpen].data();
  std::uint32_t* const passed = lists_[kPassed].data();
  std::uint32_t* const test = lists_[kTest].data();
  std::uint32_t counts[kLists] = {counts_[kOpen], counts_[kPassed], counts_[kTest]};
  const std::uint32_t unknown_is_tested = unknown_list_ == kTest ? 1 : 0;
  const std::uint32_t all_are_tested = partial ? 1 : 0;
  for (const FanCandidate& candidate : list) {
    const std::uint32_t bits = first & literals[candidate.literals[0].code] &
                               literals[candidate.literals[1].code] & literals[candidate.literals[2].code];
    const std::uint32_t edge = candidate.edge & ~FanCandidate::kTest;
    const std::uint32_t is_possible = bits >> 1;
    const std::uint32_t is_certain = bits & 1;
    const std::uint32_t is_unknown = is_possible ^ is_certain;
    const std::uint32_t is_tested =
        (candidate.edge >> 31 | all_are_tested | (unknown_is_tested & is_unknown)) & is_possible;
    open[counts[kOpen]] = edge;
    passed[counts[kPassed]] = edge;
    test[counts[kTest]] = edge;
    counts[kOpen] += is_unknown & ~is_tested;
    counts[kPassed] += is_certain & ~is_tested;
    counts[kTest] += is_tested;
  }
  for (std::uint32_t i = 0; i < kLists; ++i) counts_[i] = counts[i];
}

}  // namespace zhilu
