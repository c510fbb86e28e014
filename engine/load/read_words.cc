// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "engine/load/diagnostics.h"
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"
#include "engine/load/scalars.h"

namespace zhilu::load {
namespace {

constexpr std::string_view kGap = "…";

/// A value that phrases mean: an option of a fact.
struct Meaning {
  FactId fact;
  std::uint32_t option = 0;
};

class WordReader {
 public:
  WordReader(Linker& linker, Meaning meaning, std::string option)
      : linker_(linker), meaning_(meaning), option_(std::move(option)) {}

  /// A phrase, or a mapping that says more about one or several phrases.
  void read(const yaml::Node& node) {
    Word word;
    if (node.is_map()) return read_detailed(node, word);
    add_phrase(node, word, {meaning_});
  }

 private:
  void read_detailed(const yaml::Node& node, Word word) {
    MapReader map(node, option_, node.span, linker_.diagnostics);
    const yaml::Node* hides = map.find("not");
    const yaml::Node* says = hides == nullptr ? map.require("say") : map.find("say");
    std::vector<Meaning> meanings = {meaning_};
    if (const yaml::Node* also = map.find("also")) add_meanings(*also, meanings);
    if (const yaml::Node* confidence = map.find("confidence")) {
      const auto percent = read_integer(*confidence, 0, 100, linker_.diagnostics);
      if (percent) word.confidence = static_cast<std::uint8_t>(*percent);
    }
    const auto flag = [&](const char* key) {
      const yaml::Node* value = map.find(key);
      return value != nullptr && read_boolean(*value, linker_.diagnostics).value_or(false);
    };
    word.done = flag("done");
    word.steady = flag("steady");
    if (const yaml::Node* with = map.find("with")) word.with = phrases_of(*with);
    if (const yaml::Node* without = map.find("without")) word.without = phrases_of(*without);
    map.finish();
    if (says != nullptr) {
      for (const yaml::Node& phrase : items_of(*says, linker_.diagnostics))
        add_phrase(phrase, word, meanings);
    }
    if (hides == nullptr) return;
    // What is not meant holds for all phrases of the value, whichever entry they stand in.
    Word hiding;
    hiding.hides = true;
    for (const yaml::Node& phrase : items_of(*hides, linker_.diagnostics))
      add_phrase(phrase, hiding, says == nullptr ? meanings : std::vector<Meaning>{meaning_});
  }

  /// `also`: further options of the same fact, or `fact.option` of another one.
  void add_meanings(const yaml::Node& also, std::vector<Meaning>& meanings) {
    for (const yaml::Node& item : items_of(also, linker_.diagnostics)) {
      const auto text = read_string(item, linker_.diagnostics);
      if (!text) continue;
      yaml::Node option = item;
      FactId fact = meaning_.fact;
      if (const std::size_t dot = text->find('.'); dot != std::string_view::npos) {
        yaml::Node name = item;
        name.text = std::string(text->substr(0, dot));
        option.text = std::string(text->substr(dot + 1));
        fact = linker_.fact(name);
        if (!fact.is_set()) continue;
      }
      const auto index = linker_.option(fact, option);
      if (index) meanings.push_back({fact, *index});
    }
  }

  std::vector<std::string> phrases_of(const yaml::Node& node) {
    std::vector<std::string> phrases;
    for (const yaml::Node& item : items_of(node, linker_.diagnostics)) {
      const auto phrase = read_phrase(item);
      if (!phrase) continue;
      if (phrase->find(kGap) == std::string_view::npos) {
        phrases.emplace_back(*phrase);
      } else {
        linker_.diagnostics.add(kGapInCondition, item.span, {std::string(*phrase)});
      }
    }
    return phrases;
  }

  /// True if every `{name}` of the phrase is a word set; reports the first that is none.
  bool has_known_sets(std::string_view phrase, Span span) {
    for (std::size_t at = phrase.find_first_of("{}"); at != std::string_view::npos;) {
      const std::size_t end = phrase.find_first_of("{}", at + 1);
      if (phrase[at] == '}' || end == std::string_view::npos || phrase[end] == '{') {
        linker_.diagnostics.add(kBadBraces, span, {std::string(phrase)});
        return false;
      }
      const std::string name(phrase.substr(at + 1, end - at - 1));
      const Array<WordSet>& sets = linker_.knowledge.word_sets;
      if (std::none_of(sets.begin(), sets.end(), [&](const WordSet& set) { return set.id == name; })) {
        if (linker_.is_lost(name)) return false;
        std::vector<std::string> candidates;
        for (const WordSet& set : sets) candidates.push_back(set.id);
        Diagnostic& problem = linker_.diagnostics.add(kUnknownWordSet, span, {name});
        if (auto nearest = linker_.suggest(name, candidates)) problem.fix = Fix{*std::move(nearest)};
        return false;
      }
      at = phrase.find_first_of("{}", end + 1);
    }
    return true;
  }

