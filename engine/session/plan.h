// SPDX-License-Identifier: MIT
// The plan of a matter as of a date: ids and dates only; words come in engine/render.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/base/few.h"
#include "engine/base/text_pool.h"
#include "engine/model/knowledge.h"
#include "engine/model/matter.h"
#include "engine/value/fact_set.h"
#include "engine/value/truth.h"

namespace zhilu {

/// Do: to be done. Wait: submitted, the answer is due. Later: opens by an outcome or a date. Maybe: depends
/// on facts not known. Done: has been done.
enum class StepStatus : std::uint8_t { Do, Wait, Later, Maybe, Done };

/// A date that must not be missed, or by which an answer is due.
struct Deadline {
  LimitKind kind = LimitKind::Reply;
  /// Index into Channel::limits.
  std::uint32_t limit = 0;
  /// Empty where the day it runs from is not known.
  std::optional<DueDate> due;
  /// True where the day it runs from is taken for another (happened_on for the day of knowledge), or the step
  /// is assumed to be done today.
  bool assumed_start = false;
};

/// What opens a later step.
struct Opening {
  StepId after;
  OutcomeId outcome;
  /// When the time limit of `after` runs out, if it has one and the day is known or assumed to be today.
  std::optional<DueDate> date;
  bool assumed_start = false;
};

using Deadlines = Few<Deadline, 4>;

/// An edge that is passed as things stand.
struct TakenEdge {
  NodeId node;
  /// Index into Node::edges of `node`.
  std::uint32_t edge = 0;
};

/// Its lists lie in the pool of the plan's steps, see PlanSteps.
struct PlanStep {
  StepId step;
  StepStatus status = StepStatus::Do;
  UrgencyId urgency;
  /// Facts whose answers would settle a Maybe, or open a Later at once; ascending, may be empty.
  std::span<const FactId> depends_on;
  /// The nodes that lead here and are reached (or may be), for reasons and `why`.
  std::span<const NodeId> nodes;
  /// The edges with a `because` that are certainly passed on the ways here, in the order of the ways. May be
  /// empty: a reader then knows only of ways without alternative.
  std::span<const TakenEdge> through;
  /// Truth of Step::needs[i]: has the person this evidence?
  std::span<const Truth> have;
  std::span<const Deadline> deadlines;
  std::span<const Opening> opens;
};

/// The steps of a plan, and the memory of their lists. Copies share that memory; a step alone does not keep
/// it.
class PlanSteps : public std::vector<PlanStep> {
 public:
  using std::vector<PlanStep>::vector;
  using std::vector<PlanStep>::operator=;

  /// Where lists of these steps are kept. Not for several threads at once, also not by way of a copy.
  TextPool& lists() {
    if (lists_ == nullptr) lists_ = std::make_shared<TextPool>();
    return *lists_;
  }

 private:
  std::shared_ptr<TextPool> lists_;
};

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
