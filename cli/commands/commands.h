// SPDX-License-Identifier: MIT
// The subcommands, one function and one file each.
#pragma once

#include <vector>

#include "cli/command.h"

namespace zhilu {

Command ask_command();
Command plan_command();
Command chat_command();
Command understand_command();
Command why_command();
Command whynot_command();
Command whatif_command();
Command check_command();
Command test_command();
Command graph_command();
Command eval_command();
Command build_command();
Command schema_command();
Command version_command();

/// All of them, in the order help shows them.
std::vector<Command> all_commands();

}  // namespace zhilu
