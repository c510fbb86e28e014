// SPDX-License-Identifier: MIT
// One document's voice: a language, the texts of the knowledge, and one person's facts for their
// placeholders.
//
// Made for each document and used by one thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/matter.h"
#include "engine/render/words.h"
#include "engine/value/date.h"

namespace zhilu {

class Wording {
 public:
  /// What is written lives as long as `words` and `pool`.
  /// REQUIRES: `words`, `matter` and `pool` outlive this object; `matter` was made for the same knowledge.
  Wording(const Words& words, Language language, const Matter& matter, Date today, TextPool& pool)
      : words_(words), language_(language), matter_(matter), today_(today), pool_(pool) {}

  const Knowledge& knowledge() const { return words_.knowledge(); }
  const Matter& matter() const { return matter_; }
  Language language() const { return language_; }
  Date today() const { return today_; }

  /// A text with the facts its placeholders name: `{loss_amount}`, and `{today, date}` for the day of the
  /// plan. A fact that is not known is written as its title in brackets, and is `unknown` to a select.
  std::string_view text(const Text& text) const;

  /// A text whose placeholders, if any, are not filled in: titles of facts and options, which facts are made
  /// of.
  std::string_view title(const Text& text) const;

  /// The line of one citation. REQUIRES: `ref.source` is set.
  const SourceLine& source(const SourceRef& ref) const {
    const Words::Cited cited = words_.source(ref, language_);
    fell_back_ = fell_back_ || cited.fell_back;
    return cited.line;
  }

  /// A phrase of the interface.
  std::string_view phrase(Phrase phrase, std::initializer_list<NamedArgument> arguments = {}) const {
    return keep(words_.phrases(language_).write(phrase, arguments));
  }

  /// The parts with the phrase `separator` between them.
  std::string_view joined(const std::vector<std::string_view>& parts,
                          Phrase separator = Phrase::Comma) const {
    return keep(words_.phrases(language_).joined(parts, separator));
  }

  /// The text for as long as the pool lives.
  std::string_view keep(std::string_view text) const { return pool_.keep(text); }

  /// True if some text so far had no translation and is shown in Chinese.
  bool fell_back() const { return fell_back_; }

 private:
  std::string_view note(const Words::Written& written) const;

  const Words& words_;
  Language language_;
  const Matter& matter_;
  Date today_;
  TextPool& pool_;
  mutable bool fell_back_ = false;
};

}  // namespace zhilu
