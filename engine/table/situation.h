// SPDX-License-Identifier: MIT
// What a table can tell apart: each fact's domain cut into cells inside of which all tests come out the same,
// and sets of such cells.
//
// Numbers and dates are cut at every value that a test names: the values themselves and what lies between. A
// choice has a cell an option, a boolean two, a text one for each text named and one for all others. A
// choices fact is as many dimensions as options are named, each with the cells "not a member" and "member".
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/model/fact.h"
#include "engine/value/value.h"

namespace zhilu {

/// A part of a domain in which every test of a table gives the same answer.
struct DomainCell {
  /// One value of the cell.
  Value value;
  /// Numbers and dates: the ends, included where both are the same; absent where the domain has no end there.
  std::optional<Value> low;
  std::optional<Value> high;

  bool is_point() const { return low && high && is_same(*low, *high); }
};

struct Dimension {
  FactId fact;
  /// Of a choices fact: the option asked for.
  std::optional<std::uint32_t> option;
  /// In their order, for numbers and dates. Of a text the last cell is all other texts.
  std::vector<DomainCell> cells;
};

/// A set of cells of one dimension.
class CellSet {
 public:
  CellSet() = default;
  CellSet(std::size_t size, bool all) : size_(size), words_((size + 63) / 64, all ? ~std::uint64_t{0} : 0) {
    if (all && size % 64 != 0) words_.back() = (std::uint64_t{1} << (size % 64)) - 1;
  }

  std::size_t size() const { return size_; }
  bool contains(std::size_t cell) const { return ((words_[cell / 64] >> (cell % 64)) & 1) != 0; }
  void insert(std::size_t cell) { words_[cell / 64] |= std::uint64_t{1} << (cell % 64); }
  void erase(std::size_t cell) { words_[cell / 64] &= ~(std::uint64_t{1} << (cell % 64)); }
  bool is_empty() const {
    return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
  }
  bool is_full() const { return *this == CellSet(size_, true); }
  /// REQUIRES: not empty.
  std::size_t first() const {
    std::size_t cell = 0;
    while (!contains(cell)) ++cell;
    return cell;
  }

  bool intersects(const CellSet& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & other.words_[i]) != 0) return true;
    }
    return false;
  }
  bool is_inside(const CellSet& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & ~other.words_[i]) != 0) return false;
    }
    return true;
  }
  CellSet meet(const CellSet& other, bool complement) const {
    CellSet result = *this;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      result.words_[i] &= complement ? ~other.words_[i] : other.words_[i];
    }
    return result;
  }

  friend bool operator==(const CellSet&, const CellSet&) = default;

 private:
  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

/// Some cells of every dimension: all combinations of them.
using Situation = std::vector<CellSet>;

}  // namespace zhilu
