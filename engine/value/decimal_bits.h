// SPDX-License-Identifier: MIT
// The bits of a Decimal: taking a number apart and putting one together. For decimal.cc, decimal_text.cc, and
// where numbers are compared in the hot path.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "engine/value/decimal.h"

namespace zhilu {

__extension__ using Wide = unsigned __int128;

// A decimal128 in the binary encoding: sign (1 bit), biased exponent (14 bits), coefficient (113 bits). The
// other form of the encoding, for coefficients that begin with binary 100, cannot occur: 10^34 is below
// 2^113.
struct DecimalBits {
  static constexpr int kBias = 6176;
  static constexpr int kMinExponent = -6176;
  static constexpr int kMaxExponent = 6111;
  static constexpr int kDigits = 34;
  static constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  static constexpr std::uint64_t kCoefficientMask = (std::uint64_t{1} << 49) - 1;

  static bool is_negative(Decimal d) { return (d.high_ & kSign) != 0; }
  static int exponent(Decimal d) { return static_cast<int>((d.high_ & ~kSign) >> 49) - kBias; }
  static Wide coefficient(Decimal d) { return Wide{d.high_ & kCoefficientMask} << 64 | d.low_; }
  // True if the coefficient fits 64 bits; then it is `low`.
  static bool is_short(Decimal d) { return (d.high_ & kCoefficientMask) == 0; }
  static std::uint64_t low(Decimal d) { return d.low_; }
  static std::uint64_t high(Decimal d) { return d.high_; }
  // Written as a whole number that is not negative and fits 63 bits; then it is `low`.
  static bool is_plain(Decimal d) { return (d.high_ == std::uint64_t{kBias} << 49) & (d.low_ >> 63 == 0); }
  // Written alike; numbers written otherwise may be equal too.
  static bool is_identical(Decimal a, Decimal b) { return a.low_ == b.low_ && a.high_ == b.high_; }
  static bool has_same_sign_and_exponent(Decimal a, Decimal b) { return ((a.high_ ^ b.high_) >> 49) == 0; }

  static Decimal make(bool negative, Wide coefficient, int exponent) {
    Decimal d;
    d.low_ = static_cast<std::uint64_t>(coefficient);
    d.high_ = static_cast<std::uint64_t>(coefficient >> 64) |
              static_cast<std::uint64_t>(exponent + kBias) << 49 | (negative && coefficient != 0 ? kSign : 0);
    return d;
  }

  // Of the bits of a decimal128 that may also be infinite or no number; then empty.
  static std::optional<Decimal> from_bits(std::uint64_t low, std::uint64_t high) {
    // Infinities and NaNs have the four bits below the sign set.
    constexpr std::uint64_t kSpecial = std::uint64_t{0x78} << 56;
    if ((high & kSpecial) == kSpecial) return std::nullopt;
    Decimal d;
    d.low_ = low;
    d.high_ = high;
    // There is one zero only, without sign.
    if (coefficient(d) == 0) d.high_ &= ~kSign;
    return d;
  }
};

constexpr std::array<Wide, 39> make_powers_of_ten() {
  std::array<Wide, 39> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}
inline constexpr std::array<Wide, 39> kPowerOfTen = make_powers_of_ten();
inline constexpr Wide kMaxCoefficient = kPowerOfTen[DecimalBits::kDigits] - 1;

inline Wide power_of_ten(int n) {
  return kPowerOfTen[static_cast<std::size_t>(n)];
}

// Divides by 10^digits and rounds; `digits` >= 0.
inline Wide shift_right(Wide coefficient, int digits, bool negative, Decimal::Rounding mode) {
  if (digits == 0) return coefficient;
  // Beyond 38 digits any coefficient is well below one half.
  const bool tiny = digits > 38;
  const Wide divisor = tiny ? 0 : power_of_ten(digits);
  const Wide quotient = tiny ? 0 : coefficient / divisor;
  const Wide rest = tiny ? coefficient : coefficient % divisor;
  if (rest == 0) return quotient;
  const Wide half = tiny ? rest + 1 : divisor / 2;
  bool up = false;
  switch (mode) {
    case Decimal::Rounding::HalfEven:
      up = rest > half || (rest == half && quotient % 2 == 1);
      break;
    case Decimal::Rounding::HalfUp:
      up = rest >= half;
      break;
    case Decimal::Rounding::HalfDown:
      up = rest > half;
      break;
    case Decimal::Rounding::Up:
      up = true;
      break;
    case Decimal::Rounding::Down:
      up = false;
      break;
    case Decimal::Rounding::Floor:
      up = negative;
      break;
    case Decimal::Rounding::Ceiling:
      up = !negative;
      break;
  }
  return up ? quotient + 1 : quotient;
}

// coefficient * 10^exponent; `coefficient` has at most 34 digits. Too small an exponent rounds half-even, too
// large a one is made up for by zeros; empty if there are not enough of them.
inline std::optional<Decimal> pack(bool negative, Wide coefficient, std::int64_t exponent) {
  if (coefficient == 0) return Decimal();
  if (exponent < DecimalBits::kMinExponent) {
    const auto digits = static_cast<int>(std::min<std::int64_t>(DecimalBits::kMinExponent - exponent, 100));
    coefficient = shift_right(coefficient, digits, negative, Decimal::Rounding::HalfEven);
    exponent = DecimalBits::kMinExponent;
  }
  while (exponent > DecimalBits::kMaxExponent) {
    if (coefficient > kMaxCoefficient / 10) return std::nullopt;
    coefficient *= 10;
    --exponent;
  }
  return DecimalBits::make(negative, coefficient, static_cast<int>(exponent));
}

// Takes zeros off the end of the coefficient.
inline void strip_zeros(Wide& coefficient, int& exponent) {
  while (coefficient != 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
}

}  // namespace zhilu
