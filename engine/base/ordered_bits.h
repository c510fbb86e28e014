// SPDX-License-Identifier: MIT
// A set of small integers that is emptied in ascending order: two levels of bits, no allocation after the
// first use.
//
// Inserting is two stores; emptying costs what is in it and one word for every 4096 numbers of its range.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace zhilu {

class OrderedBits {
 public:
  OrderedBits() = default;
  /// For the numbers 0 .. n-1.
  explicit OrderedBits(std::size_t n) : words_((n + 63) / 64), summary_((words_.size() + 63) / 64) {}

  void insert(std::uint32_t i) {
    words_[i / 64] |= std::uint64_t{1} << (i % 64);
    summary_[i / 4096] |= std::uint64_t{1} << (i / 64 % 64);
  }

  /// Takes the numbers out in ascending order, each given to `visit`, which may insert numbers greater than
  /// the one it was given. Before that, `foresee` is given a number that will soon be visited, if there is
  /// one near; the same again and again, and not every one.
  template <class Visit, class Foresee>
  void drain(const Visit& visit, const Foresee& foresee) {
    for (std::uint32_t s = 0; s < summary_.size(); ++s) {
      while (summary_[s] != 0) {
        const std::uint32_t w = s * 64 + static_cast<std::uint32_t>(std::countr_zero(summary_[s]));
        while (words_[w] != 0) {
          const std::uint32_t i = w * 64 + static_cast<std::uint32_t>(std::countr_zero(words_[w]));
          words_[w] &= words_[w] - 1;
          // The next but one, or the next.
          if (const std::uint64_t left = words_[w]; left != 0) {
            const std::uint64_t behind = left & (left - 1);
            foresee(w * 64 + static_cast<std::uint32_t>(std::countr_zero(behind != 0 ? behind : left)));
          }
          visit(i);
        }
        summary_[s] &= summary_[s] - 1;
      }
    }
  }

 private:
  std::vector<std::uint64_t> words_;
  /// Bit w: word w is not zero.
  std::vector<std::uint64_t> summary_;
};

}  // namespace zhilu
