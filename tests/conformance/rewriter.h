// SPDX-License-Identifier: MIT
// Writes one expression anew with other names and texts; everything else stays as it was written.
#pragma once

#include <string>

#include "engine/expr/ast.h"
#include "tests/conformance/words.h"

namespace zhilu::conformance {

/// `source` with the names that are the record's own in Chinese and, if `with_texts`, its texts. REQUIRES:
/// `ast` is the checked tree of `source`.
std::string rewrite_names(const std::string& source, const expr::Ast& ast, const Words& words,
                          bool with_texts);

/// `source` with every literal replaced by the name of a new fact, which is added to `facts`.
std::string rewrite_literals(const std::string& source, const expr::Ast& ast, Json& facts);

}  // namespace zhilu::conformance
