// SPDX-License-Identifier: MIT
#include "engine/understand/chinese_number.h"

#include <algorithm>
#include <limits>
#include <string>

#include "engine/base/character_set.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"
#include "engine/understand/number_core.h"

namespace zhilu {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

/// How many zeros the value ends in, in whole units: 3000 three, 32000 three, 17 none.
int trailing_zeros(Scaled value) {
  int zeros = value.exponent;
  while (value.coefficient != 0 && value.coefficient % 10 == 0) {
    value.coefficient /= 10;
    ++zeros;
  }
  return std::max(zeros, 0);
}

void set_exact(NumberText& number, const NumberCore& core) {
  number.low = core.value;
  number.high = core.value;
  number.end = static_cast<std::uint32_t>(core.end);
  number.has_multiplier = core.last_unit > 0;
  number.is_arabic = core.is_arabic;
  number.has_point = core.has_point;
  number.digits = core.digits;
}

/// Reads a number in which two digits in a row mean either: 三五百, 两三千, 十七八万.
bool read_pair(std::u32string_view text, std::size_t at, std::size_t pair, NumberText& number) {
  constexpr std::size_t kLongest = 24;
  const std::u32string_view near = text.substr(at, kLongest);
  const char32_t after = char_at(text, pair + 2);
  // 三万五六 leaves out the unit of both.
  const bool elided = pair > at && unit_at(text, pair - 1) >= 2 && digit_value(after) < 0;
  if (unit_at(text, pair + 2) == 0 && !is_classifier(after) && !is_one_of(after, U"块元毛角分小秒") &&
      !elided) {
    return false;
  }
  std::u32string first(near);
  first.erase(pair - at + 1, 1);
  std::u32string second(near);
  second.erase(pair - at, 1);
  const std::optional<NumberCore> low = read_core(first, 0);
  const std::optional<NumberCore> high = read_core(second, 0);
  if (!low || !high || low->has_pair || high->has_pair || low->end != high->end) return false;
  set_exact(number, *low);
  number.high = high->value;
  number.end = static_cast<std::uint32_t>(at + low->end + 1);
  number.approximate = true;
  return true;
}

/// Reads 万把, 千把, 百把: about one of the unit.
bool read_or_so(std::u32string_view text, std::size_t at, NumberText& number) {
  if (!is_one_of(char_at(text, at + 2), U"块元个人天") || (at > 0 && digit_value(text[at - 1]) >= 0))
    return false;
  number.low = {1, unit_at(text, at)};
  number.high = {2, unit_at(text, at)};
  number.end = static_cast<std::uint32_t>(at + 2);
  number.approximate = true;
  number.has_multiplier = true;
  return true;
}

/// Reads 几, 几百, 几十万, 数千, 上万 at `at`.
bool read_vague(std::u32string_view text, std::size_t at, NumberText& number) {
  const char32_t c = char_at(text, at);
  const char32_t before = at > 0 ? text[at - 1] : U' ';
  if (is_one_of(c, U"百千万") && char_at(text, at + 1) == U'把') return read_or_so(text, at, number);
  if (c != U'几' && c != U'数' && c != U'上' && c != U'成') return false;
  std::size_t i = at + 1;
  int exponent = 0;
  for (int unit = unit_at(text, i); unit != 0; unit = unit_at(text, i)) {
    exponent += unit;
    ++i;
  }
  if (exponent > 12) return false;
  if (c == U'几') {
    number.low = {2, exponent};
    number.high = {9, exponent};
  } else {
    // 数 and 上 are vague numbers only before a unit, and 网上千万别信 holds none.
    if (exponent < 2 || is_one_of(char_at(text, i), U"别不要度分")) return false;
    if (c == U'上' && is_one_of(before, U"网线晚路地早身手马以岗街船车")) return false;
    if (c == U'数' && is_one_of(before, U"总人次笔指")) return false;
    number.low = {c == U'数' ? 2 : 1, exponent};
    number.high = {9, exponent};
    number.bounded = c == U'数';
  }
  number.end = static_cast<std::uint32_t>(i);
  number.approximate = true;
  number.has_multiplier = exponent > 0;
  return true;
}

/// Reads what makes the number just read a rough one: 多 来 余 几, and a unit behind them (20多万).
void read_rest(std::u32string_view text, NumberText& number) {
  std::size_t i = number.end;
  const char32_t c = char_at(text, i);
  const char32_t next = char_at(text, i + 1);
  const int unit_after = unit_at(text, i + 1);
  const bool rough = (c == U'多' && next != U'少') || (c == U'余' && next != U'额') ||
                     (c == U'来' && (unit_after > 0 || is_classifier(next) || is_one_of(next, U"块元"))) ||
                     (c == U'几' && number.low.coefficient % 10 == 0 && !number.has_point);
  const bool ten_and_some = c == U'几' && i > number.begin && text[i - 1] == U'十';
  if (rough || ten_and_some) {
    const int zeros = std::min(trailing_zeros(number.low), 15);
    const std::optional<Scaled> high = Scaled::add(number.low, {ten_to_the(zeros) - 1, 0});
    if (high && zeros > 0) number.high = *high;
    number.approximate = true;
    ++i;
    if (const int unit = unit_at(text, i)) {
      number.low.exponent += unit;
      number.high.exponent += unit;
      number.has_multiplier = true;
      ++i;
    }
  }
  // 3个w, 十几个w.
  const int counted_unit = char_at(text, i) == U'个' && !number.has_point ? unit_at(text, i + 1) : 0;
  if (counted_unit > 0 && is_ascii_letter(text[i + 1])) {
    number.low.exponent += counted_unit;
    number.high.exponent += counted_unit;
    number.has_multiplier = true;
    i += 2;
  }
  if (char_at(text, i) == U'+' && !is_ascii_alphanumeric(char_at(text, i + 1))) {
    number.bounded = false;
    number.approximate = true;
    ++i;
  }
  number.end = static_cast<std::uint32_t>(i);
}

/// 两到三万, 3000-5000: joins the number with the one behind the dash, and carries its unit back.
void read_range(std::u32string_view text, NumberText& number) {
  const std::size_t dash = number.end;
  const char32_t c = char_at(text, dash);
  if (!is_one_of(c, U"到至-~—–")) return;
  const std::optional<NumberCore> upper = read_core(text, dash + 1);
  if (!upper || upper->has_pair || number.digits > 7 || upper->digits > 7) return;
  if (c == U'-' && char_at(text, upper->end) == U'-') return;  // A date or a phone number.
  Scaled low = number.low;
  if (!number.has_multiplier && upper->last_unit > 0) {
    Scaled carried = low;
    carried.exponent += upper->last_unit;
    if (compare(carried, upper->value) < 0) low = carried;
  }
  if (compare(low, upper->value) >= 0) return;
  number.low = low;
  number.high = upper->value;
  number.end = static_cast<std::uint32_t>(upper->end);
  number.has_multiplier = number.has_multiplier || upper->last_unit > 0;
  number.approximate = true;
}

/// What numbers begin with.
constexpr CharacterSet kFirsts = [] {
  CharacterSet firsts = kChineseDigits;
  firsts.add(U"0123456789十拾几数上成百千万");
  return firsts;
}();

}  // namespace

