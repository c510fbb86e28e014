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

/// A fixed set of phrases. Immutable, thread-safe.
class Automaton {
 public:
  Automaton() = default;
  /// A pattern is known by its index. REQUIRES: no pattern is empty and none stands twice.
  explicit Automaton(std::span<const std::u32string> patterns);

  /// What ends at one place of a text: the same patterns end wherever the same ending does. Known by number.
  std::uint32_t endings() const { return static_cast<std::uint32_t>(outputs_.size()); }

  /// Calls `visit(ending, end)` for every end of a pattern in the text, in order.
  template <class Visit>
  void scan(std::u32string_view text, const Visit& visit) const;

  /// Calls `visit(pattern, length)` for every pattern of an ending, the longest first.
  template <class Visit>
  void for_patterns(std::uint32_t ending, const Visit& visit) const {
    for (std::uint32_t o = ending; o != kNone; o = outputs_[o].next)
      visit(outputs_[o].pattern, outputs_[o].length);
  }

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

  /// `a` if `first`, else `b`.
  static std::uint32_t choose(bool first, std::uint32_t a, std::uint32_t b) {
    return b ^ ((a ^ b) & (std::uint32_t{0} - static_cast<std::uint32_t>(first)));
  }

  /// 1 and up for characters that occur in patterns, else 0.
  std::uint32_t symbol(char32_t c) const { return c < symbols_.size() ? symbols_[c] : other_symbol(c); }
  std::uint32_t other_symbol(char32_t c) const;

  Array<std::uint16_t> symbols_;                             ///< Of the basic plane.
  Array<std::pair<char32_t, std::uint32_t>> other_symbols_;  ///< Sorted.
  Array<State> states_;
  Array<Output> outputs_;
};

template <class Visit>
void Automaton::scan(std::u32string_view text, const Visit& visit) const {
  if (states_.empty()) return;
  const State* states = states_.data();
  const std::uint16_t* symbols = symbols_.data();
  std::uint32_t state = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const std::uint32_t s = c < 0x10000 ? symbols[c] : other_symbol(c);
    // Where each of the three likeliest ways would lead, all looked up before one is chosen, and chosen
    // without a branch, which would mostly be guessed wrong: on from here, on from what the text ends in
    // besides, anew.
    const State& here = states[state];
    const State& other = states[here.fail];
    const std::uint32_t on = here.base + s;
    const std::uint32_t beside = other.base + s;
    const std::uint32_t anew = states[0].base + s;
    const bool goes_on = states[on].check == state;
    const bool goes_beside = states[beside].check == here.fail;
    std::uint32_t next = choose(states[anew].check == 0, anew, 0);
    if (other.fail != 0 && !goes_on && !goes_beside) [[unlikely]] {
      std::uint32_t from = other.fail;
      while (from != 0 && states[states[from].base + s].check != from) from = states[from].fail;
      if (from != 0) next = states[from].base + s;
    }
    state = choose(goes_on, on, choose(goes_beside, beside, next));
    const std::uint32_t ending = states[state].output;
    if (ending != kNone) visit(ending, static_cast<std::uint32_t>(i + 1));
  }
}

}  // namespace zhilu
