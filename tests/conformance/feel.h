// SPDX-License-Identifier: MIT
// Runs a suite of FEEL expressions.
#pragma once

#include "tests/conformance/encoding.h"
#include "tests/conformance/report.h"

namespace zhilu::conformance {

/// Evaluates every record of `suite` (the form of data/feel/README: meta and cases) and compares the result
/// with what is expected. A record with `error` must give null and at least one diagnostic.
void run_feel(const Json& suite, Report& report);

/// Prints every expression of `suite` that reads without an error, and reads it again: the tree must be the
/// same.
void run_print(const Json& suite, Report& report);

}  // namespace zhilu::conformance
