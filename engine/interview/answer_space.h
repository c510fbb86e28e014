// SPDX-License-Identifier: MIT
// How the facts of a person can be answered, as far as the knowledge tells answers apart, and how likely each
// answer is.
//
// An amount has one answer for each stretch between the numbers that conditions compare it with, a date one
// for each stretch that matters to a limit. What is known of a fact in part narrows its answers.
#pragma once

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "engine/compile/compiled.h"
#include "engine/model/matter.h"

namespace zhilu {

/// One way to answer a fact. The likelihoods of the answers of a fact sum to 1, without "unsure".
struct PossibleAnswer {
  Answer answer;
  double likely = 0;
};

/// The probability that a person cannot say.
double unsure_likelihood(AskCost cost);

/// What one question costs the person: 1 for an easy one.
double price_of(AskCost cost);

/// Made once for a knowledge base and a date; immutable.
class AnswerSpace {
 public:
  /// REQUIRES: `compiled` outlives it.
  AnswerSpace(const Compiled& compiled, Date as_of);

  const Knowledge& knowledge() const { return *compiled_.knowledge; }

  /// The answers of `fact` that agree with what `given` says of it in part, most likely first. Of a choices
  /// fact only the members in `telling` vary; of many such members only those answers with none or one more
  /// than are known. Never empty.
  std::vector<PossibleAnswer> answers(FactId fact, const Answer& given,
                                      std::uint64_t telling = ~std::uint64_t{0}) const;

  /// Whether answers() tells all answers apart that any condition tells apart.
  bool is_exact(FactId fact) const { return exact_[fact.value]; }

  /// An answer at random, by the likelihoods; of a choices fact each member by itself.
  Answer sample(FactId fact, const Answer& given, std::mt19937& random) const;

  /// A choices fact of which more members vary is not enumerated by its subsets.
  static constexpr int kMaxMembers = 4;

 private:
  void add_amounts(FactId fact, std::vector<Decimal> cuts);
  void add_texts(FactId fact, std::set<std::string> texts);
  void add_dates(FactId fact, Date as_of, bool is_read);
  std::vector<PossibleAnswer> member_sets(FactId fact, const Answer& given, std::uint64_t telling) const;
  double likelihood(const Fact& fact, std::uint32_t option) const;

  const Compiled& compiled_;
  /// By fact: answers to amounts, dates, durations and texts.
  std::vector<std::vector<PossibleAnswer>> values_;
  std::vector<bool> exact_;
};

}  // namespace zhilu
