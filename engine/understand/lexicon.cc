// SPDX-License-Identifier: MIT
#include "engine/understand/lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "engine/base/sort_few.h"

namespace zhilu {
namespace {

std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

enum class CueGroup : std::uint8_t { Grammar, Money, Time };

CueGroup group_of(Cue cue) {
  if (cue >= Cue::Day) return CueGroup::Time;
  return cue >= Cue::Demand ? CueGroup::Money : CueGroup::Grammar;
}

/// A longer cue settles what the shorter ones inside it would say; kinds that have nothing to do with one
/// another stand side by side. A negation that is part of any longer cue (没了, 不退, 有没有) is not one by
/// itself.
bool hides(Cue longer, Cue inner) {
  return longer == Cue::Nothing || inner == Cue::Negation || group_of(longer) == group_of(inner);
}

/// What cues are sorted by: their place, the longer first, then their kind. A text is shorter than 2^28.
std::uint64_t place_of(const CueMatch& cue) {
  constexpr std::uint64_t kFarthest = (1U << 28) - 1;
  return std::uint64_t{cue.begin} << 36 | (kFarthest - cue.end) << 8 | static_cast<std::uint64_t>(cue.cue);
}

void drop_hidden(std::vector<CueMatch>& cues) {
  sort_few(cues, [](const CueMatch& a, const CueMatch& b) { return place_of(a) < place_of(b); });
  std::size_t kept = 0;
  for (const CueMatch& cue : cues) {
    // Cues are at most a few characters, so what may enclose this one is near.
    bool hidden = false;
    for (std::size_t i = kept; i > 0 && cues[i - 1].begin + 8 > cue.begin && !hidden; --i) {
      const CueMatch& other = cues[i - 1];
      hidden =
          other.end >= cue.end && other.end - other.begin > cue.end - cue.begin && hides(other.cue, cue.cue);
    }
    if (!hidden) cues[kept++] = cue;
  }
  cues.resize(kept);
  std::erase_if(cues, [](const CueMatch& c) { return c.cue == Cue::Nothing; });
}

}  // namespace

/// Collects terms and patterns, then lays them out.
class Lexicon::Builder {
 public:
  Builder(Lexicon& lexicon, const Folder& folder) : lexicon_(lexicon), folder_(folder) {}

  void add_cue(std::string_view phrase, CueEntry entry) {
    std::u32string folded = folder_.fold(phrase);
    if (!folded.empty()) patterns_[std::move(folded)].cues.push_back(entry);
  }

  void add_set(const WordSet& set) {
    const std::uint32_t term = add_term();
    sets_.emplace(set.id, term);
    for (const Str& phrase : set.phrases) add_pattern(phrase, term);
  }

  void add_word(std::uint32_t index, const Word& word) {
    WordRule rule{.fact = word.fact,
                  .option = static_cast<std::uint8_t>(word.option),
                  .confidence = word.confidence,
                  .hides = word.hides,
                  .done = word.done,
                  .steady = word.steady};
    rule.with = add_conditions(word.with);
    rule.without = add_conditions(word.without);
    rule.end = static_cast<std::uint32_t>(lexicon_.conditions_.size());
    const std::vector<std::pair<std::uint32_t, Gap>> elements = elements_of(word.phrase);
    rule.has_parts = elements.size() > 1;
    if (elements.size() == 1) terms_[elements[0].first].words.push_back(index);
    std::uint32_t before = 0;
    for (std::size_t e = 1; e < elements.size(); ++e) {
      const auto& [term, gap] = elements[e];
      if (e == 1) before = number_of_first(elements[0].first);
      Part part{.word = index, .gap = gap, .before = before};
      if (e + 1 < elements.size()) part.number = before = lexicon_.numbers_++;
      terms_[term].parts.push_back(part);
    }
    lexicon_.rules_.push_back(rule);
  }

