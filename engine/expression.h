// SPDX-License-Identifier: MIT
// One expression over one matter, for people who write knowledge: what is it worth here, and what is missing?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/engine.h"

namespace zhilu {

struct ExpressionResult {
  /// The value as the language writes it: `3000`, `"bank"`, `null`, `unknown`; of what is known in part as
  /// much as is known. Empty if the expression cannot be read.
  std::string value;
  /// Ids of the facts that are missing to know it, in the order of the knowledge.
  std::vector<std::string> missing;
  /// True, false or unknown, as a condition would take it.
  Truth truth = Truth::Unknown;
  /// The expression as a file, for `diagnostics`: mistakes in it, and the reasons of nulls.
  SourceMap sources;
  Diagnostics diagnostics;
};

/// Evaluates `expression` over `matter` as of `today`, with the defaults and decision tables of the
/// knowledge.
ExpressionResult evaluate_expression(std::string_view expression, const Engine& engine, const Matter& matter,
                                     Date today);

}  // namespace zhilu
