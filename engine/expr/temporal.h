// SPDX-License-Identifier: MIT
// Texts to dates, times and durations, as @-literals and the conversion functions read them.
#pragma once

#include <optional>
#include <string_view>

#include "engine/value/time.h"
#include "engine/value/value.h"

namespace zhilu::expr {

/// Reads a date, a time, a date and time or a duration, whichever it is; empty if it is none of them.
std::optional<Value> parse_temporal(std::string_view text, const ZoneRules& zones);

/// Reads a duration of either kind.
std::optional<Value> parse_duration(std::string_view text);

/// True if `text` names a time zone (`...@Asia/Shanghai`), so that only rules of zones can tell whether it is
/// one.
bool names_zone(std::string_view text);

}  // namespace zhilu::expr
