// SPDX-License-Identifier: MIT
// Which facts a step's place in plans can follow from at all: everything that the conditions on all ways to
// it read, through tables and defaults.
#pragma once

#include <vector>

#include "engine/compile/compiled.h"

namespace zhilu {

/// By fact: whether the status of `step` may follow from it. Derived facts are among them, and so is what
/// they are derived from.
std::vector<bool> facts_read_by(const Compiled& compiled, StepId step);

}  // namespace zhilu
