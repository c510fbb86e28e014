// SPDX-License-Identifier: MIT
// Sets of facts that are made by the thousand while a plan is made, each mostly a few facts more than one
// that is there already.
//
// Of large knowledge, one matter misses few facts: they are numbered anew in the order in which they come, so
// that a row is short. A row is made once and then stays as it is, so that many can share it.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/base/mix.h"
#include "engine/session/fact_bits.h"

namespace zhilu {

class FactRows {
 public:
  /// A row by its number; kNone is the empty one.
  using Row = std::uint32_t;
  static constexpr Row kNone = 0xffffffff;

  /// For the facts 0 .. facts-1.
  explicit FactRows(std::size_t facts);

  /// Takes all rows away, but keeps their memory.
  void clear();

  /// Adds a fact to the set in hand.
  void add(FactId fact) {
    const std::uint32_t bit = is_renumbered_ ? number_of(fact) : fact.value;
    hand_[bit / 64] |= std::uint64_t{1} << bit % 64;
    is_hand_empty_ = false;
  }

  /// The facts of `row` and of the set in hand, which is empty afterwards.
  Row take(Row row = kNone) { return is_hand_empty_ ? row : take_hand(row); }

  /// The facts of both rows.
  Row unite(Row a, Row b) {
    if (b == kNone || a == b) return a;
    return a == kNone ? b : unite_both(a, b);
  }

  /// Whether two rows hold the same; and a number that then is the same.
  bool are_same(Row a, Row b) const { return a == b || std::ranges::equal(words(a), words(b)); }
  std::uint64_t hash(Row row) const {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : words(row)) hash = mix(hash, word);
    return hash;
  }

  /// Adds the facts of a row to `bits`.
  void add_to(FactBits bits, Row row) const {
    each_bit(words(row),
             [&](std::uint32_t bit) { set_bit(bits, is_renumbered_ ? facts_[bit] : FactId{bit}); });
  }

  /// Gives `visit` the facts of a row, ascending.
  template <class Visit>
  void each(Row row, const Visit& visit) {
    if (!is_renumbered_) {
      each_bit(words(row), [&](std::uint32_t bit) { visit(FactId{bit}); });
      return;
    }
    if (places_.size() != facts_.size()) sort_facts();
    if (width_ == 1) {
      std::uint64_t sorted = 0;
      each_bit(words(row), [&](std::uint32_t bit) { sorted |= std::uint64_t{1} << places_[bit]; });
      each_bit({&sorted, 1}, [&](std::uint32_t place) { visit(sorted_[place]); });
      return;
    }
    each_bit(words(row), [this](std::uint32_t bit) {
      const std::uint32_t place = places_[bit];
      sorted_bits_[place / 64] |= std::uint64_t{1} << place % 64;
    });
    each_bit(sorted_bits_, [&](std::uint32_t place) { visit(sorted_[place]); });
    std::fill(sorted_bits_.begin(), sorted_bits_.end(), 0);
  }

 private:
  static constexpr std::uint32_t kNoNumber = 0xffffffff;

  template <class Visit>
  static void each_bit(std::span<const std::uint64_t> words, const Visit& visit) {
    for (std::uint32_t w = 0; w < words.size(); ++w) {
      for (std::uint64_t word = words[w]; word != 0; word &= word - 1) {
        visit(w * 64 + static_cast<std::uint32_t>(std::countr_zero(word)));
      }
    }
  }

  std::span<const std::uint64_t> words(Row row) const {
    if (row == kNone) return {};
    return {bits_.data() + std::size_t{row} * width_, width_};
  }
  std::uint32_t number_of(FactId fact) {
    const std::uint32_t number = numbers_[fact.value];
    return number != kNoNumber ? number : give_number(fact);
  }
  std::uint32_t give_number(FactId fact);
  void widen();
  void sort_facts();
  Row take_hand(Row row);
  Row unite_both(Row a, Row b);
  /// Room for one more row, which then counts.
  std::uint64_t* make_row();
  Row add_narrow(std::uint64_t word) {
    if (count_ == bits_.size()) bits_.resize(2 * bits_.size() + 64);
    bits_[count_] = word;
    return count_++;
  }

  /// Where the facts are too many for short rows, they are numbered.
  bool is_renumbered_;
  /// Words of a row; of facts that are numbered only as many as they need.
  std::size_t width_;
  std::vector<std::uint64_t> bits_;
  Row count_ = 0;
  std::vector<std::uint64_t> hand_;
  bool is_hand_empty_ = true;
  /// The number of each fact that has one, and which fact it is of.
  std::vector<std::uint32_t> numbers_;
  std::vector<FactId> facts_;
  /// The facts that have a number in ascending order, and by number their place there.
  std::vector<FactId> sorted_;
  std::vector<std::uint32_t> places_;
  std::vector<std::uint64_t> sorted_bits_;
};

}  // namespace zhilu
