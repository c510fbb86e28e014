// SPDX-License-Identifier: MIT
// Where nodes stand in the walk, and the edges between them.
#pragma once

#include <vector>

#include "engine/compile/compile.h"
#include "engine/compile/compiled.h"

namespace zhilu {

/// Makes the places, their edges and fans, and the openers. `into`: by node, the edges that lead to it.
/// REQUIRES: circuits, slots and what is blank are made, and steps are ranked.
void add_places(const std::vector<std::vector<InEdge>>& into, FanLimits limits, Compiled& compiled);

}  // namespace zhilu
