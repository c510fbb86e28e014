// SPDX-License-Identifier: MIT
// Regular expressions as FEEL has them (XPath 3.1) rewritten for ICU. The two look alike and differ in much:
// subtraction of classes, `.`, `$`, `[^…]` without regard to case, blocks, what may be escaped. Internal to
// this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhilu {

/// Flags of fn:matches: s . matches line ends, m ^ and $ match at lines, i no regard to case, x blanks do not
/// count, q every character stands for itself.
struct RegexFlags {
  bool dot_all = false;
  bool multi_line = false;
  bool ignore_case = false;
  bool extended = false;
  bool literal = false;
};

/// Empty if there is another letter among them.
std::optional<RegexFlags> parse_regex_flags(std::string_view flags);

/// An ICU pattern that matches what `pattern` does under `flags`, and how many groups it captures.
struct RegexSource {
  std::string pattern;
  int groups = 0;
};

/// Empty if `pattern` is no XPath regular expression.
std::optional<RegexSource> translate_regex(std::string_view pattern, const RegexFlags& flags);

}  // namespace zhilu
