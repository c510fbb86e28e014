// SPDX-License-Identifier: MIT
// How a text was read: its clauses, what was found in each, and what became of every word and amount. For
// editors of words.yaml, who see here why a phrase did or did not count.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/understand/amounts.h"
#include "engine/understand/cues.h"
#include "engine/understand/stance.h"

namespace zhilu {

/// What became of a word that stands in the text.
enum class WordFate : std::uint8_t {
  Counts,
  Denies,           ///< Counts as a denial of the person: 没报警.
  InLonger,         ///< A longer phrase of the same value encloses it.
  HiddenByNot,      ///< A phrase under `not` encloses it.
  NoCompanion,      ///< None of its `with` stands in the text.
  Forbidden,        ///< One of its `without` stands in the text.
  InIdentifier,     ///< It is part of a telephone number, an account…
  OpenQuestion,     ///< 有没有: says neither.
  NotDone,          ///< `done`, and not told as done.
  Supposed,         ///< 如果, 防止.
  QuotedDenial,     ///< 他们说没有, of something done.
  DeniedOneOfMany,  ///< Denied, which of a one-valued fact says too little.
  SurerReading,     ///< A surer reading of the same value stands over the same place.
};

/// A word and what became of it; bytes of the text as given, half-open.
struct WordTrace {
  static constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

  std::uint32_t word = 0;  ///< Index into Knowledge::words.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  WordFate fate = WordFate::Counts;
  Stance stance = Stance::Told;
  std::uint8_t confidence = 0;  ///< 0 unless it counts.
  /// The word that settled it (InLonger, HiddenByNot), else kNoWord.
  std::uint32_t by = kNoWord;
  /// Index into `without` of the phrase that forbids it.
  std::uint32_t forbidden_by = 0;
};

struct CueTrace {
  Cue cue = Cue::Nothing;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct AmountTrace {
  Amount amount;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool counts = false;  ///< It is, or is part of, the loss.
};

struct ClauseTrace {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool asks = false;
  std::vector<CueTrace> cues;
  std::vector<WordTrace> words;
  std::vector<AmountTrace> amounts;
};

/// The clauses in the order of the text; what spans several stands in the clause where it begins.
struct Trace {
  std::vector<ClauseTrace> clauses;
};

}  // namespace zhilu
