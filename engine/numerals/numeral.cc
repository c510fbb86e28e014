// SPDX-License-Identifier: MIT
#include "engine/numerals/numeral.h"

#include <string>

#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

/// What a lone digit counts: measure words, units of money, time and measure.
constexpr std::u32string_view kCounted =
    U"个只条张件位名口人次年月日天周号岁元块角分毛厘秒时小点夜晚季台辆架部套份笔本册页卷篇章节段行句字首幅"
    U"枝支根株棵颗粒片朵杯碗盘盒箱包袋桶瓶罐壶双对副批群组队排列层楼间座栋所家户处门道斤两克吨磅米尺寸丈里"
    U"亩升平公千立倍票项封班级届期场回遍趟轮代种类样刻顿餐匹头尾把艘扇面盏滴股团堆束串捆枚款星等阶步手席桌幕"
    U"集版则声阵站环区州国省市县村世者生边路车船艇杆打成员局盘遭番任科门剂针课题道线端";

/// 这是五, 不是四: 是 behind these ends a number that stands for itself.
bool is_copula(std::u32string_view text, std::size_t i) {
  return is_one_of(char_at(text, i), U"这那不也还而却更但") && char_at(text, i + 1) == U'是';
}

bool is_sign(std::u32string_view text, std::size_t at) {
  const char32_t c = char_at(text, at);
  if (c == U'负') return true;
  if (c != U'-') return false;
  // A dash between figures, a double dash and a hyphen are no sign.
  std::size_t before = at;
  while (before > 0 && text[before - 1] == U' ') --before;
  if (before == 0) return true;
  const char32_t left = text[before - 1];
  return !is_ascii_alphanumeric(left) && left != U'-';
}

/// Reads whole Arabic digits at `i`.
std::optional<Decimal> read_whole(std::u32string_view text, std::size_t& i) {
  std::string digits;
  for (; is_ascii_digit(char_at(text, i)) && digits.size() < 34; ++i) {
    digits.push_back(static_cast<char>(text[i]));
  }
  return Decimal::parse(digits);
}

class NumeralReader {
 public:
  NumeralReader(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<Numeral> read() {
    std::size_t i = at_;
    const bool negative = is_sign(text_, i);
    if (negative) i = skip_blanks(text_, i + 1);
    if (char_at(text_, i) == U'.' && i > 0 && is_one_of(text_[i - 1], U".0123456789")) return std::nullopt;
    const std::optional<NumeralCore> core = read_numeral_core(text_, i);
    if (core) {
      take(*core);
    } else if (const std::size_t unit = bare_unit(i); unit > 0) {
      value_ = Decimal(ten_to_the(unit_at(text_, i)));
      end_ = unit;
    } else {
      return std::nullopt;
    }
    const bool fraction = read_fraction() || (core && core->is_arabic && read_slash(i));
    if (!core && !fraction) return std::nullopt;
    if (core && !fraction && core->is_arabic) read_power();
    if (core && !fraction) read_dozen();
    Numeral numeral{.begin = static_cast<std::uint32_t>(at_),
                    .end = static_cast<std::uint32_t>(end_),
                    .value = negative ? value_.negated() : value_};
    numeral.is_arabic = core && core->is_arabic;
    numeral.is_lone = core && core->is_lone && !fraction && end_ == core->end && !negative;
    numeral.has_point = core && core->has_point;
    numeral.is_fraction = fraction;
    return numeral;
  }

 private:
  void take(const NumeralCore& core) {
    value_ = core.value;
    end_ = core.end;
  }

  /// 千分之一, 百万分之五: units alone before 分之; but 百分之五 is a percentage. 0 if it is none.
  std::size_t bare_unit(std::size_t i) const {
    if (i > 0 && is_chinese_digit(text_[i - 1])) return 0;
    return is_one_of(char_at(text_, i), U"千仟万") && divided_at(i + 1) > 0 ? i + 1 : 0;
  }

  /// Behind 分之 at `i`, blanks allowed; 0 if it does not stand there.
  std::size_t divided_at(std::size_t i) const {
    const std::size_t first = skip_blanks(text_, i);
    if (char_at(text_, first) != U'分') return 0;
    const std::size_t second = skip_blanks(text_, first + 1);
    return char_at(text_, second) == U'之' ? second + 1 : 0;
  }

  std::optional<NumeralCore> signed_core(std::size_t i) const {
    i = skip_blanks(text_, i);
    const bool negative = char_at(text_, i) == U'负';
    std::optional<NumeralCore> core = read_numeral_core(text_, negative ? i + 1 : i);
    if (core && negative) core->value = core->value.negated();
    return core;
  }

  // 五分之一, 三百五又三分之一.
  bool read_fraction() {
    Decimal whole;
    Decimal divisor = value_;
    std::size_t behind = divided_at(end_);
    if (behind == 0) {
      const std::size_t also = skip_blanks(text_, end_);
      if (char_at(text_, also) != U'又') return false;
      const std::optional<NumeralCore> lower = signed_core(also + 1);
      if (!lower) return false;
      whole = value_;
      divisor = lower->value;
      behind = divided_at(lower->end);
      if (behind == 0) return false;
    }
    const std::optional<NumeralCore> upper = signed_core(behind);
    if (!upper) return false;
    const std::optional<Decimal> part = Decimal::divide(upper->value, divisor);
    const std::optional<Decimal> value = part ? Decimal::add(whole, *part) : std::nullopt;
    if (!value) return false;
    value_ = *value;
    end_ = upper->end;
    return true;
  }

  // 3/5, 1 3/5; 2010/1/2 is a date.
  bool read_slash(std::size_t begin) {
    std::size_t i = begin;
    const std::optional<Decimal> first = read_whole(text_, i);
    if (!first || i != end_) return false;
    Decimal whole;
    std::optional<Decimal> upper = first;
    if (char_at(text_, i) == U' ' && is_ascii_digit(char_at(text_, skip_blanks(text_, i)))) {
      i = skip_blanks(text_, i);
      whole = *first;
      upper = read_whole(text_, i);
    }
    if (char_at(text_, i) != U'/' || !upper) return false;
    ++i;
    const std::optional<Decimal> lower = read_whole(text_, i);
    if (!lower || char_at(text_, i) == U'/' || char_at(text_, i) == U'.') return false;
    const std::optional<Decimal> part = Decimal::divide(*upper, *lower);
    const std::optional<Decimal> value = part ? Decimal::add(whole, *part) : std::nullopt;
    if (!value) return false;
    value_ = *value;
    end_ = i;
    return true;
  }

  // 2^-1, 2.7890e-1.
  void read_power() {
    const char32_t mark = char_at(text_, end_);
    if (mark != U'^' && mark != U'e') return;
    std::size_t i = end_ + 1;
    bool negative = false;
    for (; is_one_of(char_at(text_, i), U"+-") && i < end_ + 4; ++i) {
      if (text_[i] == U'-') negative = !negative;
    }
    std::size_t digits_end = i;
    const std::optional<Decimal> exponent = read_whole(text_, digits_end);
    if (!exponent || *exponent > Decimal(6000) || is_ascii_letter(char_at(text_, digits_end))) return;
    const Decimal power = negative ? exponent->negated() : *exponent;
    std::optional<Decimal> value;
    if (mark == U'^') {
      value = Decimal::power(value_, power);
    } else {
      const std::optional<Decimal> scale = Decimal::power(Decimal(10), power);
      value = scale ? Decimal::multiply(value_, *scale) : std::nullopt;
    }
    if (!value) return;
    value_ = *value;
    end_ = digits_end;
  }

  // 五十打.
  void read_dozen() {
    if (char_at(text_, end_) != U'打') return;
    const char32_t next = char_at(text_, end_ + 1);
    if (is_one_of(next, U"折开电了我他你算") || digit_value(next) >= 0) return;
    const std::optional<Decimal> value = Decimal::multiply(value_, Decimal(12));
    if (!value) return;
    value_ = *value;
    ++end_;
  }

  std::u32string_view text_;
  std::size_t at_;
  Decimal value_;
  std::size_t end_ = 0;
};

bool may_begin(char32_t c) {
  if (c < 0x3000) return is_ascii_digit(c) || c == U'-' || c == U'.';
  return digit_value(c) >= 0 || is_one_of(c, U"十拾百佰千仟万负半");
}

}  // namespace

