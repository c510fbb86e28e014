// SPDX-License-Identifier: MIT
#include "engine/numerals/ordinal.h"

#include <array>

#include "engine/numerals/characters.h"
#include "engine/numerals/numeral.h"
#include "engine/numerals/numeral_core.h"

namespace zhilu {
namespace {

/// A word that bounds the number behind it, or before it.
struct BoundWord {
  std::u32string_view written;
  bool is_lower = false;
  bool includes = false;
};

// Longer before shorter where one begins like the other.
constexpr auto kBefore = std::to_array<BoundWord>({
    {U"大于或等于", true, true},  {U"大于等于", true, true},    {U"多于或等于", true, true},
    {U"高于或等于", true, true},  {U"小于或等于", false, true}, {U"小于等于", false, true},
    {U"少于或等于", false, true}, {U"低于或等于", false, true}, {U"不大于", false, true},
    {U"不多于", false, true},     {U"不高于", false, true},     {U"不超过", false, true},
    {U"不小于", true, true},      {U"不少于", true, true},      {U"不低于", true, true},
    {U"至少有", true, true},      {U"至少", true, true},        {U"最少", true, true},
    {U"至多", false, true},       {U"最多", false, true},       {U"大于", true, false},
    {U"多于", true, false},       {U"高于", true, false},       {U"超过了", true, false},
    {U"超过", true, false},       {U"小于", false, false},      {U"少于", false, false},
    {U"低于", false, false},      {U"不到", false, false},      {U"不足", false, false},
    {U">=", true, true},          {U"<=", false, true},         {U"≥", true, true},
    {U"≤", false, true},          {U">", true, false},          {U"<", false, false},
});
constexpr auto kBehind = std::to_array<BoundWord>({
    {U"或以上", true, true},
    {U"或者以上", true, true},
    {U"及以上", true, true},
    {U"或以下", false, true},
    {U"或者以下", false, true},
    {U"及以下", false, true},
    {U"以上", true, false},
    {U"之上", true, false},
    {U"以下", false, false},
    {U"之下", false, false},
});

template <std::size_t N>
const BoundWord* bound_word_at(const std::array<BoundWord, N>& words, std::u32string_view text,
                               std::size_t i) {
  for (const BoundWord& word : words) {
    if (stands_at(text, i, word.written)) return &word;
  }
  return nullptr;
}

std::uint32_t place(std::size_t i) {
  return static_cast<std::uint32_t>(i);
}

void set_bound(NumeralRange& range, const BoundWord& word, Decimal value) {
  (word.is_lower ? range.low : range.high) = value;
  (word.is_lower ? range.includes_low : range.includes_high) = word.includes;
}

/// 大于30, 30以上.
std::optional<NumeralRange> read_bound(std::u32string_view text, std::size_t at) {
  NumeralRange range{.begin = place(at)};
  if (const BoundWord* word = bound_word_at(kBefore, text, at)) {
    const std::optional<Numeral> number = read_numeral(text, skip_blanks(text, at + word->written.size()));
    if (!number) return std::nullopt;
    set_bound(range, *word, number->value);
    range.end = number->end;
    return range;
  }
  const std::optional<Numeral> number = read_numeral(text, at);
  if (!number) return std::nullopt;
  const std::size_t behind = skip_blanks(text, number->end);
  const BoundWord* word = bound_word_at(kBehind, text, behind);
  if (word == nullptr) return std::nullopt;
  set_bound(range, *word, number->value);
  range.end = place(behind + word->written.size());
  return range;
}

/// 大于30且小于50.
void read_second_bound(std::u32string_view text, NumeralRange& range) {
  std::size_t i = skip_blanks(text, range.end);
  for (const std::u32string_view joint : {U"而且", U"并且", U"同时", U"且", U"并", U","}) {
    if (!stands_at(text, i, joint)) continue;
    i = skip_blanks(text, i + joint.size());
    break;
  }
  const std::optional<NumeralRange> second = read_bound(text, i);
  if (!second || (second->low && range.low) || (second->high && range.high)) return;
  range.end = second->end;
  if (second->low) {
    range.low = second->low;
    range.includes_low = second->includes_low;
  } else {
    range.high = second->high;
    range.includes_high = second->includes_high;
  }
}

/// 20到30, 在20和30之间.
std::optional<NumeralRange> read_from_to(std::u32string_view text, std::size_t at) {
  std::size_t i = at;
  for (const std::u32string_view word : {U"位于", U"在", U"从"}) {
    if (!stands_at(text, i, word)) continue;
    i = skip_blanks(text, i + word.size());
    break;
  }
  const std::optional<Numeral> low = read_numeral(text, i);
  if (!low) return std::nullopt;
  const std::size_t joint = skip_blanks(text, low->end);
  const bool is_and = is_one_of(char_at(text, joint), U"和与");
  if (!is_and && !is_one_of(char_at(text, joint), U"到至-—–~")) return std::nullopt;
  std::size_t second = joint + 1;
  while (is_one_of(char_at(text, second), U"-—")) ++second;
  const std::optional<Numeral> high = read_numeral(text, skip_blanks(text, second));
  if (!high || high->value < low->value) return std::nullopt;
  const std::size_t close = skip_blanks(text, high->end);
  const bool between = stands_at(text, close, U"之间");
  if (is_and && !between) return std::nullopt;
  return NumeralRange{.begin = place(at),
                      .end = between ? place(close + 2) : high->end,
                      .low = low->value,
                      .high = high->value,
                      .includes_low = true};
}

}  // namespace

void find_ordinals(std::u32string_view text, std::vector<Ordinal>& out) {
  out.clear();
  for (std::size_t i = text.find(U'第'); i != std::u32string_view::npos; i = text.find(U'第', i + 1)) {
    const std::optional<Numeral> number = read_plain_numeral(text, i + 1);
    if (number && !number->has_point) out.push_back({place(i), number->end, number->value});
  }
}

void find_numeral_ranges(std::u32string_view text, std::vector<NumeralRange>& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    std::optional<NumeralRange> found = read_bound(text, i);
    if (found) {
      read_second_bound(text, *found);
    } else {
      found = read_from_to(text, i);
    }
    if (found) {
      i = found->end;
      out.push_back(*found);
      continue;
    }
    const bool digit = is_ascii_digit(text[i]);
    ++i;
    while (digit && i < text.size() && is_ascii_digit(text[i])) ++i;
  }
}

}  // namespace zhilu
