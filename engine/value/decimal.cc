// SPDX-License-Identifier: MIT
#include "engine/value/decimal.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

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
  static bool has_same_sign_and_exponent(Decimal a, Decimal b) { return ((a.high_ ^ b.high_) >> 49) == 0; }

  static Decimal make(bool negative, Wide coefficient, int exponent) {
    Decimal d;
    d.low_ = static_cast<std::uint64_t>(coefficient);
    d.high_ = static_cast<std::uint64_t>(coefficient >> 64) |
              static_cast<std::uint64_t>(exponent + kBias) << 49 | (negative && coefficient != 0 ? kSign : 0);
    return d;
  }

  static BID_UINT128 bid(Decimal d) { return {{d.low_, d.high_}}; }

  static std::optional<Decimal> from_bid(BID_UINT128 bits) {
    // Infinities and NaNs have the four bits below the sign set.
    constexpr std::uint64_t kSpecial = std::uint64_t{0x78} << 56;
    if ((bits.w[1] & kSpecial) == kSpecial) return std::nullopt;
    Decimal d;
    d.low_ = bits.w[0];
    d.high_ = bits.w[1];
    // There is one zero only, without sign.
    if (coefficient(d) == 0) d.high_ &= ~kSign;
    return d;
  }
};

namespace {

using Bits = DecimalBits;

constexpr std::array<Wide, 39> make_powers_of_ten() {
  std::array<Wide, 39> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}
constexpr std::array<Wide, 39> kPowerOfTen = make_powers_of_ten();
constexpr Wide kMaxCoefficient = kPowerOfTen[Bits::kDigits] - 1;
constexpr std::uint64_t kMaxShort = std::numeric_limits<std::uint64_t>::max();

Wide power_of_ten(int n) {
  return kPowerOfTen[static_cast<std::size_t>(n)];
}

// Divides by 10^digits and rounds; `digits` >= 0.
Wide shift_right(Wide coefficient, int digits, bool negative, Decimal::Rounding mode) {
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
std::optional<Decimal> pack(bool negative, Wide coefficient, std::int64_t exponent) {
  if (coefficient == 0) return Decimal();
  if (exponent < Bits::kMinExponent) {
    const auto digits = static_cast<int>(std::min<std::int64_t>(Bits::kMinExponent - exponent, 100));
    coefficient = shift_right(coefficient, digits, negative, Decimal::Rounding::HalfEven);
    exponent = Bits::kMinExponent;
  }
  while (exponent > Bits::kMaxExponent) {
    if (coefficient > kMaxCoefficient / 10) return std::nullopt;
    coefficient *= 10;
    --exponent;
  }
  return Bits::make(negative, coefficient, static_cast<int>(exponent));
}

// Takes zeros off the end of the coefficient.
void strip_zeros(Wide& coefficient, int& exponent) {
  while (coefficient != 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
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
  if (bid128_quiet_less(Bits::bid(a), Bits::bid(b), &flags)) return std::strong_ordering::less;
  if (bid128_quiet_equal(Bits::bid(a), Bits::bid(b), &flags)) return std::strong_ordering::equal;
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
  BID_UINT128 result = Bits::bid(Decimal(1));
  BID_UINT128 square = Bits::bid(base);
  while (true) {
    if (exponent & 1) result = bid128_mul(result, square, BID_ROUNDING_TO_NEAREST, &flags);
    exponent >>= 1;
    if (exponent == 0) break;
    square = bid128_mul(square, square, BID_ROUNDING_TO_NEAREST, &flags);
    if (flags & BID_INEXACT_EXCEPTION) return std::nullopt;
  }
  if (flags & BID_INEXACT_EXCEPTION) return std::nullopt;
  return Bits::from_bid(result);
}

}  // namespace

Decimal::Decimal(std::int64_t integer) {
  const auto bits = static_cast<std::uint64_t>(integer);
  *this = Bits::make(integer < 0, integer < 0 ? 0 - bits : bits, 0);
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  // One digit more than fits is kept apart to round by; what follows it only matters if it is not zero.
  Wide coefficient = 0;
  int kept = 0;
  int round_digit = -1;
  bool sticky = false;
  std::int64_t exponent = 0;
  bool any_digit = false;
  bool point = false;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.') {
      if (point) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    any_digit = true;
    const int digit = c - '0';
    if (kept < Bits::kDigits) {
      coefficient = coefficient * 10 + static_cast<unsigned>(digit);
      if (coefficient != 0) ++kept;
      if (point) --exponent;
    } else {
      if (round_digit < 0) {
        round_digit = digit;
      } else if (digit != 0) {
        sticky = true;
      }
      if (!point) ++exponent;
    }
  }
  if (!any_digit || text[i - 1] == '.') return std::nullopt;
  if (i < text.size()) {
    if (text[i] != 'e' && text[i] != 'E') return std::nullopt;
    ++i;
    const bool negative_exponent = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (i == text.size()) return std::nullopt;
    std::int64_t written = 0;
    for (; i < text.size(); ++i) {
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
      // No text is long enough to bring a number of this exponent back into range.
      written = std::min<std::int64_t>(written * 10 + (text[i] - '0'), std::int64_t{1} << 50);
    }
    exponent += negative_exponent ? -written : written;
  }
  if (round_digit < 0) return pack(negative, coefficient, exponent);
  if (exponent < Bits::kMinExponent) {
    // More digits go than the ones left out above, so all are rounded at once: if any of those is not zero,
    // exactly one half of the kept digits is more than one half of all.
    const auto digits = static_cast<int>(std::min<std::int64_t>(Bits::kMinExponent - exponent, 100));
    const Rounding mode = sticky || round_digit > 0 ? Rounding::HalfUp : Rounding::HalfEven;
    const Wide rounded = shift_right(coefficient, digits, negative, mode);
    return pack(negative, rounded, Bits::kMinExponent);
  }
  if (round_digit > 5 || (round_digit == 5 && (sticky || coefficient % 2 == 1))) ++coefficient;
  if (coefficient > kMaxCoefficient) {
    coefficient /= 10;
    ++exponent;
  }
  return pack(negative, coefficient, exponent);
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
  return Bits::from_bid(bid128_add(Bits::bid(a), Bits::bid(b), BID_ROUNDING_TO_NEAREST, &flags));
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
  return Bits::from_bid(bid128_mul(Bits::bid(a), Bits::bid(b), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::divide(Decimal a, Decimal b) {
  unsigned flags = 0;
  return Bits::from_bid(bid128_div(Bits::bid(a), Bits::bid(b), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::power(Decimal base, Decimal exponent) {
  if (const std::optional<std::int64_t> n = exponent.to_int64()) {
    const auto bits = static_cast<std::uint64_t>(*n);
    if (const std::optional<Decimal> exact = exact_power(base, *n < 0 ? 0 - bits : bits)) {
      return *n < 0 ? divide(1, *exact) : exact;
    }
  }
  unsigned flags = 0;
  return Bits::from_bid(bid128_pow(Bits::bid(base), Bits::bid(exponent), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::sqrt(Decimal a) {
  unsigned flags = 0;
  return Bits::from_bid(bid128_sqrt(Bits::bid(a), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::log(Decimal a) {
  unsigned flags = 0;
  return Bits::from_bid(bid128_log(Bits::bid(a), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::exp(Decimal a) {
  unsigned flags = 0;
  return Bits::from_bid(bid128_exp(Bits::bid(a), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::modulo(Decimal a, Decimal b) {
  unsigned flags = 0;
  // The remainder of the truncated quotient is exact and has the sign of the dividend.
  const std::optional<Decimal> rest = Bits::from_bid(bid128_fmod(Bits::bid(a), Bits::bid(b), &flags));
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
  return bid128_to_binary64(Bits::bid(*this), BID_ROUNDING_TO_NEAREST, &flags);
}

std::string Decimal::to_string() const {
  Wide coefficient = Bits::coefficient(*this);
  if (coefficient == 0) return "0";
  int exponent = Bits::exponent(*this);
  strip_zeros(coefficient, exponent);
  std::string digits;
  for (; coefficient != 0; coefficient /= 10)
    digits += static_cast<char>('0' + static_cast<int>(coefficient % 10));
  std::reverse(digits.begin(), digits.end());
  if (exponent >= 0) {
    digits.append(static_cast<std::size_t>(exponent), '0');
  } else {
    const auto behind = static_cast<std::size_t>(-exponent);
    if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
    digits.insert(digits.size() - behind, 1, '.');
  }
  return is_negative() ? "-" + digits : digits;
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
