// SPDX-License-Identifier: MIT
// How a text was read, in words: for editors of words.yaml who want to know why something was read, or was
// not.
//
//     const ReadingDocument document = reading_in_words(engine, text, today, Language::Hans);
//
// What is quoted is cleaned and masked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace zhilu {

/// Bytes [begin, end) of the text, and as they may be shown.
struct QuotedPlace {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string quote;
};

/// A small word that changes what stands beside it: 没, 如果, 客服说.
struct CueLine {
  QuotedPlace place;
  std::string_view kind;  ///< negation, condition, …
  std::string_view label;
};

/// A phrase of words.yaml that stands in the text.
struct WordLine {
  QuotedPlace place;
  std::string_view fact;
  std::string_view value;
  std::string fact_label;
  std::string label;
  std::string_view phrase;  ///< As it is written in words.yaml.
  bool counts = false;
  bool holds = true;      ///< False: counts as a denial.
  int weight = 0;         ///< Its confidence in words.yaml.
  int confidence = 0;     ///< What is left of it here; 0 unless it counts.
  std::string_view fate;  ///< counts, denied, supposed, …
  std::string why;        ///< Why it counts as it does, or does not; empty if there is nothing to say.
};

/// An amount of money.
struct AmountLine {
  QuotedPlace place;
  std::string amount;     ///< 3000, 2000..5000, 3000..
  std::string_view role;  ///< lost, paid, demanded, …
  bool counts = false;    ///< It is, or is part of, the loss.
  std::string why;
};

struct ClauseLine {
  QuotedPlace place;
  bool asks = false;
  std::vector<CueLine> cues;
  std::vector<WordLine> words;
  std::vector<AmountLine> amounts;
};

/// A reading that became a fact, or did not.
struct FactLine {
  QuotedPlace place;
  std::string_view fact;
  std::string fact_label;
  std::string label;
  bool holds = true;
  int confidence = 0;
  bool counts = false;
  std::string why;
};

struct ContradictionLine {
  std::string_view fact;
  std::string fact_label;
  bool settled = false;
  std::vector<FactLine> readings;
  std::string text;  ///< 报警了 ↔ 还没报警：先当作不知道
};

struct ReadingDocument {
  std::vector<ClauseLine> clauses;
  std::vector<FactLine> facts;
  std::vector<ContradictionLine> contradictions;
  /// Readings from this many percent are facts.
  int threshold = 0;
};

ReadingDocument reading_in_words(const Engine& engine, std::string_view text, Date today, Language language);

}  // namespace zhilu
