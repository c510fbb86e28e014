// SPDX-License-Identifier: MIT
// Why a step is not in the plan, as far as facts tell: the fewest that keep it out, and the fewest whose
// change would bring it in.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/interview/answer_space.h"
#include "engine/interview/probe.h"
#include "engine/session/plan.h"

namespace zhilu {

struct FactValue {
  FactId fact;
  Answer answer;
};

struct Contrast {
  StepId step;
  /// Empty where the step is not in the plan.
  std::optional<StepStatus> status;
  /// Not to be done, now or later, whatever is still to be known; at most it turns out to have been done.
  bool is_ruled_out = false;
  /// Of a step that is ruled out: facts of the matter, or defaults in force (Origin::Default), that keep it
  /// out whatever the others are. Empty where it is out whatever is known.
  std::vector<FactValue> because;
  /// No fewer facts keep it out; false where there was too much to try.
  bool because_is_least = true;
  /// Of a step that is not in the plan or a maybe: answers by which it is to be done, or later, with its
  /// status then. Empty where none were found.
  std::vector<FactValue> change;
  std::optional<StepStatus> then;
  /// No change of fewer facts does, as far as answers are told apart (AnswerSpace); false where there was too
  /// much to try.
  bool change_is_least = true;
};

/// A workspace: one for each thread, used again and again.
class ContrastFinder {
 public:
  /// REQUIRES: `compiled` outlives it.
  explicit ContrastFinder(const Compiled& compiled);

  /// REQUIRES: `matter` was made for the compiled knowledge.
  Contrast find(const Matter& matter, Date as_of, StepId step);

 private:
  using Facts = std::vector<FactId>;

  std::optional<StepStatus> status_of(const Matter& matter, StepId step);
  bool is_ruled_out(const Matter& matter, StepId step) {
    return !status_of(matter, step) && (probe_.is_kept_out(step) || !is_in_scope(knowledge_, matter));
  }
  bool is_in(const Matter& matter, StepId step);
  Matter with_defaults(const Matter& matter);
  /// `matter` with only `kept` known of the facts it knows.
  Matter only(const Matter& matter, const Facts& kept) const;
  Facts known_facts(const Matter& matter) const;
  Facts what_keeps_out(const Matter& matter, StepId step);
  bool find_fewer(const Matter& matter, StepId step, const Facts& known, Facts& least);
  bool try_subsets(const Matter& matter, StepId step, const Facts& known, std::size_t from, std::size_t more,
                   Facts& chosen);
  bool change(Matter& matter, StepId step, std::size_t more, std::vector<FactValue>& changes);
  Facts levers(const Matter& matter, StepId step);
  std::vector<Answer> other_answers(FactId fact, const Answer& given) const;

  const Compiled& compiled_;
  const Knowledge& knowledge_;
  Probe probe_;
  Date as_of_;
  std::unique_ptr<AnswerSpace> space_;
  /// Of the step in hand, by fact.
  std::vector<bool> reads_;
  /// How many more matters may be probed.
  std::size_t budget_ = 0;
};

}  // namespace zhilu
