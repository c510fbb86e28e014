// SPDX-License-Identifier: MIT
#include "engine/table/table_search.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zhilu {

bool TableSearch::spend(std::uint32_t rule) {
  const std::size_t cost = logic_.cost(rule);
  if (steps_ < cost) {
    steps_ = 0;
    if (!result_.stuck) result_.stuck = rule;
    return false;
  }
  steps_ -= cost;
  return true;
}

SearchResult TableSearch::find_gap() {
  result_ = {};
  Situation situation = logic_.everything();
  std::vector<std::uint32_t> rules(logic_.rule_count());
  for (std::uint32_t i = 0; i < rules.size(); ++i) rules[i] = i;
  if (search_gap(situation, rules)) {
    widen(situation, [this](const Situation& wider) { return is_gap(wider); });
    result_ = {std::move(situation), std::nullopt};
  }
  return std::move(result_);
}

SearchResult TableSearch::find_overlap(std::uint32_t a, std::uint32_t b) {
  result_ = {};
  Situation situation = logic_.everything();
  if (search_overlap(situation, a, b)) {
    widen(situation, [&](const Situation& wider) { return is_overlap(wider, a, b); });
    result_ = {std::move(situation), std::nullopt};
  }
  return std::move(result_);
}

std::optional<Split> TableSearch::best_split(const std::vector<std::uint32_t>& rules,
                                             const Situation& situation) const {
  std::optional<Split> best;
  std::size_t fewest = 0;
  for (const std::uint32_t rule : rules) {
    std::size_t count = 0;
    const std::optional<Split> split = logic_.find_split(rule, situation, count);
    if (!split || (best && count >= fewest)) continue;
    best = split;
    fewest = count;
    if (count == 1) break;
  }
  return best;
}

bool TableSearch::search_gap(Situation& situation, const std::vector<std::uint32_t>& rules) {
  std::vector<std::uint32_t> open;
  for (const std::uint32_t rule : rules) {
    if (!spend(rule)) return false;
    const Truth truth = logic_.truth(rule, situation);
    if (truth == Truth::True) return false;
    if (truth == Truth::Unknown) open.push_back(rule);
  }
  if (open.empty()) return true;
  const std::optional<Split> split = best_split(open, situation);
  if (!split) {
    if (!result_.stuck) result_.stuck = open.front();
    return false;
  }
  const CellSet whole = situation[split->dimension];
  for (const bool complement : {true, false}) {
    situation[split->dimension] = whole.meet(*split->cells, complement);
    if (search_gap(situation, open)) return true;
  }
  situation[split->dimension] = whole;
  return false;
}

bool TableSearch::search_overlap(Situation& situation, std::uint32_t a, std::uint32_t b) {
  if (!spend(a) || !spend(b)) return false;
  const Truth truth = truth_and(logic_.truth(a, situation), logic_.truth(b, situation));
  if (truth != Truth::Unknown) return truth == Truth::True;
  const std::optional<Split> split = best_split({a, b}, situation);
  if (!split) {
    if (!result_.stuck) result_.stuck = logic_.truth(a, situation) == Truth::Unknown ? a : b;
    return false;
  }
  const CellSet whole = situation[split->dimension];
  for (const bool complement : {false, true}) {
    situation[split->dimension] = whole.meet(*split->cells, complement);
    if (search_overlap(situation, a, b)) return true;
  }
  situation[split->dimension] = whole;
  return false;
}

bool TableSearch::is_gap(const Situation& situation) {
  for (std::uint32_t rule = 0; rule < logic_.rule_count(); ++rule) {
    if (!spend(rule) || logic_.truth(rule, situation) != Truth::False) return false;
  }
  return true;
}

bool TableSearch::is_overlap(const Situation& situation, std::uint32_t a, std::uint32_t b) {
  return spend(a) && spend(b) && logic_.truth(a, situation) == Truth::True &&
         logic_.truth(b, situation) == Truth::True;
}

template <class Holds>
void TableSearch::widen(Situation& situation, Holds holds) {
  for (CellSet& cells : situation) {
    if (cells.is_full()) continue;
    const CellSet narrow = std::exchange(cells, CellSet(cells.size(), true));
    if (holds(situation)) continue;
    cells = narrow;
    // From the first cell on: what follows it without a break, then what comes before it, then the rest, of
    // which an ordered domain has no use.
    const std::size_t first = narrow.first();
    std::size_t last = first;
    const auto try_cell = [&](std::size_t cell) {
      if (cells.contains(cell)) return true;
      cells.insert(cell);
      if (holds(situation)) return true;
      cells.erase(cell);
      return false;
    };
    while (last + 1 < cells.size() && try_cell(last + 1)) ++last;
    for (std::size_t cell = first; cell > 0 && try_cell(cell - 1);) --cell;
  }
}

}  // namespace zhilu