  std::optional<std::string_view> read_phrase(const yaml::Node& node) {
    const auto phrase = read_string(node, linker_.diagnostics);
    if (!phrase) return std::nullopt;
    if (phrase->find("...") != std::string_view::npos) {
      std::string better(*phrase);
      for (std::size_t at = better.find("..."); at != std::string::npos; at = better.find("...")) {
        better.replace(at, 3, kGap);
      }
      linker_.diagnostics.add(kGapSign, node.span, {std::string(*phrase)}).fix = Fix{better};
      return std::nullopt;
    }
    if (phrase->starts_with(kGap) || phrase->ends_with(kGap)) {
      linker_.diagnostics.add(kGapAtEdge, node.span, {std::string(*phrase)});
      return std::nullopt;
    }
    // A comma typed in full width joins two phrases into one that nobody writes.
    for (const std::string_view comma : {"，", "、", "；"}) {
      if (phrase->find(comma) == std::string_view::npos) continue;
      linker_.diagnostics.add(kCommaInPhrase, node.span, {std::string(*phrase), std::string(comma)});
      return std::nullopt;
    }
    if (!has_known_sets(*phrase, node.span)) return std::nullopt;
    return phrase;
  }

  /// Each phrase of an entry becomes a word for each of its meanings, with all that must stand around it:
  /// lists multiply each other. False, and reported once, where they do so beyond measure.
  bool may_add(std::size_t parts, const yaml::Node& node) {
    constexpr std::size_t kMaxParts = 1'000'000;
    const bool had_room = linker_.word_parts <= kMaxParts;
    linker_.word_parts += parts;
    const bool has_room = linker_.word_parts <= kMaxParts;
    if (had_room && !has_room) {
      linker_.diagnostics.add(kTooManyWords, node.span, {std::to_string(kMaxParts)});
    }
    return has_room;
  }

  void add_phrase(const yaml::Node& node, const Word& plain, const std::vector<Meaning>& meanings) {
    const auto phrase = read_phrase(node);
    if (!phrase || !may_add(meanings.size() * (1 + plain.with.size() + plain.without.size()), node)) return;
    Word word = plain;
    word.phrase = *phrase;
    word.span = node.span;
    for (const Meaning& meaning : meanings) {
      word.fact = meaning.fact;
      word.option = meaning.option;
      const auto [first, is_new] = linker_.phrases.try_emplace({word.fact, word.option, *phrase}, node.span);
      if (is_new) {
        linker_.knowledge.words.push_back(word);
      } else if (!word.hides) {
        Diagnostic& problem = linker_.diagnostics.add(kRepeatedPhrase, node.span, {word.phrase});
        problem.notes.push_back({&kFirstId, first->second, {}});
      }
    }
  }

  Linker& linker_;
  Meaning meaning_;
  std::string option_;
};

}  // namespace

void read_words(Linker& linker, const yaml::Node& words) {
  for (const yaml::Entry& of_fact : entries_of(words, linker.diagnostics)) {
    const FactId fact{linker.resolve(linker.facts, of_fact.key)};
    if (!fact.is_set()) continue;
    const Fact& owner = linker.knowledge.facts[fact];
    if (owner.options.empty()) {
      if (!linker.is_broken(fact)) linker.diagnostics.add(kNoWords, of_fact.key.span, {owner.id});
      continue;
    }
    for (const yaml::Entry& of_option : entries_of(of_fact.value, linker.diagnostics)) {
      const auto option = linker.option(fact, of_option.key);
      if (!option) continue;
      WordReader reader(linker, {fact, *option}, of_option.key.text);
      for (const yaml::Node& item : items_of(of_option.value, linker.diagnostics)) reader.read(item);
    }
  }
}

void read_word_sets(Linker& linker, const yaml::Node& sets) {
  for (const yaml::Entry& entry : entries_of(sets, linker.diagnostics)) {
    if (!read_id(entry.key, linker.diagnostics)) continue;
    const Array<WordSet>& known = linker.knowledge.word_sets;
    const auto first = std::find_if(known.begin(), known.end(),
                                    [&](const WordSet& set) { return set.id == entry.key.text; });
    if (first != known.end()) {
      linker.diagnostics.add(kDuplicateId, entry.key.span, {entry.key.text})
          .notes.push_back({&kFirstId, first->span, {}});
      continue;
    }
    WordSet set{.id = entry.key.text, .phrases = {}, .span = entry.key.span};
    for (const yaml::Node& item : items_of(entry.value, linker.diagnostics)) {
      const auto phrase = read_string(item, linker.diagnostics);
      if (phrase) set.phrases.emplace_back(*phrase);
    }
    linker.knowledge.word_sets.push_back(std::move(set));
  }
}

void read_spellings(Linker& linker, const yaml::Node& spellings) {
  for (const yaml::Entry& entry : entries_of(spellings, linker.diagnostics)) {
    const auto right = read_string(entry.value, linker.diagnostics);
    if (!right || !read_string(entry.key, linker.diagnostics)) continue;
    linker.knowledge.spellings.push_back({entry.key.text, std::string(*right), entry.key.span});
  }
}

}  // namespace zhilu::load
