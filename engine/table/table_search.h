// SPDX-License-Identifier: MIT
// Looks through all situations of a table for one that no rule is for, or that two rules are for, by
// splitting and pruning: a part of the situations that some rule holds in all of, or that settles all rules,
// is not split further. So the search is exact wherever the tests can be decided by cells.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/table/table_logic.h"

namespace zhilu {

/// What a search ends with. Neither `found` nor `stuck`: there is no such situation.
struct SearchResult {
  std::optional<Situation> found;
  /// A rule that could not be settled, because its tests cannot be decided or the steps were used up.
  std::optional<std::uint32_t> stuck;
};

class TableSearch {
 public:
  /// `steps` is what all searches may take together; it is counted down. REQUIRES: logic.is_ready(); both
  /// outlive this object.
  TableSearch(const TableLogic& logic, std::uint64_t& steps) : logic_(logic), steps_(steps) {}

  /// A situation in which no rule holds, as wide as it was found to be.
  SearchResult find_gap();
  /// A situation in which both rules hold.
  SearchResult find_overlap(std::uint32_t a, std::uint32_t b);

 private:
  bool spend(std::uint32_t rule);
  bool search_gap(Situation& situation, const std::vector<std::uint32_t>& rules);
  bool search_overlap(Situation& situation, std::uint32_t a, std::uint32_t b);
  /// The split of one of `rules` that has the fewest left.
  std::optional<Split> best_split(const std::vector<std::uint32_t>& rules, const Situation& situation) const;
  bool is_gap(const Situation& situation);
  bool is_overlap(const Situation& situation, std::uint32_t a, std::uint32_t b);
  /// Adds cells to the situation as long as `holds`, so that it says no more than it must.
  template <class Holds>
  void widen(Situation& situation, Holds holds);

  const TableLogic& logic_;
  std::uint64_t& steps_;
  SearchResult result_;
};

}  // namespace zhilu
