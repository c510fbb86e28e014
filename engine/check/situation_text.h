// SPDX-License-Identifier: MIT
// Situations of a decision table in words: 损失金额 ≥ 3,000 元，平台 = 银行.
#pragma once

#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/model/knowledge.h"
#include "engine/table/situation.h"

namespace zhilu::checks {

/// What a situation says of each fact: in Chinese with the facts' titles, in English with their ids in FEEL's
/// form. Facts of which it says nothing are left out; where it says nothing at all, "任何情形" or "always".
std::string situation_text(const Knowledge& knowledge, const std::vector<Dimension>& dimensions,
                           const Situation& situation, Tongue tongue);

}  // namespace zhilu::checks
