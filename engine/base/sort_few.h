// SPDX-License-Identifier: MIT
// Sorting of lists that are mostly short, as what is found in one sentence is.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace zhilu {

/// Sorts a list with begin() and size(); equal items stay in their order.
///
/// In a short list each item is counted to its place: more comparisons than other sorting needs, but none
/// that the processor has to guess, which is what costs. So `less` had better be without branches (& and |).
template <class List, class Less>
void sort_few(List& list, const Less& less) {
  using Item = std::remove_reference_t<decltype(*list.begin())>;
  static_assert(std::is_trivially_copyable_v<Item>);
  constexpr std::size_t kFew = 32;
  const std::size_t count = list.size();
  if (count < 2) return;
  if (count > kFew) {
    std::stable_sort(list.begin(), list.end(), less);
    return;
  }
  auto* items = &*list.begin();
  std::array<std::uint8_t, kFew> place{};
  for (std::size_t i = 1; i < count; ++i) {
    unsigned behind = 0;
    for (std::size_t j = 0; j < i; ++j) {
      const auto before = static_cast<unsigned>(less(items[i], items[j]));
      behind += before;
      place[j] = static_cast<std::uint8_t>(place[j] + before);
    }
    place[i] = static_cast<std::uint8_t>(i - behind);
  }
  std::array<Item, kFew> sorted;
  for (std::size_t i = 0; i < count; ++i) sorted[place[i]] = items[i];
  std::copy_n(sorted.begin(), count, items);
}

}  // namespace zhilu
