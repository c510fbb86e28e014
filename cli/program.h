// SPDX-License-Identifier: MIT
// The program: finds the subcommand, reads its switches, runs it.
#pragma once

#include <span>
#include <string>

#include "cli/io.h"

namespace zhilu {

/// Runs `zhilu WORDS...` and gives the exit code. Nothing is thrown.
int run_program(std::span<const std::string> words, Io& io);

}  // namespace zhilu
