// SPDX-License-Identifier: MIT
#include "engine/understand/phone_number.h"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

constexpr std::size_t kLeastDigits = 7;
constexpr std::size_t kMostDigits = 17;
constexpr std::size_t kLongest = 32;

bool is_separator(char32_t c) {
  return is_one_of(c, U" -./");
}

std::size_t count_digits(std::u32string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_ascii_digit));
}

/// The lengths of the rows of digits in a number.
std::vector<std::size_t> groups_of(std::u32string_view text) {
  std::vector<std::size_t> groups;
  bool inside = false;
  for (const char32_t c : text) {
    if (is_ascii_digit(c)) {
      if (!inside) groups.push_back(0);
      ++groups.back();
    }
    inside = is_ascii_digit(c);
  }
  return groups;
}

/// Behind the digits, separators and brackets at `at`, up to the last digit.
std::size_t run_end(std::u32string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t i = at;
  bool open = false;
  for (; i < text.size() && i < at + kLongest; ++i) {
    const char32_t c = text[i];
    if (is_ascii_digit(c)) {
      end = i + 1;
    } else if (c == U'(') {
      if (open) break;
      open = true;
    } else if (c == U')') {
      open = false;
    } else if (c == U'+') {
      const bool leads = i == at || (i == at + 1 && text[at] == U'(');
      if (!leads) break;
    } else if (!is_separator(c) ||
               (is_separator(char_at(text, i + 1)) && text[i] != U' ' && text[i + 1] != U' ')) {
      break;
    }
  }
  return end;
}

/// Two numbers beside each other are cut at the blank between them.
std::size_t cut(std::u32string_view text, std::size_t at, std::size_t end) {
  while (count_digits(text.substr(at, end - at)) > kMostDigits) {
    const std::size_t blank = text.substr(at, end - at).rfind(U' ');
    if (blank == std::u32string_view::npos) return at;
    end = at + blank;
    while (end > at && !is_ascii_digit(text[end - 1])) --end;
  }
  return end;
}

/// x63888, ext. 123 behind a number.
std::size_t behind_extension(std::u32string_view text, std::size_t end) {
  std::size_t i = end;
  while (char_at(text, i) == U' ' && i < end + 2) ++i;
  if (stands_at(text, i, U"ext")) {
    i += 3;
    if (char_at(text, i) == U'.') ++i;
  } else if (char_at(text, i) == U'x') {
    ++i;
  } else {
    return end;
  }
  while (char_at(text, i) == U' ' && i < end + 6) ++i;
  std::size_t last = i;
  while (is_ascii_digit(char_at(text, last)) && last < i + 6) ++last;
  return last > i && !is_ascii_alphanumeric(char_at(text, last)) ? last : end;
}

/// 16/04/2010, 2009/2010, 200.38294427.
bool is_date_or_decimal(std::u32string_view number) {
  const std::vector<std::size_t> groups = groups_of(number);
  const bool marked = number.find_first_of(U" ()+") == std::u32string_view::npos;
  if (!marked || groups.size() > 3) return false;
  if (groups.size() == 2) {
    const bool short_groups = groups[0] <= 4 && groups[1] <= 4;
    return number.find(U'.') != std::u32string_view::npos ||
           (short_groups && number.find(U'/') != std::u32string_view::npos);
  }
  if (groups.size() != 3 || groups[1] > 2) return false;
  return (groups[0] == 4 && groups[2] <= 2) || (groups[2] == 4 && groups[0] <= 2);
}

/// Sums, serial numbers and places behind a point are none.
bool is_bounded(std::u32string_view text, std::size_t at, std::size_t end) {
  const char32_t before = at > 0 ? text[at - 1] : U' ';
  const char32_t second = at > 1 ? text[at - 2] : U' ';
  const char32_t next = char_at(text, end);
  if (is_ascii_alphanumeric(before) || is_one_of(before, U".*/=#+") || is_ascii_alphanumeric(next))
    return false;
  if (before == U':' && is_ascii_digit(second)) return false;
  if (is_one_of(next, U"*=") || (next == U':' && is_ascii_digit(char_at(text, end + 1)))) return false;
  if (before == U'-') {
    const bool plain = groups_of(text.substr(at, end - at)).size() == 1;
    return !plain && !is_ascii_alphanumeric(second);
  }
  return next != U'-' || !is_ascii_alphanumeric(char_at(text, end + 1));
}

int confidence_of(std::u32string_view number) {
  constexpr int kBase = 30;
  int score = kBase;
  const std::size_t first = number[0] == U'(' ? 1 : 0;
  const bool has_country = number[first] == U'+' || stands_at(number, first, U"00");
  const bool has_area = number.find(U'(') != std::u32string_view::npos;
  score += has_country ? 40 : has_area ? 30 : 0;
  int separators = 0;
  bool is_doubled = false;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (!is_separator(number[i])) continue;
    if (i > 0 && is_separator(number[i - 1])) {
      is_doubled = true;
    } else {
      ++separators;
    }
  }
  score += 20 * std::min(separators, 3) - (is_doubled ? 20 : 0);
  const auto digits = static_cast<int>(count_digits(number));
  if (digits > 8) score += 10 * std::min(digits - 8, 3);
  int same = 1;
  while (same < static_cast<int>(number.size()) && same < 11 && is_ascii_digit(number.back()) &&
         number[number.size() - 1 - static_cast<std::size_t>(same)] == number.back()) {
    ++same;
  }
  if (same > 2) score -= 10 * (same - 2);
  const std::vector<std::size_t> groups = groups_of(number);
  if (groups.size() == 1 && digits == static_cast<int>(number.size()) && digits > 11)
    score -= 10 * (digits - 11);
  const auto rows = std::count_if(groups.begin(), groups.end(), [](std::size_t size) { return size >= 5; });
  if (rows > 1) score -= 10 * static_cast<int>(rows - 1);
  return std::clamp(score, 0, 100);
}

std::optional<PhoneNumberText> read_phone_number(std::u32string_view text, std::size_t at) {
  std::size_t end = cut(text, at, run_end(text, at));
  if (end == at) return std::nullopt;
  const std::u32string_view number = text.substr(at, end - at);
  const std::size_t digits = count_digits(number);
  if (digits < kLeastDigits || is_date_or_decimal(number)) return std::nullopt;
  // A bracket that is never closed, or closed before it is opened, belongs to what is around.
  const auto opened = std::count(number.begin(), number.end(), U'(');
  const auto closed = std::count(number.begin(), number.end(), U')');
  if (opened > closed || (closed > opened && at > 0 && text[at - 1] == U'(')) return std::nullopt;
  end = behind_extension(text, end);
  if (!is_bounded(text, at, end)) return std::nullopt;
  return PhoneNumberText{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end),
                         confidence_of(text.substr(at, end - at))};
}

}  // namespace

void find_phone_numbers(std::u32string_view text, std::vector<PhoneNumberText>& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    const bool may_begin = is_ascii_digit(text[i]) || text[i] == U'+' ||
                           (text[i] == U'(' && is_one_of(char_at(text, i + 1), U" +0123456789"));
    const std::optional<PhoneNumberText> found = may_begin ? read_phone_number(text, i) : std::nullopt;
    if (found) {
      out.push_back(*found);
      i = found->end;
      continue;
    }
    // A number does not begin within a row of figures that is none.
    const bool digit = is_ascii_digit(text[i]);
    ++i;
    while (digit && i < text.size() && is_ascii_digit(text[i])) ++i;
  }
}

}  // namespace zhilu
