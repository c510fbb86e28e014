// SPDX-License-Identifier: MIT
// What a fact is to an expression.
#pragma once

#include "engine/model/fact.h"
#include "engine/value/type.h"

namespace zhilu {

/// The type of the facts of a kind in FEEL: a money fact is a number, a choice its option's id, choices a
/// list of ids. Any for durations: whether of days or of months, only the answer tells.
Type feel_type(FactKind kind);

}  // namespace zhilu
