// SPDX-License-Identifier: MIT
// A plan in words: the one shape behind the terminal, Markdown and JSON (docs/schema/plan.schema.json).
//
// Plain structs of strings in the language asked for. Everything that a door prints about a plan stands here;
// text.h and markdown.h print it. What comes from a person is cleaned of control characters and masked
// already.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/matter.h"
#include "engine/render/language.h"
#include "engine/render/words.h"
#include "engine/session/plan.h"
#include "engine/understand/understood.h"

namespace zhilu {

struct SourceLine {
  std::string id;     ///< `consumer_law.46`
  std::string label;  ///< 《消费者权益保护法》第46条
  std::string title;  ///< 《消费者权益保护法》
  std::string place;  ///< 第46条, or empty.
  std::string kind;   ///< seed, law, rule, interpretation, notice, statement
  std::string says;
  std::string address;
  bool verified_primary = true;
};

struct UnderstoodLine {
  std::string fact;
  std::string fact_label;
  /// Machine form: an option id, a number, a date; `2000..5000` or `3000..` of an amount within bounds, `a|b`
  /// of a choice that is one of these; `unsure`, `inapplicable`.
  std::string value;
  /// True where `value` is a number, `true` or `false`, so that JSON has it without quotes.
  bool literal = false;
  std::string label;                   ///< As a person would write it: 3,000 元.
  std::string from;                    ///< text, answer, default, inferred
  bool holds = true;                   ///< False: the person denied it.
  std::optional<std::uint32_t> begin;  ///< Bytes of the text given.
  std::optional<std::uint32_t> end;
  std::string quote;  ///< Those bytes, cleaned and masked.
};

struct EvidenceLine {
  std::string id;
  std::string label;
  std::optional<bool> have;
  std::string how;
  std::string care;
};

struct LimitLine {
  std::string kind;  ///< file, accept, reply
  std::string text;  ///< 自收到投诉之日起 7 个工作日内告知是否受理
  std::string date;  ///< ISO date, or empty.
  /// 最迟 2026年12月1日（周二）告知是否受理（按今天提交计算）; empty without a date.
  std::string date_text;
  bool estimate = false;
  bool assumed_start = false;  ///< Counted from today or from another day than the law's.
  bool passed = false;         ///< The date lies before the day of the plan.
  std::vector<SourceLine> sources;
};

struct ChannelLine {
  std::string id;
  std::string label;
  std::string kind;
  std::string takes;
  std::string cannot;
  std::string phone, site, app, place, hours;
  bool lead_only = false;
  std::vector<EvidenceLine> needs;
  std::vector<std::string> warnings;
  std::vector<LimitLine> limits;
  std::vector<SourceLine> sources;
};

struct OpensLine {
  std::string after;             ///< Step id.
  std::uint32_t after_rank = 0;  ///< 0 where that step is not in the plan.
  std::string after_label;
  std::string outcome;
  std::string outcome_label;
  std::string date;       ///< When the time of `after` is out; ISO date, or empty.
  std::string date_text;  ///< 2026年12月1日期满；按今天提交计算
  bool estimate = false;
  bool assumed_start = false;
};

struct StepLine {
  std::string id;
  std::uint32_t rank = 0;
  std::string status;    ///< do, wait, later, maybe, done
  std::string priority;  ///< P0 ... P3
  std::string priority_label;
  std::string phase;
  std::string phase_label;
  std::string title;
  std::vector<std::string> why;
  std::vector<std::string> how;
  std::optional<ChannelLine> channel;
  std::vector<EvidenceLine> needs;
  std::vector<std::string> precautions;
  /// The limit to mind first: the person's own, else the nearest with a date, else the first.
  std::optional<LimitLine> deadline;
  std::vector<OpensLine> opens;
  std::vector<std::string> depends_on;         ///< Fact ids.
  std::vector<std::string> depends_on_labels;  ///< Their titles.
  std::vector<std::uint32_t> together_with;    ///< Ranks of steps to be done at the same time.
  std::string letter;
  std::string letter_label;
  std::vector<SourceLine> sources;
};

struct QuestionLine {
  std::string fact;
  std::string label;
  std::string kind;  ///< boolean, number, money, date, duration, choice, choices, text
  std::string text;
  std::string why;
  struct Option {
    std::string value;
    std::string label;
  };
  /// What can be answered, the last being `unsure`; empty where the answer is written freely.
  std::vector<Option> options;
  std::uint32_t settles = 0;
};

struct RefusedLine {
  std::string channel;
  std::string label;
  std::string why;
  std::vector<std::string> steps;  ///< Ids of the steps left out because of it.
  std::vector<SourceLine> sources;
};

struct LetterLine {
  std::string id;
  std::string title;
  std::string text;
};

struct PlanDocument {
  std::string knowledge_name, knowledge_version;
  std::string as_of;
  std::string language;
  std::string scope;  ///< in, out
  std::string summary;
  std::string severity, severity_label;
  std::vector<std::string> severity_because;
  /// What would make it graver, in words; empty if nothing open could.
  std::string severity_may_be;
  std::vector<UnderstoodLine> understood;
  /// The same for people, one piece a fact: 支付钱包, 3,000 元, 已经找过：客服.
  std::vector<std::string> understood_short;
  /// True where a text was given and nothing could be read from it.
  bool nothing_understood = false;
  std::vector<StepLine> steps;
  std::vector<QuestionLine> questions;
  std::uint32_t questions_at_least = 0, questions_at_most = 0;
  std::vector<RefusedLine> refused;
  std::string next_step, next_say;
  /// ISO date, or empty; `come_back_text` is the sentence about it.
  std::string come_back, come_back_text;
  std::vector<std::string> precautions;
  std::vector<LetterLine> letters;
  std::vector<SourceLine> sources;
  std::string disclaimer;
  /// A remark on the language: some parts are available in Chinese only. Empty where all is translated.
  std::string language_note;
};

/// What a document is made of. Everything referred to must outlive the call and belong to the same knowledge.
struct DocumentInput {
  const Words& words;
  const Plan& plan;
  const Matter& matter;
  /// What was read in `text`; null where there was no text.
  const Understanding* understanding = nullptr;
  /// The person's words, whose bytes `understanding` counts.
  std::string_view text;
  Language language = Language::Hans;
  /// Also write the texts of the letters that the plan's steps name.
  bool with_letters = false;
};

/// The plan in words. Deterministic: the same input gives the same document.
PlanDocument make_plan_document(const DocumentInput& input);

}  // namespace zhilu
