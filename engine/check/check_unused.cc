// SPDX-License-Identifier: MIT
// What is declared and then used by nothing: a remnant, or a link that was forgotten.
#include <algorithm>

#include "engine/check/checks.h"
#include "engine/check/diagnostics.h"
#include "engine/locale/message.h"

namespace zhilu::checks {
namespace {

// Marks of one kind of thing.
template <class IdType>
class Used {
 public:
  explicit Used(std::size_t count) : used_(count, false) {}

  void add(IdType id) {
    if (id.is_set()) used_[id.value] = true;
  }
  void add(std::span<const IdType> ids) {
    for (const IdType id : ids) add(id);
  }
  template <class Things>
  void report(const Things& things, const DiagnosticKind& kind, Findings& out) const {
    for (std::uint32_t i = 0; i < used_.size(); ++i) {
      if (!used_[i]) out.add(kind, things[IdType{i}].span, {things[IdType{i}].id});
    }
  }

 private:
  std::vector<bool> used_;
};

void check_facts(const Knowledge& knowledge, Findings& out) {
  // Without its program nobody knows what a condition reads.
  const auto is_compiled = [](const Condition& condition) { return condition.program != nullptr; };
  if (!std::all_of(knowledge.conditions.begin(), knowledge.conditions.end(), is_compiled)) return;
  Used<FactId> used(knowledge.facts.size());
  for (const Condition& condition : knowledge.conditions) used.add(condition.program->facts());
  for (const Node& node : knowledge.nodes) used.add(node.decide);
  visit_texts(knowledge, [&](const Text& text) {
    if (text.source.find('{') == std::string::npos) return;
    const auto message = Message::compile(text.source, Language::Hans);
    if (!message) return;
    for (const Placeholder& placeholder : message->placeholders())
      used.add(knowledge.find_fact(placeholder.name));
  });
  // The engine itself reads these.
  const CoreFacts& core = knowledge.core;
  for (const FactId fact : {core.severity, core.scope, core.issues, core.tried, core.tried_result,
                            core.emergency, core.loss_amount, core.happened_on, core.complained_on}) {
    used.add(fact);
  }
  used.report(knowledge.facts, kUnusedFact, out);
}

}  // namespace

void check_unused(const Knowledge& knowledge, Findings& out) {
  Used<StepId> steps(knowledge.steps.size());
  Used<EvidenceId> evidence(knowledge.evidence.size());
  Used<PrecautionId> precautions(knowledge.precautions.size());
  Used<LetterId> letters(knowledge.letters.size());
  Used<ChannelId> channels(knowledge.channels.size());
  for (const Node& node : knowledge.nodes) {
    steps.add(node.step);
    precautions.add(node.advice);
  }
  for (const Step& step : knowledge.steps) {
    channels.add(step.channel);
    evidence.add(step.needs);
    precautions.add(step.precautions);
    letters.add(step.letter);
  }
  for (const Channel& channel : knowledge.channels) {
    evidence.add(channel.needs);
    precautions.add(channel.warnings);
  }
  for (std::uint32_t p = 0; p < knowledge.precautions.size(); ++p) {
    if (knowledge.precautions[PrecautionId{p}].plan_when.is_set()) precautions.add(PrecautionId{p});
  }
  steps.report(knowledge.steps, kUnusedStep, out);
  check_facts(knowledge, out);
  evidence.report(knowledge.evidence, kUnusedEvidence, out);
  precautions.report(knowledge.precautions, kUnusedPrecaution, out);
  letters.report(knowledge.letters, kUnusedLetter, out);
  channels.report(knowledge.channels, kUnusedChannel, out);
}

}  // namespace zhilu::checks
