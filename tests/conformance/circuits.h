// SPDX-License-Identifier: MIT
// The form that planning evaluates, predicates and circuits, against the naive evaluator.
#pragma once

#include <cstdint>

#include "tests/conformance/report.h"

namespace zhilu::conformance {

/// Compiles `count` random conditions as a knowledge base has them and evaluates them for random matters. A
/// circuit must be true, false, or unknown for want of the same facts; where the condition is null it must
/// not hold, and miss nothing.
void run_circuits(std::uint64_t count, std::uint32_t seed, Report& report);

}  // namespace zhilu::conformance
