// SPDX-License-Identifier: MIT
// A small knowledge base and plans over it, made by hand: a payment wallet that money was taken from.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/knowledge.h"
#include "engine/model/matter.h"
#include "engine/session/plan.h"
#include "engine/understand/understood.h"

namespace zhilu::sample {

/// Ids by name, so that tests read well. Each must exist.
FactId fact(const Knowledge& knowledge, std::string_view id);
StepId step(const Knowledge& knowledge, std::string_view id);
ChannelId channel(const Knowledge& knowledge, std::string_view id);
PrecautionId precaution(const Knowledge& knowledge, std::string_view id);
OutcomeId outcome(const Knowledge& knowledge, std::string_view id);
NodeId node(const Knowledge& knowledge, std::string_view name);
Date date(std::string_view text);

/// The knowledge. Texts have keys; English exists for a part of them, zh-Hant has one correction.
Knowledge knowledge();

/// 钱包里刚被转走三千，客服不理我
inline constexpr std::string_view kText = "钱包里刚被转走三千，客服不理我，电话13812345678";

/// What is read in kText.
Understanding understanding(const Knowledge& knowledge);
/// The matter after that reading.
Matter matter(const Knowledge& knowledge);

/// The plan of that matter on 2026-11-22: two urgent steps, two more, one later, three that depend on
/// answers, one channel that refuses.
Plan plan(const Knowledge& knowledge);

}  // namespace zhilu::sample
