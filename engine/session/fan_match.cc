// SPDX-License-Identifier: MIT
#include "engine/session/fan_match.h"

#include <algorithm>
#include <bit>

// Where the machine has wider registers, the loop over bits is compiled for them too and chosen at start.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define ZHILU_FOR_WIDE_REGISTERS __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ZHILU_FOR_WIDE_REGISTERS
#endif

namespace zhilu {

namespace {

/// Four words at once; rows are multiples of it, and need no alignment beyond that of a word.
using Four = std::uint64_t __attribute__((vector_size(32), aligned(8), may_alias));

/// The rows of one fan.
struct BitRows {
  const std::uint64_t* all;
  const std::uint64_t* rest;
  const std::uint64_t* const* known;
  std::size_t known_count;
  const std::uint64_t* const* open;
  std::size_t open_count;
  const std::uint64_t* const* partial;
  std::size_t partial_count;
  std::uint32_t words;
};

inline const Four& four(const std::uint64_t* row, std::uint32_t word) {
  return *reinterpret_cast<const Four*>(row + word);
}

inline bool is_zero(const Four& words) {
  return (words[0] | words[1] | words[2] | words[3]) == 0;
}

/// Writes index << 2 | status of every edge left over by all known rows; gives their number.
ZHILU_FOR_WIDE_REGISTERS
std::uint32_t take_bits(const BitRows& rows, std::uint32_t* out) {
  std::uint32_t count = 0;
  for (std::uint32_t w = 0; w < rows.words; w += 4) {
    Four left = four(rows.all, w);
    std::size_t k = 0;
    for (; k + 4 <= rows.known_count; k += 4) {
      left &= four(rows.known[k], w) & four(rows.known[k + 1], w) & four(rows.known[k + 2], w) &
              four(rows.known[k + 3], w);
      if (is_zero(left)) break;
    }
    if (k + 4 <= rows.known_count) continue;
    for (; k < rows.known_count; ++k) left &= four(rows.known[k], w);
    if (is_zero(left)) continue;
    Four open{};
    for (std::size_t i = 0; i < rows.open_count; ++i) open |= four(rows.open[i], w);
    Four test = four(rows.rest, w);
    for (std::size_t i = 0; i < rows.partial_count; ++i) test |= four(rows.partial[i], w);
    for (std::uint32_t i = 0; i < 4; ++i) {
      for (std::uint64_t bits = left[i]; bits != 0; bits &= bits - 1) {
        const auto bit = static_cast<std::uint32_t>(std::countr_zero(bits));
        // 2 passed, 1 open, 3 to be tested.
        const auto is_open = static_cast<std::uint32_t>(open[i] >> bit & 1);
        const auto is_test = static_cast<std::uint32_t>(test[i] >> bit & 1);
        const std::uint32_t status = is_test != 0 ? 3 : 2 - is_open;
        out[count++] = ((w + i) * 64 + bit) << 2 | status;
      }
    }
  }
  return count;
}

}  // namespace

FanMatcher::FanMatcher(const Compiled& compiled)
    : compiled_(compiled),
      hits_(compiled.most_fan_edges),
      known_(compiled.most_fan_columns),
      open_(compiled.most_fan_columns),
      partial_(compiled.most_fan_columns) {}

std::span<const FanHit> FanMatcher::match(const Evaluation& evaluation, const Fan& fan) {
  count_ = 0;
  if (fan.is_bits) {
    match_bits(evaluation, fan);
  } else {
    match_lists(evaluation, fan);
  }
  return {hits_.data(), count_};
}

void FanMatcher::match_bits(const Evaluation& evaluation, const Fan& fan) {
  const std::uint64_t* words = compiled_.fan_words.data();
  BitRows rows{.all = words + fan.rest + fan.words,
               .rest = words + fan.rest,
               .known = known_.data(),
               .known_count = 0,
               .open = open_.data(),
               .open_count = 0,
               .partial = partial_.data(),
               .partial_count = 0,
               .words = fan.words};
  for (std::uint32_t c = fan.begin; c < fan.end; ++c) {
    const FanColumn& column = compiled_.fan_columns[c];
    const std::uint16_t row = evaluation.row(column.slot);
    if (row == Slot::kOpen) {
      open_[rows.open_count++] = words + column.reads;
    } else if (row == Slot::kPartial) {
      partial_[rows.partial_count++] = words + column.reads;
    } else {
      known_[rows.known_count++] = words + column.rows + std::size_t{row} * fan.words;
    }
  }
  static_assert(sizeof(FanHit) == sizeof(std::uint32_t));
  count_ = take_bits(rows, &hits_.data()->code_);
}

void FanMatcher::match_lists(const Evaluation& evaluation, const Fan& fan) {
  const Truth* truths = evaluation.all_truths();
  take_list(compiled_.fan_lists[fan.rest], truths, Truth::True);
  for (std::uint32_t t = fan.begin; t < fan.end; ++t) {
    const FanTrigger& trigger = compiled_.fan_triggers[t];
    const std::uint16_t row = evaluation.row(trigger.slot);
    if (row == Slot::kOpen) {
      take_list(compiled_.fan_lists[trigger.lists], truths, Truth::Unknown);
    } else if (row == Slot::kPartial) {
      const std::uint32_t before = count_;
      take_list(compiled_.fan_lists[trigger.lists], truths, Truth::True);
      for (std::uint32_t i = before; i < count_; ++i) {
        hits_[i] = FanHit::of(hits_[i].edge(), FanHit::Status::Test);
      }
    } else {
      take_list(compiled_.fan_lists[trigger.lists + 1U + row], truths, Truth::True);
    }
  }
}

void FanMatcher::take_list(std::span<const FanCandidate> list, const Truth* truths, Truth first) {
  // A negated truth t is 2 - t, and so is (t ^ -1) + 3.
  const auto truth_of_literal = [truths](Literal literal) {
    const int negated = static_cast<int>(literal.code & 1);
    return (static_cast<int>(truths[literal.code >> 1]) ^ -negated) + 3 * negated;
  };
  for (const FanCandidate& candidate : list) {
    int truth = std::min(static_cast<int>(first), truth_of_literal(candidate.literals[0]));
    truth = std::min(truth, truth_of_literal(candidate.literals[1]));
    truth = std::min(truth, truth_of_literal(candidate.literals[2]));
    if (truth == 0) continue;
    const bool test = (candidate.edge & FanCandidate::kTest) != 0;
    hits_[count_++] = FanHit::of(candidate.edge & ~FanCandidate::kTest,
                                 test ? FanHit::Status::Test : static_cast<FanHit::Status>(truth));
  }
}

}  // namespace zhilu
