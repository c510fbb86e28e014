// SPDX-License-Identifier: MIT
// Sets of facts as rows of bits in one block of memory: the working form of FactSet while a plan is made.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/value/fact_set.h"

namespace zhilu {

/// One row: a view of the words of a FactBitRows.
using FactBits = std::span<std::uint64_t>;
using ConstFactBits = std::span<const std::uint64_t>;

inline void set_bit(FactBits bits, FactId fact) {
  bits[fact.value / 64] |= std::uint64_t{1} << (fact.value % 64);
}

inline void unite(FactBits into, ConstFactBits other) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i] |= other[i];
}

inline bool is_empty(ConstFactBits bits) {
  return std::all_of(bits.begin(), bits.end(), [](std::uint64_t word) { return word == 0; });
}

/// The facts of a row in ascending order.
inline FactSet to_fact_set(ConstFactBits bits) {
  FactSet set;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    for (std::uint64_t word = bits[i]; word != 0; word &= word - 1) {
      set.insert(
          FactId{static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(word))});
    }
  }
  return set;
}

/// `rows` rows of as many bits as there are facts, all clear at first.
class FactBitRows {
 public:
  FactBitRows(std::size_t rows, std::size_t facts) : words_((facts + 63) / 64), bits_(rows * words_) {}

  FactBits operator[](std::size_t row) { return {bits_.data() + row * words_, words_}; }
  ConstFactBits operator[](std::size_t row) const { return {bits_.data() + row * words_, words_}; }

  /// Takes all rows away.
  void clear() { bits_.clear(); }

  /// Appends a clear row and gives its number.
  std::uint32_t add_row() {
    bits_.resize(bits_.size() + words_);
    return static_cast<std::uint32_t>(bits_.size() / std::max<std::size_t>(words_, 1) - 1);
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace zhilu
