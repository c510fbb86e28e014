// SPDX-License-Identifier: MIT
// A scenario of tests.yaml: what is known or written, and what must come of it (docs/knowledge_format.md,
// 13).
//
// All names are resolved; nothing here is text that still has to be looked up.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/matter.h"
#include "engine/session/plan.h"

namespace zhilu {

/// What must hold; whatever is empty is not looked at.
struct Expectation {
  std::optional<bool> in_scope;
  SeverityId severity;
  /// Facts that must be known after reading, with at least these values.
  std::vector<std::pair<FactId, Answer>> understood;
  std::vector<StepId> present;
  std::vector<StepId> absent;
  /// The plan begins with these, in this order.
  std::vector<StepId> first;
  /// Each list: in the plan, every step before the next.
  std::vector<std::vector<StepId>> order;
  std::vector<std::pair<StepId, StepStatus>> status;
  std::vector<std::pair<StepId, UrgencyId>> priority;
  std::vector<ChannelId> refused;
  std::vector<FactId> asks;
  std::vector<PrecautionId> precautions;
};

struct Scenario {
  explicit Scenario(const Knowledge& knowledge) : matter(knowledge) {}

  TopicId topic;
  std::string name;
  Span span;
  /// Empty: no text.
  std::string text;
  Matter matter;
  Date today;
  Expectation expect;
  /// Why it is known to fail; empty if it must pass.
  std::string gap;
};

}  // namespace zhilu
