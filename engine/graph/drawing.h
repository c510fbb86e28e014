// SPDX-License-Identifier: MIT
// Decision graphs in words, before any drawing language: what dot.cc and mermaid.cc both write down.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/knowledge.h"

namespace zhilu {

struct DrawnNode {
  /// Unique over all graphs, and a reserved word of no drawing language: `exchange_service__clarify`.
  std::string name;
  /// Lines of the label.
  std::vector<std::string> lines;
  NodeKind kind = NodeKind::End;
};

/// How an edge is drawn: what is done now, what an outcome must open first, and the way into another graph.
enum class DrawnEdgeStyle { Now, Later, Inner };

struct DrawnEdge {
  std::string from;
  std::string to;
  std::vector<std::string> lines;
  DrawnEdgeStyle style = DrawnEdgeStyle::Now;
};

struct DrawnGraph {
  std::string name;
  std::string title;
  std::vector<DrawnNode> nodes;
  /// Lines of the `enter` condition, none if it is entered from other graphs only.
  std::vector<std::string> enter;
  /// Names of the start nodes.
  std::vector<std::string> starts;
};

struct Drawing {
  std::vector<DrawnGraph> graphs;
  std::vector<DrawnEdge> edges;
};

/// Edges into graphs that are not among `graphs` are left out.
Drawing draw(const Knowledge& knowledge, std::span<const GraphId> graphs);

/// Breaks a text into lines of about `columns` terminal columns: at blanks where there are any, and between
/// Chinese characters, but not before closing punctuation, which may stand beyond. Control characters become
/// blanks.
std::vector<std::string> break_lines(std::string_view text, std::size_t columns);

}  // namespace zhilu
