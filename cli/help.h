// SPDX-License-Identifier: MIT
// Help, made from the declarations of the commands.
#pragma once

#include <span>
#include <string>

#include "cli/command.h"
#include "engine/base/diagnostic.h"

namespace zhilu {

/// What the program can do: a line a command.
std::string overview(std::span<const Command> commands, Tongue tongue);

/// One command: usage, what it does, operands, switches, examples.
std::string help_text(const Command& command, Tongue tongue);

}  // namespace zhilu
