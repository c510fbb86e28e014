// SPDX-License-Identifier: MIT
// Reads what stands under `expect:`; used by test_file.cc only.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/intake/input.h"
#include "engine/tester/scenario.h"

namespace zhilu::tester {

/// Goes on behind a mistake; what was right is in the result.
Expectation read_expectation(const InputValue& input, const Knowledge& knowledge, Diagnostics& out);

}  // namespace zhilu::tester
