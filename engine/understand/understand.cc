// SPDX-License-Identifier: MIT
#include "engine/understand/understand.h"

#include <algorithm>
#include <optional>
#include <string>
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

namespace zhilu {
namespace {

/// Drops the numbers that stand inside what has been read as something else.
template <class Claimed>
void drop_claimed(std::vector<NumberText>& numbers, const std::vector<Claimed>& claimed) {
  std::size_t next = 0;
  std::erase_if(numbers, [&](const NumberText& n) {
    while (next < claimed.size() && claimed[next].end <= n.begin) ++next;
    return next < claimed.size() && claimed[next].begin < n.end;
  });
}

}  // namespace

/// One text on its way.
struct Reader::Reading {
  FoldedText text;
  LexiconScan scan;
  Clauses clauses;
  std::vector<WordMatch> words;
  std::vector<NumberText> numbers;
  std::vector<DateText> dates;
  std::vector<MoneyText> money;
  std::vector<Amount> amounts;
  /// Places of formal complaints (投诉, 报警), told as done or not; sorted by place.
  std::vector<ChannelMention> complaints;
  Circumstances circumstances;
  Understanding out;

  TextContext context() const { return {text.characters, clauses, scan.cues}; }

  /// Bytes of the text for characters [begin, end).
  std::pair<std::uint32_t, std::uint32_t> bytes(std::uint32_t begin, std::uint32_t end) const {
    return {text.places[begin].begin, text.places[end - 1].end};
  }
};

ReaderTables::ReaderTables(const Knowledge& knowledge)
    : normalizer(folder, knowledge.spellings), lexicon(knowledge, folder) {}

Reader::Reader(const Knowledge& knowledge, ReaderTables tables)
    : knowledge_(knowledge),
      tables_(std::move(tables)),
      conclusions_(knowledge),
      loss_crypto_(knowledge.find_fact("loss_crypto")),
      customer_service_(knowledge.core.tried.is_set()
                            ? knowledge.find_option(knowledge.core.tried, "customer_service").value_or(64)
                            : 64) {
  // Whom one has tried goes by the name of the channel that it is, where there is one.
  if (!knowledge.core.tried.is_set()) return;
  for (const FactOption& option : knowledge.facts[knowledge.core.tried].options) {
    channel_of_tried_.push_back(knowledge.find_channel(option.id));
  }
}

Understanding Reader::read(std::string_view text, Date today) const {
  Reading reading;
  tables_.normalizer.normalize(tables_.folder, text.substr(0, 0xFFFFFFF0), kMostCharacters, reading.text);
  reading.out.complete = reading.text.complete;
  const std::u32string& characters = reading.text.characters;

  tables_.lexicon.scan(characters, reading.scan);
  reading.clauses.split(characters, reading.scan.cues);
  tables_.lexicon.match(reading.scan, reading.clauses, reading.words);

  std::vector<IdentifierText> identifiers;
  find_identifiers(characters, identifiers);
  for (const IdentifierText& identifier : identifiers) {
    const auto [begin, end] = reading.bytes(identifier.begin, identifier.end);
    reading.out.identifiers.push_back({identifier.kind, begin, end});
  }

  std::vector<TimeText> times;
  find_numbers(characters, reading.numbers);
  drop_claimed(reading.numbers, identifiers);
  find_dates(characters, reading.scan.cues, today, reading.dates, times);
  std::vector<NumberText> figures = reading.numbers;
  std::sort(times.begin(), times.end(),
            [](const TimeText& a, const TimeText& b) { return a.begin < b.begin; });
  drop_claimed(figures, times);
  find_money(characters, figures, reading.money);
  find_amounts(characters, reading.clauses, reading.scan.cues, reading.money, reading.amounts);

  read_words(reading);
  read_amounts(reading);
  read_dates(reading);
  read_events(reading);
  conclusions_.draw(reading.circumstances, reading.out);
  std::stable_sort(reading.out.candidates.begin(), reading.out.candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.begin < b.begin; });
  return std::move(reading.out);
}

void Reader::add(Reading& reading, FactId fact, Answer answer, std::uint32_t begin, std::uint32_t end,
                 int confidence, Basis basis) const {
  answer.state = AnswerState::Value;
  answer.origin = Origin::Text;
  const auto [first, last] = reading.bytes(begin, end);
  reading.out.candidates.push_back({.fact = fact,
                                    .answer = std::move(answer),
                                    .begin = first,
                                    .end = last,
                                    .confidence = static_cast<std::uint8_t>(confidence),
                                    .basis = basis});
}

/// Adds a reading of a word, unless a better one of the same value stands over the same place; it replaces a
/// worse one. Words come by fact and place, so only the readings of the same fact can be over one another.
void Reader::add_word(Reading& reading, std::size_t first_of_fact, Candidate candidate) const {
  std::vector<Candidate>& all = reading.out.candidates;
  for (std::size_t i = all.size(); i > first_of_fact; --i) {
    Candidate& other = all[i - 1];
    if (other.answer.yes != candidate.answer.yes || other.answer.no != candidate.answer.no) continue;
    if (other.end <= candidate.begin) break;
    if (other.confidence < candidate.confidence) other = std::move(candidate);
    return;
  }
  all.push_back(std::move(candidate));
}

