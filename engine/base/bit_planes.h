// SPDX-License-Identifier: MIT
// Some sets of small integers of one range, word beside word, so that they are filled, read together in
// ascending order and emptied for little more than what is in them.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

namespace zhilu {

template <std::size_t N>
class BitPlanes {
 public:
  /// Word w of each set: the numbers 64 w .. 64 w + 63.
  using Words = std::array<std::uint64_t, N>;

  BitPlanes() = default;
  /// For the numbers 0 .. n-1.
  explicit BitPlanes(std::size_t n) : words_((n + 63) / 64), marks_((words_.size() + 63) / 64 * 64) {}

  void insert(std::size_t set, std::uint32_t i) {
    words_[i / 64][set] |= std::uint64_t{1} << (i % 64);
    mark(i / 64);
  }
  void erase(std::size_t set, std::uint32_t i) { words_[i / 64][set] &= ~(std::uint64_t{1} << (i % 64)); }
  /// The same where `is_so`, without a branch.
  void insert_if(std::size_t set, std::uint32_t i, bool is_so) {
    words_[i / 64][set] |= std::uint64_t{is_so} << (i % 64);
    marks_[i / 64] |= static_cast<std::uint8_t>(is_so);
  }
  void erase_if(std::size_t set, std::uint32_t i, bool is_so) {
    words_[i / 64][set] &= ~(std::uint64_t{is_so} << (i % 64));
  }
  bool contains(std::size_t set, std::uint32_t i) const { return (words_[i / 64][set] >> (i % 64) & 1) != 0; }

  void put(std::uint32_t w, const Words& words) {
    words_[w] = words;
    mark(w);
  }

  /// Gives `visit(w, words)` all words in which some number may be, ascending. It may change them.
  template <class Visit>
  void each_word(Visit&& visit) {
    visit_marked(*this, visit);
  }
  template <class Visit>
  void each_word(Visit&& visit) const {
    visit_marked(*this, visit);
  }

  /// Gives `visit` the numbers whose bits are set in word w of some set.
  template <class Visit>
  static void each_bit(std::uint64_t word, std::uint32_t w, Visit&& visit) {
    for (; word != 0; word &= word - 1) visit(w * 64 + static_cast<std::uint32_t>(std::countr_zero(word)));
  }

  /// Writes the numbers whose bits are set in `bits(w, words)` of some word to `to`, in ascending order;
  /// gives their end. REQUIRES: room for one more.
  template <class Bits>
  std::uint32_t* list(std::uint32_t* to, const Bits& bits) const {
    each_word([&](std::uint32_t w, const Words& words) {
      // How many there are cannot be foretold, so that some are written anyway and counted if they count.
      std::uint64_t word = bits(w, words);
      do {
        for (std::size_t i = 0; i < kAtOnce; ++i, word &= word - 1) {
          *to = w * 64 + static_cast<std::uint32_t>(std::countr_zero(word));
          to += word != 0 ? 1 : 0;
        }
      } while (word != 0);
    });
    return to;
  }
  static constexpr std::size_t kAtOnce = 4;

  void clear() {
    each_word([](std::uint32_t, Words& words) { words = {}; });
    std::fill(marks_.begin(), marks_.end(), std::uint8_t{0});
  }

 private:
  // A byte each: a bit would have to be read before it is written, and one insertion would wait for the
  // other.
  void mark(std::uint32_t w) { marks_[w] = 1; }

  /// The marks of 64 words as bits.
  std::uint64_t marks_from(std::size_t w) const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 64; i += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, marks_.data() + w + i, 8);
      if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
      // Brings the lowest bit of byte j to bit 56 + j.
      bits |= (eight * 0x0102040810204080U) >> 56 << i;
    }
    return bits;
  }

  template <class Self, class Visit>
  static void visit_marked(Self& self, Visit& visit) {
    for (std::size_t first = 0; first < self.marks_.size(); first += 64) {
      for (std::uint64_t marks = self.marks_from(first); marks != 0; marks &= marks - 1) {
        const auto w =
            static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(std::countr_zero(marks));
        visit(w, self.words_[w]);
      }
    }
  }

  std::vector<Words> words_;
  /// By word: whether something was put into it. A multiple of 64.
  std::vector<std::uint8_t> marks_;
};

}  // namespace zhilu
