// SPDX-License-Identifier: MIT
// Numbers as text, read and written digit by digit.
#include <algorithm>

#include "engine/value/decimal_bits.h"

namespace zhilu {
namespace {

using Bits = DecimalBits;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The digits of a number as they were written. One digit more than fits is kept apart to round by; what
// follows it only matters if it is not zero.
struct Digits {
  Wide coefficient = 0;
  std::int64_t exponent = 0;
  int round_digit = -1;
  bool sticky = false;

  bool is_rounded() const { return round_digit >= 0; }
  bool is_inexact() const { return sticky || round_digit > 0; }
};

void add_digit(Digits& digits, int digit, bool behind_point) {
  if (digits.coefficient < power_of_ten(Bits::kDigits - 1)) {
    digits.coefficient = digits.coefficient * 10 + static_cast<unsigned>(digit);
    if (behind_point) --digits.exponent;
    return;
  }
  if (!digits.is_rounded()) {
    digits.round_digit = digit;
  } else if (digit != 0) {
    digits.sticky = true;
  }
  if (!behind_point) ++digits.exponent;
}

// Takes `123`, `0.5`, `.5` off the front.
std::optional<Digits> take_digits(std::string_view& text) {
  Digits digits;
  bool any = false;
  for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1), any = true) {
    add_digit(digits, text[0] - '0', false);
  }
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (text.empty() || !is_digit(text[0])) return std::nullopt;
    for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1), any = true) {
      add_digit(digits, text[0] - '0', true);
    }
  }
  if (!any) return std::nullopt;
  return digits;
}

// Reads `e3`, `E+3`, `e-3`; nothing is 0.
std::optional<std::int64_t> parse_exponent(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] != 'e' && text[0] != 'E') return std::nullopt;
  text.remove_prefix(1);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  std::int64_t exponent = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    // No text is long enough to bring a number of this exponent back into range.
    exponent = std::min<std::int64_t>(exponent * 10 + (c - '0'), std::int64_t{1} << 50);
  }
  return negative ? -exponent : exponent;
}

// Rounds what was written half-even to 34 digits, or to fewer at the small end of the range.
std::optional<Decimal> round_digits(const Digits& digits, bool negative) {
  Wide coefficient = digits.coefficient;
  std::int64_t exponent = digits.exponent;
  if (!digits.is_rounded()) return pack(negative, coefficient, exponent);
  if (exponent < Bits::kMinExponent) {
    // All that goes must be rounded at once. If any digit left out is not zero, exactly one half of the kept
    // ones is more than one half of all.
    const auto count = static_cast<int>(std::min<std::int64_t>(Bits::kMinExponent - exponent, 100));
    const auto mode = digits.is_inexact() ? Decimal::Rounding::HalfUp : Decimal::Rounding::HalfEven;
    return pack(negative, shift_right(coefficient, count, negative, mode), Bits::kMinExponent);
  }
  const bool tie_up = digits.sticky || coefficient % 2 == 1;
  if (digits.round_digit > 5 || (digits.round_digit == 5 && tie_up)) ++coefficient;
  if (coefficient > kMaxCoefficient) {
    coefficient /= 10;
    ++exponent;
  }
  return pack(negative, coefficient, exponent);
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::optional<Digits> digits = take_digits(text);
  if (!digits) return std::nullopt;
  const std::optional<std::int64_t> exponent = parse_exponent(text);
  if (!exponent) return std::nullopt;
  digits->exponent += *exponent;
  return round_digits(*digits, negative);
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

}  // namespace zhilu