void Reader::read_words(Reading& reading) const {
  constexpr int kSurelyAsked = 70;
  constexpr int kQuotedDenial = 55;
  const TextContext context = reading.context();
  FactId fact;
  std::size_t first_of_fact = 0;
  for (const WordMatch& match : reading.words) {
    const Word& word = knowledge_.words[match.word];
    if (word.fact != fact) {
      fact = word.fact;
      first_of_fact = reading.out.candidates.size();
    }
    if (word.fact == knowledge_.core.tried && word.option != customer_service_) {
      reading.complaints.push_back({channel_of_tried_[word.option], match.begin});
    }
    if (is_a_not_a(context, match.begin) || is_a_not_a(context, match.last)) continue;
    int confidence = word.confidence;
    bool denied = false;
    if (!word.steady) {
      const Stance stance = stance_of(context, match.begin, match.last, match.end);
      denied = stance == Stance::Denied;
      if (word.done && !denied && !is_told_as_done(context, match.begin, match.end)) continue;
      if (stance == Stance::Supposed) continue;
      if (stance == Stance::QuotedDenial) {
        if (word.done) continue;
        confidence = std::min(confidence, kQuotedDenial);
      }
      if (stance == Stance::Asked && !word.done) confidence = std::min(confidence, kSurelyAsked);
    }
    const FactKind kind = knowledge_.facts[word.fact].kind;
    const std::uint64_t bit = std::uint64_t{1} << word.option;
    Answer answer;
    if (kind == FactKind::Choices) {
      (denied ? answer.no : answer.yes) = bit;
    } else if (denied) {
      continue;  // Of a one-valued fact, a denial says too little.
    } else if (kind == FactKind::Boolean) {
      answer.yes = knowledge_.facts[word.fact].options[word.option].id == "true" ? 2 : 1;
    } else {
      answer.yes = bit;
    }
    answer.state = AnswerState::Value;
    answer.origin = Origin::Text;
    const auto [begin, end] = reading.bytes(match.begin, match.end);
    add_word(reading, first_of_fact,
             {.fact = word.fact,
              .answer = std::move(answer),
              .begin = begin,
              .end = end,
              .confidence = static_cast<std::uint8_t>(confidence),
              .basis = Basis::Word,
              .word = match.word});
  }
  std::sort(reading.complaints.begin(), reading.complaints.end(),
            [](const ChannelMention& a, const ChannelMention& b) { return a.at < b.at; });
}

void Reader::read_events(Reading& reading) const {
  std::vector<ChannelMention> mentions = reading.complaints;
  std::erase_if(mentions, [](const ChannelMention& m) { return !m.channel.is_set(); });
  find_events(reading.context(), mentions, reading.dates, reading.out.events);
}

void Reader::read_amounts(Reading& reading) const {
  const std::u32string& text = reading.text.characters;
  reading.circumstances.has_amount = !reading.amounts.empty();
  for (const Amount& amount : reading.amounts) {
    const bool gone = amount.role == AmountRole::Lost || amount.role == AmountRole::Paid;
    reading.circumstances.money_gone = reading.circumstances.money_gone || gone;
    if (amount.role == AmountRole::Demanded && !reading.circumstances.demanded &&
        is_told_as_present(reading.context(), amount.money.begin)) {
      const auto [begin, end] = reading.bytes(amount.money.begin, amount.money.end);
      reading.circumstances.demanded = Place{begin, end};
    }
  }
  const auto loss_in = [&](Currency currency) {
    return find_loss(text, reading.clauses, reading.scan.cues, reading.numbers, reading.amounts, currency);
  };
  if (knowledge_.core.loss_amount.is_set()) {
    if (const std::optional<Loss> loss = loss_in(Currency::Yuan)) {
      const std::optional<Decimal> low = loss->low.decimal();
      const std::optional<Decimal> high = loss->high.decimal();
      if (low && high) {
        Answer answer;
        answer.low = *low;
        answer.high = *high;
        answer.bounded = loss->bounded;
        answer.approximate = loss->approximate;
        add(reading, knowledge_.core.loss_amount, std::move(answer), loss->begin, loss->end, loss->confidence,
            Basis::Amount);
      }
    }
  }
  if (loss_crypto_.is_set()) {
    if (const std::optional<Loss> loss = loss_in(Currency::Crypto)) {
      if (const std::optional<Decimal> amount = loss->low.decimal()) {
        Answer answer;
        answer.text = amount->to_string() + ' ' + std::string(loss->token);
        answer.approximate = loss->approximate;
        add(reading, loss_crypto_, std::move(answer), loss->begin, loss->end, loss->confidence,
            Basis::Amount);
      }
    }
  }
}

void Reader::read_dates(Reading& reading) const {
  for (const DateText& date : reading.dates) {
    // A date tells of a complaint if one stands in its clause, or if it is elapsed time behind one in the
    // sentence (12315也打了，这都第20天了).
    const std::uint32_t index = reading.clauses.at(date.begin);
    const Clause& clause = reading.clauses[index];
    const bool of_complaint =
        std::any_of(reading.complaints.begin(), reading.complaints.end(), [&](const ChannelMention& m) {
          const std::uint32_t other = reading.clauses.at(m.at);
          if (other == index) return true;
          return date.is_elapsed && other < index && reading.clauses[other].sentence == clause.sentence;
        });
    if (!of_complaint && date.is_recent && !reading.circumstances.recent) {
      const auto [begin, end] = reading.bytes(date.begin, date.end);
      reading.circumstances.recent = Place{begin, end};
    }
    const FactId fact = of_complaint ? knowledge_.core.complained_on : knowledge_.core.happened_on;
    if (!fact.is_set()) continue;
    Answer answer;
    answer.date = date.date;
    answer.approximate = date.approximate;
    add(reading, fact, std::move(answer), date.begin, date.end, date.approximate ? 65 : 80, Basis::Date);
  }
}

}  // namespace zhilu
