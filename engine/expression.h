// SPDX-License-Identifier: MIT
// One expression over one matter, for people who write knowledge: what is it worth here, and what is missing?
#pragma once

#include <optional>
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

/// One part of an expression: what it says, what it is worth, and the parts it is made of.
struct ExpressionPart {
  /// In the canonical form of the language: `loss_amount >= 3000`.
  std::string expression;
  /// In words: 损失金额 ≥ 3,000 元.
  std::string words;
  /// The value as the language writes it, and as a person would: `3000`, 3,000 元.
  std::string value;
  std::string value_words;
  /// Of a part that is true or false, also where it is not known which; not of others.
  std::optional<Truth> truth;
  /// Ids of the facts that are missing to know it, in the order of the knowledge, and their titles.
  std::vector<std::string> missing;
  std::vector<std::string> missing_titles;
  /// Where this part became null by a mistake: code and sentence (docs/diagnostics.md). Else empty.
  std::string error;
  std::string error_text;
  /// Of a fact: where its value comes from: `text`, `answer`, `default`, `inferred` (a decision table), or
  /// why it has none: `unsure`, `inapplicable`. Empty if it was not asked, and of other parts.
  std::string from;
  /// Of a part inside a loop or filter: for which item: `i = "fraud"`. Else empty.
  std::string variable;
  /// In the order of the text. Literals are left out: they say themselves. Of a loop the first items follow
  /// its list.
  std::vector<ExpressionPart> parts;
};

struct ExplainedExpression {
  ExpressionResult result;
  /// The whole expression; empty if it cannot be read.
  ExpressionPart whole;
  /// True: it has more parts than are shown.
  bool shortened = false;
};

/// The same, and how the value came about, in words of `language`. At most 500 parts, and 10 items of a loop.
ExplainedExpression explain_expression(std::string_view expression, const Engine& engine,
                                       const Matter& matter, Date today, Language language);

}  // namespace zhilu
