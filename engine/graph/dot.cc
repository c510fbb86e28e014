// SPDX-License-Identifier: MIT
#include "engine/graph/dot.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/graph/drawing.h"

namespace zhilu {
namespace {

constexpr double kFontSize = 12;
// A column of a terminal is half the width of a Chinese character, which is as wide as the font is high.
constexpr double kColumn = kFontSize / 2 * 1.08;
constexpr double kMargin = 20;
constexpr double kPointsPerInch = 72;

// A label or name in quotes. A backslash would begin an escape of DOT's own.
std::string quoted(const std::vector<std::string>& lines) {
  std::string out = "\"";
  for (const std::string& line : lines) {
    if (out.size() > 1) out += "\\n";
    for (const char c : line) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + '"';
}

std::string quoted(const std::string& text) {
  return quoted(std::vector<std::string>{text});
}

struct Shape {
  std::string_view name;
  /// How much wider than its text the shape must be, because the text stands in its middle only.
  double stretch = 1;
};

Shape shape_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::Step:
      return {"box", 1};
    case NodeKind::Branch:
    case NodeKind::Decide:
      return {"diamond", 2};
    case NodeKind::Graph:
      return {"folder", 1};
    case NodeKind::Advice:
      return {"note", 1};
    case NodeKind::End:
      return {"oval", 1.42};
  }
  return {"box", 1};
}

double width_in_inches(const std::vector<std::string>& lines, double stretch) {
  std::size_t columns = 0;
  for (const std::string& line : lines) columns = std::max(columns, display_width(std::string_view(line)));
  return (static_cast<double>(columns) * kColumn * stretch + kMargin) / kPointsPerInch;
}

std::string_view style_of(DrawnEdgeStyle style) {
  switch (style) {
    case DrawnEdgeStyle::Now:
      return "solid";
    case DrawnEdgeStyle::Later:
      return "dashed";
    case DrawnEdgeStyle::Inner:
      return "dotted";
  }
  return "solid";
}

void append_node(std::string& out, const DrawnNode& node) {
  const Shape shape = shape_of(node.kind);
  out += fmt::format("    {} [shape={}, width={:.2f}, label={}];\n", quoted(node.name), shape.name,
                     width_in_inches(node.lines, shape.stretch), quoted(node.lines));
}

void append_entry(std::string& out, const DrawnGraph& graph) {
  if (graph.enter.empty()) return;
  const std::string entry = quoted(graph.name + "__enter");
  out += fmt::format("  {} [shape=plaintext, width={:.2f}, label={}];\n", entry,
                     width_in_inches(graph.enter, 1), quoted(graph.enter));
  for (const std::string& start : graph.starts) out += fmt::format("  {} -> {};\n", entry, quoted(start));
}

void append_edge(std::string& out, const DrawnEdge& edge) {
  out += fmt::format("  {} -> {} [style={}", quoted(edge.from), quoted(edge.to), style_of(edge.style));
  if (!edge.lines.empty()) out += ", label=" + quoted(edge.lines);
  out += "];\n";
}

}  // namespace

std::string draw_dot(const Knowledge& knowledge, std::span<const GraphId> graphs) {
  const Drawing drawing = draw(knowledge, graphs);
  const std::string font = fmt::format("[fontname=\"sans-serif\", fontsize={}]", kFontSize);
  std::string out = fmt::format("digraph zhilu {{\n  node {};\n  edge {};\n", font, font);
  for (const DrawnGraph& graph : drawing.graphs) {
    out += fmt::format("  subgraph {} {{\n    label={};\n", quoted("cluster_" + graph.name),
                       quoted(graph.title));
    for (const DrawnNode& node : graph.nodes) append_node(out, node);
    out += "  }\n";
    append_entry(out, graph);
  }
  for (const DrawnEdge& edge : drawing.edges) append_edge(out, edge);
  return out + "}\n";
}

}  // namespace zhilu
