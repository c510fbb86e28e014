// SPDX-License-Identifier: MIT
#include "engine/dates/span_form.h"

#include "engine/dates/time_words.h"
#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"
#include "engine/numerals/numeral.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

struct UnitWord {
  std::u32string_view written;
  SpanUnit unit;
  bool takes_measure = false;  ///< 个 may stand before it.
  bool needs_measure = false;  ///< 个 must.
  bool only_compound = false;  ///< Only behind another length: 8天20时.
  int factor = 1;              ///< How many of the unit it is.
};

// Longer before shorter where one begins like the other.
constexpr auto kUnitWords = std::to_array<UnitWord>({
    {U"年", SpanUnit::Year},
    {U"周年", SpanUnit::Year},
    {U"月", SpanUnit::Month, true, true},
    {U"星期", SpanUnit::Week, true},
    {U"礼拜", SpanUnit::Week, true},
    {U"周", SpanUnit::Week},
    {U"工作日", SpanUnit::Workday, true},
    {U"天", SpanUnit::Day},
    {U"日", SpanUnit::Day, false, false, true},
    {U"小时", SpanUnit::Hour, true},
    {U"钟头", SpanUnit::Hour, true},
    {U"时", SpanUnit::Hour, false, false, true},
    {U"分钟", SpanUnit::Minute},
    {U"刻钟", SpanUnit::Minute, false, false, false, 15},
    {U"分", SpanUnit::Minute, false, false, true},
    {U"秒钟", SpanUnit::Second},
    {U"秒", SpanUnit::Second},
});

constexpr std::array<std::int64_t, SpanForm::kUnits> kSeconds = {31536000, 2592000, 604800, 86400,
                                                                 86400,    3600,    60,     1};

std::int64_t whole_seconds(const std::optional<Decimal>& amount, std::size_t unit) {
  if (!amount) return 0;
  const std::optional<Decimal> product = Decimal::multiply(*amount, Decimal(kSeconds[unit]));
  const std::optional<Decimal> whole =
      product ? Decimal::round(*product, 0, Decimal::Rounding::HalfUp) : std::nullopt;
  return whole ? whole->to_int64().value_or(0) : 0;
}

/// One number and its unit.
struct SpanPiece {
  Decimal amount;
  SpanUnit unit = SpanUnit::Day;
  bool is_rough = false;
  std::size_t end = 0;
};

class SpanReader {
 public:
  SpanReader(std::u32string_view text, bool may_lack_number)
      : text_(text), may_lack_number_(may_lack_number) {}

  std::optional<SpanForm> read(std::size_t i) {
    SpanForm span;
    int pieces = 0;
    while (true) {
      const std::optional<SpanPiece> piece = read_piece(i, pieces > 0);
      if (!piece) break;
      std::optional<Decimal>& amount = span.amounts[static_cast<std::size_t>(piece->unit)];
      if (amount) break;
      amount = piece->amount;
      span.end = piece->end;
      ++pieces;
      // 又, 零 and 余 join two lengths; of 多 the next one shows that it does: 一年多三个月.
      const std::size_t joint = skip_blanks(text_, piece->end);
      i = is_one_of(char_at(text_, joint), U"又零余多") ? skip_blanks(text_, joint + 1) : joint;
      span.is_rough = piece->is_rough;
    }
    if (pieces == 0) return std::nullopt;
    span.is_compound = pieces > 1;
    if (pieces == 1 && is_one_of(char_at(text_, span.end), U"多余") &&
        char_at(text_, span.end + 1) != U'少') {
      ++span.end;
      span.is_rough = true;
    }
    return span;
  }

