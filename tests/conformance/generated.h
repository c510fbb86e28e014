// SPDX-License-Identifier: MIT
// The vm against the naive evaluator of tests/support.
#pragma once

#include <cstdint>

#include "tests/conformance/encoding.h"
#include "tests/conformance/report.h"

namespace zhilu::conformance {

/// Evaluates `count` random expressions, every twentieth a unary test, over random facts of which some are
/// unknown or known in part. Both evaluators must give the same, with the same missing facts; what is settled
/// must stay so when all is known, and the facts that an unknown names, and no others, must settle it.
void run_generated(std::uint64_t count, std::uint32_t seed, Report& report);

/// Evaluates every record of `suite` with both.
void run_plain(const Json& suite, Report& report);

}  // namespace zhilu::conformance
