// SPDX-License-Identifier: MIT
// Dominators: which nodes every way to a node must pass.
#pragma once

#include <vector>

#include "engine/graph/flow.h"

namespace zhilu {

/// For each node its immediate dominator: the last node, before itself, that lies on every way from the roots
/// to it. Not set for roots, for nodes that several roots reach by ways without a common node, and for nodes
/// never reached.
///
/// The dominators of a node are its immediate one, that one's, and so on.
std::vector<NodeId> immediate_dominators(const Flow& flow);

}  // namespace zhilu
