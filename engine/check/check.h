// SPDX-License-Identifier: MIT
// What may be wrong with a knowledge base although it loads: contradictions, promises that do not hold,
// advice without a source, and what nothing uses.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/model/knowledge.h"

namespace zhilu {

class Findings;

/// One check: the kind it mainly reports (with its code and grade), what it looks for, and how.
struct Check {
  const DiagnosticKind* kind;
  std::string_view zh;
  std::string_view en;
  void (*run)(const Knowledge& knowledge, Findings& out);
};

/// All checks, in the order in which they run.
std::span<const Check> all_checks();

/// Runs all checks. Knowledge with an error is not to be used; its plans could be wrong. Ends in bounded time
/// whatever the knowledge holds. REQUIRES: the knowledge was loaded without errors, so that all its ids are
/// valid.
void check(const Knowledge& knowledge, Diagnostics& out);

/// What has become of the passages of one seed article; each passage counts once.
struct PassageCount {
  SourceId source;
  std::uint32_t cited = 0;
  std::uint32_t replaced = 0;
  std::uint32_t background = 0;
  std::uint32_t uncited = 0;
};

/// One row for each source of kind Seed, in their order.
std::vector<PassageCount> passage_report(const Knowledge& knowledge);

}  // namespace zhilu
