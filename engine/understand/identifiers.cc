// SPDX-License-Identifier: MIT
#include "engine/understand/identifiers.h"

#include <optional>
#include <string>

#include "engine/base/account.h"
#include "engine/numerals/characters.h"

namespace zhilu {
namespace {

/// A run of digits as people group them: 138 1234 5678, 6222-0212-...; `end` is behind the last digit.
struct DigitRun {
  std::string digits;
  std::size_t end = 0;
  bool ends_in_x = false;
  bool grouped = false;
};

DigitRun read_digits(std::u32string_view text, std::size_t i) {
  constexpr std::size_t kLongest = 24;
  DigitRun run;
  while (i < text.size() && run.digits.size() < kLongest) {
    if (is_ascii_digit(text[i])) {
      run.digits.push_back(static_cast<char>(text[i]));
      run.end = ++i;
    } else if ((text[i] == U' ' || text[i] == U'-') && is_ascii_digit(char_at(text, i + 1)) &&
               run.digits.size() >= 3) {
      run.grouped = true;
      ++i;
    } else {
      break;
    }
  }
  if (run.digits.size() == 17 && char_at(text, run.end) == U'x') {
    run.ends_in_x = true;
    ++run.end;
  }
  return run;
}

/// Digits 7 to 14 of an identity card are a date of birth.
bool has_birth_date(const std::string& digits) {
  const auto number = [&](std::size_t at, std::size_t size) { return std::stoi(digits.substr(at, size)); };
  const int year = number(6, 4);
  const int month = number(10, 2);
  const int day = number(12, 2);
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

std::optional<IdentifierKind> kind_of(const DigitRun& run) {
  const std::string& d = run.digits;
  if (run.ends_in_x) return has_birth_date(d) ? std::optional(IdentifierKind::IdCard) : std::nullopt;
  switch (d.size()) {
    case 11:
      if (d[0] == '1' && d[1] >= '3') return IdentifierKind::Phone;
      // A number with its area code.
      return d[0] == '0' ? std::optional(IdentifierKind::Phone) : std::nullopt;
    case 10:
    case 12:
      return d[0] == '0' || d.starts_with("400") || d.starts_with("800")
                 ? std::optional(IdentifierKind::Phone)
                 : std::nullopt;
    case 13:
      return d.starts_with("861") ? std::optional(IdentifierKind::Phone) : std::nullopt;
    case 18:
      if (has_birth_date(d)) return IdentifierKind::IdCard;
      return IdentifierKind::BankCard;
    case 16:
    case 17:
    case 19:
      return IdentifierKind::BankCard;
    default:
      return std::nullopt;
  }
}

bool is_mail_character(char32_t c) {
  return is_ascii_alphanumeric(c) || is_one_of(c, U"._-+%");
}

/// The e-mail address around the `@` at `i`.
std::optional<IdentifierText> read_email(std::u32string_view text, std::size_t i, std::size_t from) {
  std::size_t begin = i;
  while (begin > from && is_mail_character(text[begin - 1]) && i - begin < 64) --begin;
  std::size_t end = i + 1;
  std::size_t last_dot = 0;
  while (end < text.size() && is_mail_character(text[end]) && end - i < 128) {
    if (text[end] == U'.') last_dot = end;
    ++end;
  }
  while (end > i && !is_ascii_alphanumeric(text[end - 1])) --end;
  if (begin == i || last_dot <= i + 1 || last_dot + 2 > end) return std::nullopt;
  return IdentifierText{IdentifierKind::Email, static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(end)};
}

/// The house number that begins at `i`, right behind the name of a road: 中山路12号3栋.
std::optional<IdentifierText> read_house(std::u32string_view text, std::size_t i) {
  constexpr std::u32string_view kRoads = U"路街巷弄道村镇里坊";
  constexpr std::u32string_view kParts = U"号弄栋幢座单元楼层室院";
  if (i == 0 || !is_one_of(text[i - 1], kRoads)) return std::nullopt;
  std::size_t end = i;
  while (is_ascii_digit(char_at(text, end))) ++end;
  if (!is_one_of(char_at(text, end), kParts)) return std::nullopt;
  while (end < text.size() && (is_ascii_alphanumeric(text[end]) || is_one_of(text[end], kParts))) ++end;
  return IdentifierText{IdentifierKind::House, static_cast<std::uint32_t>(i),
                        static_cast<std::uint32_t>(end)};
}

/// What identifiers are known by.
constexpr CharacterSet kFirsts = [] {
  CharacterSet firsts = kAccountFirsts;
  firsts.add(U"@0123456789");
  return firsts;
}();

}  // namespace

void find_identifiers(std::u32string_view text, std::vector<IdentifierText>& out) {
  out.clear();
  std::size_t free_from = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!kFirsts.holds(text[i])) {
      ++i;
      continue;
    }
    if (text[i] == U'@') {
      const std::optional<IdentifierText> email = read_email(text, i, free_from);
      if (email) {
        while (!out.empty() && out.back().begin >= email->begin) out.pop_back();
        out.push_back(*email);
        free_from = email->end;
        i = email->end;
        continue;
      }
    }
    if (const std::optional<AccountPlace> account = find_account(text, i)) {
      out.push_back({IdentifierKind::Account, static_cast<std::uint32_t>(account->begin),
                     static_cast<std::uint32_t>(account->end)});
      i = free_from = account->end;
      continue;
    }
    if (!is_ascii_digit(text[i])) {
      ++i;
      continue;
    }
    if (const std::optional<IdentifierText> house = read_house(text, i)) {
      out.push_back(*house);
      i = free_from = house->end;
      continue;
    }
    const DigitRun run = read_digits(text, i);
    if (const std::optional<IdentifierKind> kind = kind_of(run)) {
      out.push_back({*kind, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(run.end)});
      free_from = run.end;
      i = run.end;
    } else {
      // What follows a group that is none of these may still be one: 转3000 13812345678.
      while (i < text.size() && is_ascii_digit(text[i])) ++i;
    }
  }
}

}  // namespace zhilu
