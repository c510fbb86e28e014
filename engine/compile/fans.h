// SPDX-License-Identifier: MIT
// Fans: the index from what is known to the conditional edges of a node.
//
// Few edges (some thousands) become bits: for each slot they read and each of its rows, the edges that are
// not ruled out by it; what is left after one `and` per known slot is passed, or open where a slot it reads
// is open. Very many become lists: each edge stands in the lists of the rows of its most selective slot.
#pragma once

#include <cstdint>

#include "engine/compile/compiled.h"
#include "engine/compile/slots.h"

namespace zhilu {

/// Indexes the edges [first, first + count) of compiled.out_edges, and sets their `plain` and slots.
/// REQUIRES: slots and circuits are built; every edge has a circuit and is no Outcome edge.
/// As lists if there are more than `most_bit_edges` of them, or if their rows would take too much room as
/// bits.
FanId build_fan(const RowTruths& truths, std::uint32_t first, std::uint32_t count,
                std::uint32_t most_bit_edges, Compiled& compiled);

}  // namespace zhilu