 private:
  std::optional<SpanPiece> read_piece(std::size_t i, bool is_later) const {
    SpanPiece piece;
    std::size_t at = i;
    bool is_half = false;
    if (char_at(text_, i) == U'半') {
      // 一半 and 多半 are shares.
      if (i > 0 && is_one_of(text_[i - 1], U"一多大过对上下前后")) return std::nullopt;
      piece.amount = *Decimal::scaled(5, -1);
      at = i + 1;
      is_half = true;
      piece.is_rough = true;
    } else if (const std::optional<ShortNumber> pair = read_pair(i)) {
      piece.amount = Decimal(pair->value);
      piece.is_rough = true;
      at = pair->end;
    } else if (const std::optional<Numeral> number = read_number(i)) {
      piece.amount = number->value;
      at = number->end;
      if (const std::size_t upper = behind_upper(at)) {
        piece.is_rough = true;
        at = upper;
      }
    } else if (may_lack_number_ && char_at(text_, i) == U'个') {
      piece.amount = Decimal(1);
    } else {
      return std::nullopt;
    }
    if (is_one_of(char_at(text_, at), U"多来几余")) {
      piece.is_rough = true;
      ++at;
    }
    at = skip_blanks(text_, at);
    const bool measured = char_at(text_, at) == U'个';
    if (measured) ++at;
    if (!is_half && measured && char_at(text_, at) == U'半') {  // 一个半月.
      piece.amount = with_half(piece.amount);
      ++at;
    }
    if (is_one_of(char_at(text_, at), U"多来") && measured) {
      piece.is_rough = true;
      ++at;
    }
    const UnitWord* unit = unit_at_place(skip_blanks(text_, at), measured, is_later);
    if (unit == nullptr) return std::nullopt;
    piece.unit = unit->unit;
    piece.amount = Decimal::multiply(piece.amount, Decimal(unit->factor)).value_or(piece.amount);
    piece.end = skip_blanks(text_, at) + unit->written.size();
    if (!is_half && char_at(text_, piece.end) == U'半' && is_half_of_unit(piece.end)) {
      piece.amount = with_half(piece.amount);
      ++piece.end;
    }
    return piece;
  }

  /// The 半 behind a unit is half of it, unless a length of its own begins: 两年半天.
  bool is_half_of_unit(std::size_t i) const { return !is_one_of(char_at(text_, i + 1), U"年天个小夜价路"); }

  /// A number that counts: neither an ordinal nor a year.
  std::optional<Numeral> read_number(std::size_t i) const {
    if (i > 0 && (text_[i - 1] == U'第' || is_part_of_figure(i))) return std::nullopt;
    const std::optional<Numeral> number = read_plain_numeral(text_, i);
    if (!number || number->value.is_zero() || number->value > Decimal(100000)) return std::nullopt;
    return number;
  }

  /// Behind the second number of 2至3天; 0 where none stands at `i`. The first counts.
  std::size_t behind_upper(std::size_t i) const {
    if (!is_one_of(char_at(text_, i), U"到至-~—–或")) return 0;
    const std::optional<Numeral> upper = read_plain_numeral(text_, i + 1);
    return upper ? upper->end : 0;
  }

  /// 三四 of 三四天, 十七八 of 十七八天: a rough number, at least the first.
  std::optional<ShortNumber> read_pair(std::size_t i) const {
    const bool has_ten = char_at(text_, i) == U'十';
    const std::size_t at = has_ten ? i + 1 : i;
    if (i > 0 && is_part_of_figure(i)) return std::nullopt;
    const int first = is_chinese_digit(char_at(text_, at)) ? digit_value(text_[at]) : 0;
    const int second = is_chinese_digit(char_at(text_, at + 1)) ? digit_value(text_[at + 1]) : 0;
    if (first < 1 || second <= first || second - first > 2 || digit_value(char_at(text_, at + 2)) >= 0) {
      return std::nullopt;
    }
    return ShortNumber{.value = first + (has_ten ? 10 : 0), .end = at + 2};
  }

  bool is_part_of_figure(std::size_t i) const {
    const char32_t before = text_[i - 1];
    // The 零 of 一年零三个月 joins two lengths.
    if (before == U'零' && i > 1 && digit_value(text_[i - 2]) < 0 && unit_at(text_, i - 2) == 0) return false;
    if (is_ascii_digit(char_at(text_, i)))
      return is_ascii_digit(before) || before == U'.' || is_ascii_letter(before);
    return is_chinese_digit(before) || unit_at(text_, i - 1) == 1 || before == U'数' || before == U'几';
  }

