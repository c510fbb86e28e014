// SPDX-License-Identifier: MIT
#include "engine/understand/understand.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/few.h"
#include "engine/base/sort_few.h"
#include "engine/understand/contradictions.h"
#include "engine/understand/reading.h"
#include "engine/understand/speech.h"

namespace zhilu {
namespace {

/// Drops what stands inside a place that has been read as something else. Both in the order of the text.
template <class Found, class Claimed>
void drop_claimed(std::vector<Found>& found, const std::vector<Claimed>& claimed) {
  if (claimed.empty()) return;
  std::size_t next = 0;
  std::erase_if(found, [&](const Found& n) {
    while (next < claimed.size() && claimed[next].end <= n.begin) ++next;
    return next < claimed.size() && claimed[next].begin < n.end;
  });
}

/// The readings in the order of the text; those of one place stay as they are.
std::vector<Candidate> sorted_by_place(std::vector<Candidate>& readings) {
  Few<std::uint64_t, 32> order;  // Where each begins, and which one it is.
  for (std::size_t i = 0; i < readings.size(); ++i)
    order.push_back(std::uint64_t{readings[i].begin} << 32 | i);
  sort_few(order, std::less<>());
  std::vector<Candidate> sorted;
  sorted.reserve(readings.size());
  for (const std::uint64_t at : order) sorted.push_back(std::move(readings[at & 0xFFFFFFFF]));
  return sorted;
}

/// Words for a part of the money.
constexpr std::u32string_view kInPart[] = {U"部分", U"一半", U"只", U"剩", U"差", U"才"};

/// What tells that whoever demanded the money has it and is gone.
constexpr std::u32string_view kOver[] = {U"都交了",   U"都转了", U"都付了", U"不理我", U"拉黑", U"没消息",
                                         U"联系不上", U"失联",   U"跑路",   U"删了我", U"踢出", U"把我踢"};

}  // namespace

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

Reader::~Reader() = default;

Understanding Reader::read(std::string_view text, Date today, Trace* trace) const {
  const Spares<Reading>::Loan loan = readings_.borrow();
  Reading& reading = *loan;
  reading.begin(trace);
  tables_.normalizer.normalize(tables_.folder, text.substr(0, 0xFFFFFFF0), kMostCharacters, reading.text);
  reading.out.complete = reading.text.complete;
  const std::u32string& characters = reading.text.characters;

  find_identifiers(characters, reading.identifiers);
  tables_.lexicon.scan(characters, reading.scan);
  drop_claimed(reading.scan.cues, reading.identifiers);
  reading.clauses.split(characters, reading.scan.cues);
  if (trace != nullptr) trace_clauses(reading);

  match_words(reading);
  for (const IdentifierText& identifier : reading.identifiers) {
    const auto [begin, end] = reading.bytes(identifier.begin, identifier.end);
    reading.out.identifiers.push_back({identifier.kind, begin, end});
  }

  find_numbers(characters, reading.numbers);
  drop_claimed(reading.numbers, reading.identifiers);
  find_dates(characters, reading.scan.cues, today, reading.dates, reading.times);
  reading.figures = reading.numbers;
  std::sort(reading.times.begin(), reading.times.end(),
            [](const TimeText& a, const TimeText& b) { return a.begin < b.begin; });
  drop_claimed(reading.figures, reading.times);
  find_money(characters, reading.figures, reading.money);
  find_amounts(characters, reading.clauses, reading.scan.cues, reading.money, reading.amounts);

  read_words(reading);
  read_amounts(reading);
  if (trace != nullptr) trace_amounts(reading);
  read_dates(reading);
  read_events(reading);
  reading.circumstances.foreign = reading.out.foreign = is_foreign(characters);
  read_refund(reading);
  conclusions_.draw(reading.circumstances, reading.out);
  reading.unsorted = std::exchange(reading.out.candidates, sorted_by_place(reading.out.candidates));
  compare_readings(reading);
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

/// 钱已经退给我了: told by the person, and of all the money.
void Reader::read_refund(Reading& reading) const {
  const TextContext context = reading.context();
  for (const CueMatch& cue : reading.scan.cues) {
    if (cue.cue != Cue::PaidBack || reading.circumstances.paid_back) continue;
    const Clause& clause = reading.clauses[reading.clauses.at(cue.begin)];
    if (clause.asks || is_quoted(context, cue.begin) || is_wished(context, clause, cue.begin) ||
        stance_of(context, cue.begin, cue.begin, cue.end) != Stance::Told) {
      continue;
    }
    const std::u32string_view words = context.text.substr(clause.begin, clause.end - clause.begin);
    const bool in_part = std::any_of(std::begin(kInPart), std::end(kInPart), [&](std::u32string_view part) {
      return words.find(part) != std::u32string_view::npos;
    });
    if (in_part) continue;
    const auto [begin, end] = reading.bytes(cue.begin, cue.end);
    reading.circumstances.paid_back = Place{begin, end};
  }
}

/// Finds what the text says twice and differently.
void Reader::compare_readings(Reading& reading) const {
  const bool denies = std::any_of(reading.out.candidates.begin(), reading.out.candidates.end(),
                                  [](const Candidate& c) { return c.answer.no != 0; });
  if (denies) {
    std::vector<std::uint32_t> starts;
    std::vector<bool> turns;
    for (std::size_t c = 0; c < reading.clauses.size(); ++c) {
      starts.push_back(reading.text.places[reading.clauses[c].begin].begin);
      turns.push_back(turns_to_later(reading.context(), reading.clauses[c]));
    }
    settle_successions(knowledge_, starts, turns, reading.out);
  }
  find_contradictions(knowledge_, kThreshold, reading.out);
}

void Reader::trace_clauses(Reading& reading) const {
  std::vector<ClauseTrace>& told = reading.trace->clauses;
  told.clear();
  for (std::size_t c = 0; c < reading.clauses.size(); ++c) {
    const Clause& clause = reading.clauses[c];
    ClauseTrace& next = told.emplace_back();
    std::tie(next.begin, next.end) = reading.bytes(clause.begin, clause.end);
    next.asks = clause.asks;
    for (std::uint32_t i = clause.first_cue; i < clause.last_cue; ++i) {
      const CueMatch& cue = reading.scan.cues[i];
      const auto [begin, end] = reading.bytes(cue.begin, cue.end);
      next.cues.push_back({cue.cue, begin, end});
    }
  }
}

void Reader::trace_amounts(Reading& reading) const {
  for (std::size_t i = 0; i < reading.amounts.size(); ++i) {
    const Amount& amount = reading.amounts[i];
    const auto [begin, end] = reading.bytes(amount.money.begin, amount.money.end);
    const bool counts = i < 64 && (reading.counted >> i & 1) != 0;
    reading.trace->clauses[amount.clause].amounts.push_back({amount, begin, end, counts});
  }
}

void Reader::read_events(Reading& reading) const {
  std::vector<ChannelMention> mentions = reading.complaints;
  std::erase_if(mentions, [](const ChannelMention& m) { return !m.channel.is_set(); });
  find_events(reading.context(), mentions, reading.dates, reading.out.events);
}

void Reader::read_amounts(Reading& reading) const {
  const std::u32string& text = reading.text.characters;
  reading.circumstances.has_amount = !reading.amounts.empty();
  if (reading.amounts.empty()) return;
  const bool over = std::any_of(std::begin(kOver), std::end(kOver), [&](std::u32string_view words) {
    return text.find(words) != std::u32string::npos;
  });
  // Who tells of nothing paid is being asked to pay now.
  const bool nothing_gone =
      std::none_of(reading.amounts.begin(), reading.amounts.end(), [](const Amount& amount) {
        return amount.role == AmountRole::Lost || amount.role == AmountRole::Paid;
      });
  for (const Amount& amount : reading.amounts) {
    const bool gone = amount.role == AmountRole::Lost || amount.role == AmountRole::Paid;
    reading.circumstances.money_gone = reading.circumstances.money_gone || gone;
    // 下个月要还400: a debt that falls due is not what a swindler asks for.
    const std::uint32_t at = amount.money.begin;
    const bool is_debt = at > 0 && text[at - 1] == U'还';
    if (amount.role == AmountRole::Demanded && !over && !is_debt && !reading.circumstances.demanded &&
        (nothing_gone ? !is_told_as_past(reading.context(), at)
                      : is_told_as_present(reading.context(), at))) {
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
        reading.counted |= loss->counted;
        add(reading, knowledge_.core.loss_amount, std::move(answer), loss->begin, loss->end, loss->confidence,
            Basis::Amount);
      }
    }
  }
  if (loss_crypto_.is_set()) {
    if (const std::optional<Loss> loss = loss_in(Currency::Crypto)) {
      if (const std::optional<Decimal> amount = loss->low.decimal()) {
        Answer answer;
        reading.counted |= loss->counted;
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
          if (!m.done) return false;
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
