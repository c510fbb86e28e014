// SPDX-License-Identifier: MIT
// Which fact to ask for next: one whose answer settles most of what the plan leaves open, at the least cost.
#pragma once

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
  explicit Questions(std::size_t facts) : settles_(facts), score_(facts) {}

  /// Facts that the open steps and the severity of `plan` depend on and that may still be asked, best first.
  /// A fact the person was unsure of, or has answered, is not among them. REQUIRES: steps and severity_open
  /// of `plan` are filled.
  std::vector<Question> find(const Evaluation& evaluation, const Plan& plan);

 private:
  /// By fact: how many steps its answer helps to settle, and what that is worth.
  std::vector<std::uint32_t> settles_;
  std::vector<std::uint32_t> score_;
};

}  // namespace zhilu
