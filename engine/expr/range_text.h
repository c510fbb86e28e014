// SPDX-License-Identifier: MIT
// Texts to ranges, for the function range(). Internal to this room.
#pragma once

#include <string_view>

#include "engine/value/time.h"
#include "engine/value/value.h"

namespace zhilu::expr {

/// Reads `[1..5)`, `["a".."c"]`, `[@"2026-01-01"..date("2026-12-31")]`: both ends are literals, or
/// conversions of a literal text, of one ordered type, the lower first. Null with a reason for anything else.
Value parse_range_text(std::string_view text, const ZoneRules& zones);

}  // namespace zhilu::expr
