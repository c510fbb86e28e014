// SPDX-License-Identifier: MIT
// Which edges of a fan are passed, or may be, for what is known.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/session/evaluation.h"

namespace zhilu {

/// Edges that no slot rules out, by their index in the fan; each stands in one list.
struct FanHits {
  std::span<const std::uint32_t> open;    ///< Unknown, for want of all slots of theirs that are open.
  std::span<const std::uint32_t> passed;  ///< True.
  std::span<const std::uint32_t> test;    ///< Only their circuits tell.
};

/// A workspace for the fans of one knowledge base.
class FanMatcher {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit FanMatcher(const Compiled& compiled);

  /// Valid until the next call.
  FanHits match(const Evaluation& evaluation, const Fan& fan);

  /// Of a fan in bit form that was just matched: all edges in its hits, as bits, to `alive`.
  void keep_alive(const Fan& fan, std::uint64_t* alive) const {
    for (std::uint32_t w = 0; w < fan.words; ++w)
      alive[w] = bits_[kOpen][w] | bits_[kPassed][w] | bits_[kTest][w];
  }

 private:
  void derive_slots(const Evaluation& evaluation, const Fan& fan) const;
  void match_bits(const Evaluation& evaluation, const Fan& fan);
  void match_lists(const Evaluation& evaluation, const Fan& fan);
  void take_list(std::span<const FanCandidate> list, const std::uint8_t* literals, std::uint32_t first,
                 bool partial);

  const Compiled& compiled_;
  static constexpr std::uint32_t kOpen = 0;
  static constexpr std::uint32_t kPassed = 1;
  static constexpr std::uint32_t kTest = 2;
  static constexpr std::uint32_t kLists = 3;
  std::array<std::vector<std::uint32_t>, kLists> lists_;
  std::array<std::uint32_t, kLists> counts_{};
  /// Of the list form: where unknown edges go.
  std::uint32_t unknown_list_ = kOpen;
  /// Of the bit form: the same as the lists, as bits.
  std::array<std::vector<std::uint64_t>, kLists> bits_;
  std::vector<std::uint32_t> places_;
  /// Where rows of the bit form begin in Compiled::fan_words, by what is known of their slots.
  std::vector<std::size_t> known_;
  std::vector<std::size_t> open_;
  std::vector<std::size_t> partial_;
};

}  // namespace zhilu
