// SPDX-License-Identifier: MIT
#include "engine/numerals/numeral_core.h"

#include <string>

#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"

namespace zhilu {
namespace {

/// The power of ten of the unit `c`, also of those only used in large figures; 0 if it is none.
int unit_power(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 1;
    case U'百':
    case U'佰':
      return 2;
    case U'千':
    case U'仟':
      return 3;
    case U'万':
      return 4;
    case U'亿':
      return 8;
    case U'兆':
      return 12;
    default:
      return 0;
  }
}

/// Latin multipliers stand behind the whole number: 40k, -2.5 M.
int multiplier_power(char32_t c) {
  switch (c) {
    case U'k':
      return 3;
    case U'w':
      return 4;
    case U'm':
      return 6;
    case U'b':
    case U'g':
      return 9;
    case U't':
      return 12;
    default:
      return 0;
  }
}

bool is_fraction_digit(char32_t c) {
  return is_chinese_digit(c) && !is_one_of(c, U"两俩仨幺");
}

Decimal sum(Decimal a, Decimal b) {
  return Decimal::add(a, b).value_or(a);
}

Decimal lifted(Decimal a, int power) {
  return Decimal::multiply(a, Decimal(ten_to_the(power))).value_or(a);
}

class NumeralCoreReader {
 public:
  NumeralCoreReader(std::u32string_view text, std::size_t at) : text_(text), begin_(at), i_(at) {}

  std::optional<NumeralCore> read() {
    while (step()) {
    }
    if (failed_ || end_ == 0) return std::nullopt;
    // 万 and 千万 alone are words rather than numbers.
    if (!digit_seen_ && !(core_.has_unit && ten_seen_)) return std::nullopt;
    core_.is_lone = pieces_ == 1 && !core_.is_arabic;
    // 三千一个月 is 3000 a month.
    if (pending_ && last_unit_ >= 2 && !zero_ && single_ && is_classifier(char_at(text_, end_)))
      drop_pending();
    if (pending_) {
      const bool elided = last_unit_ >= 2 && !zero_ && single_ && !pending_->is_zero();
      section_ = sum(section_, elided ? lifted(*pending_, last_unit_ - 1) : *pending_);
    }
    core_.value = sum(sum(high_, group_), section_);
    core_.end = end_;
    read_point();
    read_multiplier();
    return core_;
  }

 private:
  bool step() {
    if (i_ - begin_ > kLongest) return false;
    const std::size_t at = pieces_ == 0 ? i_ : skip_blanks(text_, i_);
    const char32_t c = char_at(text_, at);
    if (is_ascii_digit(c) || (pieces_ == 0 && c == U'.')) return !pending_ && read_arabic(at);
    if (is_chinese_digit(c)) return read_chinese_digit(at);
    if (c == U'半') return pieces_ == 0 && read_half(at);
    if (is_one_of(c, U"多几余") && pieces_ > 0) return pass_rough_word(at);
    const int power = unit_power(c);
    if (power == 0) return false;
    return power >= 4 ? read_big_unit(at, power) : read_small_unit(at, power);
  }

  bool read_arabic(std::size_t at) {
    std::size_t i = at;
    std::string digits;
    const auto take_digits = [&] {
      for (; is_ascii_digit(char_at(text_, i)); ++i) {
        if (digits.size() < kMostDigits) {
          digits.push_back(static_cast<char>(text_[i]));
        } else {
          failed_ = true;  // A code, and no number that could be kept exactly.
        }
      }
    };
    take_digits();
    const std::size_t before_comma = digits.size();
    const auto group_follows = [&] {
      return char_at(text_, i) == U',' && is_ascii_digit(char_at(text_, i + 1)) &&
             is_ascii_digit(char_at(text_, i + 2)) && is_ascii_digit(char_at(text_, i + 3)) &&
             !is_ascii_digit(char_at(text_, i + 4));
    };
    if (before_comma >= 1 && before_comma <= 3) {
      while (group_follows() && digits.size() < kMostDigits) {
        ++i;
        take_digits();
      }
    }
    if (pieces_ == 0) read_decimals(at, i, digits);
    const std::optional<Decimal> value = Decimal::parse(digits);
    if (!value) {
      failed_ = true;
      return false;
    }
    if (pieces_ == 0) core_.is_arabic = true;
    set_pending(*value, i, digits.size() == 1);
    return true;
  }

