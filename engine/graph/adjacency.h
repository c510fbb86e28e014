// SPDX-License-Identifier: MIT
// Graphs as plain lists of successors: what every algorithm of this folder works on.
#pragma once

#include <cstdint>
#include <vector>

namespace zhilu {

/// By node number: the numbers of the nodes it leads to. Each is smaller than the size of the whole.
using Adjacency = std::vector<std::vector<std::uint32_t>>;

/// The same graph, its nodes without the kind of their ids.
template <class Id>
Adjacency untyped(const std::vector<std::vector<Id>>& next) {
  Adjacency plain(next.size());
  for (std::size_t n = 0; n < next.size(); ++n) {
    plain[n].reserve(next[n].size());
    for (const Id to : next[n]) plain[n].push_back(to.value);
  }
  return plain;
}

}  // namespace zhilu
