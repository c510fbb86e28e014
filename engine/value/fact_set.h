// SPDX-License-Identifier: MIT
// Facts by id, and small sets of them: what an unknown value is missing.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/base/id.h"

namespace zhilu {

using FactId = Id<struct FactTag>;

/// A set of facts as a sorted vector; the sets in question hold a handful.
class FactSet {
 public:
  FactSet() = default;
  explicit FactSet(FactId one) : facts_{one} {}
  /// REQUIRES: ascending, each once.
  explicit FactSet(std::vector<FactId> facts) : facts_(std::move(facts)) {}

  void insert(FactId fact);
  void unite(const FactSet& other);
  bool contains(FactId fact) const;
  bool empty() const { return facts_.empty(); }
  std::size_t size() const { return facts_.size(); }
  auto begin() const { return facts_.begin(); }
  auto end() const { return facts_.end(); }

  friend bool operator==(const FactSet&, const FactSet&) = default;

 private:
  std::vector<FactId> facts_;
};

}  // namespace zhilu
