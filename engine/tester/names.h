// SPDX-License-Identifier: MIT
// Names and values as tests.yaml writes them, used by the reader and by the sentences about failures.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "engine/model/matter.h"
#include "engine/session/plan.h"

namespace zhilu {

struct StatusName {
  std::string_view name;
  StepStatus status;
};
inline constexpr std::array<StatusName, 5> kStatusNames = {{{"do", StepStatus::Do},
                                                            {"wait", StepStatus::Wait},
                                                            {"later", StepStatus::Later},
                                                            {"maybe", StepStatus::Maybe},
                                                            {"done", StepStatus::Done}}};

/// `do`, `wait`, `later`, `maybe`, `done`.
std::string_view name_of(StepStatus status);

/// What is known of a fact, as it is written in `facts:`: `[fraud, -other]`, `3000`, `2000..5000`, `unsure`.
std::string text_of(const Knowledge& knowledge, FactId fact, const Answer& answer);

}  // namespace zhilu
