// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/interview.h"

namespace zhilu {
namespace {

using Steps = std::vector<SavedSession::Step>;

std::uint32_t rank_in(const Steps& steps, std::string_view id) {
  const auto found = std::find_if(steps.begin(), steps.end(),
                                  [&](const SavedSession::Step& step) { return step.step == id; });
  return found == steps.end() ? 0 : static_cast<std::uint32_t>(found - steps.begin()) + 1;
}

/// The steps of `steps` that `other` has too and that stand there, among these, at another place. As few as
/// will do: all others are in the same order, a longest increasing sequence of their places.
std::vector<bool> moved_steps(const Steps& steps, const Steps& other) {
  std::vector<std::uint32_t> places;
  for (const SavedSession::Step& step : steps) places.push_back(rank_in(other, step.step));
  // Length of the longest sequence that ends at each step, and the step before it there.
  std::vector<std::uint32_t> length(places.size(), 0);
  std::vector<std::size_t> before(places.size(), places.size());
  std::size_t last = places.size();
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i] == 0) continue;
    length[i] = 1;
    for (std::size_t k = 0; k < i; ++k) {
      if (places[k] == 0 || places[k] > places[i] || length[k] + 1 <= length[i]) continue;
      length[i] = length[k] + 1;
      before[i] = k;
    }
    if (last == places.size() || length[i] > length[last]) last = i;
  }
  std::vector<bool> moved(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) moved[i] = places[i] != 0;
  for (; last < places.size(); last = before[last]) moved[last] = false;
  return moved;
}

}  // namespace

std::vector<StepChange> compare_steps(const Steps& before, const Steps& after, bool moves) {
  std::vector<StepChange> changes;
  for (std::uint32_t i = 0; i < after.size(); ++i) {
    if (rank_in(before, after[i].step) == 0) {
      changes.push_back({.step = after[i].step, .before = "", .after = after[i].status, .rank_after = i + 1});
    }
  }
  const std::vector<bool> moved = moved_steps(before, after);
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    const std::uint32_t rank = rank_in(after, before[i].step);
    const std::string status = rank == 0 ? "" : after[rank - 1].status;
    if (status == before[i].status && !(moves && moved[i])) continue;
    changes.push_back({.step = before[i].step,
                       .before = before[i].status,
                       .after = status,
                       .rank_before = i + 1,
                       .rank_after = rank});
  }
  return changes;
}

}  // namespace zhilu
