// SPDX-License-Identifier: MIT
#include "engine/load/scalars.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "engine/base/spelling.h"
#include "engine/load/diagnostics.h"

namespace zhilu::load {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<std::int32_t> parse_integer(std::string_view text) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// A date in one of the other ways people write it (2026/1/2, 2026年1月2日), as the way wanted; for the fix.
std::optional<std::string> normal_date(std::string_view text) {
  std::vector<std::int32_t> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const auto number = parse_integer(text.substr(at, end - at));
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    at = end;
  }
  if (numbers.size() != 3) return std::nullopt;
  const auto date = Date::from_ymd(numbers[0], numbers[1], numbers[2]);
  if (!date || numbers[0] < 1000) return std::nullopt;
  return date->to_string();
}

struct UnitWord {
  std::string_view word;
  DayUnit unit;
};
constexpr UnitWord kUnits[] = {
    {"working days", DayUnit::WorkingDays},
    {"working day", DayUnit::WorkingDays},
    {"days", DayUnit::Days},
    {"day", DayUnit::Days},
    {"months", DayUnit::Months},
    {"month", DayUnit::Months},
    {"years", DayUnit::Years},
    {"year", DayUnit::Years},
};

}  // namespace

std::optional<std::string_view> read_string(const yaml::Node& node, Diagnostics& diagnostics) {
  if (node.is_list() || node.is_map()) {
    diagnostics.add(kExpectedValue, node.span);
    return std::nullopt;
  }
  std::string_view text = node.text;
  while (text.ends_with('\n')) text.remove_suffix(1);
  if (text.empty()) {
    diagnostics.add(kEmptyValue, node.span);
    return std::nullopt;
  }
  return text;
}

bool is_id(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; };
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z' && std::all_of(text.begin(), text.end(), fits);
}

std::optional<std::string_view> read_id(const yaml::Node& node, Diagnostics& diagnostics) {
  const auto text = read_string(node, diagnostics);
  if (!text || is_id(*text)) return text;
  Diagnostic& problem = diagnostics.add(kBadId, node.span, {std::string(*text)});
  std::string better;
  for (const char c : *text)
    better += c == '-' || c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (is_id(better)) problem.fix = Fix{better};
  return std::nullopt;
}

std::optional<bool> read_boolean(const yaml::Node& node, Diagnostics& diagnostics) {
  const auto text = read_string(node, diagnostics);
  if (!text) return std::nullopt;
  if (*text == "true") return true;
  if (*text == "false") return false;
  Diagnostic& problem = diagnostics.add(kNotABoolean, node.span, {std::string(*text)});
  constexpr std::string_view kYes[] = {"yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE", "y", "是", "1"};
  constexpr std::string_view kNo[] = {"no",    "No",    "NO", "off", "Off", "OFF",
                                      "False", "FALSE", "n",  "否",  "0"};
  if (std::find(std::begin(kYes), std::end(kYes), *text) != std::end(kYes)) problem.fix = Fix{"true"};
  if (std::find(std::begin(kNo), std::end(kNo), *text) != std::end(kNo)) problem.fix = Fix{"false"};
  return std::nullopt;
}

std::optional<std::int32_t> read_integer(const yaml::Node& node, std::int32_t min, std::int32_t max,
                                         Diagnostics& diagnostics) {
  const auto text = read_string(node, diagnostics);
  if (!text) return std::nullopt;
  const auto value = parse_integer(*text);
  if (value && *value >= min && *value <= max) return value;
  diagnostics.add(kNotAnInteger, node.span, {std::string(*text), std::to_string(min), std::to_string(max)});
  return std::nullopt;
}

std::optional<Date> read_date(const yaml::Node& node, Diagnostics& diagnostics) {
  const auto text = read_string(node, diagnostics);
  if (!text) return std::nullopt;
  if (const auto date = Date::parse(*text)) return date;
  Diagnostic& problem = diagnostics.add(kNotADate, node.span, {std::string(*text)});
  if (auto better = normal_date(*text)) problem.fix = Fix{*std::move(better)};
  return std::nullopt;
}

std::optional<Decimal> read_decimal(const yaml::Node& node, Diagnostics& diagnostics) {
  const auto text = read_string(node, diagnostics);
  if (!text) return std::nullopt;
  if (const auto value = Decimal::parse(*text)) return value;
  Diagnostic& problem = diagnostics.add(kNotANumber, node.span, {std::string(*text)});
  std::string digits(*text);
  std::erase_if(digits, [](char c) { return c == ',' || c == '_'; });
  if (Decimal::parse(digits)) problem.fix = Fix{digits};
  return std::nullopt;
}

std::optional<Period> read_period(const yaml::Node& node, Diagnostics& diagnostics) {
  const auto text = read_string(node, diagnostics);
  if (!text) return std::nullopt;
  const std::size_t blank = text->find(' ');
  const auto count = parse_integer(text->substr(0, blank));
  const std::string_view unit = blank == std::string_view::npos ? "" : text->substr(blank + 1);
  constexpr std::int32_t kMaxCount = 9999;
  for (const UnitWord& known : kUnits) {
    if (known.word == unit && count && *count >= 1 && *count <= kMaxCount) return Period{*count, known.unit};
  }
  Diagnostic& problem = diagnostics.add(kNotAPeriod, node.span, {std::string(*text)});
  std::vector<std::string> units;
  for (const UnitWord& known : kUnits) units.emplace_back(known.word);
  if (count && *count >= 1) {
    if (const auto nearest = find_nearest(unit, units))
      problem.fix = Fix{fmt::format("{} {}", *count, *nearest)};
  }
  return std::nullopt;
}

std::optional<std::size_t> read_word(const yaml::Node& node, std::span<const std::string_view> words,
                                     Diagnostics& diagnostics) {
  const auto text = read_string(node, diagnostics);
  if (!text) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), *text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  Diagnostic& problem = diagnostics.add(kUnknownWord, node.span, {std::string(*text), join(words)});
  const std::vector<std::string> candidates(words.begin(), words.end());
  if (auto nearest = find_nearest(*text, candidates)) problem.fix = Fix{*std::move(nearest)};
  return std::nullopt;
}

std::span<const yaml::Node> items_of(const yaml::Node& node, Diagnostics& diagnostics) {
  if (node.is_null()) {
    diagnostics.add(kEmptyValue, node.span);
    return {};
  }
  if (node.is_list() && node.items.empty()) diagnostics.add(kEmptyList, node.span);
  if (node.is_list()) return node.items;
  return {&node, 1};
}

std::string join(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace zhilu::load
