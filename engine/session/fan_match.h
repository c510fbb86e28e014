// SPDX-License-Identifier: MIT
// Which edges of a fan are passed, or may be, for what is known.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/session/evaluation.h"

namespace zhilu {

/// An edge that is not ruled out by any one slot: its index in the fan and what is known of it.
class FanHit {
 public:
  enum class Status : std::uint32_t {
    Unknown = 1,  ///< Certainly unknown.
    True = 2,     ///< Certainly passed.
    Test = 3,     ///< Only its circuit tells.
  };

  FanHit() = default;
  static FanHit of(std::uint32_t edge, Status status) {
    return FanHit{edge << 2 | static_cast<std::uint32_t>(status)};
  }
  std::uint32_t edge() const { return code_ >> 2; }
  Status status() const { return static_cast<Status>(code_ & 3); }

 private:
  explicit FanHit(std::uint32_t code) : code_(code) {}
  friend class FanMatcher;
  std::uint32_t code_ = 0;
};

/// A workspace for the fans of one knowledge base.
class FanMatcher {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit FanMatcher(const Compiled& compiled);

  /// The edges of `fan` that are not ruled out, each once; those of a bit form ascending. Valid until the
  /// next call.
  std::span<const FanHit> match(const Evaluation& evaluation, const Fan& fan);

 private:
  void match_bits(const Evaluation& evaluation, const Fan& fan);
  void match_lists(const Evaluation& evaluation, const Fan& fan);
  void take_list(std::span<const FanCandidate> list, const Truth* truths, Truth first);

  const Compiled& compiled_;
  std::vector<FanHit> hits_;
  std::uint32_t count_ = 0;
  /// Rows of the bit form by what is known of their slots.
  std::vector<const std::uint64_t*> known_;
  std::vector<const std::uint64_t*> open_;
  std::vector<const std::uint64_t*> partial_;
};

}  // namespace zhilu
