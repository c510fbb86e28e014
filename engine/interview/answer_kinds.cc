// SPDX-License-Identifier: MIT
#include "engine/interview/answer_kinds.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace zhilu {

AnswerKinds kinds_of(const Probe& probe, const AnswerSpace& space, FactId fact) {
  const Answer& given = probe.matter()[fact];
  const bool has_members = space.knowledge().facts[fact].kind == FactKind::Choices;
  const std::uint64_t telling = has_members ? probe.telling_members(fact) : ~std::uint64_t{0};
  AnswerKinds kinds;
  kinds.is_exact =
      space.is_exact(fact) || (has_members && std::popcount(telling) <= AnswerSpace::kMaxMembers);
  for (PossibleAnswer& one : space.answers(fact, given, telling)) {
    const auto same = std::find_if(
        kinds.answers.begin(), kinds.answers.end(),
        [&](const PossibleAnswer& kind) { return !probe.tells_apart(fact, one.answer, kind.answer); });
    if (same == kinds.answers.end()) {
      kinds.answers.push_back(std::move(one));
    } else {
      same->likely += one.likely;
    }
  }
  std::stable_sort(kinds.answers.begin(), kinds.answers.end(),
                   [](const PossibleAnswer& a, const PossibleAnswer& b) { return a.likely > b.likely; });
  return kinds;
}

}  // namespace zhilu
