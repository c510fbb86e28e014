// SPDX-License-Identifier: MIT
// A citation in words.
#pragma once

#include <span>
#include <string_view>

#include "engine/model/source_ref.h"

namespace zhilu {

class Wording;
struct PreparedSource;

struct SourceLine {
  std::string_view id;     ///< `consumer_law.46`
  std::string_view label;  ///< 《消费者权益保护法》第46条
  std::string_view title;  ///< 《消费者权益保护法》
  std::string_view place;  ///< 第46条, or empty.
  std::string_view kind;   ///< seed, law, rule, interpretation, notice, statement
  std::string_view says;
  std::string_view address;
  bool verified_primary = true;
  /// Null if made by hand. REQUIRES: a line that is changed afterwards sets it to null.
  const PreparedSource* prepared = nullptr;
};

/// Lines that Words keeps.
using SourceLines = std::span<const SourceLine* const>;

/// The line of one citation: 《消费者权益保护法》第46条. An article put in later, `253_1`, is 第253条之一;
/// `p07` of a seed article is 第 7 段; a notice or statement has no title marks; a passage with a name gives
/// the title alone. PreparedParts keeps them.
SourceLine source_line(const Wording& wording, const SourceRef& ref);

}  // namespace zhilu
