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
  struct Reach {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  ///< 0: nothing yet.
  };
  std::vector<PhraseHit> phrases;
  std::vector<Hit> hits;
  std::vector<std::uint8_t> present;  ///< By term: does it stand in the text?
  std::vector<Reach> latest;          ///< By opener: where it stands last, up to where match() has come.
  std::vector<Reach> middles;  ///< By middle part: the latest place up to which its phrase has been found.
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

 private:
  /// What stands between a part of a phrase and the part before.
  enum class Gap : std::uint32_t { None, Near, Far };

  /// A term is a phrase without gaps, or a word set. What finding it is good for: it is a whole word, or the
  /// part of a phrase that is not its first. (That a first part stands somewhere, its term remembers.)
  struct Use {
    bool is_word = true;
    std::uint8_t unused[3] = {};  ///< Every byte is determined, see Maybe.
    std::uint32_t index = 0;      ///< Of Knowledge::words, or of parts_.
  };
  struct Part {
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    std::uint32_t word = 0;
    Gap before = Gap::None;
    std::uint32_t opener = kNone;    ///< The opener before this part, where that is the first part.
    std::uint32_t previous = kNone;  ///< The middle before it, where it is not.
    std::uint32_t middle = kNone;    ///< The number of this part among the middles; not set for last parts.
  };
  struct CueEntry {
    Cue cue = Cue::Nothing;
    std::uint8_t unused = 0;
    std::int16_t value = 0;
  };
  /// What settles a word, beside its phrase.
  struct WordRule {
    FactId fact;
    std::uint32_t option = 0;
    bool hides = false;
    bool has_parts = false;
    Array<std::uint32_t> with = {};  ///< Terms.
    Array<std::uint32_t> without = {};
  };

  class Builder;

  std::optional<DroppedWord> find_objection(const WordMatch& word,
                                            const std::vector<std::uint8_t>& present) const;
  void drop_enclosed(std::vector<WordMatch>& words, std::vector<DroppedWord>* dropped) const;

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
  Table<std::uint32_t> terms_of_;   ///< By pattern.
  Table<CueEntry> cues_of_;         ///< By pattern.
  Table<Use> uses_of_;              ///< By term.
  Array<Part> parts_;               ///< All parts but the first ones.
  std::uint32_t middles_ = 0;       ///< Parts that are neither first nor last.
  Array<std::uint32_t> opener_of_;  ///< By term: its number among the terms that begin phrases, or kNone.
  std::uint32_t openers_ = 0;
  Array<WordRule> rules_;  ///< By word.
};

}  // namespace zhilu
