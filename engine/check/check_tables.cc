// SPDX-License-Identifier: MIT
// Decision tables that leave something out, and rows that get into each other's way.
#include <algorithm>
#include <span>

#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"
#include "engine/check/situation_text.h"
#include "engine/table/table_check.h"

namespace zhilu::checks {
namespace {

// Some seconds at most, for all tables together.
constexpr std::uint64_t kSteps = 100'000'000;
// One table does not take what the others need.
constexpr std::uint64_t kStepsOfTable = 20'000'000;

bool is_compiled(const Knowledge& knowledge, std::span<const ConditionId> conditions) {
  return std::all_of(conditions.begin(), conditions.end(), [&](ConditionId condition) {
    return !condition.is_set() || knowledge.find_program(condition) != nullptr;
  });
}

bool is_compiled(const Knowledge& knowledge, const DecisionTable& table) {
  return is_compiled(knowledge, table.inputs) &&
         std::all_of(table.rules.begin(), table.rules.end(), [&](const TableRule& rule) {
           return is_compiled(knowledge, rule.tests) && is_compiled(knowledge, rule.outputs);
         });
}

std::string row_text(std::uint32_t rule) {
  return std::to_string(rule + 1);
}

void report(const Knowledge& knowledge, const DecisionTable& table, const TableFindings& found,
            Findings& out) {
  const auto text = [&](const Situation& situation, Tongue tongue) {
    return situation_text(knowledge, found.dimensions, situation, tongue);
  };
  if (found.gap) {
    // In these two the author lists what matters; a row for the rest is a matter of course.
    const bool lists = table.hit == HitPolicy::First || table.hit == HitPolicy::Priority;
    out.add(lists ? kTableLeavesOut : kTableGap, table.span,
            {table.id, text(*found.gap, Tongue::Chinese), text(*found.gap, Tongue::English)});
  }
  for (const RuleClash& clash : found.clashes) {
    const DiagnosticKind& kind = table.hit == HitPolicy::Any ? kRulesContradict : kRulesOverlap;
    out.add(kind, table.rules[clash.second].span,
            {table.id, row_text(clash.first), row_text(clash.second), text(clash.situation, Tongue::Chinese),
             text(clash.situation, Tongue::English)})
        .notes.push_back({&kOtherRow, table.rules[clash.first].span, {row_text(clash.first)}});
  }
  if (found.stuck) {
    const Span span = table.rules.empty() ? table.span : table.rules[*found.stuck].span;
    out.add(kTableUndecided, span, {table.id, row_text(*found.stuck)});
  }
}

}  // namespace

void check_tables(const Knowledge& knowledge, Findings& out) {
  std::uint64_t left = kSteps;
  for (const DecisionTable& table : knowledge.tables) {
    if (!is_compiled(knowledge, table)) continue;
    std::uint64_t steps = std::min(left, kStepsOfTable);
    const std::uint64_t given = steps;
    const TableFindings found = check_table(knowledge, table, steps);
    left -= given - steps;
    report(knowledge, table, found, out);
  }
}

}  // namespace zhilu::checks
