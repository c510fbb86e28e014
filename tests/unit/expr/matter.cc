// SPDX-License-Identifier: MIT
#include "tests/unit/expr/matter.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "engine/base/utf8.h"

namespace zhilu::test {

void Faults::on_fault(const expr::Program& program, expr::ExprId node, const DiagnosticKind& kind,
                      const std::vector<std::string>& args) {
  codes.emplace_back(kind.code);
  place =
      program.text().substr(program.ast().begin(node), program.ast().end(node) - program.ast().begin(node));
  // Both sentences must take the arguments.
  CHECK_FALSE(message_text(kind, args, Tongue::Chinese).empty());
  CHECK_FALSE(message_text(kind, args, Tongue::English).empty());
}

std::string show(const Value& value) {
  if (!value.is_open()) return to_feel_text(value);
  std::string out = "unknown(";
  for (const FactId fact : value.missing()) {
    if (out.back() != '(') out += ", ";
    out += fact_name(fact);
  }
  return out + ")";
}

std::string evaluate(std::string_view text, std::string_view facts) {
  Diagnostics diagnostics;
  const auto program = expr::compile(text, plain_origin(), sample_scope(), diagnostics);
  Faults faults;
  return show(expr::evaluate(*program, SampleMatter(facts), &faults));
}

std::string complaints(std::string_view text) {
  Diagnostics diagnostics;
  expr::compile(text, plain_origin(), sample_scope(), diagnostics);
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    if (!out.empty()) out += ' ';
    const std::size_t column = count_characters(text.substr(0, diagnostic.span.begin)) + 1;
    out += fmt::format("{}@{}", diagnostic.kind->code, column);
  }
  return out;
}

Diagnostic first_complaint(std::string_view text) {
  Diagnostics diagnostics;
  expr::compile(text, plain_origin(), sample_scope(), diagnostics);
  return diagnostics.empty() ? Diagnostic() : diagnostics.items()[0];
}

TextOrigin plain_origin() {
  return TextOrigin{FileId{0}, {{0, 0}}};
}

}  // namespace zhilu::test
