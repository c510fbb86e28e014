// SPDX-License-Identifier: MIT
#include "tests/conformance/feel.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/expr/parser.h"
#include "engine/expr/printer.h"
#include "engine/locale/zones.h"
#include "tests/conformance/records.h"
#include "tests/conformance/transposition.h"

namespace zhilu::conformance {
namespace {

/// Does what is printed of a text read back as the same tree? Texts with errors have no tree to compare.
bool prints_well(const std::string& text, const expr::KnownNames& names) {
  Diagnostics diagnostics;
  const expr::Ast first = expr::parse(text, names, diagnostics, TextOrigin{});
  if (!diagnostics.empty()) return true;
  const std::string printed = expr::print(first);
  const expr::Ast second = expr::parse(printed, names, diagnostics, TextOrigin{});
  return diagnostics.empty() && expr::same_tree(first, first.root(), second, second.root()) &&
         expr::print(second) == printed;
}

bool is_error(const Json& json) {
  return json.value("error", false);
}

// The kit's own runner reads an entry `<value/>` without a type as null; the data have an empty text for it.
// Only models outside the compliance levels leave the type out.
Json with_untyped_entries(Json json) {
  if (!json.is_array() && !json.is_object()) return json;
  for (Json& part : json) part = part == Json("") ? Json() : with_untyped_entries(std::move(part));
  return json;
}

}  // namespace

bool has_passed(const Json& json, const Outcome& outcome) {
  return agree(expected_of(json), outcome.value) && (!is_error(json) || !outcome.complaints.empty());
}

Value expected_of(const Json& json) {
  const bool in_level = !json["id"].get<std::string>().starts_with("non-compliant/");
  const Json expected = in_level ? json["expected"] : with_untyped_entries(json["expected"]);
  return decode(expected, IcuZoneRules()).value_or(Value::null());
}

std::string describe(const Json& json, const Outcome& outcome) {
  return fmt::format("{}\n    {}\n    expected {}{}, got {}\n    {}", json["id"].get<std::string>(),
                     json.value("expr", std::string("decision table")), to_feel_text(expected_of(json)),
                     is_error(json) ? " and a diagnostic" : "", to_feel_text(outcome.value),
                     fmt::join(outcome.complaints, "; "));
}

void run_feel(const Json& suite, Report& report) {
  for (const Json& json : suite["cases"]) {
    const Outcome outcome = run_record(json);
    const bool passed = has_passed(json, outcome);
    report.add(group_of(json), passed, !expected_of(json).is_null());
    if (!passed) report.explain(describe(json, outcome));
  }
}

void run_print(const Json& suite, Report& report) {
  for (const Json& json : suite["cases"]) {
    bool passed = true;
    run_record(json, Evaluator::vm(), [&](const Json& owner, const expr::Program&, const expr::Scope& scope) {
      passed = passed && prints_well(owner["expr"].get<std::string>(), scope.known_names());
    });
    report.add(group_of(json), passed, true);
    if (!passed) report.explain(json["id"].get<std::string>() + "\n    " + json["expr"].get<std::string>());
  }
}

void run_transposed(const Json& suite, Report& report) {
  for (const Json& json : suite["cases"]) {
    Transposed transposed = transpose(json);
    std::string what = transposed.kept.empty() ? "names and texts" : "names only, " + transposed.kept;
    if (!transposed.differs) {
      const std::string why = transposed.kept.empty() ? "nothing else to transpose" : transposed.kept;
      transposed = lift_literals(json);
      what = (transposed.differs ? "literals as facts, " : "left out, ") + why;
    }
    report.count(what);
    if (!transposed.differs) continue;
    const Outcome outcome = run_record(transposed.record);
    const bool passed = has_passed(transposed.record, outcome);
    report.add(group_of(json), passed, !expected_of(json).is_null());
    if (!passed) report.explain(describe(transposed.record, outcome));
  }
}

}  // namespace zhilu::conformance
