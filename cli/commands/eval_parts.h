// SPDX-License-Identifier: MIT
// How a value came about (`zhilu eval --explain`), for a terminal and as data.
#pragma once

#include <string>

#include "cli/json/writer.h"
#include "engine/base/diagnostic.h"
#include "engine/expression.h"

namespace zhilu {

/// A line a part, those it is made of indented below it: value, words, and the expression as it is written,
/// in columns. `width`: columns of a line, within which the expressions stand beside the words.
std::string parts_text(const ExplainedExpression& explained, Tongue tongue, int width);

/// The whole expression as an object.
void write_part(const ExpressionPart& part, JsonWriter& json);

}  // namespace zhilu
