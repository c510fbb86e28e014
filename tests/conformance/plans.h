// SPDX-License-Identifier: MIT
// The plans of planning against those of the definitions, on random knowledge and matters.
#pragma once

#include <cstdint>

#include "tests/conformance/report.h"

namespace zhilu::conformance {

/// Compares `count` plans of random pairs of knowledge and matter: steps, their status, urgency and missing
/// facts, and their order. The knowledge is compiled in every form that fans have.
void run_plans(std::uint64_t count, std::uint32_t seed, Report& report);

}  // namespace zhilu::conformance
