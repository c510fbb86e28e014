// SPDX-License-Identifier: MIT
#include "engine/understand/chinese_number.h"

#include <algorithm>
#include <limits>
#include <string>

#include "engine/understand/characters.h"

namespace zhilu {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

/// 10^n for 0 <= n <= 18.
std::int64_t power_of_ten(int n) {
  std::int64_t p = 1;
  for (; n > 0; --n) p *= 10;
  return p;
}

/// The digit that `c` writes, in any of the usual ways; -1 if it writes none.
int digit_value(char32_t c) {
  if (c < 0x3000) return is_ascii_digit(c) ? static_cast<int>(c - U'0') : -1;
  switch (c) {
    case U'零':
    case U'〇':
      return 0;
    case U'一':
    case U'壹':
    case U'幺':
      return 1;
    case U'二':
    case U'两':
    case U'贰':
    case U'俩':
      return 2;
    case U'三':
    case U'叁':
    case U'仨':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return -1;
  }
}

/// The power of ten that `c` multiplies by; 0 if it does not.
int unit_exponent(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 1;
    case U'百':
    case U'佰':
      return 2;
    case U'千':
    case U'仟':
    case U'k':
      return 3;
    case U'万':
    case U'w':
      return 4;
    case U'亿':
      return 8;
    default:
      return 0;
  }
}

bool is_chinese_digit(char32_t c) {
  return !is_ascii_digit(c) && digit_value(c) >= 0;
}

/// A unit at `i`: `k` and `w` only where no Latin word goes on (5kg, 20km).
int unit_at(std::u32string_view text, std::size_t i) {
  const char32_t c = char_at(text, i);
  if ((c == U'k' || c == U'w') && is_ascii_letter(char_at(text, i + 1))) return 0;
  return unit_exponent(c);
}

/// What counts things or time. A lone digit before one of these begins a new number: 三千一个月 is 3000 a
/// month.
bool is_classifier(char32_t c) {
  return is_one_of(c, U"个次年天月套张件台份期节笔单人周晚夜位岁名号条%家只双趟遍回");
}

/// One number without a range in it.
struct Core {
  Scaled value;
  std::size_t end = 0;
  int last_unit = -1;  ///< Power of ten of the last unit.
  bool is_arabic = false;
  bool has_point = false;
  std::uint8_t digits = 0;
  /// Two digits in a row at this place are a range (三五百); the number is to be read once with each. 0 if
  /// none.
  std::size_t pair_at = 0;
  bool has_pair = false;
};

/// Reads Arabic digits at `i`, with thousands separators and a point. Empty if there are too many.
std::optional<Scaled> read_arabic(std::u32string_view text, std::size_t& i, Core& core) {
  std::int64_t value = 0;
  int digits = 0;
  int places = 0;
  bool too_long = false;
  const auto take = [&](char32_t c) {
    if (digits >= 17) {
      too_long = true;
      return;
    }
    value = value * 10 + static_cast<std::int64_t>(c - U'0');
    ++digits;
  };
  while (is_ascii_digit(char_at(text, i))) take(text[i++]);
  const auto group_follows = [&] {
    if (char_at(text, i) != U',') return false;
    for (std::size_t d = 1; d <= 3; ++d) {
      if (!is_ascii_digit(char_at(text, i + d))) return false;
    }
    return !is_ascii_digit(char_at(text, i + 4));
  };
  if (digits <= 3) {
    while (group_follows()) {
      for (std::size_t d = 1; d <= 3; ++d) take(text[i + d]);
      i += 4;
    }
  }
  core.digits = static_cast<std::uint8_t>(digits);
  if (char_at(text, i) == U'.' && is_ascii_digit(char_at(text, i + 1))) {
    ++i;
    while (is_ascii_digit(char_at(text, i))) {
      take(text[i++]);
      ++places;
    }
    core.has_point = true;
  }
  if (too_long) return std::nullopt;
  return Scaled{value, -places};
}

/// Reads `点` and the digits behind it, unless it tells the time. Gives the fraction.
std::optional<Scaled> read_chinese_fraction(std::u32string_view text, std::size_t& i) {
  std::size_t at = i + 1;
  std::int64_t value = 0;
  int places = 0;
  while (places < 15 && is_chinese_digit(char_at(text, at))) {
    value = value * 10 + digit_value(text[at++]);
    ++places;
  }
  if (places == 0 || is_one_of(char_at(text, at), U"十分半刻钟")) return std::nullopt;
  i = at;
  return Scaled{value, -places};
}

class CoreReader {
 public:
  CoreReader(std::u32string_view text, std::size_t at) : text_(text), i_(at), begin_(at) {}

