// SPDX-License-Identifier: MIT
// In words: why a step is not in the plan, and what would change if something else were the case.
//
// Made from the same plans: whoever sets the facts named here gets the plan described.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/interview.h"

namespace zhilu {

/// What is known of a fact, in words.
struct AnswerLine {
  std::string fact;
  /// What it is called: 对方是什么
  std::string label;
  /// As saved_session.h writes answers; empty where nothing is known.
  std::string value;
  /// As a person would say it: 银行
  std::string value_label;
  /// Nobody said so: it is taken for granted.
  bool assumed = false;
};

struct FactChange {
  AnswerLine before;
  AnswerLine after;
};

struct WhyNotDocument {
  std::string step;
  std::string title;
  /// do, wait, later, maybe, done; `out` where it is not in the plan.
  std::string status;
  bool ruled_out = false;
  /// See Contrast.
  std::vector<AnswerLine> because;
  bool because_is_least = true;
  std::vector<FactChange> change;
  std::string then;
  bool change_is_least = true;
};

WhyNotDocument why_not_in_words(const Engine& engine, const Matter& matter, Date today, StepId step,
                                Language language);

struct WhatIfDocument {
  std::vector<FactChange> facts;
  /// Steps that come, go, get another status, or move among the others; titles beside them.
  std::vector<StepChange> steps;
  std::vector<std::string> titles;
  /// Ids and labels of the severity; equal where it stays.
  std::string severity_before, severity_after;
  std::string severity_label_before, severity_label_after;
};

/// What becomes of the plan of `before` if the matter is `after`.
WhatIfDocument what_if_in_words(const Engine& engine, const Matter& before, const Matter& after, Date today,
                                Language language);

}  // namespace zhilu
