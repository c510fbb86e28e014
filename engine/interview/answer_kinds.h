// SPDX-License-Identifier: MIT
// The answers to a fact that make a difference in a matter: one for all that nothing which is still open
// tells apart.
#pragma once

#include <vector>

#include "engine/interview/answer_space.h"
#include "engine/interview/probe.h"

namespace zhilu {

struct AnswerKinds {
  /// Most likely first, each with the likelihood of its kind. Never empty.
  std::vector<PossibleAnswer> answers;
  /// Whether every other answer is of the kind of one of them.
  bool is_exact = false;
};

/// The kinds of answers to `fact` in the matter that was probed last. REQUIRES: the fact is open in it.
AnswerKinds kinds_of(const Probe& probe, const AnswerSpace& space, FactId fact);

}  // namespace zhilu
