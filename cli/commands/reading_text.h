// SPDX-License-Identifier: MIT
// How a text was read (`zhilu understand --explain`), for a terminal and as data.
#pragma once

#include <string>

#include "cli/json/writer.h"
#include "engine/base/diagnostic.h"
#include "engine/reading.h"

namespace zhilu {

/// The clauses with what was found in each, then the facts, then what contradicts itself.
std::string reading_text(const ReadingDocument& document, Tongue tongue);

/// `{"threshold","clauses":[{"span","quote","asks","cues","words","amounts"}]}`.
void write_reading(const ReadingDocument& document, JsonWriter& json);

}  // namespace zhilu
