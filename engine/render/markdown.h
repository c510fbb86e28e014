// SPDX-License-Identifier: MIT
// A plan as Markdown (CommonMark with task lists): to read in a chat, to keep, or to print.
#pragma once

#include <string>
#include <string_view>

#include "engine/render/plan_document.h"

namespace zhilu {

/// The plan with everything that is said of each step, in the order of plan_text() (text.h). Ends in a line
/// feed.
std::string plan_markdown(const PlanDocument& document);

/// `text` on one line so that Markdown shows it as it is: what would be markup or HTML is escaped.
std::string markdown_escaped(std::string_view text);

}  // namespace zhilu
