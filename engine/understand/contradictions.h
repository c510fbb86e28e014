// SPDX-License-Identifier: MIT
// Where a text contradicts itself: 报警了……还没报警, 公司用的……自己用.
//
// A contradiction is told, never resolved in silence. What is denied first and told as done later (没报警，
// 后来报警了) is none: the later holds.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/knowledge.h"
#include "engine/understand/clauses.h"
#include "engine/understand/understood.h"

namespace zhilu {

/// How much surer one of two readings must be, in percent, to hold against the other.
inline constexpr int kClearlySurer = 15;

/// Takes confidence from the denials that the text itself overtakes later. `starts`: the first byte of each
/// clause, in order; `turns`: which of the clauses tell of a later time (后来, 现在, 昨天).
void settle_successions(const Knowledge& knowledge, const std::vector<std::uint32_t>& starts,
                        const std::vector<bool>& turns, Understanding& understanding);

/// The contradictions among readings of at least `threshold` percent, by fact.
void find_contradictions(const Knowledge& knowledge, int threshold, Understanding& understanding);

}  // namespace zhilu