std::optional<Numeral> read_numeral(std::u32string_view text, std::size_t at) {
  if (at >= text.size() || !may_begin(text[at])) return std::nullopt;
  return NumeralReader(text, at).read();
}

std::optional<Numeral> read_plain_numeral(std::u32string_view text, std::size_t at) {
  if (at >= text.size() || !may_begin(text[at])) return std::nullopt;
  const std::optional<NumeralCore> core = read_numeral_core(text, at);
  if (!core) return std::nullopt;
  return Numeral{.begin = static_cast<std::uint32_t>(at),
                 .end = static_cast<std::uint32_t>(core->end),
                 .value = core->value,
                 .is_arabic = core->is_arabic,
                 .is_lone = core->is_lone,
                 .has_point = core->has_point};
}

bool stands_as_number(std::u32string_view text, const Numeral& n) {
  const char32_t before = n.begin > 0 ? text[n.begin - 1] : U' ';
  if (n.is_arabic) return !is_ascii_letter(before);
  if (!n.is_lone) return true;
  if (is_chinese_digit(before)) return false;
  // 伍, 陆 and 拾 are rather words: 队伍, 陆地, 拾到.
  const bool is_capital = is_one_of(text[n.begin], U"壹贰叁肆伍陆柒捌玖拾");
  if (is_capital && is_ideograph(before) && !is_one_of(before, U"是为")) return false;
  const char32_t next = char_at(text, n.end);
  if (next == U'\0' || !is_ideograph(next)) return next != U'%';
  return is_one_of(next, kCounted) || is_one_of(next, U"的到至以加减乘除") || is_copula(text, n.end);
}

void find_numerals(std::u32string_view text, std::vector<Numeral>& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    const std::optional<Numeral> numeral = read_numeral(text, i);
    if (numeral && stands_as_number(text, *numeral)) {
      out.push_back(*numeral);
      i = numeral->end;
      continue;
    }
    // What begins a row of digits that is no number does not begin one further on.
    const bool arabic = is_ascii_digit(text[i]);
    const bool chinese = is_chinese_digit(text[i]);
    ++i;
    while (i < text.size() && ((arabic && is_ascii_digit(text[i])) || (chinese && is_chinese_digit(text[i]))))
      ++i;
  }
}

}  // namespace zhilu
