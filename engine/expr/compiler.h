// SPDX-License-Identifier: MIT
// The pipeline in one call: text to Program.
#pragma once

#include <memory>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/expr/program.h"
#include "engine/expr/scope.h"

namespace zhilu::expr {

/// Compiles `text`. Never null: where the diagnostics have errors, the faulty parts evaluate to null.
///
/// Adds to `diagnostics` everything that is wrong with the text, its names and its types, with places in the
/// file that `origin` names. Callers that need a condition check `Program::type()` or use compile_condition.
std::shared_ptr<const Program> compile(std::string_view text, const TextOrigin& origin, const Scope& scope,
                                       Diagnostics& diagnostics);

/// The same, and reports a result that cannot be true or false.
std::shared_ptr<const Program> compile_condition(std::string_view text, const TextOrigin& origin,
                                                 const Scope& scope, Diagnostics& diagnostics);

/// Compiles one cell of a decision table: a condition in which `?` is the expression of `input`.
///
/// The tree is that of the plain condition: `"wallet"` on `platform` is `platform = "wallet"`, `"a", "b"` is
/// `platform in ("a", "b")`, `>= 3000` is `loss_amount >= 3000`, `"fraud" in ?` is `"fraud" in issues`.
/// Null for `-` (and an empty text), which tests nothing. `input` comes from compile with the same scope.
std::shared_ptr<const Program> compile_unary_test(std::string_view text, const TextOrigin& origin,
                                                  const Program& input, const Scope& scope,
                                                  Diagnostics& diagnostics);

}  // namespace zhilu::expr
