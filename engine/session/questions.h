// SPDX-License-Identifier: MIT
// Which fact to ask for next: one whose answer settles most of what the plan leaves open, at the least cost.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/session/evaluation.h"
#include "engine/session/plan.h"

namespace zhilu {

/// Whether `fact` can be put to the person: it is not derived, and has not been answered or only in part and
/// from a text.
bool may_be_asked(const Knowledge& knowledge, const Matter& matter, FactId fact);

/// Finds questions; room to work in, used again and again.
class Questions {
 public:
  explicit Questions(const Knowledge& knowledge);

  /// Forgets all steps.
  void clear();

  /// Takes a step of the plan into account, or out of it again as it was.
  void add(const PlanStep& step) { count<std::plus<std::uint64_t>>(step); }
  void remove(const PlanStep& step) { count<std::minus<std::uint64_t>>(step); }

  /// Facts that the open steps and the severity of `plan` depend on and that may still be asked, best first,
  /// into `plan.questions`. A fact the person was unsure of, or has answered, is not among them.
  /// REQUIRES: the steps that were added are those of `plan`, and severity_open is filled.
  void find(const Evaluation& evaluation, Plan& plan);

 private:
  /// What the answer to a fact would settle.
  struct Count {
    /// Of the open steps: how many, and above it what that is worth. Both are counted at once.
    std::uint64_t both = 0;
    /// What it would say of the severity is worth.
    std::uint32_t severity = 0;
    bool is_ranked = false;

    std::uint32_t settles() const { return static_cast<std::uint32_t>(both); }
    std::uint32_t score() const { return static_cast<std::uint32_t>(both >> 32); }
  };
  /// A fact with what it is worth to ask for it before it, so that the greatest comes first; ties end at the
  /// fact's number.
  using Rank = std::uint64_t;
  static constexpr std::uint32_t kFactBits = 24;
  static constexpr std::uint32_t kMostFacts = (1U << kFactBits) - 1;
  static FactId fact_of(Rank rank) {
    return FactId{kMostFacts - (static_cast<std::uint32_t>(rank) & kMostFacts)};
  }
  Rank rank_of(const Evaluation& evaluation, FactId fact) const;

  /// What settling a step is worth: the more urgent, the more.
  static std::uint32_t worth(const PlanStep& step) {
    const std::uint32_t urgency = step.urgency.value;
    // A step that opens later anyway is settled less by an answer than one that may fall away.
    return (urgency >= 4 ? 1 : 16U >> urgency) * (step.status == StepStatus::Maybe ? 2 : 1);
  }

  template <class Operation>
  void count(const PlanStep& step) {
    if (step.status != StepStatus::Maybe && step.status != StepStatus::Later) return;
    const std::uint64_t each = std::uint64_t{worth(step)} << 32 | 1;
    for (const FactId fact : step.depends_on) {
      Count& count = counts_[fact.value];
      count.both = Operation()(count.both, each);
      if (!count.is_ranked) include(fact);
    }
  }

  void include(FactId fact) {
    counts_[fact.value].is_ranked = true;
    ranks_.push_back(kMostFacts - fact.value);
  }

  /// By fact.
  std::vector<Count> counts_;
  /// By fact: how much a unit of worth counts; 0 where it is never asked.
  std::vector<std::uint8_t> weights_;
  /// Facts that steps depend on, or have; in the order of the last time, those that came since then behind.
  std::vector<Rank> ranks_;
  bool is_sorted_ = false;
};

}  // namespace zhilu
