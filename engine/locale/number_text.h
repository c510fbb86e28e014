// SPDX-License-Identifier: MIT
// Numbers and amounts as people write them, without noise: 3,000 元, not ￥3,000.00.
//
// The texts depend on the language given and on nothing else, least of all on the host's locale.
#pragma once

#include <functional>
#include <string>

#include "engine/locale/language.h"
#include "engine/value/decimal.h"

namespace zhilu {

/// A number that is known exactly (low = high) or within bounds.
struct Bounds {
  Decimal low{};
  Decimal high{};
  /// False where the upper bound is open ("over 3000"); `high` is then not looked at.
  bool bounded = true;
  /// The person said about, some: shown as 约.
  bool approximate = false;

  static Bounds exactly(Decimal value) { return {.low = value, .high = value}; }
  bool is_exact() const { return bounded && !approximate && low == high; }
};

/// Digits in groups of three, the same in all languages: `23,000.5`, `-1,234`.
std::string number_text(const Decimal& value);

/// `3`, `2–5`, `约 3`, `3 以上`, `不超过 5` (a range from zero).
std::string range_text(const Bounds& bounds, Language language);

/// The same with both bounds written by `write`: `约 ¥3,000`, `¥2,000–¥5,000`.
std::string range_text(const Bounds& bounds, Language language,
                       const std::function<std::string(const Decimal&)>& write);

/// Yuan. A whole amount has no decimals, any other at least two: `3,000 元`, `23,000.50 元`, `3,000 yuan`.
std::string amount_text(const Decimal& yuan, Language language);

/// `3,000 元`, `2,000–5,000 元`, `约 3,000 元`, `3,000 元以上`, `不超过 5,000 元`.
std::string amount_text(const Bounds& yuan, Language language);

}  // namespace zhilu
