// SPDX-License-Identifier: MIT
// What an answer makes of a predicate.
#pragma once

#include "engine/compile/compiled.h"
#include "engine/model/matter.h"
#include "engine/value/truth.h"

namespace zhilu {

/// Truth of a predicate for an answer to its fact. REQUIRES: the predicate is not general.
Truth truth_for(const Compiled& compiled, const Predicate& predicate, const Answer& answer);

}  // namespace zhilu
