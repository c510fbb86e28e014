// SPDX-License-Identifier: MIT
// Contrasts as lines of text and as JSON, for the commands that give them.
#pragma once

#include <string>

#include "engine/what_if.h"

namespace zhilu {

std::string why_not_text(const WhyNotDocument& document, bool zh);
std::string why_not_json(const WhyNotDocument& document);

std::string what_if_text(const WhatIfDocument& document, bool zh);
std::string what_if_json(const WhatIfDocument& document);

}  // namespace zhilu
