// SPDX-License-Identifier: MIT
// Checks of what nothing uses.
#include <doctest/doctest.h>

#include "engine/expr/compiler.h"
#include "engine/expr/scope.h"
#include "tests/support/check_helpers.h"

using namespace zhilu;
using namespace zhilu::checks;
using namespace zhilu::test;

namespace {

void compile_conditions(Knowledge& knowledge) {
  expr::MapScope scope;
  for (std::uint32_t f = 0; f < knowledge.facts.size(); ++f) {
    scope.add({knowledge.facts[FactId{f}].id, TypeKind::Boolean, FactId{f}, {}});
  }
  for (Condition& condition : knowledge.conditions) {
    Diagnostics diagnostics;
    condition.program = expr::compile_condition(condition.text, TextOrigin(), scope, diagnostics);
    REQUIRE(!diagnostics.has_errors());
  }
}

template <class T>
T named(std::string id) {
  T thing;
  thing.id = std::move(id);
  return thing;
}

}  // namespace

TEST_CASE("what neither steps nor channels nor graphs use is named") {
  SmallKnowledge small;
  small.step("lonely");
  small.k.evidence.push_back(named<Evidence>("paper"));
  small.k.precautions.push_back(named<Precaution>("care"));
  small.k.letters.push_back(named<Letter>("letter"));
  small.k.channels.push_back(named<Channel>("hotline"));
  CHECK(texts_of(findings_of(check_unused, small)) == Texts{"unused-step lonely", "unused-evidence paper",
                                                            "unused-precaution care", "unused-letter letter",
                                                            "unused-channel hotline"});
}

TEST_CASE("each use counts") {
  SmallKnowledge small;
  const StepId step = small.step("step");
  const GraphId graph = small.graph("g");
  small.node(graph, step);
  const NodeId advice = small.node(graph, NodeKind::Advice, "advice");
  for (const char* id : {"of_step", "of_channel"}) small.k.evidence.push_back(named<Evidence>(id));
  for (const char* id : {"of_step", "of_channel", "of_node", "of_plan"}) {
    small.k.precautions.push_back(named<Precaution>(id));
  }
  small.k.letters.push_back(named<Letter>("letter"));
  Channel channel = named<Channel>("hotline");
  channel.needs = {EvidenceId{1}};
  channel.warnings = {PrecautionId{1}};
  small.k.channels.push_back(channel);
  small.k.steps[step].channel = ChannelId{0};
  small.k.steps[step].needs = {EvidenceId{0}};
  small.k.steps[step].precautions = {PrecautionId{0}};
  small.k.steps[step].letter = LetterId{0};
  small.k.nodes[advice].advice = PrecautionId{2};
  small.k.precautions[PrecautionId{3}].plan_when = small.condition("true");
  CHECK(texts_of(findings_of(check_unused, small)) == Texts{});
}

TEST_CASE("facts are used by conditions, choices, texts, and by the engine itself") {
  SmallKnowledge small;
  small.fact("read");
  const FactId decided = small.fact("decided");
  small.fact("shown");
  const FactId core = small.fact("emergency");
  small.fact("forgotten");
  small.condition("read");
  const GraphId graph = small.graph("g");
  small.k.nodes[small.node(graph, NodeKind::Decide, "which")].decide = decided;
  small.k.core.emergency = core;
  const StepId step = small.step("a");
  small.node(graph, step);
  small.k.steps[step].why = small.text("因为 {shown, select, true {是} other {否}}");
  // Conditions that are not compiled tell nothing.
  CHECK(texts_of(findings_of(check_unused, small)) == Texts{});
  compile_conditions(small.k);
  CHECK(texts_of(findings_of(check_unused, small)) == Texts{"unused-fact forgotten"});
}
