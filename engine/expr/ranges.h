// SPDX-License-Identifier: MIT
// Ranges as values, and the lists that iteration makes of them. Internal to this room.
#pragma once

#include "engine/expr/ast.h"
#include "engine/expr/runtime.h"
#include "engine/value/value.h"

namespace zhilu::expr {

/// `[low..high]`: null with a reason where the ends are of different or unordered types or in the wrong
/// order; unknown where one of them is.
Value make_range(const Value& low, const Value& high, bool low_closed, bool high_closed);

/// `< 5`, `>= 3000`, `= 10`, `!= 10` as a range.
Value make_half_range(Relation relation, const Value& end);

/// The values that `for x in from..to` goes through, upwards or downwards by one: whole numbers from `from`,
/// or days.
Value iterate(const Value& from, const Value& to, Runtime& runtime);

/// The list that a loop goes through: a list as it is, a range of numbers or days by its members, any other
/// value as a list of one; null with a reason for null.
Value to_domain(const Value& value, Runtime& runtime);

}  // namespace zhilu::expr
