// SPDX-License-Identifier: MIT
// What the commands about one step work on: `zhilu why STEP [TEXT]`.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/matter_input.h"

namespace zhilu {

struct StepInput {
  std::shared_ptr<const Engine> engine;
  StepId step;
  MatterInput input;
};

/// `STEP [TEXT]`
std::vector<Operand> step_operands();

/// Opens the knowledge, finds the step and reads the matter of command `name`. Empty, after complaints, if
/// anything is wrong; `code` then is what the program ends with.
std::optional<StepInput> read_step_input(std::string_view name, const Args& args, Io& io, int& code);

}  // namespace zhilu
