// SPDX-License-Identifier: MIT
#include "engine/graph/drawing.h"

#include <algorithm>
#include <set>

#include "engine/base/utf8.h"

namespace zhilu {
namespace {

constexpr std::size_t kNodeColumns = 28;
constexpr std::size_t kEdgeColumns = 36;

// A line neither begins with these nor ends with those.
constexpr std::u32string_view kClosing = U"，。、；：！？）》〉」』】〕”’…,.;:!?)]}";
constexpr std::u32string_view kOpening = U"（《〈「『【〔“‘";

bool is_one_of(std::u32string_view characters, char32_t c) {
  return characters.find(c) != std::u32string_view::npos;
}

// So many columns that all lines of the text come out about as long, and none longer than `columns`.
std::size_t even_columns(std::string_view text, std::size_t columns) {
  const std::size_t total = display_width(text);
  const std::size_t lines = (total + columns - 1) / columns;
  return lines < 2 ? columns : std::min(columns, total / lines + 2);
}

class Drawer {
 public:
  Drawer(const Knowledge& knowledge, std::span<const GraphId> graphs)
      : knowledge_(knowledge), graphs_(graphs.begin(), graphs.end()) {}

  Drawing run(std::span<const GraphId> graphs) const {
    Drawing drawing;
    for (const GraphId id : graphs) {
      const Graph& graph = knowledge_.graphs[id];
      DrawnGraph& drawn = drawing.graphs.emplace_back();
      drawn.name = graph.id;
      drawn.title = graph.title.source;
      for (const NodeId node : graph.nodes) drawn.nodes.push_back({name(node), lines(node), kind(node)});
      if (graph.enter.is_set())
        drawn.enter = break_lines(knowledge_.conditions[graph.enter].text, kEdgeColumns);
      for (const NodeId start : graph.start) drawn.starts.push_back(name(start));
      for (const NodeId node : graph.nodes) add_edges(node, drawing.edges);
    }
    return drawing;
  }

 private:
  std::string name(NodeId id) const {
    const Node& node = knowledge_.nodes[id];
    return knowledge_.graphs[node.owner].id + "__" + node.name;
  }

  NodeKind kind(NodeId id) const { return knowledge_.nodes[id].kind; }

  std::vector<std::string> lines(NodeId id) const {
    const Node& node = knowledge_.nodes[id];
    std::string label;
    if (node.step.is_set()) {
      label = knowledge_.steps[node.step].title.source;
    } else if (node.decide.is_set()) {
      label = knowledge_.facts[node.decide].title.source;
    } else if (node.graph.is_set()) {
      label = knowledge_.graphs[node.graph].title.source;
    } else if (node.advice.is_set()) {
      label = knowledge_.precautions[node.advice].text.source;
    } else {
      label = node.end.source;
    }
    if (label.empty()) label = node.name;
    return break_lines(label, even_columns(label, kNodeColumns));
  }

  void add_edges(NodeId id, std::vector<DrawnEdge>& edges) const {
    const Node& node = knowledge_.nodes[id];
    for (const Edge& edge : node.edges) {
      if (!edge.to.is_set() || !graphs_.contains(knowledge_.nodes[edge.to].owner)) continue;
      const bool later = edge.kind == EdgeKind::Outcome;
      edges.push_back({name(id), name(edge.to), break_lines(edge_label(edge), kEdgeColumns),
                       later ? DrawnEdgeStyle::Later : DrawnEdgeStyle::Now});
    }
    if (!node.graph.is_set() || !graphs_.contains(node.graph)) return;
    for (const NodeId start : knowledge_.graphs[node.graph].start) {
      edges.push_back({name(id), name(start), {}, DrawnEdgeStyle::Inner});
    }
  }

  std::string edge_label(const Edge& edge) const {
    if (edge.outcome.is_set()) return knowledge_.outcomes[edge.outcome].title.source;
    if (edge.when.is_set()) return knowledge_.conditions[edge.when].text;
    return edge.because.source;
  }

  const Knowledge& knowledge_;
  std::set<GraphId> graphs_;
};

}  // namespace

Drawing draw(const Knowledge& knowledge, std::span<const GraphId> graphs) {
  return Drawer(knowledge, graphs).run(graphs);
}

std::vector<std::string> break_lines(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t width = 0;
  // Where the line may be broken again: behind the last blank, or behind the last wide character.
  std::size_t break_at = 0;
  const auto flush = [&](std::size_t end) {
    std::string rest = line.substr(end);
    line.resize(end);
    while (line.ends_with(' ')) line.pop_back();
    if (!line.empty()) lines.push_back(std::move(line));
    line = std::move(rest);
    width = display_width(std::string_view(line));
    break_at = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.size;
    const bool control = c.value < 0x20 || (c.value >= 0x7f && c.value < 0xa0);
    const char32_t character = control ? U' ' : c.value;
    if (character == U' ' && line.empty()) continue;
    const auto wide = static_cast<std::size_t>(display_width(character));
    const bool may_begin_line = character != U' ' && !is_one_of(kClosing, character);
    if (width + wide > columns && may_begin_line) flush(break_at > 0 ? break_at : line.size());
    append_utf8(line, character);
    width += wide;
    if (character == U' ' || (wide == 2 && !is_one_of(kOpening, character))) break_at = line.size();
  }
  flush(line.size());
  return lines;
}

}  // namespace zhilu
