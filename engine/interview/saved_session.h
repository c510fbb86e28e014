// SPDX-License-Identifier: MIT
// An interview as it is kept: names instead of numbers, so that it can be taken up elsewhere, and with newer
// knowledge.
//
// The same as text (session_token) or as a document of a door. With the knowledge it was made with it is
// taken up exactly; with other knowledge what no longer fits is told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/interview/session.h"

namespace zhilu {

struct SavedAnswer {
  std::string fact;
  /// As `--set` takes it: `fraud,-privacy_leak`, `only:fraud`, `2000..5000`, `unsure`. Two things more: `~`
  /// before an amount that is not exact, and `a|b` of a choice that is one of these. Empty: taken back.
  std::string value;
  Origin from = Origin::Answer;
  Date on;
  std::uint32_t turn = 0;
};

struct SavedEvent {
  /// One of these is empty.
  std::string step;
  std::string channel;
  EventKind what = EventKind::Submitted;
  std::optional<Date> on;
  std::string number;
  std::uint32_t turn = 0;
};

struct SavedSession {
  std::string knowledge;
  std::string version;
  /// Of the structure of the knowledge, see fingerprint_of().
  std::uint64_t fingerprint = 0;
  std::vector<SavedAnswer> given;
  std::vector<SavedEvent> events;
  /// The steps of the plan when it was saved, in order, with their status: `report_police`, `do`.
  struct Step {
    std::string step;
    std::string status;
  };
  std::vector<Step> steps;
};

/// Equal for knowledge by which the same answers make the same plans: of facts, options, conditions, graphs,
/// steps and tables, not of texts.
std::uint64_t fingerprint_of(const Knowledge& knowledge);

/// The value of an answer, as SavedAnswer has it.
std::string answer_value(const Knowledge& knowledge, FactId fact, const Answer& answer);

/// The other way round. Empty if `value` is no value of the fact.
std::optional<Answer> read_answer_value(const Knowledge& knowledge, FactId fact, std::string_view value);

/// Everything but the steps of the plan.
SavedSession save_session(const Session& session, const Knowledge& knowledge);

/// A session taken up again, and what could not be taken over.
struct RestoredSession {
  Session session;
  /// The knowledge is the one it was saved with.
  bool same_knowledge = true;
  /// Answers that no longer fit: the fact or the value does not exist any more. The last of each fact.
  std::vector<SavedAnswer> lost;
  std::vector<SavedEvent> lost_events;
};

/// REQUIRES: `knowledge` outlives the session.
RestoredSession restore_session(const SavedSession& saved, const Knowledge& knowledge);

}  // namespace zhilu
