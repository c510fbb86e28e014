// SPDX-License-Identifier: MIT
// The words of the interface: everything that is shown and does not come from the knowledge, in one table.
//
// Each phrase is an ICU message pattern in three languages; its placeholders are explained beside it in
// phrases.cc.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/once.h"
#include "engine/locale/message.h"

namespace zhilu {

enum class Phrase : std::uint8_t {
  // Headings of a plan.
  Understood,
  Contradictions,
  Assumed,
  Severity,
  KeepInMind,
  DoFirst,
  Waiting,
  Later,
  Maybe,
  Refused,
  AlreadyDone,
  ActionPlan,
  // Rows of a step.
  Why,
  How,
  Contact,
  Bring,
  Mind,
  Limits,
  Letter,
  Sources,
  Takes,
  CannotDo,
  Care,
  // Pieces of a step.
  Missing,
  TogetherWith,
  Phone,
  Site,
  App,
  Place,
  Hours,
  LeadOnly,
  MoreSources,
  // Time limits.
  LimitSentence,
  DueBy,
  DueByPassed,
  Estimate,
  AssumedSubmitted,
  AssumedAccepted,
  AssumedKnew,
  // What opens a later step.
  OpensAfter,
  OpensOn,
  DependsOn,
  // Answers.
  Yes,
  No,
  Unsure,
  Inapplicable,
  FactWithValue,
  SaidSide,
  SaysBothOpen,
  SaysBothTaken,
  Denied,
  Unknown,
  // Questions and corrections.
  QuestionCount,
  WhyAsked,
  AnswerBy,
  CorrectBy,
  SetExample,
  SetFact,
  NoNeedToAnswer,
  AskedBelow,
  MoreItems,
  // Sources.
  Article,
  Paragraph,
  SourceTitle,
  SourceLabel,
  Secondary,
  // Summary and what is next.
  SummaryUrgent,
  SummaryCalm,
  SummaryRest,
  SummaryWaiting,
  SummaryNothing,
  SummaryAnswer,
  WriteInChinese,
  NextDo,
  NextWait,
  ComeBack,
  SeverityMayBe,
  PartlyChinese,
  // Punctuation, so that sentences are put together alike everywhere.
  Comma,
  Semicolon,
  Or,
  Bracketed,
  Labelled,
};

inline constexpr std::size_t kPhraseCount = static_cast<std::size_t>(Phrase::Labelled) + 1;

/// A phrase as it is written in the table, not formatted.
std::string_view phrase_pattern(Phrase phrase, Language language);

/// All phrases of one language, each compiled when it is first written. Threads may share one.
class Phrases {
 public:
  explicit Phrases(Language language) : language_(language) {}

  Language language() const { return language_; }

  /// The phrase with its placeholders filled in.
  std::string write(Phrase phrase, std::initializer_list<NamedArgument> arguments = {}) const;

  /// A phrase without placeholders. REQUIRES: it has none.
  std::string_view plain(Phrase phrase) const { return phrase_pattern(phrase, language_); }

  /// The parts with the phrase `separator`, which has no placeholders, between them.
  template <class Parts>
  std::string joined(const Parts& parts, Phrase separator) const {
    const std::string_view between = plain(separator);
    std::string out;
    for (const auto& part : parts) {
      if (!out.empty()) out += between;
      out += part;
    }
    return out;
  }

 private:
  Language language_;
  std::array<Once<Message>, kPhraseCount> messages_;
};

}  // namespace zhilu
