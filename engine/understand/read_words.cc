// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "engine/understand/reading.h"

namespace zhilu {
namespace {

constexpr int kSurelyAsked = 70;
constexpr int kQuotedDenial = 55;

/// What a word says where it stands, before it is compared with other readings.
struct Judged {
  WordFate fate = WordFate::Counts;
  Stance stance = Stance::Told;
  int confidence = 0;
};

Judged judge(const TextContext& context, const WordMatch& match, const WordRule& word, FactKind kind) {
  Judged judged{.confidence = word.confidence};
  if (is_a_not_a(context, match.begin) || (match.last != match.begin && is_a_not_a(context, match.last))) {
    judged.fate = WordFate::OpenQuestion;
  } else if (!word.steady) {
    judged.stance = stance_of(context, match.begin, match.last, match.end);
    const bool denied = judged.stance == Stance::Denied;
    if (word.done && !denied && !is_told_as_done(context, match.begin, match.end)) {
      judged.fate = WordFate::NotDone;
    } else if (judged.stance == Stance::Supposed) {
      judged.fate = WordFate::Supposed;
    } else if (judged.stance == Stance::QuotedDenial) {
      if (word.done) judged.fate = WordFate::QuotedDenial;
      judged.confidence = std::min(judged.confidence, kQuotedDenial);
    } else if (judged.stance == Stance::Asked && !word.done) {
      judged.confidence = std::min(judged.confidence, kSurelyAsked);
    } else if (denied) {
      // Of a one-valued fact, a denial says too little.
      judged.fate = kind == FactKind::Choices ? WordFate::Denies : WordFate::DeniedOneOfMany;
    }
  }
  return judged;
}

}  // namespace

/// Adds a reading of a word, unless a better one of the same value stands over the same place; it takes the
/// place of a worse one. Words come by fact and place, so only the readings of the same fact can be over one
/// another. False if it was not added.
bool Reader::add_word(Reading& reading, std::size_t first_of_fact, const WordMatch& match, int confidence,
                      bool denied) const {
  const WordRule& word = tables_.lexicon.rule(match.word);
  const Fact& fact = knowledge_.facts[word.fact];
  std::uint64_t bit = std::uint64_t{1} << word.option;
  if (fact.kind == FactKind::Boolean) bit = fact.options[word.option].id == "true" ? 2 : 1;
  const std::uint64_t yes = denied ? 0 : bit;
  const std::uint64_t no = denied ? bit : 0;
  // A denial is quoted with its negation: 还没报警.
  const std::uint32_t first = denied ? negation_before(reading.context(), match.begin) : match.begin;
  const auto [begin, end] = reading.bytes(first, match.end);

  std::vector<Candidate>& all = reading.out.candidates;
  Candidate* added = nullptr;
  for (std::size_t i = all.size(); i > first_of_fact; --i) {
    Candidate& other = all[i - 1];
    if (other.answer.yes != yes || other.answer.no != no) continue;
    if (other.end <= begin) break;
    if (other.confidence >= confidence) return false;
    added = &other;
    break;
  }
  if (added == nullptr) {
    added = &all.emplace_back();
    added->fact = word.fact;
    added->answer.state = AnswerState::Value;
    added->answer.origin = Origin::Text;
    added->answer.yes = yes;
    added->answer.no = no;
    added->basis = Basis::Word;
  }
  added->begin = begin;
  added->end = end;
  added->confidence = static_cast<std::uint8_t>(confidence);
  added->word = match.word;
  return true;
}

/// Finds the words of the text; those inside telephone numbers and accounts are none.
void Reader::match_words(Reading& reading) const {
  std::vector<DroppedWord> dropped;
  tables_.lexicon.match(reading.scan, reading.clauses, reading.words,
                        reading.trace != nullptr ? &dropped : nullptr);
  const auto in_identifier = [&](const WordMatch& word) {
    return std::any_of(reading.identifiers.begin(), reading.identifiers.end(),
                       [&](const IdentifierText& i) { return i.begin < word.end && word.begin < i.end; });
  };
  if (reading.trace != nullptr) {
    for (const DroppedWord& word : dropped) {
      reading.tell(word.match, {.fate = word.fate, .by = word.by, .forbidden_by = word.forbidden_by});
    }
    for (const WordMatch& word : reading.words) {
      if (in_identifier(word)) reading.tell(word, {.fate = WordFate::InIdentifier});
    }
  }
  if (!reading.identifiers.empty()) std::erase_if(reading.words, in_identifier);
}

void Reader::read_words(Reading& reading) const {
  const TextContext context = reading.context();
  FactId fact;
  std::size_t first_of_fact = 0;
  for (const WordMatch& match : reading.words) {
    const WordRule& word = tables_.lexicon.rule(match.word);
    if (word.fact != fact) {
      fact = word.fact;
      first_of_fact = reading.out.candidates.size();
    }
    const FactKind kind = knowledge_.facts[word.fact].kind;
    Judged judged = judge(context, match, word, kind);
    if (word.fact == knowledge_.core.tried && word.option != customer_service_) {
      reading.complaints.push_back(
          {channel_of_tried_[word.option], match.begin, judged.fate == WordFate::Counts});
    }
    const bool denied = judged.fate == WordFate::Denies;
    if ((denied || judged.fate == WordFate::Counts) &&
        !add_word(reading, first_of_fact, match, judged.confidence, denied)) {
      judged.fate = WordFate::SurerReading;
    }
    if (reading.trace != nullptr) {
      reading.tell(match, {.fate = judged.fate,
                           .stance = judged.stance,
                           .confidence = static_cast<std::uint8_t>(judged.confidence)});
    }
  }
  std::sort(reading.complaints.begin(), reading.complaints.end(),
            [](const ChannelMention& a, const ChannelMention& b) { return a.at < b.at; });
}

}  // namespace zhilu
