// SPDX-License-Identifier: MIT
// What a table of the knowledge leaves out, and which of its rules get into each other's way.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/model/knowledge.h"
#include "engine/table/situation.h"

namespace zhilu {

/// Two rules that hold together and must not.
struct RuleClash {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  Situation situation;
};

struct TableFindings {
  static constexpr std::size_t kMaxClashes = 20;

  /// What the situations are made of.
  std::vector<Dimension> dimensions;
  /// No rule holds in it.
  std::optional<Situation> gap;
  /// The first kMaxClashes, by their rules.
  std::vector<RuleClash> clashes;
  /// A rule that could not be settled, so that there may be more gaps or clashes.
  std::optional<std::uint32_t> stuck;
};

/// Looks for gaps in tables that give one rule's output, unless all outputs have a default, and for rules of
/// a Unique table that hold together, or of an Any table with different outputs. Every situation has been
/// tried: the table was evaluated on one of its combinations. `steps` is what it may take, and is counted
/// down. REQUIRES: the conditions of the table are compiled.
TableFindings check_table(const Knowledge& knowledge, const DecisionTable& table, std::uint64_t& steps);

}  // namespace zhilu