  std::optional<Core> read() {
    while (step()) {
    }
    if (failed_ || (!number_ && !any_)) return std::nullopt;
    if (number_) {
      if (is_elided()) {
        if (is_classifier(char_at(text_, i_)) && !stands_for_coins(i_)) {
          i_ = number_begin_;
        } else {
          number_->exponent += core_.last_unit - 1;
          add(section_, *number_);
        }
      } else {
        add(section_, *number_);
      }
    }
    add(total_, section_);
    if (failed_) return std::nullopt;
    core_.value = total_;
    core_.end = i_;
    return core_;
  }

 private:
  /// Reads one more piece; false at the end of the number.
  bool step() {
    const char32_t c = char_at(text_, i_);
    if (is_ascii_digit(c)) return !number_ && read_arabic_digits();
    if (c == U'点' && (number_ || any_) && !core_.has_point) return read_fraction();
    if (is_chinese_digit(c)) return !number_ && read_chinese_digits();
    const int unit = unit_at(text_, i_);
    if (unit == 0) return false;
    return unit >= 4 ? read_big_unit(unit) : read_small_unit(unit);
  }

  bool read_arabic_digits() {
    if (i_ == begin_) core_.is_arabic = true;
    const std::size_t begin = i_;
    Core digits;
    const std::optional<Scaled> value = read_arabic(text_, i_, digits);
    if (!value) {
      failed_ = true;
      return false;
    }
    if (begin == begin_) {
      core_.digits = digits.digits;
      core_.has_point = digits.has_point;
    }
    set_number(*value, begin, digits.digits == 1 && !digits.has_point);
    return true;
  }

  bool read_chinese_digits() {
    const std::size_t begin = i_;
    std::size_t end = i_;
    while (is_chinese_digit(char_at(text_, end))) ++end;
    const int first = digit_value(text_[begin]);
    if (end - begin == 1) {
      i_ = end;
      if (first == 0 && any_) {
        zero_ = true;
        return true;
      }
      set_number({first, 0}, begin, true);
      return true;
    }
    if (first == 0 && any_) {
      ++i_;
      zero_ = true;
      return true;
    }
    const int second = digit_value(text_[begin + 1]);
    if (end - begin == 2 && first > 0 && second > first && second - first <= 2) {
      core_.has_pair = true;
      core_.pair_at = begin;
      return false;
    }
    if (any_) {  // 两万三四: the pair is none, so only what stands before it is read.
      return false;
    }
    // Digit by digit: 二零一七.
    std::int64_t value = 0;
    if (end - begin > 15) {
      failed_ = true;
      return false;
    }
    for (; i_ < end; ++i_) value = value * 10 + digit_value(text_[i_]);
    set_number({value, 0}, begin, false);
    return true;
  }

  bool read_fraction() {
    const std::optional<Scaled> fraction = read_chinese_fraction(text_, i_);
    if (!fraction) return false;
    core_.has_point = true;
    if (number_ && !any_) {
      add(*number_, *fraction);
      single_ = false;
      return true;
    }
    if (!number_) set_number({0, 0}, i_, false);
    add(*number_, *fraction);
    single_ = false;
    return false;
  }

  bool read_small_unit(int unit) {
    // Units fall within a section: 三千五百, never 三百五千.
    if (!number_ && (unit != 1 || (any_ && !zero_ && small_unit_ != 2))) return false;
    if (small_unit_ >= 0 && unit >= small_unit_) {
      if (!number_) return false;
      // 三千五千 is two numbers; the digit belongs to the second.
      i_ = number_begin_;
      number_.reset();
      return false;
    }
    Scaled value = number_.value_or(Scaled{1, 0});
    value.exponent += unit;
    add(section_, value);
    took_unit(unit);
    small_unit_ = unit;
    return true;
  }

  bool read_big_unit(int unit) {
    if (!number_ && section_.coefficient == 0 && !(unit == 8 && big_unit_ == 4)) return false;
    if (big_unit_ >= 0 && unit >= big_unit_ && unit == 4) {
      i_ = number_ ? number_begin_ : i_;
      number_.reset();
      return false;
    }
    if (number_) add(section_, *number_);
    if (unit == 8) {
      add(total_, section_);
      total_.exponent += 8;
    } else {
      section_.exponent += unit;
      add(total_, section_);
    }
    section_ = {};
    took_unit(unit);
    big_unit_ = unit;
    small_unit_ = -1;
    return true;
  }

  void took_unit(int unit) {
    number_.reset();
    core_.last_unit = unit;
    any_ = true;
    zero_ = false;
    ++i_;
  }

  void set_number(Scaled value, std::size_t begin, bool single) {
    number_ = value;
    number_begin_ = begin;
    single_ = single;
  }

