// SPDX-License-Identifier: MIT
// One decision graph of a large knowledge base (big_knowledge.h), as YAML.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/big_words.h"

namespace zhilu::test {

struct BigGraph {
  std::string id;
  std::string title;
  std::string source;
  /// Empty: entered only from other graphs.
  std::string enter;
  std::size_t nodes = 5;
  /// Steps in the order in which a way may meet them; as many nodes of steps.
  std::vector<std::string> steps;
  /// Graphs that are entered from here, each by a node of its own.
  std::vector<std::string> inner;
  std::vector<std::string> precautions;
};

/// What a graph asks of its topic.
struct BigGraphParts {
  std::function<std::string()> condition;
  /// True for a step whose outcomes are refused, no_reply and resolved.
  std::function<bool(const std::string&)> has_outcomes;
  /// Choice facts of the options o0 to o3.
  std::vector<std::string> choices;
};

/// An item of the list `graphs:`. Every node can be reached, and every way goes from earlier nodes to later
/// ones. REQUIRES: nodes > steps + inner graphs.
std::string big_graph(const BigGraph& graph, const BigGraphParts& parts, BigRandom& random);

}  // namespace zhilu::test
