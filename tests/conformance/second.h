// SPDX-License-Identifier: MIT
// A suite that is no authority: where it differs from us, the difference must be listed with its reason.
#pragma once

#include "tests/conformance/encoding.h"
#include "tests/conformance/report.h"

namespace zhilu::conformance {

/// Passes what agrees and what is listed in second_differences.txt. What is listed and agrees fails, so that
/// the list stays true. Prints every difference under its reason.
void run_second(const Json& suite, Report& report);

}  // namespace zhilu::conformance
