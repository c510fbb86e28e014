// SPDX-License-Identifier: MIT
// Sets of facts that are made by the thousand while a plan is made, each mostly a handful of facts more than
// one that is there already.
//
// A row is made once and then stays as it is, so that many can share it. Of its bits only the words that are
// not zero are kept, because the facts of a row mostly have numbers near one another.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/session/fact_bits.h"

namespace zhilu {

class FactRows {
 public:
  /// A row by its number; kNone is the empty one.
  using Row = std::uint32_t;
  static constexpr Row kNone = 0xffffffff;

  /// For the facts 0 .. facts-1.
  explicit FactRows(std::size_t facts) : words_((facts + 63) / 64), touched_((words_.size() + 63) / 64) {}

  /// Takes all rows away, but keeps their memory.
  void clear() {
    begin_.resize(1);
    used_ = 0;
  }

  /// Adds a fact to the set in hand.
  void add(FactId fact) {
    const std::uint32_t w = fact.value / 64;
    words_[w] |= std::uint64_t{1} << fact.value % 64;
    touched_[w / 64] |= std::uint64_t{1} << w % 64;
  }

  /// The facts of `row` and of the set in hand, which is empty afterwards. Gives `row` itself where it has
  /// them all.
  Row take(Row row = kNone);

  /// The facts of both rows; one of them where it has them all.
  Row unite(Row a, Row b);

  /// Adds the facts of a row to `bits`.
  void add_to(FactBits bits, Row row) const {
    for (const Word& word : words(row)) bits[word.number] |= word.bits;
  }

  /// Gives `visit` the facts of a row, ascending.
  template <class Visit>
  void each(Row row, const Visit& visit) const {
    for (const Word& word : words(row)) {
      for (std::uint64_t bits = word.bits; bits != 0; bits &= bits - 1) {
        visit(FactId{word.number * 64 + static_cast<std::uint32_t>(std::countr_zero(bits))});
      }
    }
  }

 private:
  /// A word of a row that is not zero: the facts 64 number .. 64 number + 63.
  struct Word {
    std::uint32_t number;
    std::uint64_t bits;
  };

  std::span<const Word> words(Row row) const {
    if (row == kNone) return {};
    return {all_.data() + begin_[row], all_.data() + begin_[row + 1]};
  }
  /// Room for `more` words behind those in use.
  Word* make_room(std::size_t more) {
    if (used_ + more > all_.size()) all_.resize(2 * (used_ + more));
    return all_.data() + used_;
  }
  /// Makes a row of the words up to `end`.
  Row end_row(const Word* end) {
    used_ = static_cast<std::size_t>(end - all_.data());
    begin_.push_back(static_cast<std::uint32_t>(used_));
    return static_cast<Row>(begin_.size() - 2);
  }

  /// The rows one after the other, of which `used_` words count; and where each begins.
  std::vector<Word> all_;
  std::size_t used_ = 0;
  std::vector<std::uint32_t> begin_{0};
  /// The set in hand as bits, and which of its words are not zero.
  std::vector<std::uint64_t> words_;
  std::vector<std::uint64_t> touched_;
};

}  // namespace zhilu
