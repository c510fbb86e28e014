// SPDX-License-Identifier: MIT
// From a matter to its plan: evaluate, traverse, order, date, and ask.
//
// Deterministic and thread-safe: the same compiled knowledge, matter and date give the same plan, on every
// thread and every run.
#pragma once

#include "engine/compile/compiled.h"
#include "engine/model/matter.h"
#include "engine/session/plan.h"

namespace zhilu {

/// The plan of `matter` as of `as_of`. REQUIRES: `matter` was made for `compiled.knowledge`.
Plan make_plan(const Compiled& compiled, const Matter& matter, Date as_of);

}  // namespace zhilu