  /// The point and the digits behind it, unless more points make it an address or a date: 192.168.0.1.
  void read_decimals(std::size_t at, std::size_t& i, std::string& digits) {
    if (char_at(text_, i) != U'.' || !is_ascii_digit(char_at(text_, i + 1))) return;
    std::size_t end = i + 1;
    while (is_ascii_digit(char_at(text_, end))) ++end;
    const bool pointed_behind = char_at(text_, end) == U'.' && is_ascii_digit(char_at(text_, end + 1));
    const bool pointed_before = at >= 1 && text_[at - 1] == U'.' && at >= 2 && is_ascii_digit(text_[at - 2]);
    if (pointed_behind || pointed_before) return;
    if (digits.empty()) digits.push_back('0');
    digits.push_back('.');
    for (++i; i < end; ++i) {
      if (digits.size() < kMostDigits) digits.push_back(static_cast<char>(text_[i]));
    }
    core_.has_point = true;
  }

  bool read_chinese_digit(std::size_t at) {
    if (pending_) return false;
    const int digit = digit_value(text_[at]);
    if (digit == 0 && core_.has_unit) {
      if (zero_) return false;
      zero_ = true;
      i_ = at + 1;
      ++pieces_;
      return true;
    }
    if (is_chinese_digit(char_at(text_, at + 1))) {
      // A row of digits is a code, a year or a word: 九九, 二零一七.
      failed_ = !core_.has_unit;
      return false;
    }
    set_pending(Decimal(digit), at + 1, true);
    return true;
  }

  // 半百, 半打.
  bool read_half(std::size_t at) {
    const char32_t next = char_at(text_, at + 1);
    if (unit_power(next) < 2 && next != U'打') return false;
    set_pending(*Decimal::scaled(5, -1), at + 1, false);
    return true;
  }

  /// 十余万, 二十几亿, 一百零几万: a rough word before 万 or 亿.
  bool pass_rough_word(std::size_t at) {
    const int power = unit_power(char_at(text_, skip_blanks(text_, at + 1)));
    if (power < 2 || (!pending_ && !core_.has_unit)) return false;
    i_ = at + 1;
    return true;
  }

  bool read_small_unit(std::size_t at, int power) {
    if (!pending_) {
      // 十五; 百三, 千三; 一百零十.
      const bool leads = pieces_ == 0 && is_chinese_digit(char_at(text_, skip_blanks(text_, at + 1))) &&
                         !is_chinese_digit(char_at(text_, at + 2));
      const bool is_ten = power == 1 && (pieces_ == 0 || zero_ || small_unit_ >= 2 || last_unit_ >= 4);
      if (!leads && !is_ten) return false;
    }
    if (power >= small_unit_) {
      drop_pending();
      return false;
    }
    const bool counted = pending_ && !pending_->is_zero();  // 零十 is ten.
    section_ = sum(section_, lifted(counted ? *pending_ : Decimal(1), power));
    ten_seen_ = ten_seen_ || power == 1;
    small_unit_ = power;
    take_unit(at, power);
    return true;
  }

