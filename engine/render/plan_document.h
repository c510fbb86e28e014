// SPDX-License-Identifier: MIT
// A plan in words: the one shape behind the terminal, Markdown and JSON (docs/schema/plan.schema.json).
//
// Plain structs of texts in the language asked for. Everything that a door prints about a plan stands here;
// text.h and markdown.h print it. What comes from a person is cleaned of control characters and masked
// already. Most texts are the knowledge's own, so the document refers to them instead of copying them, and to
// whole lists of them: a document keeps alive what it refers to, but a line taken out of it does not.
//
// What is the same of a step, a question or a source in every plan is made once (prepared.h); such a line has
// `prepared` set, so that doors need not write it field by field. Who changes a line sets it to null.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/text_pool.h"
#include "engine/model/matter.h"
#include "engine/render/language.h"
#include "engine/render/source_line.h"
#include "engine/render/words.h"
#include "engine/session/plan.h"
#include "engine/understand/understood.h"

namespace zhilu {

class Phrases;
struct PreparedStep;
struct PreparedQuestion;

struct UnderstoodLine {
  std::string_view fact;
  std::string_view fact_label;
  /// Machine form: an option id, a number, a date; `2000..5000` or `3000..` of an amount within bounds, `a|b`
  /// of a choice that is one of these; `unsure`, `inapplicable`.
  std::string_view value;
  /// True where `value` is a number, `true` or `false`, so that JSON has it without quotes.
  bool literal = false;
  std::string_view label;              ///< As a person would write it: 3,000 元.
  std::string_view from;               ///< text, answer, default, inferred
  bool holds = true;                   ///< False: the person denied it.
  std::optional<std::uint32_t> begin;  ///< Bytes of the text given.
  std::optional<std::uint32_t> end;
  std::string_view quote;  ///< Those bytes, cleaned and masked.
};

struct EvidenceLine {
  std::string_view id;
  std::string_view label;
  std::optional<bool> have;
  std::string_view how;
  std::string_view care;
};

struct LimitLine {
  std::string_view kind;  ///< file, accept, reply
  std::string_view text;  ///< 自收到投诉之日起 7 个工作日内告知是否受理
  std::string_view date;  ///< ISO date, or empty.
  /// 最迟 2026年12月1日（周二）告知是否受理（按今天提交计算）; empty without a date.
  std::string_view date_text;
  bool estimate = false;
  bool assumed_start = false;  ///< Counted from today or from another day than the law's.
  bool passed = false;         ///< The date lies before the day of the plan.
  SourceLines sources;
};

struct ChannelLine {
  std::string_view id;
  std::string_view label;
  std::string_view kind;
  std::string_view takes;
  std::string_view cannot;
  std::string_view phone, site, app, place, hours;
  bool lead_only = false;
  std::span<const std::string_view> needs;  ///< Ids; the step's own `needs` tell of them.
  std::span<const std::string_view> warnings;
  std::span<const LimitLine> limits;
  SourceLines sources;
};

struct OpensLine {
  std::string_view after;        ///< Step id.
  std::uint32_t after_rank = 0;  ///< 0 where that step is not in the plan.
  std::string_view after_label;
  std::string_view outcome;
  std::string_view outcome_label;
  std::string_view date;       ///< When the time of `after` is out; ISO date, or empty.
  std::string_view date_text;  ///< 2026年12月1日期满；按今天提交计算
  bool estimate = false;
  bool assumed_start = false;
};

struct StepLine {
  std::string_view id;
  std::uint32_t rank = 0;
  std::string_view status;    ///< do, wait, later, maybe, done
  std::string_view priority;  ///< P0 ... P3
  std::string_view priority_label;
  std::string_view phase;
  std::string_view phase_label;
  std::string_view title;
  std::span<const std::string_view> why;
  std::span<const std::string_view> how;
  std::optional<ChannelLine> channel;
  std::span<const EvidenceLine> needs;
  std::span<const std::string_view> precautions;
  /// The limit to mind first: the person's own, else the nearest with a date, else the first.
  std::optional<LimitLine> deadline;
  std::span<const OpensLine> opens;
  std::span<const std::string_view> depends_on;         ///< Fact ids.
  std::span<const std::string_view> depends_on_labels;  ///< Their titles.
  std::span<const std::uint32_t> together_with;         ///< Ranks of steps to be done at the same time.
  std::string_view letter;
  std::string_view letter_label;
  SourceLines sources;
  const PreparedStep* prepared = nullptr;
};

struct QuestionLine {
  std::string_view fact;
  std::string_view label;
  std::string_view kind;  ///< boolean, number, money, date, duration, choice, choices, text
  std::string_view text;
  std::string_view why;
  struct Option {
    std::string_view value;
    std::string_view label;
  };
  /// What can be answered, the last being `unsure`; empty where the answer is written freely.
  std::span<const Option> options;
  std::uint32_t settles = 0;
  const PreparedQuestion* prepared = nullptr;
};

struct RefusedLine {
  std::string_view channel;
  std::string_view label;
  std::string_view why;
  std::span<const std::string_view> steps;  ///< Ids of the steps left out because of it.
  SourceLines sources;
};

struct LetterLine {
  std::string_view id;
  std::string_view title;
  std::string_view text;
};

struct PlanDocument {
  std::string_view knowledge_name, knowledge_version;
  std::string_view as_of;
  std::string_view language;
  std::string_view scope;  ///< in, out
  std::string_view summary;
  std::string_view severity, severity_label;
  std::vector<std::string_view> severity_because;
  /// What would make it graver, in words; empty if nothing open could.
  std::string_view severity_may_be;
  std::vector<UnderstoodLine> understood;
  /// The same for people, one piece a fact: 支付钱包, 3,000 元, 已经找过：客服.
  std::vector<std::string_view> understood_short;
  /// The same of what was not said and is taken for granted, where it could be asked.
  std::vector<std::string_view> assumed_short;
  /// Where the text contradicts itself, a sentence each: 已经找过谁：“报警了”（公安机关）；…。先当作不知道
  std::vector<std::string_view> contradictions;
  /// True where a text was given and nothing could be read from it.
  bool nothing_understood = false;
  std::vector<StepLine> steps;
  std::vector<QuestionLine> questions;
  std::uint32_t questions_at_least = 0, questions_at_most = 0;
  std::vector<RefusedLine> refused;
  std::string_view next_step, next_say;
  /// ISO date, or empty; `come_back_text` is the sentence about it.
  std::string_view come_back, come_back_text;
  std::vector<std::string_view> precautions;
  std::vector<LetterLine> letters;
  std::vector<const SourceLine*> sources;
  std::string_view disclaimer;
  /// A remark on the language: some parts are available in Chinese only. Empty where all is translated.
  std::string_view language_note;

  /// The phrases of the language, for who prints the document; null if the maker has none at hand.
  const Phrases* phrases = nullptr;
  /// Owns what the texts refer to and the knowledge does not.
  std::shared_ptr<const TextPool> pool;
  /// Keeps the knowledge and its words alive; null if the maker of the document sees to that.
  std::shared_ptr<const void> knowledge;
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
