// SPDX-License-Identifier: MIT
// Tokens to tree: second stage of the pipeline. Parsing is total: any text gives a tree, and diagnostics.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "engine/expr/ast.h"
#include "engine/expr/names.h"

namespace zhilu::expr {

/// Nesting that the parser goes down to before it reports `expression-too-deep`.
inline constexpr std::uint32_t kMaxDepth = 128;

/// Reads an expression. What cannot be read is an Error node and at least one diagnostic of grade Error.
Ast parse(std::string_view text, const KnownNames& names, Diagnostics& diagnostics, const TextOrigin& origin);

/// Reads the unary tests of a table cell: `-`, `"a", "b"`, `>= 3000`, `not("a")`, or an expression with `?`,
/// as one condition on Input: `>= 3000` is GreaterEqual of Input and 3000, `"a"` is Equal, several tests and
/// what is neither are In, `not(...)` puts Not around them, and a condition (also one with `?`) stays as it
/// is. `-` and an empty text are the Literal true.
Ast parse_unary_tests(std::string_view text, const KnownNames& names, Diagnostics& diagnostics,
                      const TextOrigin& origin);

}  // namespace zhilu::expr
