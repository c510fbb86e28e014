// SPDX-License-Identifier: MIT
#include "engine/session/questions.h"

#include <algorithm>
#include <functional>

namespace zhilu {

namespace {

/// The severity counts as an urgent step.
constexpr std::uint32_t kSeverityWorth = 16;

/// A fact that costs twice as much to answer must settle twice as much: what a unit of worth counts, so that
/// nothing need be divided.
std::uint8_t weight(AskCost ask) {
  switch (ask) {
    case AskCost::Easy:
      return 12 / 2;
    case AskCost::Lookup:
      return 12 / 3;
    case AskCost::Sensitive:
      return 12 / 4;
  }
  return 12 / 2;
}

/// It has not been answered, or only in part and from a text: "被骗" names one issue, others may exist.
bool is_to_be_asked(const Answer& given) {
  return given.state == AnswerState::Unasked ||
         (given.state == AnswerState::Value && given.origin == Origin::Text);
}

/// Sorts what is nearly sorted already.
void insert_sorted(std::vector<std::uint64_t>& ranks) {
  for (std::size_t i = 1; i < ranks.size(); ++i) {
    const std::uint64_t rank = ranks[i];
    std::size_t to = i;
    for (; to > 0 && ranks[to - 1] < rank; --to) ranks[to] = ranks[to - 1];
    ranks[to] = rank;
  }
}

}  // namespace

bool may_be_asked(const Knowledge& knowledge, const Matter& matter, FactId id) {
  const Fact& fact = knowledge.facts[id];
  return fact.asked && !fact.is_derived() && is_to_be_asked(matter[id]);
}

Questions::Questions(const Knowledge& knowledge) : counts_(knowledge.facts.size()) {
  weights_.reserve(counts_.size());
  for (const Fact& fact : knowledge.facts) {
    weights_.push_back(fact.asked && !fact.is_derived() ? weight(fact.cost) : 0);
  }
}

void Questions::clear() {
  for (const Rank rank : ranks_) counts_[fact_of(rank).value] = {};
  ranks_.clear();
  is_sorted_ = false;
}

Questions::Rank Questions::rank_of(const Evaluation& evaluation, FactId fact) const {
  constexpr Rank kFirst = ~Rank{0} >> kFactBits;
  const Count& count = counts_[fact.value];
  const Rank worth = Rank{count.score() + count.severity} * weights_[fact.value];
  const bool is_first = worth != 0 && fact == evaluation.knowledge().core.emergency;
  const Rank key = !is_to_be_asked(evaluation.matter()[fact]) ? 0 : is_first ? kFirst : worth;
  return key << kFactBits | (kMostFacts - fact.value);
}

void Questions::find(const Evaluation& evaluation, Plan& plan) {
  for (const FactId fact : plan.severity_open) {
    if (!counts_[fact.value].is_ranked) include(fact);
    counts_[fact.value].severity = kSeverityWorth;
  }
  for (Rank& rank : ranks_) rank = rank_of(evaluation, fact_of(rank));
  if (is_sorted_) {
    insert_sorted(ranks_);
  } else {
    std::sort(ranks_.begin(), ranks_.end(), std::greater<>());
  }
  is_sorted_ = true;
  plan.questions.clear();
  plan.questions.reserve(ranks_.size());
  for (const Rank rank : ranks_) {
    // What is not to be asked is worth nothing, and last.
    if (rank >> kFactBits == 0) break;
    const FactId fact = fact_of(rank);
    plan.questions.push_back({fact, std::max(counts_[fact.value].settles(), 1U)});
  }
  for (const FactId fact : plan.severity_open) counts_[fact.value].severity = 0;
}

}  // namespace zhilu
