// SPDX-License-Identifier: MIT
// The clauses of a text: what a negation reaches, what `…` may span, what one amount or date belongs to.
//
// People type blanks and line ends where print has commas, and join clauses with 但是 and 后来; all of these
// divide.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/understand/cues.h"

namespace zhilu {

struct Clause {
  std::uint32_t begin = 0;  ///< Characters [begin, end), without the mark that ends it.
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;
  /// The cues that begin in it: [first_cue, last_cue) of all cues.
  std::uint32_t first_cue = 0;
  std::uint32_t last_cue = 0;
  /// It ends with a question mark or a particle that asks.
  bool asks = false;
};

/// The clauses of one text, in order.
class Clauses {
 public:
  /// Requires: `cues` sorted by place.
  void split(std::u32string_view text, std::span<const CueMatch> cues);

  std::size_t size() const { return clauses_.size(); }
  const Clause& operator[](std::size_t i) const { return clauses_[i]; }
  /// The index of the clause that character `at` stands in, or of the one that its mark ends.
  std::uint32_t at(std::uint32_t at) const { return of_character_[at]; }

 private:
  std::vector<Clause> clauses_;
  std::vector<std::uint32_t> of_character_;
};

}  // namespace zhilu
