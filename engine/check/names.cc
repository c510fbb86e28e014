// SPDX-License-Identifier: MIT
// How messages name nodes and ways.
#include "engine/check/checks.h"

namespace zhilu::checks {

std::string name_of(const Knowledge& knowledge, NodeId node) {
  const Node& n = knowledge.nodes[node];
  return knowledge.graphs[n.owner].id + "." + n.name;
}

std::string way_text(const std::vector<std::string>& names) {
  constexpr std::size_t kEnds = 6;
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!text.empty()) text += " → ";
    if (names.size() > 2 * kEnds + 1 && i == kEnds) {
      text += "…";
      i = names.size() - kEnds - 1;
    } else {
      text += names[i];
    }
  }
  return text;
}

}  // namespace zhilu::checks
