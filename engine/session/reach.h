// SPDX-License-Identifier: MIT
// How a node or step is reached: now, and if the outcomes still to come come.
#pragma once

#include <cstdint>

#include "engine/value/truth.h"

namespace zhilu {

/// Two truths in four bits. Each truth is a pair of bits, "it may hold" and "it does hold", so that Kleene's
/// `and` and `or` of both at once are those of the bits.
class Reach {
 public:
  /// Ruled out.
  constexpr Reach() = default;
  constexpr Reach(Truth now, Truth eventual)
      : bits_(static_cast<std::uint8_t>(pair(now) | pair(eventual) << 2)) {}

  constexpr Truth now() const { return truth(bits_ & 3U); }
  constexpr Truth eventual() const { return truth(bits_ >> 2U); }

  constexpr bool is_ruled_out() const { return bits_ == 0; }
  /// One of the two is Unknown.
  constexpr bool is_open() const { return (bits_ >> 1 & ~bits_ & 0b0101U) != 0; }
  /// What is Unknown made False.
  constexpr Reach without_unknowns() const {
    const std::uint32_t holds = bits_ & 0b0101U;
    return of_bits(holds | holds << 1);
  }
  /// 0 .. 15, for tables.
  constexpr std::uint32_t index() const { return bits_; }

  friend constexpr Reach both(Reach a, Reach b) { return of_bits(std::uint32_t{a.bits_} & b.bits_); }
  friend constexpr Reach either(Reach a, Reach b) { return of_bits(std::uint32_t{a.bits_} | b.bits_); }
  friend constexpr bool operator==(Reach, Reach) = default;

 private:
  static constexpr std::uint32_t pair(Truth truth) {
    return truth == Truth::False ? 0U : truth == Truth::Unknown ? 2U : 3U;
  }
  static constexpr Truth truth(std::uint32_t pair) {
    return pair == 0 ? Truth::False : pair == 2 ? Truth::Unknown : Truth::True;
  }
  static constexpr Reach of_bits(std::uint32_t bits) {
    Reach reach;
    reach.bits_ = static_cast<std::uint8_t>(bits);
    return reach;
  }

  std::uint8_t bits_ = 0;
};

inline constexpr Reach kReached{Truth::True, Truth::True};
inline constexpr Reach kMayBeReached{Truth::Unknown, Truth::Unknown};

}  // namespace zhilu
