// SPDX-License-Identifier: MIT
// All phrases found in one pass (Aho–Corasick), over folded characters.
//
// The transitions are a double array: one addition and one comparison a step, a few hundred kilobytes for
// ten thousand phrases, which is why this is not a table of states by characters.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/array.h"

namespace zhilu {

/// A phrase found: characters [begin, end) of the text are patterns[pattern].
struct PhraseHit {
  std::uint32_t pattern = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A fixed set of phrases. Immutable, thread-safe.
class Automaton {
 public:
  Automaton() = default;
  /// A pattern is known by its index. REQUIRES: no pattern is empty and none stands twice.
  explicit Automaton(std::span<const std::u32string> patterns);

  /// Appends every place of every pattern, overlapping ones too, in the order of their ends (of one end, the
  /// longest first). At most as many a character as there are patterns that end alike.
  void scan(std::u32string_view text, std::vector<PhraseHit>& out) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// What patterns end in a state: its own pattern, then those of the state `next` (a shorter ending).
  struct Output {
    std::uint32_t pattern = kNone;
    std::uint32_t length = 0;
    std::uint32_t next = kNone;
  };
  struct State {
    std::uint32_t base = 0;
    std::uint32_t check = kNone;  ///< The state this one is reached from.
    std::uint32_t fail = 0;
    std::uint32_t output = kNone;
  };

  /// 1 and up for characters that occur in patterns, else 0.
  std::uint32_t symbol(char32_t c) const;

  Array<std::uint16_t> symbols_;                             ///< Of the basic plane.
  Array<std::pair<char32_t, std::uint32_t>> other_symbols_;  ///< Sorted.
  Array<State> states_;
  Array<Output> outputs_;
};

}  // namespace zhilu
