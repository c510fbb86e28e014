// SPDX-License-Identifier: MIT
// What the scalars of a YAML tree mean, once a reader says what it expects.
//
// Each function reports what is wrong and then gives nothing. An empty value (`key:` and no more) is reported
// too.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/load/yaml.h"
#include "engine/value/calendar.h"
#include "engine/value/date.h"
#include "engine/value/decimal.h"

namespace zhilu::load {

/// The text of a scalar that is not empty, without line feeds at its end. The view lives as long as `node`.
std::optional<std::string_view> read_string(const yaml::Node& node, Diagnostics& diagnostics);

/// A name in `snake_case`.
std::optional<std::string_view> read_id(const yaml::Node& node, Diagnostics& diagnostics);
bool is_id(std::string_view text);

/// `true` or `false` and nothing else.
std::optional<bool> read_boolean(const yaml::Node& node, Diagnostics& diagnostics);

/// A whole number in [min, max].
std::optional<std::int32_t> read_integer(const yaml::Node& node, std::int32_t min, std::int32_t max,
                                         Diagnostics& diagnostics);

/// `2026-11-22`.
std::optional<Date> read_date(const yaml::Node& node, Diagnostics& diagnostics);

std::optional<Decimal> read_decimal(const yaml::Node& node, Diagnostics& diagnostics);

/// `7 working days`, `15 days`, `3 months`, `1 year`; from 1 to 9999.
std::optional<Period> read_period(const yaml::Node& node, Diagnostics& diagnostics);

/// The index of the scalar in `words`, with a suggestion if it is none of them.
std::optional<std::size_t> read_word(const yaml::Node& node, std::span<const std::string_view> words,
                                     Diagnostics& diagnostics);

/// The value that stands beside the scalar in `words`, a table of {word, value}.
template <class T, std::size_t N>
std::optional<T> read_word(const yaml::Node& node, const std::pair<std::string_view, T> (&words)[N],
                           Diagnostics& diagnostics) {
  std::string_view names[N];
  for (std::size_t i = 0; i < N; ++i) names[i] = words[i].first;
  const auto index = read_word(node, std::span<const std::string_view>(names), diagnostics);
  return index ? std::optional<T>(words[*index].second) : std::nullopt;
}

/// The items of a list; of a single value that value alone. An empty list and an empty value are reported.
std::span<const yaml::Node> items_of(const yaml::Node& node, Diagnostics& diagnostics);

/// The words joined as a sentence lists them: `a, b, c`.
std::string join(std::span<const std::string_view> words);

}  // namespace zhilu::load
