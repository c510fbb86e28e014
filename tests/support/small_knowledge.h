// SPDX-License-Identifier: MIT
// Small knowledge bases made by hand, for tests of graphs and checks.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/model/knowledge.h"

namespace zhilu::test {

/// Builds a knowledge base thing by thing. It begins with two urgencies (P0, P1), one phase, one outcome, one
/// topic, and one law `law` whose article 1 everything cites. Each thing has its own place in file 0.
class SmallKnowledge {
 public:
  SmallKnowledge() {
    for (const char* id : {"P0", "P1"}) {
      UrgencyLevel level;
      level.id = id;
      k.urgencies.push_back(std::move(level));
    }
    Phase phase;
    phase.id = "act";
    k.phases.push_back(std::move(phase));
    Outcome refused;
    refused.id = "refused";
    refused.title = text("被拒绝");
    k.outcomes.push_back(std::move(refused));
    Source law;
    law.id = "law";
    law.passages.emplace_back().id = "1";
    law_ = k.sources.push_back(std::move(law));
    Topic topic;
    topic.id = "topic";
    topic.reviewed = Date::from_days(20000);
    topic.review_by = Date::from_days(20365);
    topic_ = k.topics.push_back(std::move(topic));
  }

  /// The knowledge so far.
  Knowledge k;

  Text text(std::string source) { return {std::move(source), "", span()}; }

  /// The next place.
  Span span() {
    const std::uint32_t begin = next_byte_;
    next_byte_ += 10;
    return {FileId{0}, begin, begin + 5};
  }

  SourceRefs cited() { return {{law_, 0, span()}}; }

  ConditionId condition(std::string feel) {
    Condition condition;
    condition.text = std::move(feel);
    condition.span = span();
    return k.conditions.push_back(std::move(condition));
  }

  FactId fact(std::string id, FactKind kind = FactKind::Boolean) {
    Fact fact;
    fact.id = id;
    fact.kind = kind;
    fact.title = text(id);
    fact.span = span();
    const FactId added = k.facts.push_back(std::move(fact));
    k.fact_index[id] = added;
    return added;
  }

  StepId step(std::string id, std::uint32_t urgency = 1) {
    Step step;
    step.id = id;
    step.title = text(id);
    step.urgency.push_back({{}, UrgencyId{urgency}});
    step.phase = PhaseId{0};
    step.sources = cited();
    step.topic = topic_;
    step.span = span();
    const StepId added = k.steps.push_back(std::move(step));
    k.step_index[id] = added;
    return added;
  }

  /// A graph; `entered` gives it the condition `true`.
  GraphId graph(std::string id, bool entered = true) {
    Graph graph;
    graph.id = id;
    graph.title = text(id);
    graph.topic = topic_;
    if (entered) graph.enter = condition("true");
    graph.sources = cited();
    graph.span = span();
    const GraphId added = k.graphs.push_back(std::move(graph));
    k.graph_index[id] = added;
    return added;
  }

  /// A node of that kind and name; the first node of a graph is its start.
  NodeId node(GraphId graph, NodeKind kind, std::string name) {
    Node node;
    node.name = std::move(name);
    node.kind = kind;
    node.owner = graph;
    node.span = span();
    const NodeId added = k.nodes.push_back(std::move(node));
    k.graphs[graph].nodes.push_back(added);
    if (k.graphs[graph].start.empty()) k.graphs[graph].start.push_back(added);
    return added;
  }

  NodeId node(GraphId graph, StepId step) {
    const NodeId added = node(graph, NodeKind::Step, "at_" + k.steps[step].id);
    k.nodes[added].step = step;
    return added;
  }

  NodeId branch(GraphId graph, std::string name = "choose") {
    return node(graph, NodeKind::Branch, std::move(name));
  }

  NodeId enter(GraphId owner, GraphId inner) {
    const NodeId added = node(owner, NodeKind::Graph, "into_" + k.graphs[inner].id);
    k.nodes[added].graph = inner;
    return added;
  }

  /// An edge `then`, or an arm if `from` is a branch.
  void link(NodeId from, NodeId to) {
    Edge edge;
    edge.kind = k.nodes[from].kind == NodeKind::Branch ? EdgeKind::Arm : EdgeKind::Then;
    edge.to = to;
    edge.span = span();
    k.nodes[from].edges.push_back(std::move(edge));
  }

  /// An edge of the outcome `refused`.
  void link_refused(NodeId from, NodeId to) {
    link(from, to);
    k.nodes[from].edges.back().kind = EdgeKind::Outcome;
    k.nodes[from].edges.back().outcome = OutcomeId{0};
  }

 private:
  SourceId law_;
  TopicId topic_;
  std::uint32_t next_byte_ = 0;
};

}  // namespace zhilu::test
