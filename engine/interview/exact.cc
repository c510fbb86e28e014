// SPDX-License-Identifier: MIT
#include "engine/interview/exact.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <utility>

#include "engine/base/mix.h"
#include "engine/interview/answer_kinds.h"
#include "engine/session/questions.h"

namespace zhilu {
namespace {

/// A number for "this is what is known of the fact", to be combined by exclusive or.
std::uint64_t mark(FactId fact, const Answer& answer) {
  std::uint64_t hash = mix(fact.value, static_cast<std::uint64_t>(answer.state));
  hash = mix(mix(hash, answer.yes), answer.no);
  for (const Decimal& bound : {answer.low, answer.high}) {
    for (const std::uint64_t half : std::bit_cast<std::array<std::uint64_t, 2>>(bound))
      hash = mix(hash, half);
  }
  hash = mix(hash, static_cast<std::uint64_t>(answer.date.days()));
  return mix(hash, std::hash<std::string>{}(answer.text));
}

}  // namespace

std::vector<FactId> askable(const Knowledge& knowledge, const Matter& matter, ConstFactBits lacking) {
  std::vector<FactId> facts;
  each_fact(lacking, [&](FactId fact) {
    if (may_be_asked(knowledge, matter, fact)) facts.push_back(fact);
  });
  return facts;
}

Answer unsure_of(const Answer& given) {
  Answer answer = given;
  answer.origin = Origin::Answer;
  if (!given.is_known()) answer.state = AnswerState::Unsure;
  return answer;
}

std::optional<Optimum> ExactSearch::solve(Matter& matter) {
  known_.clear();
  return solve(matter, 0);
}

std::optional<Optimum> ExactSearch::solve(Matter& matter, std::uint64_t key) {
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  if (known_.size() >= max_states_) return std::nullopt;
  probe_.run(matter, as_of_);
  const std::vector<FactId> facts = askable(space_.knowledge(), matter, probe_.lacking());
  Optimum best;
  best.settled = facts.empty();
  best.verdict = probe_.verdict();
  bool is_first = true;
  for (const FactId fact : facts) {
    if (!try_fact(matter, key, fact, best, is_first)) return std::nullopt;
    if (best.settled) break;
  }
  return known_[key] = best;
}

/// Takes `fact` as the next question, and keeps it if it is the best so far. False if there are too many
/// situations.
bool ExactSearch::try_fact(Matter& matter, std::uint64_t key, FactId fact, Optimum& best, bool& is_first) {
  const AskCost cost = space_.knowledge().facts[fact].cost;
  const double unsure = unsure_likelihood(cost);
  const Answer given = matter[fact];
  Optimum asked;
  asked.best = fact;
  asked.at_least = 0xffffffff;
  // Answers that are not told apart prove nothing.
  probe_.run(matter, as_of_);
  AnswerKinds kinds = kinds_of(probe_, space_, fact);
  bool same = kinds.is_exact;
  std::optional<std::uint64_t> verdict;
  bool complete = true;
  for (PossibleAnswer& one : kinds.answers) {
    matter[fact] = std::move(one.answer);
    const std::optional<Optimum> after = solve(matter, key ^ mark(fact, matter[fact]));
    complete = join(asked, (1 - unsure) * one.likely, after);
    if (!complete) break;
    same = same && after->settled && (!verdict || *verdict == after->verdict);
    verdict = after->verdict;
  }
  if (complete) {
    matter[fact] = unsure_of(given);
    complete = join(asked, unsure, solve(matter, key ^ mark(fact, matter[fact])));
  }
  matter[fact] = given;
  if (!complete) return false;
  // The same for whichever fact is looked at: then nothing more need be asked.
  if (same) {
    best = {.settled = true, .verdict = *verdict};
    return true;
  }
  asked.cost += price_of(cost);
  asked.questions += 1;
  asked.at_least += 1;
  asked.at_most += 1;
  if (is_first || asked.cost < best.cost - 1e-12) best = asked;
  is_first = false;
  return true;
}

bool ExactSearch::join(Optimum& asked, double likely, const std::optional<Optimum>& after) const {
  if (!after) return false;
  asked.cost += likely * after->cost;
  asked.questions += likely * after->questions;
  asked.at_least = std::min(asked.at_least, after->at_least);
  asked.at_most = std::max(asked.at_most, after->at_most);
  return true;
}

}  // namespace zhilu
