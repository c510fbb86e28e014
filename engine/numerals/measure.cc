// SPDX-License-Identifier: MIT
#include "engine/numerals/measure.h"

#include <algorithm>
#include <optional>

#include "engine/numerals/characters.h"
#include "engine/numerals/numeral.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

constexpr MeasureUnit kNames[] = {
#include "engine/numerals/measure_units.inc"
};

/// All names, one an entry, the longer first.
std::vector<MeasureUnit> make_units() {
  std::vector<MeasureUnit> units;
  for (const MeasureUnit& line : kNames) {
    std::u32string_view rest = line.written;
    while (!rest.empty()) {
      const std::size_t size = std::min(rest.find(U' '), rest.size());
      units.push_back({rest.substr(0, size), line.kind, line.name});
      rest.remove_prefix(std::min(size + 1, rest.size()));
    }
  }
  std::stable_sort(units.begin(), units.end(), [](const MeasureUnit& a, const MeasureUnit& b) {
    return a.written.size() > b.written.size();
  });
  return units;
}

const MeasureUnit* measure_unit_at(std::u32string_view text, std::size_t i, MeasureKind kind) {
  static const std::vector<MeasureUnit> units = make_units();
  for (const MeasureUnit& unit : units) {
    if (unit.kind != kind || !stands_at(text, i, unit.written)) continue;
    const std::size_t end = i + unit.written.size();
    if (is_ascii_letter(unit.written.back()) && is_ascii_alphanumeric(char_at(text, end))) continue;
    return &unit;
  }
  return nullptr;
}

/// 五里坡, 一位, 三位数: short units that are rather part of a name or count people.
bool is_something_else(std::u32string_view text, const MeasureUnit& unit, std::size_t end) {
  if (unit.written == U"位") return is_ideograph(char_at(text, end));
  if (unit.written == U"度") return is_one_of(char_at(text, end), U"假过数角");
  if (unit.written == U"石" || unit.written == U"斗") return is_ideograph(char_at(text, end));
  return false;
}

/// 华氏, 摄氏 before the figure: 华氏101度. Gives the unit.
std::string_view prefix_unit(std::u32string_view text, std::size_t& i) {
  struct Prefix {
    std::u32string_view written;
    std::string_view name;
  };
  static constexpr Prefix kPrefixes[] = {{U"摄氏温度", "C"}, {U"摄氏", "C"},     {U"华氏温度", "F"},
                                         {U"华氏", "F"},     {U"开氏温度", "K"}, {U"开氏", "K"},
                                         {U"兰氏温度", "R"}, {U"兰氏", "R"}};
  for (const Prefix& prefix : kPrefixes) {
    if (!stands_at(text, i, prefix.written)) continue;
    i = skip_blanks(text, i + prefix.written.size());
    return prefix.name;
  }
  return {};
}

std::optional<Measure> read_measure(std::u32string_view text, std::size_t at, MeasureKind kind) {
  std::size_t i = at;
  const std::string_view scale = kind == MeasureKind::Temperature ? prefix_unit(text, i) : std::string_view();
  const bool below_zero = kind == MeasureKind::Temperature && stands_at(text, i, U"零下");
  if (below_zero) i += 2;
  const std::optional<Numeral> number = read_numeral(text, i);
  if (!number) return std::nullopt;
  const std::size_t unit_at = skip_blanks(text, number->end);
  const MeasureUnit* unit = measure_unit_at(text, unit_at, kind);
  if (unit == nullptr || is_something_else(text, *unit, unit_at + unit->written.size())) return std::nullopt;
  Measure measure{.begin = static_cast<std::uint32_t>(at),
                  .end = static_cast<std::uint32_t>(unit_at + unit->written.size()),
                  .value = below_zero ? number->value.negated() : number->value,
                  .unit = unit};
  if (!scale.empty() && unit->name == "Degree") {
    for (const MeasureUnit& name : kNames) {
      if (name.kind == kind && name.name == scale) measure.unit = &name;
    }
  }
  return measure;
}

}  // namespace

void find_measures(std::u32string_view text, MeasureKind kind, std::vector<Measure>& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    if (const std::optional<Measure> found = read_measure(text, i, kind)) {
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
