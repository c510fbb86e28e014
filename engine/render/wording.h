// SPDX-License-Identifier: MIT
// One document's voice: a language, the texts of the knowledge, and one person's facts for their
// placeholders.
//
// Made for each document and used by one thread.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/model/matter.h"
#include "engine/render/words.h"
#include "engine/session/plan.h"
#include "engine/value/date.h"

namespace zhilu {

class Wording {
 public:
  /// What is written lives as long as `words` and `pool`. `assumed` stands for the answers to its facts.
  /// REQUIRES: all that is given outlives this object; `matter` was made for the same knowledge.
  Wording(const Words& words, Language language, const Matter& matter, Date today, TextPool& pool,
          std::span<const Assumption> assumed = {})
      : words_(words),
        phrases_(words.phrases(language)),
        language_(language),
        matter_(matter),
        assumed_(assumed),
        today_(today),
        pool_(pool) {}

  const Knowledge& knowledge() const { return words_.knowledge(); }
  /// What is known of a fact.
  const Answer& answer(FactId fact) const {
    for (const Assumption& assumption : assumed_) {
      if (assumption.fact == fact) return assumption.answer;
    }
    return matter_[fact];
  }
  Language language() const { return language_; }
  Date today() const { return today_; }

  /// A text with the facts its placeholders name: `{loss_amount}`, and `{today, date}` for the day of the
  /// plan. A fact that is not known is written as its title in brackets, and is `unknown` to a select.
  std::string_view text(const Text& text) const;

  /// A text whose placeholders, if any, are not filled in: titles of facts and options, which facts are made
  /// of.
  std::string_view title(const Text& text) const;

  /// The line of one citation. REQUIRES: `ref.source` is set.
  const SourceLine& source(const SourceRef& ref) const;
  /// The lines of `refs`, each once.
  SourceLines sources(const SourceRefs& refs) const;

  /// A phrase of the interface, without placeholders.
  std::string_view phrase(Phrase phrase) const { return phrases_.plain(phrase); }
  /// A phrase of the interface.
  std::string_view phrase(Phrase phrase, std::initializer_list<NamedArgument> arguments) const {
    return keep(phrases_.write(phrase, arguments));
  }

  /// The parts with the phrase `separator` between them. REQUIRES: the parts live as long as what is written.
  std::string_view joined(std::span<const std::string_view> parts, Phrase separator = Phrase::Comma) const {
    if (parts.size() == 1) return parts.front();
    return keep(phrases_.joined(parts, separator));
  }

  /// The text for as long as the pool lives.
  std::string_view keep(std::string_view text) const { return pool_.keep(text); }

  /// The text pool's own copy of a list.
  template <class T>
  std::span<T> keep_list(const std::vector<T>& items) const {
    return pool_.keep_list(items);
  }

  /// True if some text so far had no translation and is shown in Chinese.
  bool fell_back() const { return fell_back_; }
  /// Says so of a text that was written elsewhere.
  void note_fell_back(bool fell_back) const { fell_back_ = fell_back_ || fell_back; }
  /// The same, and forgets it.
  bool take_fell_back() const { return std::exchange(fell_back_, false); }
  /// True if some text so far had placeholders.
  bool has_filled() const { return has_filled_; }

 private:
  std::string_view note(const Words::Written& written) const;

  const Words& words_;
  const Phrases& phrases_;
  Language language_;
  const Matter& matter_;
  std::span<const Assumption> assumed_;
  Date today_;
  TextPool& pool_;
  mutable bool fell_back_ = false;
  mutable bool has_filled_ = false;
};

}  // namespace zhilu
