// SPDX-License-Identifier: MIT
// The neutral workload of side-by-side comparisons with rule engines, as knowledge of ours: facts, rules that
// are conjunctions of tests, actions with priorities and `after` edges.
//
// Rules become arms of one branch with their tests as a FEEL condition, actions become steps whose urgency is
// the priority; nothing is made that an editor could not have written.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/compile/compiled.h"
#include "engine/model/matter.h"

namespace zhilu::bench {

/// One query: by fact the index of an option, 0 or 1, or the number; kNotGiven where it is not known.
using Query = std::span<const std::uint16_t>;
inline constexpr std::uint16_t kNotGiven = 0xffff;

/// Queries one behind the other in one piece of memory.
struct Queries {
  std::size_t facts = 0;
  std::vector<std::uint16_t> values;

  std::size_t size() const { return facts == 0 ? 0 : values.size() / facts; }
  bool empty() const { return values.empty(); }
  Query operator[](std::size_t i) const { return Query(values).subspan(i * facts, facts); }
};

struct Workload {
  std::shared_ptr<const Knowledge> knowledge;
  std::shared_ptr<const Compiled> compiled;
  /// By fact: the texts of its values; empty for numbers and booleans.
  std::vector<std::vector<std::string>> domains;
};

/// Reads and compiles `<dir>/rules.json`; null members and a message where it cannot be read. Step i is
/// action i.
Workload read_workload(const std::string& dir, std::string& error);

/// The first `most` queries of a file of one JSON object a line.
Queries read_queries(const Workload& workload, const std::string& path, std::size_t most, std::string& error);

/// Makes `matter` that of the query.
void fill(const Workload& workload, Query query, Matter& matter);

}  // namespace zhilu::bench