  void finish() {
    std::vector<std::u32string> phrases;
    std::vector<const Pattern*> patterns;
    for (const auto& [phrase, pattern] : patterns_) {
      phrases.push_back(phrase);
      patterns.push_back(&pattern);
    }
    lexicon_.automaton_ = Automaton(phrases);
    std::vector<Find> finds;
    for (std::uint32_t ending = 0; ending < lexicon_.automaton_.endings(); ++ending) {
      finds.clear();
      lexicon_.automaton_.for_patterns(ending, [&](std::uint32_t pattern, std::uint32_t length) {
        for (const CueEntry& cue : patterns[pattern]->cues) finds.push_back({.length = length, .cue = cue});
        for (const std::uint32_t term : patterns[pattern]->terms)
          finds.push_back({.term = term, .length = length, .cue = {}});
      });
      lexicon_.finds_of_.add(finds);
    }
    terms_.emplace_back();
    for (TermLists& term : terms_) {
      lexicon_.terms_.push_back({.words = static_cast<std::uint32_t>(lexicon_.words_.size()),
                                 .parts = static_cast<std::uint32_t>(lexicon_.parts_.size()),
                                 .number = term.number});
      lexicon_.words_.append(term.words.rbegin(), term.words.rend());
      lexicon_.parts_.append(term.parts.rbegin(), term.parts.rend());
    }
  }

 private:
  struct Pattern {
    std::vector<CueEntry> cues;
    std::vector<std::uint32_t> terms;
  };
  struct TermLists {
    std::vector<std::uint32_t> words;
    std::vector<Part> parts;  ///< In the order of their phrases.
    std::uint32_t number = 0;
  };

  std::uint32_t add_term() {
    terms_.emplace_back();
    return static_cast<std::uint32_t>(terms_.size() - 1);
  }

  /// The number of a term as the first part of phrases.
  std::uint32_t number_of_first(std::uint32_t term) {
    std::uint32_t& number = terms_[term].number;
    if (number == 0) number = lexicon_.numbers_++;
    return number;
  }

  void add_pattern(std::string_view phrase, std::uint32_t term) {
    std::u32string folded = folder_.fold(phrase);
    if (folded.empty()) return;
    std::vector<std::uint32_t>& terms = patterns_[std::move(folded)].terms;
    if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
  }

  /// The term of a piece without gaps: `{set}` or a phrase. Empty for a set that does not exist.
  std::optional<std::uint32_t> term_of(std::string_view piece) {
    if (piece.starts_with('{') && piece.ends_with('}')) {
      const auto set = sets_.find(piece.substr(1, piece.size() - 2));
      return set == sets_.end() ? std::nullopt : std::optional(set->second);
    }
    const auto [entry, is_new] = phrases_.try_emplace(std::string(piece), 0);
    if (is_new) {
      entry->second = add_term();
      add_pattern(piece, entry->second);
    }
    return entry->second;
  }

  /// Gives where the terms of `phrases` begin among the conditions.
  std::uint32_t add_conditions(const Array<Str>& phrases) {
    const auto first = static_cast<std::uint32_t>(lexicon_.conditions_.size());
    for (const Str& phrase : phrases) {
      if (const std::optional<std::uint32_t> term = term_of(phrase)) lexicon_.conditions_.push_back(*term);
    }
    return first;
  }

  /// The terms of a phrase, each with the gap before it. Cut before folding, which turns `…` into dots.
  std::vector<std::pair<std::uint32_t, Gap>> elements_of(std::string_view phrase) {
    static constexpr std::string_view kEllipsis = "…";
    std::vector<std::pair<std::uint32_t, Gap>> elements;
    Gap gap = Gap::None;
    while (!phrase.empty()) {
      if (phrase.starts_with(kEllipsis)) {
        gap = gap == Gap::None ? Gap::Near : Gap::Far;
        phrase.remove_prefix(kEllipsis.size());
        continue;
      }
      std::size_t end = 0;
      if (phrase[0] == '{') {
        end = std::min(phrase.find('}'), phrase.size() - 1) + 1;
      } else {
        end = std::min({phrase.find(kEllipsis), phrase.find('{'), phrase.size()});
      }
      const std::optional<std::uint32_t> term = term_of(phrase.substr(0, end));
      if (!term) return {};
      elements.emplace_back(*term, gap);
      gap = Gap::None;
      phrase.remove_prefix(end);
    }
    return elements;
  }

