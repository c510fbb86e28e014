// SPDX-License-Identifier: MIT
// Exact decimal numbers: IEEE 754 decimal128 (34 digits, half-even), as FEEL asks for.
//
// 0.1 + 0.2 is 0.3, and money is never rounded behind anybody's back. The arithmetic is that of Intel's
// decimal floating-point library, which is included in decimal.cc only.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhilu {

/// A finite decimal number; sixteen bytes, trivially copied. There is no infinity and no NaN: an operation
/// whose result is not a finite number gives nothing.
class Decimal {
 public:
  /// Zero.
  constexpr Decimal() = default;
  Decimal(std::int64_t integer);  // NOLINT(google-explicit-constructor): an integer is a number.

  /// Reads `123`, `-0.50`, `.5`, `1.2e3`. Nothing else: no blanks, no signs but a leading one, no separators.
  /// Empty if the text is not a number or has no finite decimal128 value.
  static std::optional<Decimal> parse(std::string_view text);

  /// `coefficient` times ten to the power of `exponent`.
  static std::optional<Decimal> scaled(std::int64_t coefficient, int exponent);

  // Each is empty on overflow and where mathematics has no answer (division by zero, root of a negative one).
  static std::optional<Decimal> add(Decimal a, Decimal b);
  static std::optional<Decimal> subtract(Decimal a, Decimal b);
  static std::optional<Decimal> multiply(Decimal a, Decimal b);
  static std::optional<Decimal> divide(Decimal a, Decimal b);
  /// Exact where 34 digits suffice; beyond that a large exponent costs as many digits as it has itself.
  static std::optional<Decimal> power(Decimal base, Decimal exponent);
  static std::optional<Decimal> sqrt(Decimal a);
  static std::optional<Decimal> log(Decimal a);
  static std::optional<Decimal> exp(Decimal a);
  /// FEEL modulo: the result has the sign of the divisor.
  static std::optional<Decimal> modulo(Decimal a, Decimal b);

  enum class Rounding { HalfEven, HalfUp, HalfDown, Up, Down, Floor, Ceiling };
  /// Rounds to `scale` digits behind the point (negative: before it). Empty if `scale` is outside
  /// -6111..6176.
  static std::optional<Decimal> round(Decimal a, int scale, Rounding mode);

  Decimal negated() const;
  Decimal absolute() const;
  bool is_integer() const;
  bool is_negative() const;
  bool is_zero() const;

  /// The value as an integer if it is one and fits.
  std::optional<std::int64_t> to_int64() const;
  /// For scores and benchmarks only.
  double to_double() const;
  /// Canonical text that parse() reads back: no exponent, no superfluous zeros behind the point ("0.3",
  /// "-12", "1000").
  std::string to_string() const;

  /// Numeric order: 1.0 equals 1.00.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

  /// Equal numbers have equal hashes.
  std::size_t hash() const;

 private:
  // The bits of a BID-encoded decimal128; all zero bits is the number 0E-6176, which equals 0.
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
  friend struct DecimalBits;
};

}  // namespace zhilu
