// SPDX-License-Identifier: MIT
#include "engine/understand/number_core.h"

#include <algorithm>
#include <limits>
#include <string>

#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"

namespace zhilu {
namespace {

/// Reads Arabic digits at `i`, with thousands separators and a point. Empty if there are too many.
std::optional<Scaled> read_arabic(std::u32string_view text, std::size_t& i, NumberCore& core) {
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

  std::optional<NumberCore> read() {
    while (step()) {
    }
    if (failed_ || (!number_ && !any_)) return std::nullopt;
    if (number_) {
      if (is_elided()) {
        // 花了5万一点效果都没有: the 一 of 一点 is no digit of the figure.
        const bool a_bit = text_[i_ - 1] == U'一' && char_at(text_, i_) == U'点';
        if (a_bit || (is_classifier(char_at(text_, i_)) && !stands_for_coins(i_))) {
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
    core_.end = text_[i_ - 1] == U' ' ? i_ - 1 : i_;
    return core_;
  }

 private:
  /// Reads one more piece; false at the end of the number.
  bool step() {
    skip_inner_blank();
    const char32_t c = char_at(text_, i_);
    if (is_ascii_digit(c)) return !number_ && read_arabic_digits();
    if (c == U'点' && (number_ || any_) && !core_.has_point) return read_fraction();
    if (is_chinese_digit(c)) return !number_ && read_chinese_digits();
    const int unit = unit_at(text_, i_);
    if (unit == 0) return false;
    return unit >= 4 ? read_big_unit(unit) : read_small_unit(unit);
  }

  /// 3 万 5千: people set blanks before a unit, and before a digit that has one or is the last: 1 万 2.
  void skip_inner_blank() {
    if (char_at(text_, i_) != U' ' || !(number_ || any_)) return;
    const char32_t next = char_at(text_, i_ + 1);
    const bool unit_follows = number_ && is_ideograph(next) && unit_at(text_, i_ + 1) > 1;
    const bool piece_follows = !number_ && any_ && digit_value(next) > 0 && unit_at(text_, i_ + 2) > 1;
    const char32_t behind = char_at(text_, i_ + 2);
    const bool last_follows =
        !number_ && any_ && digit_value(next) > 0 &&
        (is_one_of(behind, U"块元") ||
         (behind != U' ' && !is_ideograph(behind) && !is_ascii_alphanumeric(behind) && behind != U'.'));
    if (unit_follows || piece_follows || last_follows) ++i_;
  }

  bool read_arabic_digits() {
    if (i_ == begin_) core_.is_arabic = true;
    const std::size_t begin = i_;
    NumberCore digits;
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
  NumberCore core_;
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

}  // namespace

std::optional<NumberCore> read_core(std::u32string_view text, std::size_t at) {
  return CoreReader(text, at).read();
}

}  // namespace zhilu
