// SPDX-License-Identifier: MIT
#include "engine/numerals/currency.h"

#include <algorithm>

#include "engine/numerals/characters.h"
#include "engine/numerals/chinese_digit.h"
#include "engine/numerals/numeral.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

constexpr CurrencyUnit kNames[] = {
#include "engine/numerals/currency_units.inc"
};

/// All names, one an entry, sorted by their first character, then the longer first.
std::vector<CurrencyUnit> make_units() {
  std::vector<CurrencyUnit> units;
  for (const CurrencyUnit& line : kNames) {
    std::u32string_view rest = line.written;
    while (!rest.empty()) {
      const std::size_t size = std::min(rest.find(U' '), rest.size());
      CurrencyUnit unit = line;
      unit.written = rest.substr(0, size);
      units.push_back(unit);
      rest.remove_prefix(std::min(size + 1, rest.size()));
    }
  }
  std::stable_sort(units.begin(), units.end(), [](const CurrencyUnit& a, const CurrencyUnit& b) {
    if (a.written[0] != b.written[0]) return a.written[0] < b.written[0];
    return a.written.size() > b.written.size();
  });
  return units;
}

const std::vector<CurrencyUnit>& units() {
  static const std::vector<CurrencyUnit> units = make_units();
  return units;
}

bool is_sign(const CurrencyUnit& unit) {
  return !is_ideograph(unit.written[0]) && !is_ascii_letter(unit.written[0]);
}

/// 五角大楼, 两块手表, 三分之一, 一元二次: what a short unit stands in is something else.
bool is_something_else(std::u32string_view text, const CurrencyUnit& unit, std::size_t end) {
  if (!unit.is_short || unit.written.size() > 1 || is_sign(unit)) return false;
  const char32_t c = unit.written[0];
  const char32_t next = char_at(text, end);
  if (c == U'元') return is_one_of(next, U"旦月素件") && next != U'\0';
  if (c == U'圆') return is_one_of(next, U"形圈桌");
  if (c == U'分') return true;  // 90分 is a mark; 三分钱 and 两角三分 are money.
  if (c == U'刀') return is_ideograph(next) && !is_one_of(next, U"的了左多");
  if (!is_ideograph(next)) return false;
  return !is_one_of(next, U"的多左上了被我给买就都不又再也还吧呢啊钱每以和或到至一二两三四五六七八九");
}

struct Figure {
  Numeral number;
  const CurrencyUnit* unit = nullptr;
  std::size_t end = 0;
};

/// A number and the unit behind it, with a measure word between: 20个比特币.
std::optional<Figure> read_figure(std::u32string_view text, std::size_t i) {
  const std::optional<Numeral> number = read_numeral(text, i);
  if (!number) return std::nullopt;
  std::size_t at = skip_blanks(text, number->end);
  if (is_one_of(char_at(text, at), U"个枚") && currency_unit_at(text, at + 1) != nullptr) ++at;
  const CurrencyUnit* unit = currency_unit_at(text, at);
  if (unit == nullptr || is_sign(*unit)) return std::nullopt;
  return Figure{*number, unit, at + unit->written.size()};
}

/// The main currency that small change is of: 元 takes 角 and 分.
bool is_change_of(const CurrencyUnit& small, const CurrencyUnit& main) {
  return small.power < 0 && main.power == 0 && small.iso == main.iso;
}

/// Adds 6角三分, 又三美分, and the 9 of 9块9 to `amount`.
void read_change(std::u32string_view text, CurrencyAmount& amount, std::size_t& end) {
  int last_power = 0;
  while (last_power > -2) {
    std::size_t i = end;
    if (is_one_of(char_at(text, i), U"又再零")) ++i;
    const std::optional<Figure> change = read_figure(text, i);
    std::optional<Decimal> part;
    std::size_t behind = end;
    int power = 0;
    if (change && is_change_of(*change->unit, *amount.unit) && change->unit->power < last_power) {
      power = change->unit->power;
      part = Decimal::multiply(change->number.value, *Decimal::scaled(1, power));
      behind = change->end;
    } else if (last_power == 0 && text[end - 1] == U'块' && digit_value(char_at(text, end)) > 0 &&
               digit_value(char_at(text, end + 1)) < 0 && unit_at(text, end + 1) == 0 &&
               !is_classifier(char_at(text, end + 1))) {
      power = -2;
      part = Decimal::scaled(digit_value(text[end]), -1);
      behind = end + 1;
    }
    const std::optional<Decimal> sum = part ? Decimal::add(*amount.value, *part) : std::nullopt;
    if (!sum) return;
    amount.value = *sum;
    end = behind;
    last_power = power;
  }
}

