// SPDX-License-Identifier: MIT
// Sets of facts as rows of bits in one block of memory: the working form of FactSet while a plan is made.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/value/fact_set.h"

namespace zhilu {

/// One row: a view of the words of a FactBitRows.
using FactBits = std::span<std::uint64_t>;
using ConstFactBits = std::span<const std::uint64_t>;

inline void set_bit(FactBits bits, FactId fact) {
  bits[fact.value / 64] |= std::uint64_t{1} << (fact.value % 64);
}

inline void clear_bit(FactBits bits, FactId fact) {
  bits[fact.value / 64] &= ~(std::uint64_t{1} << (fact.value % 64));
}

inline void unite(FactBits into, ConstFactBits other) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i] |= other[i];
}

inline bool is_empty(ConstFactBits bits) {
  return std::all_of(bits.begin(), bits.end(), [](std::uint64_t word) { return word == 0; });
}

inline bool has_bit(ConstFactBits bits, FactId fact) {
  return (bits[fact.value / 64] >> fact.value % 64 & 1) != 0;
}

/// Whether a fact is in both.
inline bool has_common(ConstFactBits a, ConstFactBits b) {
  std::uint64_t both = 0;
  for (std::size_t i = 0; i < a.size(); ++i) both |= a[i] & b[i];
  return both != 0;
}

inline std::size_t count_bits(ConstFactBits bits) {
  std::size_t count = 0;
  for (const std::uint64_t word : bits) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

/// Gives `visit` the facts of a row, ascending.
template <class Visit>
void each_fact(ConstFactBits bits, const Visit& visit) {
  for (std::size_t i = 0; i < bits.size(); ++i) {
    for (std::uint64_t word = bits[i]; word != 0; word &= word - 1) {
      visit(FactId{static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(word))});
    }
  }
}

/// The facts of a row.
inline FactSet to_fact_set(ConstFactBits bits) {
  std::vector<FactId> facts;
  facts.reserve(count_bits(bits));
  each_fact(bits, [&](FactId fact) { facts.push_back(fact); });
  return FactSet(std::move(facts));
}

/// `rows` rows of as many bits as there are facts, all clear at first. Rows can be added, and all be taken
/// away without giving up their memory.
class FactBitRows {
 public:
  FactBitRows(std::size_t rows, std::size_t facts)
      : words_(std::max<std::size_t>((facts + 63) / 64, 1)),
        used_(rows * words_),
        rows_(static_cast<std::uint32_t>(rows)),
        bits_(used_) {}

  FactBits operator[](std::size_t row) { return {bits_.data() + row * words_, words_}; }
  ConstFactBits operator[](std::size_t row) const { return {bits_.data() + row * words_, words_}; }

  /// Takes all rows away.
  void clear() {
    used_ = 0;
    rows_ = 0;
  }

  /// Appends a clear row and gives its number. Views of rows do not survive it.
  std::uint32_t add_row() {
    if (used_ + words_ > bits_.size()) bits_.resize(2 * (used_ + words_));
    for (std::size_t i = 0; i < words_; ++i) bits_[used_ + i] = 0;
    used_ += words_;
    return rows_++;
  }

 private:
  std::size_t words_;
  std::size_t used_;
  std::uint32_t rows_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace zhilu
