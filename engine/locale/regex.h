// SPDX-License-Identifier: MIT
// Regular expressions and case with ICU, for the expression language.
#pragma once

#include "engine/value/text_rules.h"

namespace zhilu {

/// Stateless. A match that takes more than some 100 ms is given up (RegexFailure::TooLong).
class IcuTextRules final : public TextRules {
 public:
  std::optional<bool> matches(std::string_view text, std::string_view pattern, std::string_view flags,
                              RegexFailure& failure) const override;
  std::optional<std::string> replace(std::string_view text, std::string_view pattern,
                                     std::string_view replacement, std::string_view flags,
                                     RegexFailure& failure) const override;
  std::optional<std::vector<std::string>> split(std::string_view text, std::string_view pattern,
                                                RegexFailure& failure) const override;
  std::string upper_case(std::string_view text) const override;
  std::string lower_case(std::string_view text) const override;
};

}  // namespace zhilu
