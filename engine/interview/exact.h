// SPDX-License-Identifier: MIT
// The optimal order of questions where little is open: every order and every answer, each situation once.
//
// Expected cost is over the likelihoods of the answers, "unsure" among them. A situation is settled where the
// plan is the same whatever is answered, and costs nothing more.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/interview/answer_space.h"
#include "engine/interview/probe.h"

namespace zhilu {

/// The best that can be done from a situation on.
struct Optimum {
  /// Expected cost of what is still to be asked; 0 where all is settled.
  double cost = 0;
  /// Expected number of questions on the way of least cost.
  double questions = 0;
  /// The question to ask; not set where all is settled.
  FactId best;
  /// Questions on the shortest and on the longest way.
  std::uint32_t at_least = 0;
  std::uint32_t at_most = 0;
  /// The plan is the same for every answer; then `verdict` is its.
  bool settled = false;
  std::uint64_t verdict = 0;
};

class ExactSearch {
 public:
  /// Gives up beyond `max_states` situations. REQUIRES: all outlive it.
  ExactSearch(Probe& probe, const AnswerSpace& space, Date as_of, std::size_t max_states)
      : probe_(probe), space_(space), as_of_(as_of), max_states_(max_states) {}

  /// Empty if there are too many situations. `matter` is as it was afterwards.
  std::optional<Optimum> solve(Matter& matter);

  std::size_t states() const { return known_.size(); }

 private:
  std::optional<Optimum> solve(Matter& matter, std::uint64_t key);
  bool try_fact(Matter& matter, std::uint64_t key, FactId fact, Optimum& best, bool& is_first);
  bool join(Optimum& asked, double likely, const std::optional<Optimum>& after) const;

  Probe& probe_;
  const AnswerSpace& space_;
  Date as_of_;
  std::size_t max_states_;
  std::unordered_map<std::uint64_t, Optimum> known_;
};

/// The facts of `lacking` that may be asked, ascending.
std::vector<FactId> askable(const Knowledge& knowledge, const Matter& matter, ConstFactBits lacking);

/// What "unsure" makes of an answer: what was known in part stays, and is not asked for again.
Answer unsure_of(const Answer& given);

}  // namespace zhilu
