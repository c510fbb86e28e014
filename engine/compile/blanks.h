// SPDX-License-Identifier: MIT
// What expressions come to where nothing is known of the facts that they read.
#pragma once

#include "engine/compile/compiled.h"

namespace zhilu {

/// Fills the blanks of `compiled`. REQUIRES: its predicates and derivations are there.
void add_blanks(Compiled& compiled);

}  // namespace zhilu
