// SPDX-License-Identifier: MIT
// Explanations as lines of text, for the commands that give them.
#pragma once

#include <string>
#include <string_view>

#include "engine/why.h"

namespace zhilu {

/// Why a step is in the plan, or is not, as lines.
std::string why_text(const WhyDocument& why, bool zh);

/// A status as a person calls it: 现在做. Empty: 不在计划里.
std::string_view status_label(std::string_view status, bool zh);

/// The title of a step, without the facts that its placeholders name.
std::string step_title(const Engine& engine, StepId step, Language language);

}  // namespace zhilu
