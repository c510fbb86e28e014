// SPDX-License-Identifier: MIT
#include "engine/value/decimal.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "engine/value/decimal_bits.h"

// The library is built for arguments by value, with rounding mode and exception flags passed to each call, so
// that it keeps no state between calls and threads.
#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wconversion"
#include <bid_conf.h>
#include <bid_functions.h>
#pragma GCC diagnostic pop

namespace zhilu {
namespace {

using Bits = DecimalBits;

constexpr std::uint64_t kMaxShort = std::numeric_limits<std::uint64_t>::max();

BID_UINT128 bid(Decimal d) {
  return {{Bits::low(d), Bits::high(d)}};
}

std::optional<Decimal> from_bid(BID_UINT128 bits) {
  return Bits::from_bits(bits.w[0], bits.w[1]);
}

// a + b where both have short coefficients and near exponents, which is exact; empty otherwise.
std::optional<Decimal> add_short(Decimal a, Decimal b) {
  if (!Bits::is_short(a) || !Bits::is_short(b)) return std::nullopt;
  const int exponent = std::min(Bits::exponent(a), Bits::exponent(b));
  const int shift_a = Bits::exponent(a) - exponent;
  const int shift_b = Bits::exponent(b) - exponent;
  // 2^64 * 10^14 is below 10^34, and so is the sum of that and 2^64.
  if (shift_a > 14 || shift_b > 14) return std::nullopt;
  const Wide x = Bits::low(a) * power_of_ten(shift_a);
  const Wide y = Bits::low(b) * power_of_ten(shift_b);
  if (Bits::is_negative(a) == Bits::is_negative(b)) {
    return Bits::make(Bits::is_negative(a), x + y, exponent);
  }
  return x >= y ? Bits::make(Bits::is_negative(a), x - y, exponent)
                : Bits::make(Bits::is_negative(b), y - x, exponent);
}

std::strong_ordering compare_with_library(Decimal a, Decimal b) {
  unsigned flags = 0;
  if (bid128_quiet_less(bid(a), bid(b), &flags)) return std::strong_ordering::less;
  if (bid128_quiet_equal(bid(a), bid(b), &flags)) return std::strong_ordering::equal;
  return std::strong_ordering::greater;
}

std::strong_ordering order_of(bool less, bool equal) {
  if (equal) return std::strong_ordering::equal;
  return less ? std::strong_ordering::less : std::strong_ordering::greater;
}

// Powers with an integer exponent by squaring. Empty where a product had to be rounded or overflowed: the
// errors would add up, and the library's own function is better.
std::optional<Decimal> exact_power(Decimal base, std::uint64_t exponent) {
  unsigned flags = 0;
  BID_UINT128 result = bid(Decimal(1));
  BID_UINT128 square = bid(base);
  while (true) {
    if (exponent & 1) result = bid128_mul(result, square, BID_ROUNDING_TO_NEAREST, &flags);
    exponent >>= 1;
    if (exponent == 0) break;
    square = bid128_mul(square, square, BID_ROUNDING_TO_NEAREST, &flags);
    if (flags & BID_INEXACT_EXCEPTION) return std::nullopt;
  }
  if (flags & BID_INEXACT_EXCEPTION) return std::nullopt;
  return from_bid(result);
}

}  // namespace

Decimal::Decimal(std::int64_t integer) {
  const auto bits = static_cast<std::uint64_t>(integer);
  *this = Bits::make(integer < 0, integer < 0 ? 0 - bits : bits, 0);
}

std::optional<Decimal> Decimal::scaled(std::int64_t coefficient, int exponent) {
  const auto bits = static_cast<std::uint64_t>(coefficient);
  return pack(coefficient < 0, coefficient < 0 ? 0 - bits : bits, exponent);
}

std::optional<Decimal> Decimal::add(Decimal a, Decimal b) {
  if (const std::optional<Decimal> sum = add_short(a, b)) return sum;
  // A zero of some far exponent would only pad the other number with zeros.
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  unsigned flags = 0;
  return from_bid(bid128_add(bid(a), bid(b), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::subtract(Decimal a, Decimal b) {
  return add(a, b.negated());
}

std::optional<Decimal> Decimal::multiply(Decimal a, Decimal b) {
  if (Bits::is_short(a) && Bits::is_short(b)) {
    const Wide product = Wide{Bits::low(a)} * Bits::low(b);
    const int exponent = Bits::exponent(a) + Bits::exponent(b);
    if (product <= kMaxCoefficient && exponent >= Bits::kMinExponent && exponent <= Bits::kMaxExponent) {
      return Bits::make(Bits::is_negative(a) != Bits::is_negative(b), product, exponent);
    }
  }
  unsigned flags = 0;
  return from_bid(bid128_mul(bid(a), bid(b), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::divide(Decimal a, Decimal b) {
  unsigned flags = 0;
  return from_bid(bid128_div(bid(a), bid(b), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::power(Decimal base, Decimal exponent) {
  if (const std::optional<std::int64_t> n = exponent.to_int64()) {
    const auto bits = static_cast<std::uint64_t>(*n);
    if (const std::optional<Decimal> exact = exact_power(base, *n < 0 ? 0 - bits : bits)) {
      return *n < 0 ? divide(1, *exact) : exact;
    }
  }
  unsigned flags = 0;
  return from_bid(bid128_pow(bid(base), bid(exponent), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::sqrt(Decimal a) {
  unsigned flags = 0;
  return from_bid(bid128_sqrt(bid(a), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::log(Decimal a) {
  unsigned flags = 0;
  return from_bid(bid128_log(bid(a), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::exp(Decimal a) {
  unsigned flags = 0;
  return from_bid(bid128_exp(bid(a), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::modulo(Decimal a, Decimal b) {
  unsigned flags = 0;
  // The remainder of the truncated quotient is exact and has the sign of the dividend.
  const std::optional<Decimal> rest = from_bid(bid128_fmod(bid(a), bid(b), &flags));
  if (!rest || rest->is_zero() || rest->is_negative() == b.is_negative()) return rest;
  return add(*rest, b);
}

std::optional<Decimal> Decimal::round(Decimal a, int scale, Rounding mode) {
  if (scale < -Bits::kMaxExponent || scale > -Bits::kMinExponent) return std::nullopt;
  const int digits = -scale - Bits::exponent(a);
  if (digits <= 0) return a;
  const bool negative = a.is_negative();
  return pack(negative, shift_right(Bits::coefficient(a), digits, negative, mode), -scale);
}

Decimal Decimal::negated() const {
  return Bits::make(!is_negative(), Bits::coefficient(*this), Bits::exponent(*this));
}

Decimal Decimal::absolute() const {
  return Bits::make(false, Bits::coefficient(*this), Bits::exponent(*this));
}

bool Decimal::is_integer() const {
  const int exponent = Bits::exponent(*this);
  if (exponent >= 0 || is_zero()) return true;
  return exponent >= -Bits::kDigits && Bits::coefficient(*this) % power_of_ten(-exponent) == 0;
}

bool Decimal::is_negative() const {
  return Bits::is_negative(*this);
}

bool Decimal::is_zero() const {
  return Bits::coefficient(*this) == 0;
}

std::optional<std::int64_t> Decimal::to_int64() const {
  if (is_zero()) return 0;
  if (!is_integer()) return std::nullopt;
  Wide magnitude = Bits::coefficient(*this);
  const int exponent = Bits::exponent(*this);
  if (exponent > 19) return std::nullopt;
  if (exponent < 0) {
    magnitude /= power_of_ten(-exponent);
  } else {
    if (magnitude > kMaxShort) return std::nullopt;
    magnitude *= power_of_ten(exponent);
  }
  constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (magnitude > Wide{kMax} + (is_negative() ? 1 : 0)) return std::nullopt;
  const auto bits = static_cast<std::uint64_t>(magnitude);
  return static_cast<std::int64_t>(is_negative() ? 0 - bits : bits);
}

double Decimal::to_double() const {
  unsigned flags = 0;
  return bid128_to_binary64(bid(*this), BID_ROUNDING_TO_NEAREST, &flags);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const bool negative = Bits::is_negative(a);
  if (Bits::has_same_sign_and_exponent(a, b)) {
    const Wide x = Bits::coefficient(a);
    const Wide y = Bits::coefficient(b);
    return order_of((x < y) != negative, x == y);
  }
  // Zero is never negative, so different signs settle it.
  if (negative != Bits::is_negative(b)) return order_of(negative, false);
  const int difference = Bits::exponent(a) - Bits::exponent(b);
  // 2^64 * 10^19 still fits.
  if (!Bits::is_short(a) || !Bits::is_short(b) || difference > 19 || difference < -19) {
    return compare_with_library(a, b);
  }
  const Wide x = Bits::low(a) * power_of_ten(std::max(difference, 0));
  const Wide y = Bits::low(b) * power_of_ten(std::max(-difference, 0));
  return order_of((x < y) != negative, x == y);
}

std::size_t Decimal::hash() const {
  Wide coefficient = Bits::coefficient(*this);
  if (coefficient == 0) return 0;
  int exponent = Bits::exponent(*this);
  strip_zeros(coefficient, exponent);
  const Decimal canonical = Bits::make(is_negative(), coefficient, exponent);
  const std::hash<std::uint64_t> hash_of{};
  return hash_of(canonical.low_) * 31 + hash_of(canonical.high_);
}

}  // namespace zhilu
