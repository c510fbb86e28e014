// SPDX-License-Identifier: MIT
// Decision graphs as text for drawing programs, with titles on the nodes and conditions on the edges.
#pragma once

#include <span>
#include <string>

#include "engine/model/knowledge.h"

namespace zhilu {

/// Graphviz DOT, each graph a cluster; ends in a line feed. Edges into graphs that are not drawn are left
/// out.
///
/// Long texts are broken into lines, and each node has a `width`: layout programs without the right fonts
/// take Chinese characters for much narrower than they are, and the text would run out of its box.
std::string draw_dot(const Knowledge& knowledge, std::span<const GraphId> graphs);

/// A Mermaid flowchart, each graph a subgraph; ends in a line feed.
std::string draw_mermaid(const Knowledge& knowledge, std::span<const GraphId> graphs);

}  // namespace zhilu
