// SPDX-License-Identifier: MIT
// Shorthands of the tests of expressions: what a text gives, and what is complained of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/expr/compiler.h"
#include "engine/expr/vm.h"
#include "tests/support/sample_facts.h"

namespace zhilu::test {

/// Collects the codes of what went wrong during an evaluation, in order.
class Faults : public expr::Observer {
 public:
  void on_fault(const expr::Program& program, expr::ExprId node, const DiagnosticKind& kind,
                const std::vector<std::string>& args) override;
  std::vector<std::string> codes;
  /// The place of the last one in the text.
  std::string place;
};

/// A result as a test expects it: FEEL text, or `unknown(fact, ...)` with the missing facts by name.
std::string show(const Value& value);

/// Compiles in sample_scope and evaluates; diagnostics of compilation do not matter.
std::string evaluate(std::string_view text, std::string_view facts = "");

/// The diagnostics of compiling `text`: `code@column` in order, columns counting characters from 1.
std::string complaints(std::string_view text);

/// One diagnostic, or an empty kind if there is none.
Diagnostic first_complaint(std::string_view text);

/// A TextOrigin for texts that stand at the beginning of a file.
TextOrigin plain_origin();

}  // namespace zhilu::test
