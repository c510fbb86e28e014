// SPDX-License-Identifier: MIT
// A citation in words.
#pragma once

#include "engine/render/plan_document.h"
#include "engine/render/wording.h"

namespace zhilu {

/// The line of one citation: 《消费者权益保护法》第46条. An article put in later, `253_1`, is 第253条之一;
/// `p07` of a seed article is 第 7 段; a notice or statement has no title marks; a passage with a name gives
/// the title alone.
SourceLine source_line(const Wording& wording, const SourceRef& ref);

}  // namespace zhilu