  const UnitWord* unit_at_place(std::size_t i, bool measured, bool is_later) const {
    for (const UnitWord& word : kUnitWords) {
      if (!stands_at(text_, i, word.written)) continue;
      if ((measured && !word.takes_measure) || (!measured && word.needs_measure)) continue;
      if (word.only_compound && !is_later && !(word.written == U"分" && seconds_follow(i + 1))) continue;
      const char32_t next = char_at(text_, i + word.written.size());
      // 周岁, 年级, 年代, 天猫, 时间, 分之, 一日三餐.
      if (word.written == U"周" && is_one_of(next, U"岁一五六日末转")) continue;
      if (word.written == U"年" && is_one_of(next, U"级代龄份度终费薪租")) continue;
      if (word.written == U"天" && is_one_of(next, U"猫津河使")) continue;
      if (word.written == U"时" && is_one_of(next, U"间候常刻代")) continue;
      if (word.written == U"秒" && is_one_of(next, U"杀退赔")) continue;
      if (word.written == U"分" && next == U'之') continue;
      const bool is_once = next == U'一' && is_one_of(char_at(text_, i + word.written.size() + 1), U"次回趟");
      if (word.written == U"星期" && is_one_of(next, U"一二三四五六日天") && !is_once) continue;
      if (word.written == U"月" && is_one_of(next, U"饼")) continue;
      return &word;
    }
    return nullptr;
  }

  /// 10分30秒.
  bool seconds_follow(std::size_t i) const {
    const std::optional<ShortNumber> seconds = read_short_number(text_, i);
    return seconds && char_at(text_, seconds->end) == U'秒';
  }

  static Decimal with_half(Decimal amount) {
    return Decimal::add(amount, *Decimal::scaled(5, -1)).value_or(amount);
  }

  std::u32string_view text_;
  bool may_lack_number_;
};

}  // namespace

bool SpanForm::within_day() const {
  for (std::size_t u = 0; u < static_cast<std::size_t>(SpanUnit::Hour); ++u) {
    if (amounts[u]) return false;
  }
  return true;
}

std::int64_t SpanForm::seconds() const {
  std::int64_t sum = 0;
  for (std::size_t u = 0; u < kUnits; ++u) sum += whole_seconds(amounts[u], u);
  return sum;
}

std::string SpanForm::timex() const {
  static constexpr std::array<std::string_view, kUnits> kCodes = {"Y", "M", "W", "D", "BD", "H", "M", "S"};
  std::string out = "P";
  bool in_time = false;
  for (std::size_t u = 0; u < kUnits; ++u) {
    if (!amounts[u]) continue;
    if (u >= static_cast<std::size_t>(SpanUnit::Hour) && !in_time) {
      in_time = true;
      out += 'T';
    }
    out += amounts[u]->to_string();
    out += kCodes[u];
  }
  return out;
}

std::int64_t SpanForm::months() const {
  const auto whole = [&](SpanUnit unit, std::int64_t months) -> std::int64_t {
    const std::optional<Decimal>& amount = amounts[static_cast<std::size_t>(unit)];
    const std::optional<Decimal> product =
        amount ? Decimal::multiply(*amount, Decimal(months)) : std::nullopt;
    const std::optional<Decimal> floor =
        product ? Decimal::round(*product, 0, Decimal::Rounding::Floor) : std::nullopt;
    return floor ? floor->to_int64().value_or(0) : 0;
  };
  return whole(SpanUnit::Year, 12) + whole(SpanUnit::Month, 1);
}

std::optional<SpanForm> read_span(std::u32string_view text, std::size_t i, bool may_lack_number) {
  return SpanReader(text, may_lack_number).read(i);
}

std::int64_t SpanForm::seconds_beside_months() const {
  std::int64_t sum = 0;
  for (std::size_t u = static_cast<std::size_t>(SpanUnit::Week); u < kUnits; ++u)
    sum += whole_seconds(amounts[u], u);
  const std::optional<Decimal>& month = amounts[static_cast<std::size_t>(SpanUnit::Month)];
  if (month && !month->is_integer()) sum += 15 * 86400;
  return sum;
}

}  // namespace zhilu
