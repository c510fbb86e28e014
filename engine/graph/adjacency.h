// SPDX-License-Identifier: MIT
// Graphs as plain lists of successors: what every algorithm of this folder works on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zhilu {

/// By node number: the numbers of the nodes it leads to. Each is smaller than the size of the whole.
using Adjacency = std::vector<std::vector<std::uint32_t>>;

/// Lists by number, side by side in memory.
template <class T>
class Lists {
 public:
  /// Appends to the last list, the one that is not ended yet.
  void add(T item) { items_.push_back(item); }
  void end_list() { ends_.push_back(static_cast<std::uint32_t>(items_.size())); }
  void reserve(std::size_t lists, std::size_t items) {
    ends_.reserve(lists + 1);
    items_.reserve(items);
  }

  std::size_t size() const { return ends_.size() - 1; }
  std::span<const T> operator[](std::size_t list) const {
    return {items_.data() + ends_[list], items_.data() + ends_[list + 1]};
  }

 private:
  /// Where each list begins, and where the last one ends.
  std::vector<std::uint32_t> ends_{0};
  std::vector<T> items_;
};

/// The same graph, its nodes without the kind of their ids.
template <class Id>
Adjacency untyped(const Lists<Id>& next) {
  Adjacency plain(next.size());
  for (std::size_t n = 0; n < next.size(); ++n) {
    plain[n].reserve(next[n].size());
    for (const Id to : next[n]) plain[n].push_back(to.value);
  }
  return plain;
}

}  // namespace zhilu