  /// 两万三, 8万6, 1w2: the unit of the last digit is left out.
  bool is_elided() const {
    return any_ && single_ && !zero_ && core_.last_unit >= 2 && number_->coefficient != 0;
  }

  /// 一万二个u counts coins, not things.
  bool stands_for_coins(std::size_t i) const {
    return text_[i] == U'个' && is_ascii_letter(char_at(text_, i + 1));
  }

  void add(Scaled& to, Scaled value) {
    const std::optional<Scaled> sum = Scaled::add(to, value);
    if (sum) {
      to = *sum;
    } else {
      failed_ = true;
    }
  }

  std::u32string_view text_;
  std::size_t i_;
  std::size_t begin_;
  Core core_;
  Scaled total_;
  Scaled section_;
  std::optional<Scaled> number_;  ///< Digits that no unit has taken yet.
  std::size_t number_begin_ = 0;
  bool single_ = false;
  bool any_ = false;  ///< A unit has been read.
  bool zero_ = false;
  int small_unit_ = -1;
  int big_unit_ = -1;
  bool failed_ = false;
};

/// How many zeros the value ends in, in whole units: 3000 three, 32000 three, 17 none.
int trailing_zeros(Scaled value) {
  int zeros = value.exponent;
  while (value.coefficient != 0 && value.coefficient % 10 == 0) {
    value.coefficient /= 10;
    ++zeros;
  }
  return std::max(zeros, 0);
}

void set_exact(NumberText& number, const Core& core) {
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
  if (unit_at(text, pair + 2) == 0 && !is_classifier(after) && !is_one_of(after, U"块元毛角分小秒"))
    return false;
  std::u32string first(near);
  first.erase(pair - at + 1, 1);
  std::u32string second(near);
  second.erase(pair - at, 1);
  const std::optional<Core> low = CoreReader(first, 0).read();
  const std::optional<Core> high = CoreReader(second, 0).read();
  if (!low || !high || low->has_pair || high->has_pair || low->end != high->end) return false;
  set_exact(number, *low);
  number.high = high->value;
  number.end = static_cast<std::uint32_t>(at + low->end + 1);
  number.approximate = true;
  return true;
}

/// Reads 几, 几百, 几十万, 数千, 上万 at `at`.
bool read_vague(std::u32string_view text, std::size_t at, NumberText& number) {
  const char32_t c = char_at(text, at);
  const char32_t before = at > 0 ? text[at - 1] : U' ';
  if (c != U'几' && c != U'数' && c != U'上' && c != U'成') return false;
  std::size_t i = at + 1;
  int exponent = 0;
  while (const int unit = unit_at(text, i)) {
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
    const std::optional<Scaled> high = Scaled::add(number.low, {power_of_ten(zeros) - 1, 0});
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
  const std::optional<Core> upper = CoreReader(text, dash + 1).read();
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

bool may_begin(char32_t c) {
  return is_ascii_digit(c) || (c >= 0x3000 && (digit_value(c) >= 0 || is_one_of(c, U"十拾几数上成")));
}

}  // namespace

std::optional<Scaled> Scaled::add(Scaled a, Scaled b) {
  if (a.coefficient == 0) return b;
  if (b.coefficient == 0) return a;
  if (a.exponent < b.exponent) std::swap(a, b);
  const int shift = a.exponent - b.exponent;
  if (shift > 18 || a.coefficient > kMost / power_of_ten(shift)) return std::nullopt;
  const std::int64_t lifted = a.coefficient * power_of_ten(shift);
  if (lifted > kMost - b.coefficient) return std::nullopt;
  return Scaled{lifted + b.coefficient, b.exponent};
}

int compare(Scaled a, Scaled b) {
  const bool swapped = a.exponent < b.exponent;
  if (swapped) std::swap(a, b);
  const int shift = a.exponent - b.exponent;
  int result = 0;
  if (a.coefficient != 0 && (shift > 18 || a.coefficient > kMost / power_of_ten(shift))) {
    result = 1;
  } else {
    const std::int64_t lifted = a.coefficient == 0 ? 0 : a.coefficient * power_of_ten(shift);
    result = lifted < b.coefficient ? -1 : lifted > b.coefficient ? 1 : 0;
  }
  return swapped ? -result : result;
}

std::optional<NumberText> read_number(std::u32string_view text, std::size_t at) {
  if (at >= text.size() || !may_begin(text[at])) return std::nullopt;
  NumberText number;
  number.begin = static_cast<std::uint32_t>(at);
  if (!read_vague(text, at, number)) {
    const std::optional<Core> core = CoreReader(text, at).read();
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
