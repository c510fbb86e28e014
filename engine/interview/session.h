// SPDX-License-Identifier: MIT
// One person's interview as it went: every answer with where it came from and when it was given, turn by
// turn.
//
// Answers can be given, changed and taken back in any order, and turns can be taken back from the last one
// on. What was answered stays, also where it no longer matters. Nothing derived is kept: defaults, tables and
// plans follow from matter().
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/matter.h"

namespace zhilu {

/// What was said of one fact; state Unasked where an answer was taken back.
struct GivenAnswer {
  FactId fact;
  /// All that is known of the fact from now on.
  Answer answer;
  Date on;
  /// Counts from 0; several facts may be given in one turn.
  std::uint32_t turn = 0;
};

struct GivenEvent {
  Event event;
  std::uint32_t turn = 0;
};

class Session {
 public:
  /// REQUIRES: `knowledge` outlives it.
  explicit Session(const Knowledge& knowledge) : knowledge_(&knowledge), matter_(knowledge) {}

  /// What is known by now.
  const Matter& matter() const { return matter_; }

  /// All that was said, in order; the last of a fact counts.
  std::span<const GivenAnswer> given() const { return given_; }
  std::span<const GivenEvent> events() const { return events_; }
  /// The last that was said of `fact`; null if nothing was, or it was taken back.
  const GivenAnswer* find(FactId fact) const;

  /// One turn in which one fact is answered, or taken back with a blank answer.
  void give(FactId fact, const Answer& answer, Date on);
  /// One turn in which the matter becomes `matter`: all facts that differ, and the events behind those there
  /// are. No turn if nothing differs.
  void give(const Matter& matter, Date on);

  /// The next turn to be. Everything said in earlier turns has a smaller number.
  std::uint32_t turns() const { return turns_; }
  /// Takes the last turn back. False if there is none.
  bool go_back();

  /// As it was saved, for restore(). REQUIRES: turns are ascending.
  void append(GivenAnswer given);
  void append(GivenEvent given);

 private:
  const Knowledge* knowledge_;
  Matter matter_;
  std::vector<GivenAnswer> given_;
  std::vector<GivenEvent> events_;
  std::uint32_t turns_ = 0;
};

/// Whether two answers say the same, wherever they come from.
bool same_answer(const Answer& a, const Answer& b);

}  // namespace zhilu