  bool read_big_unit(std::size_t at, int power) {
    const Decimal below = sum(section_, pending_.value_or(Decimal(0)));
    if (below.is_zero() && !(last_unit_ >= 4 && (power > 4 || last_unit_ == 4) && !group_.is_zero())) {
      return false;
    }
    if (power == 4) {
      if (!group_.is_zero() && !below.is_zero()) {  // 三万五万 is two numbers.
        drop_pending();
        return false;
      }
      group_ = lifted(below.is_zero() ? group_ : below, 4);
    } else if (power == 8) {
      high_ = sum(high_, lifted(sum(group_, below), 8));
      group_ = {};
    } else {
      high_ = lifted(sum(sum(high_, group_), below), 12);
      group_ = {};
    }
    section_ = {};
    small_unit_ = kNoUnit;
    take_unit(at, power);
    return true;
  }

  void take_unit(std::size_t at, int power) {
    pending_.reset();
    zero_ = false;
    last_unit_ = power;
    core_.has_unit = true;
    ++pieces_;
    i_ = at + 1;
    end_ = i_;
  }

  void set_pending(Decimal value, std::size_t end, bool single) {
    before_pending_ = end_;
    pending_ = value;
    single_ = single;
    digit_seen_ = true;
    ++pieces_;
    i_ = end;
    end_ = end;
  }

  /// The digit read last belongs to the next number.
  void drop_pending() {
    if (!pending_) return;
    pending_.reset();
    end_ = before_pending_;
  }

  // 点五, also behind a unit: 一千六点五. 八点二十 tells the time.
  void read_point() {
    if (core_.has_point) return;
    const std::size_t point = skip_blanks(text_, core_.end);
    if (char_at(text_, point) != U'点' && char_at(text_, point) != U'.') return;
    std::string digits = "0.";
    std::size_t i = skip_blanks(text_, point + 1);
    std::size_t end = i;
    while (is_fraction_digit(char_at(text_, i))) {
      if (digits.size() < kMostDigits) digits.push_back(static_cast<char>('0' + digit_value(text_[i])));
      end = i + 1;
      i = skip_blanks(text_, end);
    }
    if (end <= point + 1 || digits.size() == 2 || is_one_of(char_at(text_, end), U"十刻")) return;
    if (const std::optional<Decimal> fraction = Decimal::parse(digits)) {
      core_.value = sum(core_.value, *fraction);
    }
    core_.end = end;
    core_.has_point = true;
    core_.is_lone = false;
  }

  void read_multiplier() {
    if (!core_.is_arabic) return;
    const std::size_t at = skip_blanks(text_, core_.end);
    const int power = multiplier_power(char_at(text_, at));
    if (power == 0 || is_ascii_alphanumeric(char_at(text_, at + 1))) return;
    core_.value = lifted(core_.value, power);
    core_.end = at + 1;
    core_.has_unit = true;
  }

  static constexpr std::size_t kMostDigits = 34;
  static constexpr std::size_t kLongest =
      64;  ///< Characters; what is longer is no number that anybody means.
  static constexpr int kNoUnit = 100;

  std::u32string_view text_;
  std::size_t begin_;
  std::size_t i_;
  std::size_t end_ = 0;             ///< Behind the last piece that belongs to the number.
  std::size_t before_pending_ = 0;  ///< The end without the pending digits.
  NumeralCore core_;
  Decimal high_;                    ///< Multiples of 亿 and above.
  Decimal group_;                   ///< The multiple of 万 below that.
  Decimal section_;                 ///< Below 万.
  std::optional<Decimal> pending_;  ///< Digits that no unit has taken yet.
  int pieces_ = 0;
  int last_unit_ = 0;
  int small_unit_ = kNoUnit;
  bool single_ = false;
  bool zero_ = false;
  bool digit_seen_ = false;
  bool ten_seen_ = false;
  bool failed_ = false;
};

}  // namespace

std::size_t skip_blanks(std::u32string_view text, std::size_t i) {
  constexpr std::size_t kMostBlanks = 4;
  std::size_t end = i;
  while (end < i + kMostBlanks && char_at(text, end) == U' ') ++end;
  return end;
}

std::optional<NumeralCore> read_numeral_core(std::u32string_view text, std::size_t at) {
  return NumeralCoreReader(text, at).read();
}

}  // namespace zhilu
