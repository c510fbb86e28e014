// SPDX-License-Identifier: MIT
// The words of the knowledge and the cues of the language in one automaton, and what of them stands in a
// text.
//
// Finding takes two steps, because `…` may not cross a clause and clauses are known only once the cues are:
// scan() runs over the text once, match() puts phrases of several parts together and settles which words
// count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/array.h"
#include "engine/locale/fold.h"
#include "engine/model/knowledge.h"
#include "engine/understand/automaton.h"
#include "engine/understand/clauses.h"
#include "engine/understand/cues.h"
#include "engine/understand/trace.h"

namespace zhilu {

/// A word of the knowledge in a text: characters [begin, end), from its first part to its last.
struct WordMatch {
  std::uint32_t word = 0;  ///< Index into Knowledge::words.
  std::uint32_t begin = 0;
  std::uint32_t last = 0;  ///< Where the last part begins; `begin` if there is only one.
  std::uint32_t end = 0;
};

/// A word that stands in a text and does not count.
struct DroppedWord {
  WordMatch match;
  WordFate fate = WordFate::InLonger;
  std::uint32_t by = WordTrace::kNoWord;  ///< The word that encloses it.
  std::uint32_t forbidden_by = 0;         ///< Index into its `without`.
};

/// What one pass over a text has found.
struct LexiconScan {
  /// Sorted by place, the longer first; a cue inside a longer one that says otherwise is gone.
  std::vector<CueMatch> cues;

  // The rest is for match().
  struct Hit {
    std::uint32_t term = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  /// Up to where a phrase of several parts has been found, by the latest place of its part: the latest is the
  /// nearest to what comes next, so it is the only one that is kept.
  struct Reach {
    /// Of a part that has not been found: no place lies within any gap behind it.
    static constexpr std::uint32_t kNowhere = 0x80000000;

    std::uint32_t begin = 0;
    std::uint32_t end = kNowhere;
  };
  /// In which order words are settled: by `place`, then by `word`.
  struct Order {
    std::uint64_t place = 0;
    std::uint32_t word = 0;
    std::uint32_t index = 0;  ///< Among those found.
  };
  std::vector<Hit> hits;
  std::vector<std::uint64_t> present;  ///< A bit each term: does it stand in the text?
  std::vector<Reach> reaches;          ///< By number of the part: set for those of `reached`, else nowhere.
  std::vector<std::uint32_t> reached;
  std::vector<WordMatch> found;
  std::vector<Order> order;
};

/// What settles a word, beside its phrase.
struct WordRule {
  FactId fact;
  std::uint8_t option = 0;
  std::uint8_t confidence = 0;
  bool hides = false;
  bool done = false;
  bool steady = false;
  bool has_parts = false;
  std::uint8_t unused[2] = {};  ///< Every byte is determined, see Maybe.
  /// Where the terms of `with` begin, those of `without`, and those of the next word.
  std::uint32_t with = 0;
  std::uint32_t without = 0;
  std::uint32_t end = 0;
};

/// All phrases of one knowledge base. Immutable, thread-safe.
class Lexicon {
 public:
  /// How many characters `…` and `……` may stand for.
  static constexpr std::uint32_t kNearGap = 8;
  static constexpr std::uint32_t kFarGap = 40;

  Lexicon(const Knowledge& knowledge, const Folder& folder);

  void scan(std::u32string_view text, LexiconScan& out) const;

  /// The words that count, by fact and place: those whose `with` and `without` hold and that no longer word
  /// of the same value, or one that `hides`, encloses. The others go into `dropped`, if it is not null.
  void match(LexiconScan& scan, const Clauses& clauses, std::vector<WordMatch>& out,
             std::vector<DroppedWord>* dropped = nullptr) const;

  const WordRule& rule(std::uint32_t word) const { return rules_[word]; }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// How many characters may stand between a part of a phrase and the part before; Near ones all in one
  /// clause.
  enum class Gap : std::uint32_t { None = 0, Near = kNearGap, Far = kFarGap };

  /// A part of a phrase that is not its first. Parts that others follow have a number each, by which match()
  /// keeps where they stand; a first part is known by its term and has the number of that.
  struct Part {
    std::uint32_t word = 0;
    Gap gap = Gap::None;
    std::uint32_t before = 0;  ///< The number of the part before it.
    std::uint32_t number = 0;  ///< 0 of last parts.
  };
  struct CueEntry {
    Cue cue = Cue::Nothing;
    std::uint8_t unused = 0;
    std::int16_t value = 0;
  };
  /// What a place where phrases end says: a term ends there, or a cue.
  struct Find {
    std::uint32_t term = kNone;  ///< Not set of a cue.
    std::uint32_t length = 0;
    CueEntry cue;
  };
  /// Where the lists of a term begin; they end where those of the next one do.
  struct Term {
    std::uint32_t words = 0;   ///< The words that it is the whole phrase of.
    std::uint32_t parts = 0;   ///< Later parts of one phrase first.
    std::uint32_t number = 0;  ///< As the first part of phrases; 0 of a term that begins none.
  };

  class Builder;

  std::optional<DroppedWord> find_objection(const WordMatch& word,
                                            const std::vector<std::uint64_t>& present) const;
  LexiconScan::Order order_of(const WordMatch& word, std::uint32_t index) const;
  void drop_enclosed(const LexiconScan& scan, std::vector<WordMatch>& out,
                     std::vector<DroppedWord>* dropped) const;

  /// A list of lists in one piece: the items of i are items[first[i]] to items[first[i + 1]].
  template <class T>
  struct Table {
    Array<std::uint32_t> first = {0};
    Array<T> items;

    template <class Range>
    void add(const Range& range) {
      items.append(range.begin(), range.end());
      first.push_back(static_cast<std::uint32_t>(items.size()));
    }
  };

  Automaton automaton_;
  Table<Find> finds_of_;  ///< By ending of the automaton.
  /// A term is a phrase without gaps, or a word set. The last one is none, and ends the lists.
  Array<Term> terms_;
  Array<std::uint32_t> words_;
  Array<Part> parts_;
  std::uint32_t numbers_ = 1;        ///< One more than the last number of a part; no part has 0.
  Array<WordRule> rules_;            ///< By word.
  Array<std::uint32_t> conditions_;  ///< Terms of `with` and `without`.
};

}  // namespace zhilu
