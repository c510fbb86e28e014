// SPDX-License-Identifier: MIT
// Cuts the domain of a fact into cells at the values its tests name.
#pragma once

#include <vector>

#include "engine/model/fact.h"
#include "engine/table/situation.h"
#include "engine/value/value.h"

namespace zhilu {

/// Adds to `named` the values inside `constant`: itself, the ends of a range, the items of a list. False if
/// the values of a fact of that kind cannot be cut there.
bool add_named_values(FactKind kind, const Value& constant, std::vector<Value>& named);

/// The cells of `fact`, which is no choices fact, cut at `named` values. Empty if it cannot be cut:
/// durations, numbers too large to go beyond.
std::vector<DomainCell> cells_of(const Fact& fact, std::vector<Value> named);

/// The cells of one option of a choices fact: not a member, member.
std::vector<DomainCell> member_cells();

}  // namespace zhilu
