// SPDX-License-Identifier: MIT
// Hit policies of decision tables after DMN 1.5, 8.2.10, over rules that may not be decided yet: from the
// truths of the rules to the outputs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/model/decision_table.h"
#include "engine/model/fact.h"
#include "engine/value/fact_set.h"
#include "engine/value/truth.h"
#include "engine/value/value.h"

namespace zhilu {

/// Does the policy give all rules that hold, as a list or as one number made of them?
bool takes_all_hits(HitPolicy policy);
/// Does the policy give one number made of all rules that hold?
bool aggregates(HitPolicy policy);
/// Does apply_hit_policy() read ranks for this policy?
bool reads_ranks(HitPolicy policy);

/// The outcome of a table by its hit policy.
struct TableResult {
  /// Rules that certainly apply (after the hit policy), in the order of the policy.
  std::vector<std::uint32_t> matched;
  /// Rules that apply if the facts still missing turn out that way.
  std::vector<std::uint32_t> possible;
  /// Rules that hold and must not together: several of a Unique table, or of an Any table with different
  /// outputs. Nothing is matched then, and the outputs are null.
  std::vector<std::uint32_t> clash;
};

/// The rank of a rule whose outputs are not known well enough to rank it.
inline constexpr std::uint32_t kOpenRank = 0xffffffff;

/// Ranks by the outputs of each rule, one value a column; a rule without outputs (because it does not hold)
/// ranks anyhow. For Priority and OutputOrder: by `place` of the value in the first column, then in the next;
/// small ranks first. For Any: rules have the same rank if their outputs are the same.
std::vector<std::uint32_t> rank_rules(
    HitPolicy policy, std::span<const std::vector<Value>> outputs,
    const std::function<std::uint32_t(std::size_t column, const Value& value)>& place);

/// Applies the hit policy to the truth of each rule. `rank` is that of rank_rules(), and is read where
/// reads_ranks().
TableResult apply_hit_policy(HitPolicy policy, std::span<const Truth> rules,
                             std::span<const std::uint32_t> rank);

/// One output column, for what can be said of it while rules are only possible.
struct TableColumn {
  /// The fact it derives; null outside of a knowledge base, where an output is known or not.
  const Fact* fact = nullptr;
  FactId fact_id;
  /// What the column gives if no rule holds; empty if nothing is written.
  std::optional<Value> fallback;
};

/// One output of the table: the single value, the list, the number, or what can be said of it while rules are
/// only possible. `values[i]` is that output of rule i; only matched and possible rules are read. Where no
/// rule holds: the fallback, else an empty list, 0 for CollectCount, and null for the others.
Value table_output(HitPolicy policy, const TableResult& result, std::span<const Value> values,
                   const TableColumn& column, const FactSet& missing);

}  // namespace zhilu
