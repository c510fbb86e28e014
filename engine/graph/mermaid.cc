// SPDX-License-Identifier: MIT
#include <string_view>

#include "engine/graph/dot.h"
#include "engine/graph/drawing.h"

namespace zhilu {
namespace {

// A label in quotes. Mermaid has no escapes there but entities, written with `#`; a backquote would begin
// Markdown.
std::string quoted(const std::vector<std::string>& lines) {
  std::string out = "\"";
  for (const std::string& line : lines) {
    if (out.size() > 1) out += "<br/>";
    for (const char c : line) {
      switch (c) {
        case '"':
          out += "#quot;";
          break;
        case '#':
          out += "#35;";
          break;
        case '&':
          out += "#amp;";
          break;
        case '<':
          out += "#lt;";
          break;
        case '>':
          out += "#gt;";
          break;
        case '`':
          out += "#96;";
          break;
        default:
          out += c;
      }
    }
  }
  return out + '"';
}

struct Brackets {
  std::string_view open;
  std::string_view close;
};

Brackets brackets_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::Step:
      return {"[", "]"};
    case NodeKind::Branch:
    case NodeKind::Decide:
      return {"{", "}"};
    case NodeKind::Graph:
      return {"[[", "]]"};
    case NodeKind::Advice:
      return {">", "]"};
    case NodeKind::End:
      return {"([", "])"};
  }
  return {"[", "]"};
}

std::string_view arrow_of(DrawnEdgeStyle style) {
  return style == DrawnEdgeStyle::Now ? " -->" : " -.->";
}

}  // namespace

std::string draw_mermaid(const Knowledge& knowledge, std::span<const GraphId> graphs) {
  const Drawing drawing = draw(knowledge, graphs);
  std::string out = "flowchart TD\n";
  for (const DrawnGraph& graph : drawing.graphs) {
    out += "  subgraph graph__" + graph.name + " [" + quoted({graph.title}) + "]\n";
    for (const DrawnNode& node : graph.nodes) {
      const Brackets brackets = brackets_of(node.kind);
      out += "    " + node.name;
      out += brackets.open;
      out += quoted(node.lines);
      out += brackets.close;
      out += '\n';
    }
    out += "  end\n";
    if (graph.enter.empty()) continue;
    out += "  " + graph.name + "__enter(" + quoted(graph.enter) + ")\n";
    for (const std::string& start : graph.starts) out += "  " + graph.name + "__enter --> " + start + "\n";
  }
  for (const DrawnEdge& edge : drawing.edges) {
    out += "  " + edge.from;
    out += arrow_of(edge.style);
    if (!edge.lines.empty()) out += "|" + quoted(edge.lines) + "|";
    out += " " + edge.to + "\n";
  }
  return out;
}

}  // namespace zhilu
