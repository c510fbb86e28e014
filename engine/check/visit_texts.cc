// SPDX-License-Identifier: MIT
// All texts of a knowledge base, one after the other.
#include "engine/check/checks.h"

namespace zhilu::checks {
namespace {

using Visit = std::function<void(const Text&)>;

void visit_frame(const Knowledge& knowledge, const Visit& visit) {
  for (const Text* text :
       {&knowledge.title, &knowledge.disclaimer, &knowledge.out_of_scope, &knowledge.nothing_understood}) {
    visit(*text);
  }
  for (const SeverityLevel& level : knowledge.severities) {
    visit(level.title);
    visit(level.meaning);
  }
  for (const UrgencyLevel& level : knowledge.urgencies) visit(level.title);
  for (const Phase& phase : knowledge.phases) visit(phase.title);
  for (const Outcome& outcome : knowledge.outcomes) visit(outcome.title);
  for (const Guarantee& guarantee : knowledge.guarantees) visit(guarantee.title);
  for (const Topic& topic : knowledge.topics) {
    for (const Text* text : {&topic.title, &topic.scope, &topic.not_for}) visit(*text);
  }
}

void visit_facts(const Knowledge& knowledge, const Visit& visit) {
  for (const Fact& fact : knowledge.facts) {
    for (const Text* text : {&fact.title, &fact.ask, &fact.why}) visit(*text);
    for (const FactOption& option : fact.options) visit(option.title);
  }
  for (const DecisionTable& table : knowledge.tables) {
    visit(table.title);
    for (const TableRule& rule : table.rules) visit(rule.because);
  }
  for (const Source& source : knowledge.sources) {
    visit(source.title);
    visit(source.short_title);
    for (const Passage& passage : source.passages) {
      visit(passage.says);
      visit(passage.reason);
    }
  }
}

void visit_advice(const Knowledge& knowledge, const Visit& visit) {
  for (const Channel& channel : knowledge.channels) {
    const Contact& contact = channel.contact;
    for (const Text* text : {&channel.title, &channel.takes, &channel.cannot, &channel.accepts_because,
                             &contact.phone, &contact.site, &contact.app, &contact.place, &contact.hours}) {
      visit(*text);
    }
    for (const Refusal& refusal : channel.refuses) visit(refusal.because);
    for (const Limit& limit : channel.limits) visit(limit.note);
  }
  for (const Evidence& evidence : knowledge.evidence) {
    for (const Text* text : {&evidence.title, &evidence.how, &evidence.care}) visit(*text);
  }
  for (const Precaution& precaution : knowledge.precautions) visit(precaution.text);
  for (const Letter& letter : knowledge.letters) {
    for (const Text* text : {&letter.title, &letter.use, &letter.body}) visit(*text);
  }
  for (const Step& step : knowledge.steps) {
    visit(step.title);
    for (const Text& how : step.how) visit(how);
    visit(step.why);
  }
  for (const Graph& graph : knowledge.graphs) visit(graph.title);
  for (const Node& node : knowledge.nodes) {
    visit(node.end);
    for (const Edge& edge : node.edges) visit(edge.because);
  }
}

}  // namespace

void visit_texts(const Knowledge& knowledge, const Visit& visit) {
  visit_frame(knowledge, visit);
  visit_facts(knowledge, visit);
  visit_advice(knowledge, visit);
}

}  // namespace zhilu::checks
