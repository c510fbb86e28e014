// SPDX-License-Identifier: MIT
#include <utility>

#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

constexpr std::pair<std::string_view, HitPolicy> kPolicies[] = {
    {"unique", HitPolicy::Unique},
    {"any", HitPolicy::Any},
    {"priority", HitPolicy::Priority},
    {"first", HitPolicy::First},
    {"rule_order", HitPolicy::RuleOrder},
    {"output_order", HitPolicy::OutputOrder},
    {"collect", HitPolicy::Collect},
    {"collect_sum", HitPolicy::CollectSum},
    {"collect_min", HitPolicy::CollectMin},
    {"collect_max", HitPolicy::CollectMax},
    {"collect_count", HitPolicy::CollectCount},
};

/// Policies that make one value out of several need one output to make it of.
bool takes_one_output(HitPolicy hit) {
  return hit == HitPolicy::CollectSum || hit == HitPolicy::CollectMin || hit == HitPolicy::CollectMax ||
         hit == HitPolicy::CollectCount || hit == HitPolicy::OutputOrder || hit == HitPolicy::Priority;
}

/// The result of such a policy is not what its cells give, but a list or a number of them.
bool gives_cells(HitPolicy hit) {
  return hit == HitPolicy::Unique || hit == HitPolicy::Any || hit == HitPolicy::Priority ||
         hit == HitPolicy::First;
}

void read_outputs(Linker& linker, TableId id, const yaml::Node& node) {
  DecisionTable& table = linker.knowledge.tables[id];
  for (const yaml::Node& item : items_of(node, linker.diagnostics)) {
    const FactId output = linker.fact(item);
    // A column keeps its place even if its fact is not known.
    const auto column = static_cast<std::uint32_t>(table.outputs.size());
    table.outputs.push_back(output);
    if (!output.is_set()) continue;
    Fact& fact = linker.knowledge.facts[output];
    if (fact.table.is_set()) {
      linker.diagnostics.add(kDerivedTwice, item.span, {fact.id});
      continue;
    }
    fact.table = id;
    fact.table_output = column;
    if (fact.asked || fact.fallback.is_set()) {
      linker.diagnostics.add(kDerivedAsked, item.span, {fact.id}).notes.push_back({&kIsAFact, fact.span, {}});
    }
  }
}

/// Checks the number of cells of a row; then each cell has its column.
std::span<const yaml::Node> cells_of(Linker& linker, const yaml::Node& node, std::size_t columns) {
  const auto cells = items_of(node, linker.diagnostics);
  if (node.is_null() || cells.size() == columns) return cells;
  linker.diagnostics.add(kCellCount, node.span, {std::to_string(cells.size()), std::to_string(columns)});
  return {};
}

TableRule read_rule(Linker& linker, const DecisionTable& table, const yaml::Node& node,
                    const std::string& prefix) {
  TableRule rule;
  rule.span = node.span;
  MapReader map(node, "rules", node.span, linker.diagnostics);
  if (const yaml::Node* when = map.require("when")) {
    const auto cells = cells_of(linker, *when, table.inputs.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      rule.tests.push_back(linker.unary_test(cells[i], table.inputs[i]));
    }
  }
  if (const yaml::Node* then = map.require("then")) {
    const auto cells = cells_of(linker, *then, table.outputs.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const ConditionId output = linker.expression(cells[i]);
      if (gives_cells(table.hit)) linker.check_result(output, table.outputs[i]);
      rule.outputs.push_back(output);
    }
  }
  if (const yaml::Node* because = map.find("because"))
    rule.because = linker.text(*because, prefix + "because");
  if (const yaml::Node* source = map.find("source")) rule.sources = linker.source_list(*source);
  map.finish();
  return rule;
}

}  // namespace

void read_table(Linker& linker, const Declared& declared) {
  const TableId id{declared.id};
  DecisionTable& table = linker.knowledge.tables[id];
  const std::string prefix = "decisions." + table.id + ".";
  MapReader map(*declared.body, *declared.key, linker.diagnostics);
  if (const yaml::Node* title = map.require("title")) table.title = linker.text(*title, prefix + "title");
  const yaml::Node* hit = map.find("hit");
  if (hit != nullptr) table.hit = read_word(*hit, kPolicies, linker.diagnostics).value_or(HitPolicy::Unique);
  if (const yaml::Node* inputs = map.require("inputs")) {
    for (const yaml::Node& item : items_of(*inputs, linker.diagnostics)) {
      table.inputs.push_back(linker.expression(item));
    }
  }
  if (const yaml::Node* outputs = map.require("outputs")) {
    read_outputs(linker, id, *outputs);
    if (takes_one_output(table.hit) && table.outputs.size() > 1) {
      linker.diagnostics.add(kOneOutput, outputs->span, {hit->text});
    }
  }
  if (const yaml::Node* source = map.require("source")) table.sources = linker.source_list(*source);
  if (const yaml::Node* rules = map.require("rules")) {
    for (const yaml::Node& item : items_of(*rules, linker.diagnostics)) {
      const std::string key = prefix + "rules." + std::to_string(table.rules.size()) + ".";
      table.rules.push_back(read_rule(linker, table, item, key));
    }
  }
  map.find("alias");
  map.finish();
}

}  // namespace zhilu::load
