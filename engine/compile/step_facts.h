// SPDX-License-Identifier: MIT
// What plans need of steps, apart from their words.
#pragma once

#include <vector>

#include "engine/compile/compiled.h"

namespace zhilu {

/// Ranks the steps and says what is to be known of them. `guards`: by step, the circuit that holds where it
/// may be done; not set: always.
void add_step_facts(const std::vector<CircuitId>& guards, Compiled& compiled);

/// What plans need of limits, evidence, urgencies and outcomes.
void add_words_apart(Compiled& compiled);

}  // namespace zhilu
