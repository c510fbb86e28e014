// SPDX-License-Identifier: MIT
// Decision tables over facts that may be unknown: from the truths of the rules to the outputs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/decision_table.h"
#include "engine/model/knowledge.h"
#include "engine/model/matter.h"
#include "engine/value/truth.h"
#include "engine/value/value.h"

namespace zhilu {

/// The outcome of a table by its hit policy.
struct TableResult {
  /// Rules that certainly apply (after the hit policy), in the order of the policy.
  std::vector<std::uint32_t> matched;
  /// Rules that apply if the facts still missing turn out that way.
  std::vector<std::uint32_t> possible;
  /// More than one rule of a Unique table holds, or rules of an Any table disagree.
  bool conflict = false;
};

/// Applies the hit policy to the truth of each rule. `rank(rule)` is the priority of the rule's first output,
/// small first; read for Priority and OutputOrder only.
TableResult apply_hit_policy(HitPolicy policy, std::span<const Truth> rules,
                             std::span<const std::uint32_t> rank);

/// One output of the table: the single value, the list, or what can be said of it while rules are only
/// possible. `values[i]` is that output of rule i; only matched and possible rules are read.
Value table_output(const DecisionTable& table, const TableResult& result, const std::vector<Value>& values,
                   const Fact& fact, FactId fact_id, const FactSet& missing);

}  // namespace zhilu
