// SPDX-License-Identifier: MIT
// Decision graphs: nodes and edges as the author wrote them.
#pragma once

#include <cstdint>

#include "engine/base/array.h"
#include "engine/base/str.h"
#include "engine/model/ids.h"
#include "engine/model/source_ref.h"
#include "engine/model/text.h"

namespace zhilu {

enum class NodeKind : std::uint8_t { Step, Branch, Decide, Graph, Advice, End };

enum class EdgeKind : std::uint8_t {
  Then,     ///< After this, in the same plan.
  Outcome,  ///< Only after that outcome of the step.
  Arm,      ///< Of a branch or decide: where the condition holds.
};

struct Edge {
  EdgeKind kind = EdgeKind::Then;
  NodeId to;
  /// Of an Arm; not set: always. `decide` cases are written out as conditions by the linker.
  ConditionId when;
  /// Of an Outcome edge.
  OutcomeId outcome;
  Text because;
  Span span;
};

struct Node {
  /// Unique in its graph.
  Str name;
  NodeKind kind = NodeKind::End;
  GraphId owner;
  StepId step;
  /// Of a Graph node: the graph traversed here. `then` goes on beside it.
  GraphId graph;
  /// Of an Advice node: the precaution told.
  PrecautionId advice;
  /// Of a Decide node.
  FactId decide;
  /// Of an End: what is reached.
  Text end;
  /// Of a Branch: only the first arm that holds is followed.
  bool first = false;
  Array<Edge> edges;
  SourceRefs sources;
  Span span;
};

struct Graph {
  Str id;
  Text title;
  TopicId topic;
  /// Entered where this holds; not set: entered only from other graphs.
  ConditionId enter;
  Array<NodeId> start;
  Array<NodeId> nodes;
  SourceRefs sources;
  Span span;
};

}  // namespace zhilu
