// SPDX-License-Identifier: MIT
// The neutral workload of side-by-side comparisons with rule engines, as knowledge of ours: facts, rules that
// are conjunctions of tests, actions with priorities and `after` edges.
//
// Rules become arms of one branch with their tests as a FEEL condition, actions become steps whose urgency is
// the priority; nothing is made that an editor could not have written.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/compile/compiled.h"
#include "engine/model/matter.h"

namespace zhilu::bench {

/// One known fact of a query: the index of an option, 0 or 1, or the number.
struct Given {
  std::uint16_t fact = 0;
  std::uint16_t value = 0;
};
using Query = std::vector<Given>;

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
std::vector<Query> read_queries(const Workload& workload, const std::string& path, std::size_t most,
                                std::string& error);

/// Makes `matter` that of the query.
void fill(const Workload& workload, const Query& query, Matter& matter);

}  // namespace zhilu::bench