  Lexicon& lexicon_;
  const Folder& folder_;
  std::map<std::u32string, Pattern> patterns_;
  std::map<std::string, std::uint32_t, std::less<>> phrases_;
  std::map<std::string, std::uint32_t, std::less<>> sets_;
  std::vector<TermLists> terms_;
};

Lexicon::Lexicon(const Knowledge& knowledge, const Folder& folder) {
  Builder builder(*this, folder);
  for (const CueWords& words : cue_words()) {
    for (const std::string_view phrase : split_at_blanks(words.phrases)) {
      builder.add_cue(phrase, {.cue = words.cue, .value = words.value});
    }
  }
  for (const WordSet& set : knowledge.word_sets) builder.add_set(set);
  rules_.reserve(knowledge.words.size());
  for (std::uint32_t w = 0; w < knowledge.words.size(); ++w) builder.add_word(w, knowledge.words[w]);
  builder.finish();
}

void Lexicon::scan(std::u32string_view text, LexiconScan& out) const {
  out.cues.clear();
  out.hits.clear();
  const std::uint32_t* first = finds_of_.first.data();
  const Find* finds = finds_of_.items.data();
  automaton_.scan(text, [&](std::uint32_t ending, std::uint32_t end) {
    for (std::uint32_t f = first[ending]; f < first[ending + 1]; ++f) {
      const Find& find = finds[f];
      if (find.term != kNone) {
        out.hits.push_back({find.term, end - find.length, end});
      } else {
        out.cues.push_back({find.cue.cue, find.cue.value, end - find.length, end});
      }
    }
  });
  drop_hidden(out.cues);
}

std::optional<DroppedWord> Lexicon::find_objection(const WordMatch& word,
                                                   const std::vector<std::uint64_t>& present) const {
  const WordRule& rule = rules_[word.word];
  const auto stands = [&](std::uint32_t term) { return (present[term / 64] >> (term % 64) & 1) != 0; };
  const std::uint32_t* terms = conditions_.data();
  if (rule.with != rule.without && std::none_of(terms + rule.with, terms + rule.without, stands)) {
    return DroppedWord{.match = word, .fate = WordFate::NoCompanion};
  }
  const std::uint32_t* forbidding = std::find_if(terms + rule.without, terms + rule.end, stands);
  if (forbidding == terms + rule.end) return std::nullopt;
  return DroppedWord{.match = word,
                     .fate = WordFate::Forbidden,
                     .forbidden_by = static_cast<std::uint32_t>(forbidding - terms) - rule.without};
}

void Lexicon::match(LexiconScan& scan, const Clauses& clauses, std::vector<WordMatch>& out,
                    std::vector<DroppedWord>* dropped) const {
  out.clear();
  scan.found.clear();
  scan.order.clear();
  scan.present.assign(terms_.size() / 64 + 1, 0);
  for (const std::uint32_t number : scan.reached) scan.reaches[number] = {};
  scan.reached.clear();
  scan.reached.resize(scan.hits.size());
  scan.reaches.resize(numbers_);
  LexiconScan::Reach* reaches = scan.reaches.data();
  std::uint64_t* present = scan.present.data();
  const Term* terms = terms_.data();
  const std::uint32_t* words = words_.data();
  const Part* parts = parts_.data();
  for (std::size_t h = 0; h < scan.hits.size(); ++h) {
    const LexiconScan::Hit hit = scan.hits[h];
    const Term term = terms[hit.term];
    const Term next = terms[hit.term + 1];
    for (std::uint32_t w = term.words; w < next.words; ++w)
      scan.found.push_back({words[w], hit.begin, hit.begin, hit.end});
    // Later parts first, so that one place never serves as two parts of the same phrase.
    for (std::uint32_t p = term.parts; p < next.parts; ++p) {
      const Part& part = parts[p];
      const LexiconScan::Reach& before = reaches[part.before];
      // What lies before the end of the part before it is as far away as can be: the difference wraps.
      const std::uint32_t end = before.end;
      if (hit.begin - end > static_cast<std::uint32_t>(part.gap)) continue;
      if (part.gap == Gap::Near && clauses.at(end - 1) != clauses.at(hit.begin)) continue;
      if (part.number == 0) {
        scan.found.push_back({part.word, before.begin, hit.begin, hit.end});
      } else {
        reaches[part.number] = {before.begin, hit.end};
        scan.reached.push_back(part.number);
      }
    }
    present[hit.term / 64] |= std::uint64_t{1} << (hit.term % 64);
    // Also of terms that begin no phrase: nobody looks at number 0.
    reaches[term.number] = {hit.begin, hit.end};
    scan.reached[h] = term.number;
  }
  for (std::uint32_t i = 0; i < scan.found.size(); ++i) {
    const WordMatch& word = scan.found[i];
    const std::optional<DroppedWord> objection = find_objection(word, scan.present);
    if (!objection) {
      scan.order.push_back(order_of(word, i));
    } else if (dropped != nullptr) {
      dropped->push_back(*objection);
    }
  }
  sort_few(scan.order, [](const LexiconScan::Order& a, const LexiconScan::Order& b) {
    return (a.place < b.place) | ((a.place == b.place) & (a.word < b.word));
  });
  drop_enclosed(scan, out, dropped);
}

// By fact and place, the longer first, those that hide before the others.
LexiconScan::Order Lexicon::order_of(const WordMatch& word, std::uint32_t index) const {
  // Texts are shorter than this by far; of what stands behind it only the order would suffer.
  constexpr std::uint32_t kFarthest = (1U << 20) - 1;
  const WordRule& rule = rules_[word.word];
  std::uint64_t place = rule.fact.value;
  place = place << 20 | std::min(word.begin, kFarthest);
  place = place << 20 | (kFarthest - std::min(word.end, kFarthest));
  return {place << 1 | (rule.hides ? 0 : 1), word.word, index};
}

// Of one value, a longer phrase settles what the phrases inside it would say: 不退款 says no more than 退款
// within it. A phrase of several parts encloses what merely stands between them, so it settles nothing,
// unless that is all it is for
// (`hides`).
void Lexicon::drop_enclosed(const LexiconScan& scan, std::vector<WordMatch>& out,
                            std::vector<DroppedWord>* dropped) const {
  // What encloses a word begins no later, so it has been seen; of those seen, the one that ends last is
  // enough.
  struct Cover {
    std::uint32_t longest_begin = 0;
    std::uint32_t longest_end = 0;
    std::uint32_t hidden_until = 0;
    std::uint32_t longest = WordTrace::kNoWord;
    std::uint32_t hiding = WordTrace::kNoWord;
  };
  std::array<Cover, 64> covers;
  std::uint64_t covered = 0;  // The options of the fact that have a cover.
  FactId fact;
  for (const LexiconScan::Order& order : scan.order) {
    const WordMatch& word = scan.found[order.index];
    const WordRule& rule = rules_[word.word];
    if (rule.fact != fact) {
      fact = rule.fact;
      covered = 0;
    }
    Cover& cover = covers[rule.option % covers.size()];
    const std::uint64_t option = std::uint64_t{1} << rule.option % covers.size();
    if ((covered & option) == 0) cover = {};
    covered |= option;
    if (rule.hides) {
      if (word.end > cover.hidden_until) cover.hiding = word.word;
      cover.hidden_until = std::max(cover.hidden_until, word.end);
      continue;
    }
    const bool is_longest = word.begin == cover.longest_begin && word.end == cover.longest_end;
    const bool hidden = word.end <= cover.hidden_until;
    if (hidden || (word.end <= cover.longest_end && !is_longest)) {
      if (dropped != nullptr) {
        dropped->push_back({.match = word,
                            .fate = hidden ? WordFate::HiddenByNot : WordFate::InLonger,
                            .by = hidden ? cover.hiding : cover.longest});
      }
      continue;
    }
    if (!rule.has_parts && word.end > cover.longest_end) {
      cover.longest_begin = word.begin;
      cover.longest_end = word.end;
      cover.longest = word.word;
    }
    out.push_back(word);
  }
}

}  // namespace zhilu
