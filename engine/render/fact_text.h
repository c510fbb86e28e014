// SPDX-License-Identifier: MIT
// Facts in words: what is known of one, as a person would write it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/few.h"
#include "engine/render/wording.h"

namespace zhilu {

/// Title of an option; 是 and 否 for the options of a boolean fact that has no titles of its own.
/// For a boolean fact option 1 is true and 0 is false, otherwise `option` is an index into Fact::options.
std::string_view option_title(const Wording& wording, FactId fact, std::uint32_t option);

/// Id of an option, in the same numbering: `bank`, `true`.
std::string_view option_id(const Knowledge& knowledge, FactId fact, std::uint32_t option);

/// Where an answer comes from: text, answer, default, inferred.
std::string_view name_of(Origin origin);

/// One statement about a fact: an option that holds or does not, or the value.
struct FactStatement {
  std::string_view value;  ///< Machine form: `bank`, `true`, `3000`, `2000..5000`, `2026-11-22`, `unsure`.
  std::string_view label;  ///< As a person would write it: 3,000 元.
  bool holds = true;       ///< False: the person denied it.
  /// True where `value` is a number, `true` or `false`.
  bool literal = false;
  /// The option stated, in the numbering of option_title(); empty for values that are not options.
  std::optional<std::uint32_t> option;
};

using FactStatements = Few<FactStatement, 4>;

/// What is known of `fact`: a choices fact gives a statement for each member that holds or does not, a choice
/// of which values are excluded one for each of these or, if fewer are left, one of what is left. Not known:
/// empty. Texts of the person are cleaned and masked.
FactStatements statements_of(const Wording& wording, FactId fact);

/// A fact as argument of a message: a money fact as an amount, a choice as its title with its id for
/// `select`. A fact that is not known is its title in brackets. Texts of the person are cleaned, not masked:
/// it is their own letter.
Argument fact_argument(const Wording& wording, FactId fact);

}  // namespace zhilu
