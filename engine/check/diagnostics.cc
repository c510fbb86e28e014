// SPDX-License-Identifier: MIT
#include "engine/check/diagnostics.h"

namespace zhilu::checks {

std::span<const DiagnosticKind* const> all_check_diagnostics() {
  static constexpr const DiagnosticKind* kAll[] = {
      &kFlowCycle,
      &kCycleGoesOn,
      &kStepOrderCycle,
      &kStepComesBefore,
      &kStepSaysAfter,
      &kTooManyOrders,
      &kUnreachableNode,
      &kUnreachableGraph,
      &kDeadEnd,
      &kGuaranteeNotProven,
      &kWayPasses,
      &kGuaranteePrecaution,
      &kGuaranteeIdle,
      &kTooManyGuarantees,
      &kUrgencyInversion,
      &kUnsourcedStep,
      &kUnsourcedChannel,
      &kUnsourcedPrecaution,
      &kUnsourcedEvidence,
      &kUnsourcedLetter,
      &kUnsourcedRule,
      &kUnsourcedNode,
      &kUncitedPassage,
      &kUnusedStep,
      &kUnusedFact,
      &kUnusedEvidence,
      &kUnusedPrecaution,
      &kUnusedLetter,
      &kUnusedChannel,
      &kBadMessage,
      &kMessageWithoutOther,
      &kMessageType,
      &kMessageStyle,
      &kMessageTooLarge,
      &kUnknownPlaceholder,
      &kNearestFact,
      &kPlaceholderType,
      &kUnknownCase,
      &kTableGap,
      &kTableLeavesOut,
      &kRulesOverlap,
      &kRulesContradict,
      &kOtherRow,
      &kTableUndecided,
      &kMoreProblems,
  };
  return kAll;
}

}  // namespace zhilu::checks
