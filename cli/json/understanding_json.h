// SPDX-License-Identifier: MIT
// What was read in a text, as JSON: `zhilu understand --json`, one object a text.
#pragma once

#include <string>
#include <string_view>

#include "engine/engine.h"

namespace zhilu {

/// Appends `{"id","scope","language","facts":{...},"understood":[...],"contradictions":[...],"events":[...]}`
/// without a line feed, and with `extra`, which is `,"name":value` or empty, before the last brace.
///
/// `id` is JSON already (`"c17"`, `null`). `facts` holds what the text says for certain enough, in the form
/// that facts are given in; denials stand in `understood` only, with `"holds": false`. A reading that is no
/// fact because it is not sure enough has `"counts": false`. Spans are bytes of
/// `text`.
void write_understanding(const Understanding& understanding, const Knowledge& knowledge,
                         std::string_view text, std::string_view id, std::string& out,
                         std::string_view extra = {});

}  // namespace zhilu
