// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "engine/base/spelling.h"
#include "engine/graph/dot.h"

namespace zhilu {
namespace {

std::vector<std::string> names_of(const Knowledge& knowledge) {
  std::vector<std::string> names;
  for (const auto& [name, graph] : knowledge.graph_index) names.push_back(name);
  return names;
}

int unknown_graph(const std::string& name, const Knowledge& knowledge, const Args& args, Io& io) {
  const std::vector<std::string> names = names_of(knowledge);
  std::string zh = "没有名为“" + name + "”的图";
  std::string en = "there is no graph '" + name + "'";
  if (auto nearest = find_nearest(name, names)) {
    zh += "，是不是“" + *nearest + "”？";
    en += ", did you mean '" + *nearest + "'?";
  }
  return complain_about_use("graph", zh, en, args, io);
}

int run(const Args& args, Io& io) {
  const std::shared_ptr<const Engine> engine = open_knowledge(args, io);
  if (engine == nullptr) return kCouldNotRun;
  const Knowledge& knowledge = engine->knowledge();
  std::vector<GraphId> graphs;
  for (const std::string& name : args.operands()) {
    const GraphId graph = knowledge.find_graph(name);
    if (!graph.is_set()) return unknown_graph(name, knowledge, args, io);
    graphs.push_back(graph);
  }
  if (graphs.empty()) {
    for (std::uint32_t i = 0; i < knowledge.graphs.size(); ++i) graphs.push_back(GraphId{i});
  }
  io.print(args.find_value("format") == "mermaid" ? draw_mermaid(knowledge, graphs)
                                                  : draw_dot(knowledge, graphs));
  return kDone;
}

}  // namespace

Command graph_command() {
  return {.name = "graph",
          .summary = {"把决策图画出来", "draw the decision graphs"},
          .about = {"不写 GRAPH 时画出全部的图。", "Draws all graphs where none is named."},
          .operands = {{"GRAPH", Operand::Count::Many, {"图的编号", "id of a graph"}}},
          .switches = join({{.name = "format",
                             .value = "FORMAT",
                             .about = {"画图语言（默认 dot）", "drawing language (default dot)"},
                             .choices = {"dot", "mermaid"}}},
                           {knowledge_switches()}),
          .examples = {{"zhilu graph wallet | dot -Tsvg > wallet.svg", {}},
                       {"zhilu graph --format mermaid fraud", {}}},
          .run = run};
}

}  // namespace zhilu