CurrencyAmount amount_of(std::size_t begin, std::size_t end, std::optional<Decimal> value,
                         const CurrencyUnit* unit) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), value, unit};
}

std::optional<CurrencyAmount> read_suffixed(std::u32string_view text, std::size_t at) {
  const std::optional<Figure> figure = read_figure(text, at);
  if (!figure) return std::nullopt;
  CurrencyAmount amount = amount_of(at, figure->end, figure->number.value, figure->unit);
  std::size_t end = figure->end;
  if (figure->unit->power == 0) read_change(text, amount, end);
  if (end == figure->end && is_something_else(text, *figure->unit, end)) return std::nullopt;
  amount.end = static_cast<std::uint32_t>(end);
  return amount;
}

/// ¥300, $20, 人民币 50元; a currency alone: 人民币.
std::optional<CurrencyAmount> read_prefixed(std::u32string_view text, std::size_t at) {
  const CurrencyUnit* unit = currency_unit_at(text, at);
  if (unit == nullptr || unit->power != 0) return std::nullopt;
  if (is_ascii_letter(unit->written[0]) && at > 0 && is_ascii_alphanumeric(text[at - 1])) return std::nullopt;
  const std::size_t behind = at + unit->written.size();
  const std::size_t number_at = skip_blanks(text, behind);
  if (!unit->is_short || is_sign(*unit)) {
    if (const std::optional<CurrencyAmount> inner = read_suffixed(text, number_at)) {
      if (inner->unit->iso == unit->iso && !unit->iso.empty())
        return amount_of(at, inner->end, inner->value, unit);
    } else if (const std::optional<Numeral> number = read_numeral(text, number_at)) {
      if (!number->is_lone) return amount_of(at, number->end, number->value, unit);
    }
  }
  if (unit->is_short) return std::nullopt;
  return amount_of(at, behind, std::nullopt, unit);
}

}  // namespace

const CurrencyUnit* currency_unit_at(std::u32string_view text, std::size_t i) {
  const char32_t first = char_at(text, i);
  const std::vector<CurrencyUnit>& all = units();
  auto unit = std::lower_bound(all.begin(), all.end(), first,
                               [](const CurrencyUnit& u, char32_t c) { return u.written[0] < c; });
  for (; unit != all.end() && unit->written[0] == first; ++unit) {
    if (!stands_at(text, i, unit->written)) continue;
    const bool latin = is_ascii_letter(unit->written.back());
    if (latin && is_ascii_letter(char_at(text, i + unit->written.size()))) continue;
    return &*unit;
  }
  return nullptr;
}

const CurrencyUnit* currency_unit_before(std::u32string_view text, std::size_t i) {
  static const std::vector<CurrencyUnit> by_last = [] {
    std::vector<CurrencyUnit> all = units();
    std::stable_sort(all.begin(), all.end(), [](const CurrencyUnit& a, const CurrencyUnit& b) {
      if (a.written.back() != b.written.back()) return a.written.back() < b.written.back();
      return a.written.size() > b.written.size();
    });
    return all;
  }();
  const char32_t last = i > 0 ? char_at(text, i - 1) : U'\0';
  auto unit = std::lower_bound(by_last.begin(), by_last.end(), last,
                               [](const CurrencyUnit& u, char32_t c) { return u.written.back() < c; });
  for (; unit != by_last.end() && unit->written.back() == last; ++unit) {
    const std::size_t size = unit->written.size();
    if (i < size || text.substr(i - size, size) != unit->written) continue;
    const bool latin = is_ascii_letter(unit->written[0]);
    if (latin && i > size && is_ascii_letter(text[i - size - 1])) continue;
    return &*unit;
  }
  return nullptr;
}

void find_currency_amounts(std::u32string_view text, std::vector<CurrencyAmount>& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    std::optional<CurrencyAmount> found = read_suffixed(text, i);
    if (!found) found = read_prefixed(text, i);
    if (found) {
      out.push_back(*found);
      i = found->end;
      continue;
    }
    const bool digit = is_ascii_digit(text[i]);
    ++i;
    while (digit && i < text.size() && is_ascii_digit(text[i])) ++i;
  }
}

}  // namespace zhilu
