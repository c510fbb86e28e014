// SPDX-License-Identifier: MIT
#include "engine/value/fact_set.h"

#include <algorithm>
#include <iterator>

namespace zhilu {

void FactSet::insert(FactId fact) {
  const auto at = std::lower_bound(facts_.begin(), facts_.end(), fact);
  if (at == facts_.end() || *at != fact) facts_.insert(at, fact);
}

void FactSet::unite(const FactSet& other) {
  if (other.empty()) return;
  if (empty()) {
    facts_ = other.facts_;
    return;
  }
  std::vector<FactId> both;
  both.reserve(size() + other.size());
  std::set_union(begin(), end(), other.begin(), other.end(), std::back_inserter(both));
  facts_ = std::move(both);
}

bool FactSet::contains(FactId fact) const {
  return std::binary_search(facts_.begin(), facts_.end(), fact);
}

}  // namespace zhilu
