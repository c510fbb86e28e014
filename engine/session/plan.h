// SPDX-License-Identifier: MIT
// The plan of a matter as of a date: ids and dates only; words come in engine/render.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/model/knowledge.h"
#include "engine/model/matter.h"
#include "engine/session/plan_steps.h"
#include "engine/value/fact_set.h"

namespace zhilu {

/// A channel this matter would be turned away from.
struct RefusedChannel {
  ChannelId channel;
  /// Index into Channel::refuses, or kNotAccepted where `accepts` does not hold.
  std::uint32_t refusal = 0;
  static constexpr std::uint32_t kNotAccepted = 0xffffffff;
  /// The steps that are left out because of it.
  std::vector<StepId> steps;
};

struct Question {
  FactId fact;
  /// Number of steps whose status the answer helps to settle.
  std::uint32_t settles = 0;
};

/// A fact that nobody answered and that has its default or was inferred from others.
struct Assumption {
  FactId fact;
  Answer answer;
};

struct Plan {
  Date as_of;
  bool in_scope = true;
  /// The gravest level that certainly holds; `severity_open`: levels above it are still possible.
  SeverityId severity;
  FactSet severity_open;
  /// The rules of the severity table that hold (indices into DecisionTable::rules).
  std::vector<std::uint32_t> severity_rules;
  /// Defaults in force, by fact; derived facts such as the severity are not among them.
  std::vector<Assumption> assumed;
  /// In plan order: first Do and Wait by order, then Later, Maybe, Done.
  PlanSteps steps;
  std::vector<PrecautionId> precautions;
  std::vector<RefusedChannel> refused;
  /// Best first.
  std::vector<Question> questions;
  std::uint32_t questions_at_least = 0;
  std::uint32_t questions_at_most = 0;
  /// The first day on which something opens or falls due.
  std::optional<DueDate> come_back;
};

}  // namespace zhilu
