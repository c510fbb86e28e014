// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>
#include <vector>

#include "engine/expr/diagnostics.h"
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

/// Policies that make one number or date out of several need one output to make it of.
bool takes_one_output(HitPolicy hit) {
  return hit == HitPolicy::CollectSum || hit == HitPolicy::CollectMin || hit == HitPolicy::CollectMax ||
         hit == HitPolicy::CollectCount;
}

/// Policies whose result is the list of what the cells give.
bool gives_list(HitPolicy hit) {
  return hit == HitPolicy::RuleOrder || hit == HitPolicy::OutputOrder || hit == HitPolicy::Collect;
}

/// The kinds of facts that can hold what the policy gives; none: any kind, as the cells give it.
std::vector<FactKind> kinds_for(HitPolicy hit) {
  using enum FactKind;
  if (gives_list(hit)) return {Choices};
  if (hit == HitPolicy::CollectSum || hit == HitPolicy::CollectCount) return {Number, Money};
  if (hit == HitPolicy::CollectMin || hit == HitPolicy::CollectMax) return {Number, Money, Date, Duration};
  return {};
}

void check_output_kind(Linker& linker, HitPolicy hit, FactId id, Span span) {
  const Fact& fact = linker.knowledge.facts[id];
  const std::vector<FactKind> kinds = kinds_for(hit);
  if (kinds.empty() || linker.is_broken(id)) return;
  if (std::find(kinds.begin(), kinds.end(), fact.kind) != kinds.end()) return;
  std::vector<std::string_view> words;
  for (const FactKind kind : kinds) words.push_back(word_of(kind));
  const auto policy = std::find_if(std::begin(kPolicies), std::end(kPolicies),
                                   [&](const auto& each) { return each.second == hit; });
  linker.diagnostics.add(kOutputKind, span,
                         {std::string(policy->first), fact.id, std::string(word_of(fact.kind)), join(words)});
}

/// A cell of a list: one option of the fact.
void check_member(Linker& linker, ConditionId output, FactId id) {
  if (!output.is_set() || !id.is_set() || linker.is_broken(id)) return;
  const Fact& fact = linker.knowledge.facts[id];
  if (fact.kind != FactKind::Choices) return;  // Reported with the output.
  const expr::Program& program = linker.knowledge.program(output);
  const Span span = program.ast().span(program.root());
  const Type& type = program.type();
  if (type.kind() != TypeKind::Any && type.kind() != TypeKind::String) {
    linker.diagnostics.add(kWrongResult, span,
                           {fact.id, Type(TypeKind::String).to_string(), type.to_string()});
    return;
  }
  if (!program.is_constant()) return;
  const std::string& option = program.ast().value(program.root()).as_string();
  if (linker.knowledge.find_option(id, option)) return;
  Diagnostic& problem = linker.diagnostics.add(expr::kUnknownOption, span, {option, fact.id});
  std::vector<std::string> candidates;
  for (const FactOption& candidate : fact.options) candidates.push_back(candidate.id);
  if (auto nearest = linker.suggest(option, candidates)) problem.fix = Fix{"\"" + *nearest + "\""};
}

/// A number that is written and lies outside the bounds of the fact.
void check_bounds(Linker& linker, ConditionId output, FactId id) {
  if (!output.is_set() || !id.is_set()) return;
  const Fact& fact = linker.knowledge.facts[id];
  const expr::Program& program = linker.knowledge.program(output);
  if (!program.is_constant()) return;
  const Value& value = program.ast().value(program.root());
  if (!value.is(ValueKind::Number)) return;
  const Decimal& number = value.as_number();
  if ((!fact.min || number >= *fact.min) && (!fact.max || number <= *fact.max)) return;
  linker.diagnostics.add(kResultOutOfBounds, program.ast().span(program.root()),
                         {fact.id, fact.min ? fact.min->to_string() : "-∞",
                          fact.max ? fact.max->to_string() : "∞", number.to_string()});
}

void check_cell(Linker& linker, HitPolicy hit, ConditionId output, FactId fact) {
  // Of what is counted only the number matters.
  if (hit == HitPolicy::CollectCount) return;
  if (gives_list(hit)) {
    check_member(linker, output, fact);
    return;
  }
  linker.check_result(output, fact);
  if (hit != HitPolicy::CollectSum) check_bounds(linker, output, fact);
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
    check_output_kind(linker, table.hit, output, item.span);
    if (fact.asked) {
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
      check_cell(linker, table.hit, output, table.outputs[i]);
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
    if (hit != nullptr && takes_one_output(table.hit) && table.outputs.size() > 1) {
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
