// SPDX-License-Identifier: MIT
// Lists for documents made by hand, whose lines refer to their lists, and for comparing such lists.
#pragma once

#include <deque>
#include <span>
#include <utility>
#include <vector>

namespace zhilu {

/// `items`, kept as long as the program.
template <class T>
std::span<const T> kept(std::vector<T> items) {
  static std::deque<std::vector<T>> all;
  return all.emplace_back(std::move(items));
}

template <class T>
std::vector<T> listed(std::span<const T> items) {
  return {items.begin(), items.end()};
}

}  // namespace zhilu
