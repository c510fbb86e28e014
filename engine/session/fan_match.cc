// SPDX-License-Identifier: MIT
#include "engine/session/fan_match.h"

#include <algorithm>
#include <bit>

#include "engine/base/wide_registers.h"

namespace zhilu {

namespace {

constexpr std::uint32_t kTested = 3;

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
  /// Words that any edge has a bit in.
  std::uint32_t words_used;
};

/// Writes the edges left over by all known rows to lists[1] (open), [2] (passed) and [3] (to be tested).
ZHILU_FOR_WIDE_REGISTERS
void take_bits(const BitRows& rows, std::uint32_t* const* lists, std::uint32_t* counts) {
  const auto eight = [base = rows.base](std::size_t row, std::uint32_t word) -> const Eight& {
    return *reinterpret_cast<const Eight*>(base + row + word);
  };
  std::uint32_t* out[4] = {nullptr, lists[1], lists[2], lists[3]};
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
    const std::uint32_t end = std::min(8U, rows.words_used - w);
    for (std::uint32_t i = 0; i < end; ++i) {
      const std::uint64_t is_open = open[i];
      const std::uint64_t is_test = test[i];
      // Written to the list it belongs to: which one cannot be foretold.
      for (std::uint64_t bits = left[i]; bits != 0; bits &= bits - 1) {
        const auto bit = static_cast<std::uint32_t>(std::countr_zero(bits));
        const auto kind = static_cast<std::uint32_t>((2 - (is_open >> bit & 1)) | (is_test >> bit & 1) * 3);
        *out[kind]++ = (w + i) * 64 + bit;
      }
    }
  }
  for (std::uint32_t kind = 1; kind < 4; ++kind) {
    counts[kind] = static_cast<std::uint32_t>(out[kind] - lists[kind]);
  }
}

}  // namespace

FanMatcher::FanMatcher(const Compiled& compiled)
    : compiled_(compiled),
      known_(compiled.most_fan_columns + 4),
      open_(compiled.most_fan_columns + 1),
      partial_(compiled.most_fan_columns + 1) {
  for (auto& list : lists_) list.resize(compiled.most_fan_edges + 1);
}

FanHits FanMatcher::match(const Evaluation& evaluation, const Fan& fan) {
  counts_ = {};
  if (fan.is_bits) {
    match_bits(evaluation, fan);
  } else {
    match_lists(evaluation, fan);
  }
  return {.open = {lists_[1].data(), counts_[1]},
          .passed = {lists_[2].data(), counts_[2]},
          .test = {lists_[3].data(), counts_[3]}};
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
                     .words = fan.words,
                     .words_used = (fan.count + 63) / 64};
  std::uint32_t* const lists[4] = {lists_[0].data(), lists_[1].data(), lists_[2].data(), lists_[3].data()};
  take_bits(rows, lists, counts_.data());
}

void FanMatcher::match_lists(const Evaluation& evaluation, const Fan& fan) {
  const Truth* truths = evaluation.all_truths();
  // An edge may be unknown for a slot that is known in part; only its circuit tells what it is missing then.
  unknown_kind_ = evaluation.has_partial() ? kTested : 1;
  for (std::uint32_t t = fan.begin; t < fan.end; ++t) {
    // They are far apart: fetched while the first ones are read.
    const FanTrigger& trigger = compiled_.fan_triggers[t];
    const std::uint32_t row = evaluation.row(trigger.slot);
    const auto list = compiled_.fan_lists[row < Slot::kPartial ? trigger.lists + 1 + row : trigger.lists];
    for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), 16); i += 4) __builtin_prefetch(&list[i]);
  }
  take_list(compiled_.fan_lists[fan.rest], truths, 2);
  for (std::uint32_t t = fan.begin; t < fan.end; ++t) {
    const FanTrigger& trigger = compiled_.fan_triggers[t];
    const std::uint16_t row = evaluation.row(trigger.slot);
    if (row == Slot::kOpen) {
      take_list(compiled_.fan_lists[trigger.lists], truths, 1);
    } else if (row == Slot::kPartial) {
      take_list(compiled_.fan_lists[trigger.lists], truths, kTested);
    } else {
      take_list(compiled_.fan_lists[trigger.lists + 1U + row], truths, 2);
    }
  }
}

/// `first` is the truth of the literal that the list is for, or kTested.
void FanMatcher::take_list(std::span<const FanCandidate> list, const Truth* truths, std::uint32_t first) {
  // A negated truth t is 2 - t, and so is (t ^ -1) + 3.
  const auto truth_of_literal = [truths](Literal literal) {
    const std::uint32_t negated = literal.code & 1;
    return (static_cast<std::uint32_t>(truths[literal.code >> 1]) ^ (0U - negated)) + 3 * negated;
  };
  for (const FanCandidate& candidate : list) {
    const std::uint32_t truth =
        std::min({first, truth_of_literal(candidate.literals[0]), truth_of_literal(candidate.literals[1]),
                  truth_of_literal(candidate.literals[2])});
    const bool test = (candidate.edge & FanCandidate::kTest) != 0 || first == kTested;
    const std::uint32_t kind = truth != 0 && test ? kTested : truth == 1 ? unknown_kind_ : truth;
    // Written where it belongs, and counted there unless it is ruled out: no branches.
    lists_[kind][counts_[kind]] = candidate.edge & ~FanCandidate::kTest;
    counts_[kind] += kind != 0 ? 1 : 0;
  }
}

}  // namespace zhilu
