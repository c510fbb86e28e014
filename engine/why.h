// SPDX-License-Identifier: MIT
// An explanation in words: the ways that lead to a step, and how far each holds.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"

namespace zhilu {

/// One part of a way, or one thing that the step itself or its channel says.
struct WhyLine {
  /// 走“账户里的钱可能还在转移”这一支
  std::string text;
  Truth truth = Truth::True;
  /// The condition as the author wrote it; may be empty.
  std::string condition;
  /// The condition in words: 对方是什么为“银行”. Empty where there is none.
  std::string words;
  /// Titles of the facts that the condition lacks; empty unless it is unknown.
  std::vector<std::string> missing;
  std::vector<const SourceLine*> sources;
};

struct WhyDocument {
  std::string step;
  std::string title;
  /// do, wait, later, maybe, done; `out` where the step is ruled out.
  std::string status;
  /// 现在做
  std::string status_label;
  /// The best way to each place of the step in the graphs, those that hold first.
  std::vector<std::vector<WhyLine>> ways;
  std::vector<WhyLine> own;
  /// Titles of the facts whose answers would settle the step.
  std::vector<std::string> depends_on;
  std::vector<const SourceLine*> sources;
};

/// Why `step` is in the plan of the matter as of `today`, or is not. Its lines of sources live as long as
/// `engine`.
WhyDocument why_in_words(const Engine& engine, const Matter& matter, Date today, StepId step,
                         Language language);

}  // namespace zhilu
