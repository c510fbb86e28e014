// SPDX-License-Identifier: MIT
// Sets of facts that are made by the thousand while a plan is made, each mostly a few facts more than one
// that is there already.
//
// One matter misses few facts, also of large knowledge: they are numbered in the order in which they come, so
// that a set is the bits of one word, and uniting two is one operation. Where they are more than that, which
// only shows when all have come, everything is made once more, with wide rows of bits in a table.
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
  /// A set: its bits, or of a wide one its number in the table, counted from 1.
  using Row = std::uint64_t;
  /// The empty set.
  static constexpr Row kNone = 0;

  /// For the facts 0 .. facts-1.
  explicit FactRows(std::size_t facts);

  /// Takes all rows away, but keeps their memory.
  void clear();

  /// Whether there were too many facts, so that rows are not what they were to be.
  bool has_overflowed() const { return is_narrow_ && facts_.size() > kWord; }
  /// Takes all rows away, and makes wide ones from now on.
  void use_wide();

  /// Adds a fact to the set in hand.
  void add(FactId fact) {
    const std::uint32_t bit = number_of(fact);
    hand_[is_narrow_ ? 0 : bit / kWord] |= std::uint64_t{1} << bit % kWord;
    is_hand_empty_ = false;
  }

  /// The facts of `row` and of the set in hand, which is empty afterwards.
  Row take(Row row = kNone) {
    if (is_narrow_) return row | std::exchange(hand_[0], 0);
    return is_hand_empty_ ? row : take_wide(row);
  }

  /// The facts of `row` and of `facts`. REQUIRES: the set in hand is empty.
  Row add_all(Row row, std::span<const FactId> facts) {
    if (is_narrow_) {
      for (const FactId fact : facts) row |= std::uint64_t{1} << number_of(fact) % kWord;
      return row;
    }
    for (const FactId fact : facts) add(fact);
    return take(row);
  }

  /// The facts of both rows.
  Row unite(Row a, Row b) { return is_narrow_ ? a | b : unite_wide(a, b); }

  /// Whether two rows hold the same; and a number that then is the same.
  bool are_same(Row a, Row b) const { return a == b || std::ranges::equal(words(a), words(b)); }
  std::uint64_t hash(Row row) const {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : words(row)) hash = mix(hash, word);
    return hash;
  }

  /// Adds the facts of a row to `bits`.
  void add_to(FactBits bits, Row row) const {
    each_bit(words(row), [&](std::uint32_t bit) { set_bit(bits, fact_of(bit)); });
  }

  /// Gives `visit` the facts of a row, ascending.
  template <class Visit>
  void each(const Row& row, const Visit& visit) {
    if (!is_renumbered_) {
      each_bit(words(row), [&](std::uint32_t bit) { visit(FactId{bit}); });
      return;
    }
    if (places_.size() != counted().size()) sort_facts();
    if (is_narrow_) {
      std::uint64_t sorted = 0;
      each_bit(words(row), [&](std::uint32_t bit) { sorted |= std::uint64_t{1} << places_[bit]; });
      each_bit({&sorted, 1}, [&](std::uint32_t place) { visit(sorted_[place]); });
      return;
    }
    each_bit(words(row), [this](std::uint32_t bit) {
      const std::uint32_t place = places_[bit];
      sorted_bits_[place / kWord] |= std::uint64_t{1} << place % kWord;
    });
    each_bit(sorted_bits_, [&](std::uint32_t place) { visit(sorted_[place]); });
    std::fill(sorted_bits_.begin(), sorted_bits_.end(), 0);
  }

 private:
  static constexpr std::uint32_t kNoNumber = 0xffffffff;
  static constexpr std::uint32_t kWord = 64;

  template <class Visit>
  static void each_bit(std::span<const std::uint64_t> words, const Visit& visit) {
    for (std::uint32_t w = 0; w < words.size(); ++w) {
      for (std::uint64_t word = words[w]; word != 0; word &= word - 1) {
        visit(w * kWord + static_cast<std::uint32_t>(std::countr_zero(word)));
      }
    }
  }

  std::span<const std::uint64_t> words(const Row& row) const {
    if (is_narrow_) return {&row, 1};
    if (row == kNone) return {};
    return {bits_.data() + (row - 1) * width_, width_};
  }
  /// The facts that rows may have.
  std::span<const FactId> counted() const {
    return {facts_.data(), is_narrow_ ? std::min<std::size_t>(facts_.size(), kWord) : facts_.size()};
  }
  FactId fact_of(std::uint32_t bit) const { return is_renumbered_ ? facts_[bit] : FactId{bit}; }
  std::uint32_t number_of(FactId fact) {
    const std::uint32_t number = numbers_[fact.value];
    return number != kNoNumber ? number : give_number(fact);
  }
  std::uint32_t give_number(FactId fact);
  void widen();
  void sort_facts();
  Row take_wide(Row row);
  Row unite_wide(Row a, Row b);
  /// Room for one more row in the table, which then counts.
  std::uint64_t* make_row();

  bool is_narrow_ = true;
  /// Wide rows: words of each, and how many there are.
  std::size_t width_;
  std::vector<std::uint64_t> bits_;
  Row count_ = 0;
  std::vector<std::uint64_t> hand_;
  bool is_hand_empty_ = true;
  /// Where the facts are more than a word has bits, those that come are numbered, else each has its own
  /// number.
  bool is_renumbered_;
  std::vector<std::uint32_t> numbers_;
  /// By number, of those that are numbered.
  std::vector<FactId> facts_;
  /// The facts that have a number in ascending order, and by number their place there.
  std::vector<FactId> sorted_;
  std::vector<std::uint32_t> places_;
  std::vector<std::uint64_t> sorted_bits_;
};

}  // namespace zhilu
