// SPDX-License-Identifier: MIT
// Conditions and values in words, for explanations: 损失金额 ≥ 3,000 元，且遇到的问题包含“诈骗”.
//
// Everything the language can say has its words; what cannot be said well (a function as a value, a context)
// stays as FEEL. The words are for reading: what the program computes with is the FEEL text.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/expr/ast.h"
#include "engine/render/wording.h"
#include "engine/value/value.h"

namespace zhilu {

struct ConditionText {
  std::string text;
  /// The parts that stand as FEEL for want of words, as they stand in `text`; empty: all is said.
  std::vector<std::string> unsaid;
};

/// What a value belongs to, which tells how it is written.
struct ValueUnit {
  /// A choice or choices fact whose options the texts are; not set: none.
  FactId options;
  /// The numbers are yuan.
  bool money = false;
  /// The texts are kinds of events (engine/model/knowledge.h).
  bool events = false;
};

/// By name, the innermost last.
using VariableUnits = std::vector<std::pair<std::string, ValueUnit>>;

/// The expression below `id` in the language of `wording`: something true or false as a sentence without a
/// full stop, anything else as a noun. Facts and options are called by their titles, amounts are in yuan.
/// REQUIRES: `ast` was checked with the facts of `wording`'s knowledge. Facts beyond those are variables.
/// `variables`: what the variables of a loop around the expression belong to.
ConditionText condition_text(const Wording& wording, const expr::Ast& ast, expr::ExprId id,
                             const VariableUnits& variables = {});
inline ConditionText condition_text(const Wording& wording, const expr::Ast& ast) {
  return condition_text(wording, ast, ast.root());
}

/// A value as a person would write it: `3,000 元`, `“银行”`, `2026年12月6日`, `是`; what is known in part as
/// much as is known. Values without words (contexts, ranges, functions) as FEEL.
std::string value_text(const Wording& wording, const Value& value, const ValueUnit& unit = {});

/// Is the node the name of a fact of the knowledge, not of a variable beyond its facts?
bool names_fact(const Knowledge& knowledge, const expr::Ast& ast, expr::ExprId id);

/// What the value of the expression below `id` belongs to.
ValueUnit unit_of(const Knowledge& knowledge, const expr::Ast& ast, expr::ExprId id);

}  // namespace zhilu
