// SPDX-License-Identifier: MIT
// How a plan is laid out for people, whatever the format: which steps stand together and what is said of
// each.
//
// Shared by text.cc and markdown.cc, which only place and mark what is decided here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/render/phrases.h"
#include "engine/render/plan_document.h"

namespace zhilu {

/// Steps to be done, under one heading.
struct StepGroup {
  /// 现在先做, then the urgency: 今天.
  std::string heading;
  /// True for what is to be done before anything else.
  bool is_first = false;
  struct Member {
    const StepLine* step = nullptr;
    /// What the heading does not say: 立即（与第 2 步同时）; empty if it says all.
    std::string aside;
  };
  std::vector<Member> members;
};

/// Steps that a question may settle.
struct OpenGroup {
  /// The first question that a step depends on: 对方有没有拿到身份信息. All it depends on where none is
  /// asked.
  std::string facts;
  /// True if it is the next question.
  bool is_asked = false;
  std::vector<const StepLine*> steps;
  /// How many more there are.
  std::size_t more = 0;
};

/// The phrases that the document is printed with; made in `own` if it comes without them.
const Phrases& phrases_of(const PlanDocument& document, std::optional<Phrases>& own);

struct Outline {
  /// False where there is only a kind word to say: out of scope, or nothing understood.
  bool has_plan = false;
  std::vector<StepGroup> groups;
  std::vector<const StepLine*> waiting;
  std::vector<const StepLine*> later;
  std::vector<const StepLine*> done;
  std::vector<OpenGroup> open;
  /// Steps that depend on still other answers.
  std::size_t more_open = 0;
};

/// Points into `document`, which must outlive the outline.
Outline outline_of(const PlanDocument& document, const Phrases& phrases);

// Each gives an empty text or list where there is nothing to say.

/// 支付钱包 · 账户被盗 · 3,000 元
std::string understood_text(const PlanDocument& document);
/// 没有说的，先按这样处理：是否用于经营：不是
std::string assumed_text(const PlanDocument& document, const Phrases& phrases);
/// 紧急：资金可能还在转移
std::string severity_text(const PlanDocument& document, const Phrases& phrases);
/// The reasons as one line.
std::string why_text(const StepLine& step, const Phrases& phrases);
/// 公安机关 · 电话 110; brief: without place, hours and remarks.
std::string contact_text(const StepLine& step, const Phrases& phrases, bool brief);
/// The limits that hold for the step, each as a line: with its date where there is one.
std::vector<std::string_view> limit_texts(const StepLine& step);
/// What opens a later step: one line for each step it follows. Steps that may not come at all are named only
/// where there is no other.
std::vector<std::string> opens_texts(const StepLine& step, const PlanDocument& document,
                                     const Phrases& phrases);
/// Until when an answer is awaited: the deadline with its date.
std::string_view awaited_text(const StepLine& step);
/// Labels of the law behind a step and its channel, at most `most`; of the seed articles where there is no
/// law.
std::string sources_text(const StepLine& step, const Phrases& phrases, std::size_t most);
/// 问题 1/2–4
std::string question_heading(const PlanDocument& document, const Phrases& phrases);

}  // namespace zhilu
