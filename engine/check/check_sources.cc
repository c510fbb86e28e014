// SPDX-License-Identifier: MIT
// No advice without a source.
#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"

namespace zhilu::checks {
namespace {

template <class Things>
void check_each(const Things& things, const DiagnosticKind& kind, Findings& out) {
  for (const auto& thing : things) {
    if (thing.sources.empty()) out.add(kind, thing.span, {thing.id});
  }
}

}  // namespace

void check_sources(const Knowledge& knowledge, Findings& out) {
  check_each(knowledge.steps, kUnsourcedStep, out);
  check_each(knowledge.channels, kUnsourcedChannel, out);
  check_each(knowledge.precautions, kUnsourcedPrecaution, out);
  check_each(knowledge.evidence, kUnsourcedEvidence, out);
  check_each(knowledge.letters, kUnsourcedLetter, out);
  for (const DecisionTable& table : knowledge.tables) {
    if (!table.sources.empty()) continue;
    for (std::size_t i = 0; i < table.rules.size(); ++i) {
      if (!table.rules[i].sources.empty()) continue;
      out.add(kUnsourcedRule, table.rules[i].span, {table.id, std::to_string(i + 1)});
    }
  }
  for (std::uint32_t n = 0; n < knowledge.nodes.size(); ++n) {
    const Node& node = knowledge.nodes[NodeId{n}];
    if (!node.sources.empty() || !knowledge.graphs[node.owner].sources.empty()) continue;
    out.add(kUnsourcedNode, node.span, {name_of(knowledge, NodeId{n})});
  }
}

void visit_citations(const Knowledge& knowledge, const std::function<void(const SourceRefs&)>& visit) {
  for (const Step& step : knowledge.steps) visit(step.sources);
  for (const Channel& channel : knowledge.channels) {
    visit(channel.sources);
    for (const Refusal& refusal : channel.refuses) visit(refusal.sources);
    for (const Limit& limit : channel.limits) visit(limit.sources);
  }
  for (const Evidence& evidence : knowledge.evidence) visit(evidence.sources);
  for (const Precaution& precaution : knowledge.precautions) visit(precaution.sources);
  for (const Letter& letter : knowledge.letters) visit(letter.sources);
  for (const DecisionTable& table : knowledge.tables) {
    visit(table.sources);
    for (const TableRule& rule : table.rules) visit(rule.sources);
  }
  for (const Graph& graph : knowledge.graphs) visit(graph.sources);
  for (const Node& node : knowledge.nodes) visit(node.sources);
  for (const Topic& topic : knowledge.topics) visit(topic.sources);
  for (const Guarantee& guarantee : knowledge.guarantees) visit(guarantee.sources);
}

}  // namespace zhilu::checks
