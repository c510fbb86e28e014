// SPDX-License-Identifier: MIT
#include <utility>

#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

/// One urgency, or a list of `{ when: …, is: P0 }` of which the last one has no `when`.
std::vector<UrgencyRule> read_urgency(Linker& linker, const yaml::Node& node) {
  if (!node.is_list()) return {UrgencyRule{{}, linker.urgency(node)}};
  std::vector<UrgencyRule> rules;
  if (node.items.empty()) linker.diagnostics.add(kEmptyList, node.span);
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const yaml::Node& item = node.items[i];
    UrgencyRule rule;
    MapReader map(item, "urgency", item.span, linker.diagnostics);
    const yaml::Node* when = map.find("when");
    if (when != nullptr) rule.when = linker.condition(*when);
    if (const yaml::Node* urgency = map.require("is")) rule.urgency = linker.urgency(*urgency);
    map.finish();
    const bool last = i + 1 == node.items.size();
    if (map.is_map() && (when == nullptr) != last) linker.diagnostics.add(kUrgencyOrder, item.span);
    rules.push_back(rule);
  }
  return rules;
}

}  // namespace

void read_step(Linker& linker, const Declared& declared) {
  const StepId id{declared.id};
  Step& step = linker.knowledge.steps[id];
  const std::string prefix = "steps." + step.id + ".";
  MapReader map(*declared.body, *declared.key, linker.diagnostics);
  if (const yaml::Node* title = map.require("title")) step.title = linker.text(*title, prefix + "title");
  if (const yaml::Node* how = map.require("how")) {
    for (const yaml::Node& item : items_of(*how, linker.diagnostics)) {
      step.how.push_back(linker.text(item, prefix + "how." + std::to_string(step.how.size())));
    }
  }
  if (const yaml::Node* why = map.require("why")) step.why = linker.text(*why, prefix + "why");
  if (const yaml::Node* urgency = map.require("urgency")) step.urgency = read_urgency(linker, *urgency);
  if (const yaml::Node* phase = map.require("phase")) step.phase = linker.phase(*phase);
  if (const yaml::Node* channel = map.find("channel")) step.channel = linker.channel(*channel);
  if (const yaml::Node* needs = map.find("needs")) step.needs = linker.evidence_list(*needs);
  if (const yaml::Node* precautions = map.find("precautions")) {
    step.precautions = linker.precaution_list(*precautions);
  }
  if (const yaml::Node* letter = map.find("letter")) step.letter = linker.letter(*letter);
  if (const yaml::Node* outcomes = map.find("outcomes")) {
    const std::size_t problems = linker.diagnostics.items().size();
    step.outcomes = linker.outcome_list(*outcomes);
    if (linker.diagnostics.items().size() > problems) linker.set_broken(id);
  }
  if (const yaml::Node* after = map.find("after")) step.after = linker.step_list(*after);
  if (const yaml::Node* unless = map.find("unless")) step.unless = linker.condition(*unless);
  if (const yaml::Node* done_when = map.find("done_when")) step.done_when = linker.condition(*done_when);
  if (const yaml::Node* source = map.require("source")) step.sources = linker.source_list(*source);
  map.find("alias");
  map.finish();
  if (!declared.body->is_map()) linker.set_broken(id);
}

}  // namespace zhilu::load
