// SPDX-License-Identifier: MIT
#include "engine/understand/automaton.h"

#include <algorithm>
#include <cassert>

namespace zhilu {
namespace {

/// A node of the plain trie that the double array is laid out from.
struct Node {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> children;  ///< (symbol, node), sorted by symbol.
  std::uint32_t pattern = 0xFFFFFFFF;
  std::uint32_t depth = 0;
  std::uint32_t state = 0;
};

}  // namespace

std::uint32_t Automaton::other_symbol(char32_t c) const {
  const auto found = std::lower_bound(other_symbols_.begin(), other_symbols_.end(), c,
                                      [](const auto& entry, char32_t v) { return entry.first < v; });
  return found != other_symbols_.end() && found->first == c ? found->second : 0;
}

Automaton::Automaton(std::span<const std::u32string> patterns) {
  std::u32string alphabet;
  for (const std::u32string& pattern : patterns) alphabet += pattern;
  std::sort(alphabet.begin(), alphabet.end());
  alphabet.erase(std::unique(alphabet.begin(), alphabet.end()), alphabet.end());
  symbols_.assign(0x10000, 0);
  for (std::uint32_t i = 0; i < alphabet.size(); ++i) {
    if (alphabet[i] < 0x10000) {
      // The alphabet is sorted, so the symbols of the basic plane come first and fit.
      symbols_[alphabet[i]] = static_cast<std::uint16_t>(i + 1);
    } else {
      other_symbols_.emplace_back(alphabet[i], i + 1);
    }
  }

  std::vector<Node> trie(1);
  for (std::uint32_t p = 0; p < patterns.size(); ++p) {
    assert(!patterns[p].empty());
    std::uint32_t node = 0;
    for (const char32_t c : patterns[p]) {
      const std::uint32_t s = symbol(c);
      auto& children = trie[node].children;
      const auto place = std::lower_bound(children.begin(), children.end(), std::pair{s, std::uint32_t{0}});
      if (place != children.end() && place->first == s) {
        node = place->second;
        continue;
      }
      const auto made = static_cast<std::uint32_t>(trie.size());
      children.emplace(place, s, made);
      const std::uint32_t depth = trie[node].depth + 1;
      trie.emplace_back();
      trie.back().depth = depth;
      node = made;
    }
    assert(trie[node].pattern == kNone);
    trie[node].pattern = p;
  }

  // Breadth first, so that the state a failure leads to is always laid out before it is needed. The array
  // ends in a whole alphabet of free entries, so that base + symbol never leaves it.
  const auto width = static_cast<std::uint32_t>(alphabet.size() + 1);
  // The lowest base at which all children of a node fall on free entries. Where nearly all entries that are
  // looked at are taken, the search will begin behind them from then on: a little memory for a lot of time.
  const auto find_base = [&](const auto& children, std::uint32_t& begin) {
    const std::uint32_t lowest = children.front().first;
    std::uint32_t taken = 0;
    std::uint32_t at = begin;
    for (;; ++at) {
      if (at + 2 * width > states_.size()) states_.resize(at + 4 * width, State{});
      if (states_[at].check != kNone) {
        ++taken;
        continue;
      }
      if (at < lowest) continue;
      const std::uint32_t base = at - lowest;
      const bool fits = std::all_of(children.begin(), children.end(), [&](const auto& child) {
        return states_[base + child.first].check == kNone;
      });
      if (fits) break;
    }
    const std::uint32_t seen = at - begin + 1;
    if (seen > 32 && taken * 20 >= seen * 19) begin = at;
    return at - lowest;
  };
  states_.assign(trie.size() + 2 * width, State{});
  states_[0].check = 0;
  std::vector<std::uint32_t> queue = {0};
  std::uint32_t first_free = 1;
  for (std::size_t q = 0; q < queue.size(); ++q) {
    const Node& node = trie[queue[q]];
    if (node.pattern != kNone) {
      Output output{
          .pattern = node.pattern, .length = node.depth, .next = states_[states_[node.state].fail].output};
      states_[node.state].output = static_cast<std::uint32_t>(outputs_.size());
      outputs_.push_back(output);
    } else if (node.state != 0) {
      states_[node.state].output = states_[states_[node.state].fail].output;
    }
    if (node.children.empty()) continue;

    while (states_[first_free].check != kNone) ++first_free;
    const std::uint32_t base = find_base(node.children, first_free);
    if (base + 2 * width > states_.size()) states_.resize(base + 4 * width, State{});
    states_[node.state].base = base;
    for (const auto& [s, child] : node.children) {
      const std::uint32_t state = base + s;
      states_[state].check = node.state;
      trie[child].state = state;
      std::uint32_t fail = 0;
      if (node.state != 0) {
        std::uint32_t from = states_[node.state].fail;
        while (true) {
          const std::uint32_t next = states_[from].base + s;
          if (states_[next].check == from && next != 0) {
            fail = next;
            break;
          }
          if (from == 0) break;
          from = states_[from].fail;
        }
      }
      states_[state].fail = fail;
      queue.push_back(child);
    }
  }
}

}  // namespace zhilu