std::optional<Scaled> Scaled::add(Scaled a, Scaled b) {
  if (a.coefficient == 0) return b;
  if (b.coefficient == 0) return a;
  if (a.exponent < b.exponent) std::swap(a, b);
  const int shift = a.exponent - b.exponent;
  if (shift > 18 || a.coefficient > kMost / ten_to_the(shift)) return std::nullopt;
  const std::int64_t lifted = a.coefficient * ten_to_the(shift);
  if (lifted > kMost - b.coefficient) return std::nullopt;
  return Scaled{lifted + b.coefficient, b.exponent};
}

int compare(Scaled a, Scaled b) {
  const bool swapped = a.exponent < b.exponent;
  if (swapped) std::swap(a, b);
  const int shift = a.exponent - b.exponent;
  int result = 0;
  if (a.coefficient != 0 && (shift > 18 || a.coefficient > kMost / ten_to_the(shift))) {
    result = 1;
  } else {
    const std::int64_t lifted = a.coefficient == 0 ? 0 : a.coefficient * ten_to_the(shift);
    result = lifted < b.coefficient ? -1 : lifted > b.coefficient ? 1 : 0;
  }
  return swapped ? -result : result;
}

std::optional<NumberText> read_number(std::u32string_view text, std::size_t at) {
  if (at >= text.size() || !kFirsts.holds(text[at])) return std::nullopt;
  NumberText number;
  number.begin = static_cast<std::uint32_t>(at);
  if (!read_vague(text, at, number)) {
    const std::optional<NumberCore> core = read_core(text, at);
    if (core && !core->has_pair) {
      set_exact(number, *core);
    } else if (core || is_chinese_digit(text[at])) {
      std::size_t pair = core ? core->pair_at : at;
      if (!read_pair(text, at, pair, number)) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  read_rest(text, number);
  read_range(text, number);
  return number;
}

void find_numbers(std::u32string_view text, std::vector<NumberText>& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    if (!kFirsts.holds(text[i])) {
      ++i;
      continue;
    }
    const std::optional<NumberText> number = read_number(text, i);
    if (number) {
      out.push_back(*number);
      i = number->end;
      continue;
    }
    // Digits that are no number (too many of them, a digit string in words) are passed over as a whole.
    const bool arabic = is_ascii_digit(text[i]);
    const bool chinese = is_chinese_digit(text[i]);
    ++i;
    while (i < text.size() && ((arabic && is_ascii_digit(text[i])) || (chinese && is_chinese_digit(text[i]))))
      ++i;
  }
}

}  // namespace zhilu
