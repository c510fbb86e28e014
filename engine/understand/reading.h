// SPDX-License-Identifier: MIT
// One text on its way through the reader; only for the files of Reader.
#pragma once

#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/understand/amounts.h"
#include "engine/understand/chinese_date.h"
#include "engine/understand/chinese_number.h"
#include "engine/understand/clauses.h"
#include "engine/understand/events.h"
#include "engine/understand/identifiers.h"
#include "engine/understand/money.h"
#include "engine/understand/stance.h"
#include "engine/understand/trace.h"
#include "engine/understand/understand.h"

namespace zhilu {

/// Used for one text after the other.
struct Reader::Reading {
  FoldedText text;
  LexiconScan scan;
  Clauses clauses;
  std::vector<WordMatch> words;
  std::vector<IdentifierText> identifiers;
  std::vector<NumberText> numbers;
  std::vector<NumberText> figures;  ///< The numbers that are no part of a time.
  std::vector<TimeText> times;
  std::vector<DateText> dates;
  std::vector<MoneyText> money;
  std::vector<Amount> amounts;
  /// Places of formal complaints (投诉, 报警), told as done or not; sorted by place.
  std::vector<ChannelMention> complaints;
  Circumstances circumstances;
  Understanding out;
  std::vector<Candidate> unsorted;  ///< The memory that the candidates of `out` are gathered in.
  /// The amounts that make up the loss, a bit each, as far as there are bits.
  std::uint64_t counted = 0;
  /// Null unless how the text is read is to be told.
  Trace* trace = nullptr;

  /// Forgets the text before. What is filled anew for every text is not emptied here.
  void begin(Trace* how) {
    complaints.clear();
    circumstances = {};
    out = {};
    unsorted.clear();
    out.candidates.swap(unsorted);
    counted = 0;
    trace = how;
  }

  TextContext context() const { return {text.characters, clauses, scan.cues}; }

  /// Bytes of the text for characters [begin, end).
  std::pair<std::uint32_t, std::uint32_t> bytes(std::uint32_t begin, std::uint32_t end) const {
    return {text.places[begin].begin, text.places[end - 1].end};
  }

  /// Tells what became of a word. REQUIRES: there is a trace.
  void tell(const WordMatch& match, WordTrace word) const {
    std::tie(word.begin, word.end) = bytes(match.begin, match.end);
    word.word = match.word;
    trace->clauses[clauses.at(match.begin)].words.push_back(word);
  }
};

}  // namespace zhilu
