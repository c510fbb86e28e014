// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "engine/load/diagnostics.h"
#include "engine/load/readers.h"

namespace zhilu::load {
namespace {

struct CoreFact {
  const char* name;
  FactId CoreFacts::*member;
  FactKind kind;
  /// What it must be, as written under `type`.
  const char* type;
};

constexpr CoreFact kCoreFacts[] = {
    {"severity", &CoreFacts::severity, FactKind::Choice, "choice"},
    {"scope", &CoreFacts::scope, FactKind::Choice, "choice"},
    {"issues", &CoreFacts::issues, FactKind::Choices, "choices"},
    {"tried", &CoreFacts::tried, FactKind::Choices, "choices"},
    {"tried_result", &CoreFacts::tried_result, FactKind::Choice, "choice"},
    {"emergency", &CoreFacts::emergency, FactKind::Boolean, "boolean"},
    {"loss_amount", &CoreFacts::loss_amount, FactKind::Money, "money"},
    {"happened_on", &CoreFacts::happened_on, FactKind::Date, "date"},
    {"complained_on", &CoreFacts::complained_on, FactKind::Date, "date"},
};

/// The options of severity are the scale, so that an option's index is its SeverityId.
void check_severity(Linker& linker) {
  const FactId id = linker.knowledge.core.severity;
  if (!id.is_set() || linker.is_broken(id) || linker.knowledge.severities.empty()) return;
  const Fact& fact = linker.knowledge.facts[id];
  std::vector<std::string> scale;
  for (const SeverityLevel& level : linker.knowledge.severities) scale.push_back(level.id);
  std::vector<std::string> options;
  for (const FactOption& option : fact.options) options.push_back(option.id);
  if (options == scale) return;
  linker.diagnostics.add(kSeverityOptions, fact.span, {fmt::format("{}", fmt::join(scale, ", "))});
}

void check_scope(Linker& linker) {
  const FactId id = linker.knowledge.core.scope;
  if (!id.is_set() || linker.is_broken(id)) return;
  const bool in_and_out = linker.knowledge.find_option(id, "in") && linker.knowledge.find_option(id, "out");
  if (!in_and_out)
    linker.diagnostics.add(kCoreFact, linker.knowledge.facts[id].span, {"scope", "choice (in, out)"});
}

}  // namespace

void find_core_facts(Linker& linker) {
  for (const CoreFact& core : kCoreFacts) {
    const NameTable::Definition* found = linker.facts.find(core.name);
    if (found == nullptr) continue;
    const FactId id{found->id};
    const Fact& fact = linker.knowledge.facts[id];
    if (fact.kind == core.kind) {
      linker.knowledge.core.*core.member = id;
    } else if (!linker.is_broken(id)) {
      linker.diagnostics.add(kCoreFact, fact.span, {core.name, core.type});
    }
  }
  check_severity(linker);
  check_scope(linker);
}

}  // namespace zhilu::load
