// SPDX-License-Identifier: MIT
#include "engine/numerals/percentage.h"

#include <optional>

#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"
#include "engine/numerals/numeral.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

constexpr int kMostPower = 16;

std::optional<Percentage> percentage(std::size_t begin, std::size_t end, std::optional<Decimal> percent) {
  if (!percent) return std::nullopt;
  return Percentage{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), *percent};
}

/// Behind the characters of `word` at `i`, blanks allowed between them; 0 if it does not stand there.
std::size_t behind_word(std::u32string_view text, std::size_t i, std::u32string_view word) {
  for (const char32_t c : word) {
    i = skip_blanks(text, i);
    if (char_at(text, i) != c) return 0;
    ++i;
  }
  return i;
}

/// The power of ten of 百, 千, 万 and their products at `i` (百万: 6); moves `i` behind them.
int units_power(std::u32string_view text, std::size_t& i) {
  int power = 0;
  for (int unit = unit_at(text, i); power <= kMostPower && unit >= 2 && unit <= 8 && is_ideograph(text[i]);
       unit = unit_at(text, i)) {
    power += unit;
    ++i;
  }
  return power;
}

// 百分之五, 千分之2.4, 百万分之五, 百分之百.
std::optional<Percentage> read_share(std::u32string_view text, std::size_t at) {
  // Behind a digit it is a fraction: 五百分之二.
  if (at > 0 && digit_value(text[at - 1]) >= 0) return std::nullopt;
  std::size_t i = at;
  const int power = units_power(text, i);
  if (power < 2 || power > kMostPower) return std::nullopt;
  const std::size_t behind = behind_word(text, i, U"分之");
  if (behind == 0) return std::nullopt;
  const std::size_t number_at = skip_blanks(text, behind);
  Decimal upper;
  std::size_t end = 0;
  if (const std::optional<Numeral> numeral = read_plain_numeral(text, number_at)) {
    upper = numeral->value;
    end = numeral->end;
  } else if (is_one_of(char_at(text, number_at), U"百佰")) {
    upper = Decimal(100);
    end = number_at + 1;
  } else {
    return std::nullopt;
  }
  return percentage(at, end, Decimal::divide(upper, Decimal(ten_to_the(power - 2))));
}

// 对折, 半折, 半成.
std::optional<Percentage> read_half(std::u32string_view text, std::size_t at) {
  const std::size_t behind = skip_blanks(text, at + 1);
  const char32_t unit = char_at(text, behind);
  if (text[at] == U'对') {
    const bool discounted = at > 0 && text[at - 1] == U'打' && unit == U'折';
    return discounted ? percentage(at, behind + 1, Decimal(50)) : std::nullopt;
  }
  if (unit == U'折') return percentage(at, behind + 1, Decimal(50));
  if (unit == U'成' && !is_ideograph(char_at(text, behind + 1)))
    return percentage(at, behind + 1, Decimal(5));
  return std::nullopt;
}

/// 75折, 九 九 折: two digits that are tenths and hundredths. Gives the place behind the second.
std::size_t behind_two_digits(std::u32string_view text, std::size_t at) {
  if (digit_value(char_at(text, at)) <= 0) return 0;
  const std::size_t second = skip_blanks(text, at + 1);
  return digit_value(char_at(text, second)) >= 0 ? second + 1 : 0;
}

// 九折, 75折, 三点一折. Ten tenths are no discount.
std::optional<Percentage> read_discount(std::u32string_view text, std::size_t at) {
  if (at > 0 && digit_value(text[at - 1]) >= 0) return std::nullopt;
  if (const std::size_t behind = behind_two_digits(text, at)) {
    const std::size_t unit = skip_blanks(text, behind);
    if (char_at(text, unit) == U'折') {
      const int percent = 10 * digit_value(text[at]) + digit_value(text[behind - 1]);
      return percentage(at, unit + 1, Decimal(percent));
    }
  }
  const std::optional<Numeral> tenths = read_plain_numeral(text, at);
  if (!tenths || tenths->value >= Decimal(10)) return std::nullopt;
  const std::size_t unit = skip_blanks(text, tenths->end);
  if (char_at(text, unit) != U'折') return std::nullopt;
  return percentage(at, unit + 1, Decimal::multiply(tenths->value, Decimal(10)));
}

// 三成, 七成 六, 三成半.
std::optional<Percentage> read_tenths(std::u32string_view text, std::size_t at) {
  if (at > 0 && digit_value(text[at - 1]) >= 0) return std::nullopt;
  const std::optional<Numeral> tenths = read_plain_numeral(text, at);
  if (!tenths || tenths->value > Decimal(10)) return std::nullopt;
  const std::size_t unit = skip_blanks(text, tenths->end);
  if (char_at(text, unit) != U'成' || is_one_of(char_at(text, unit + 1), U"为了功本员交立年人长就绩"))
    return std::nullopt;
  std::size_t end = unit + 1;
  std::optional<Decimal> percent = Decimal::multiply(tenths->value, Decimal(10));
  const std::size_t rest = skip_blanks(text, end);
  const int digit = digit_value(char_at(text, rest));
  const bool is_last = digit_value(char_at(text, rest + 1)) < 0 && unit_at(text, rest + 1) == 0;
  if (char_at(text, rest) == U'半' || (digit > 0 && is_last && !tenths->has_point)) {
    percent = Decimal::add(*percent, Decimal(digit > 0 ? digit : 5));
    end = rest + 1;
  }
  return percentage(at, end, percent);
}

// 22%, 六个百分点.
std::optional<Percentage> read_counted(std::u32string_view text, std::size_t at) {
  const std::optional<Numeral> numeral = read_numeral(text, at);
  if (!numeral || numeral->is_fraction) return std::nullopt;
  if (at > 0 && !numeral->is_arabic && is_chinese_digit(text[at - 1])) return std::nullopt;
  const std::size_t sign = skip_blanks(text, numeral->end);
  if (char_at(text, sign) == U'%') {
    // %20 and the like are bytes of an address.
    if (is_ascii_digit(char_at(text, sign + 1)) || (at > 0 && text[at - 1] == U'%')) return std::nullopt;
    return percentage(at, sign + 1, numeral->value);
  }
  const std::size_t points = behind_word(text, numeral->end, U"个百分点");
  return points > 0 ? percentage(at, points, numeral->value) : std::nullopt;
}

std::optional<Percentage> read_percentage(std::u32string_view text, std::size_t at) {
  const char32_t c = text[at];
  if (is_one_of(c, U"对半")) return read_half(text, at);
  if (is_one_of(c, U"百佰千仟万")) {
    if (std::optional<Percentage> share = read_share(text, at)) return share;
  }
  if (c != U'-' && c != U'负') {
    if (std::optional<Percentage> discount = read_discount(text, at)) return discount;
    if (std::optional<Percentage> tenths = read_tenths(text, at)) return tenths;
  }
  return read_counted(text, at);
}

}  // namespace

void find_percentages(std::u32string_view text, std::vector<Percentage>& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text[i];
    const bool may_begin = is_ascii_digit(c) || is_one_of(c, U"-.负对半百佰千仟万") ||
                           (c >= 0x3000 && (digit_value(c) >= 0 || unit_at(text, i) == 1));
    const std::optional<Percentage> found = may_begin ? read_percentage(text, i) : std::nullopt;
    if (found) {
      out.push_back(*found);
      i = found->end;
      continue;
    }
    // A figure that is none is passed over as a whole: of 12315 no part is.
    const bool digit = is_ascii_digit(c);
    ++i;
    while (digit && i < text.size() && is_ascii_digit(text[i])) ++i;
  }
}

}  // namespace zhilu
