// SPDX-License-Identifier: MIT
#include "engine/understand/contradictions.h"

#include <algorithm>
#include <bit>
#include <functional>

#include "engine/base/few.h"
#include "engine/base/sort_few.h"

namespace zhilu {
namespace {

/// Options of a choice that are both said as surely as this, and less far apart, are both meant. Words that
/// only go with an option (发货 with a shop) are below it.
constexpr int kPlainlySaid = 75;
constexpr int kNear = 12;

/// The surest reading of `fact` whose answer has a bit of `mask`, in `yes` or in `no`.
std::uint32_t find_surest(const Understanding& understanding, FactId fact, int threshold, std::uint64_t mask,
                          bool denied) {
  std::uint32_t best = Contradiction::kNone;
  for (std::uint32_t i = 0; i < understanding.candidates.size(); ++i) {
    const Candidate& c = understanding.candidates[i];
    if (c.fact != fact || c.confidence < threshold) continue;
    if (((denied ? c.answer.no : c.answer.yes) & mask) == 0) continue;
    if (best == Contradiction::kNone || c.confidence > understanding.candidates[best].confidence) best = i;
  }
  return best;
}

/// `is_issue`: the words of a wrong are denied in passing (我没开过自动续费), which leaves nothing open.
/// `both` are the members that are told and denied.
void find_in_members(FactId fact, int threshold, std::uint64_t both, bool is_issue,
                     Understanding& understanding) {
  for (; both != 0; both &= both - 1) {
    const std::uint64_t bit = both & (~both + 1);
    const std::uint32_t yes = find_surest(understanding, fact, threshold, bit, false);
    const std::uint32_t no = find_surest(understanding, fact, threshold, bit, true);
    const int difference = std::abs(understanding.candidates[yes].confidence -
                                    static_cast<int>(understanding.candidates[no].confidence));
    const bool in_passing = is_issue && understanding.candidates[no].basis == Basis::Word;
    understanding.contradictions.push_back({.fact = fact,
                                            .option = static_cast<std::uint32_t>(std::countr_zero(bit)),
                                            .settled = in_passing || difference >= kClearlySurer,
                                            .readings = {yes, no}});
  }
}

/// `bits` are the values that are told, at least two.
void find_in_values(FactId fact, int threshold, std::uint64_t bits, bool is_boolean,
                    Understanding& understanding) {
  Contradiction found{.fact = fact, .option = Contradiction::kNone, .settled = true, .readings = {}};
  for (; bits != 0; bits &= bits - 1) {
    found.readings.push_back(find_surest(understanding, fact, threshold, bits & (~bits + 1), false));
  }
  const auto surer = [&](std::uint32_t a, std::uint32_t b) {
    return understanding.candidates[a].confidence > understanding.candidates[b].confidence;
  };
  std::stable_sort(found.readings.begin(), found.readings.end(), surer);
  const int best = understanding.candidates[found.readings.front()].confidence;
  if (is_boolean) {
    found.settled = best - understanding.candidates[found.readings[1]].confidence >= kClearlySurer;
  } else {
    std::erase_if(found.readings, [&](std::uint32_t reading) {
      const int confidence = understanding.candidates[reading].confidence;
      return confidence < kPlainlySaid || best - confidence >= kNear;
    });
  }
  if (found.readings.size() > 1) understanding.contradictions.push_back(std::move(found));
}

/// What different people answered, and several wishes, stand side by side.
bool takes_several(const Knowledge& knowledge, FactId fact) {
  return fact == knowledge.core.tried_result || fact == knowledge.core.scope ||
         fact == knowledge.find_fact("intent");
}

}  // namespace

void settle_successions(const Knowledge& knowledge, const std::vector<std::uint32_t>& starts,
                        const std::vector<bool>& turns, Understanding& understanding) {
  constexpr std::uint8_t kOvertaken = 40;
  const auto clause_of = [&](const Candidate& c) {
    const auto next = std::upper_bound(starts.begin(), starts.end(), c.begin);
    return static_cast<std::size_t>(next - starts.begin()) - (next == starts.begin() ? 0 : 1);
  };
  for (Candidate& denial : understanding.candidates) {
    if (denial.answer.no == 0 || knowledge.facts[denial.fact].kind != FactKind::Choices) continue;
    const std::size_t from = clause_of(denial);
    const bool overtaken = std::any_of(
        understanding.candidates.begin(), understanding.candidates.end(), [&](const Candidate& later) {
          if (later.fact != denial.fact || (later.answer.yes & denial.answer.no) == 0) return false;
          const std::size_t to = clause_of(later);
          return to > from && std::find(turns.begin() + static_cast<std::ptrdiff_t>(from) + 1,
                                        turns.begin() + static_cast<std::ptrdiff_t>(to) + 1,
                                        true) != turns.begin() + static_cast<std::ptrdiff_t>(to) + 1;
        });
    if (overtaken) denial.confidence = std::min(denial.confidence, kOvertaken);
  }
}

void find_contradictions(const Knowledge& knowledge, int threshold, Understanding& understanding) {
  // Fact by fact, of those that were read.
  Few<std::uint64_t, 32> order;  // The fact of each reading, and which one it is.
  for (std::size_t i = 0; i < understanding.candidates.size(); ++i) {
    const Candidate& c = understanding.candidates[i];
    if (c.confidence >= threshold) order.push_back(std::uint64_t{c.fact.value} << 32 | i);
  }
  sort_few(order, std::less<>());
  for (std::size_t first = 0, next = 0; first < order.size(); first = next) {
    const FactId fact = understanding.candidates[order[first] & 0xFFFFFFFF].fact;
    std::uint64_t yes = 0;
    std::uint64_t no = 0;
    for (next = first; next < order.size() && order[next] >> 32 == fact.value; ++next) {
      const Answer& answer = understanding.candidates[order[next] & 0xFFFFFFFF].answer;
      yes |= answer.yes;
      no |= answer.no;
    }
    if (next - first < 2) continue;
    const FactKind kind = knowledge.facts[fact].kind;
    if (kind == FactKind::Choices) {
      const bool is_issue = fact == knowledge.core.issues;
      if ((yes & no) != 0 && !takes_several(knowledge, fact))
        find_in_members(fact, threshold, yes & no, is_issue, understanding);
    } else if (std::popcount(yes) > 1 && !takes_several(knowledge, fact)) {
      find_in_values(fact, threshold, yes, kind == FactKind::Boolean, understanding);
    }
  }
}

}  // namespace zhilu
