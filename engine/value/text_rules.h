// SPDX-License-Identifier: MIT
// What the expression language asks about text that needs Unicode's tables: regular expressions and case.
//
// An interface, so that neither this room nor the language needs ICU; engine/locale/regex.h implements it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhilu {

/// Why a regular expression gave no answer.
enum class RegexFailure : std::uint8_t { None, BadPattern, BadFlags, BadReplacement, TooLong };

/// Implementations are stateless to the caller, thread-safe, and bounded in time for any pattern and text.
/// Patterns and flags (s, m, i, x, q) are those of XPath 3.1 regular expressions, as in FEEL.
class TextRules {
 public:
  virtual ~TextRules() = default;

  /// Does `pattern` match anywhere in `text`? Empty on failure, then `failure` says why.
  virtual std::optional<bool> matches(std::string_view text, std::string_view pattern, std::string_view flags,
                                      RegexFailure& failure) const = 0;

  /// `text` with every match replaced; `$1` stands for a group. Empty on failure.
  virtual std::optional<std::string> replace(std::string_view text, std::string_view pattern,
                                             std::string_view replacement, std::string_view flags,
                                             RegexFailure& failure) const = 0;

  /// The parts of `text` between matches; at least one. Empty on failure.
  virtual std::optional<std::vector<std::string>> split(std::string_view text, std::string_view pattern,
                                                        RegexFailure& failure) const = 0;

  /// All letters as capitals, or as small letters, whatever the language.
  virtual std::string upper_case(std::string_view text) const = 0;
  virtual std::string lower_case(std::string_view text) const = 0;
};

}  // namespace zhilu
