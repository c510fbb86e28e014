// SPDX-License-Identifier: MIT
// How a plan is shown: what `ask` and `plan` have in common.
#pragma once

#include <vector>

#include "cli/args.h"
#include "cli/io.h"
#include "cli/matter_input.h"
#include "engine/engine.h"

namespace zhilu {

/// `--json`, `--format`, `--letters`, `--brief`
std::vector<Switch> answer_switches();

/// Plans the matter and prints the plan in the form and language asked for. Gives the exit code.
int print_plan(const Args& args, const Engine& engine, const MatterInput& input, Io& io);

}  // namespace zhilu
