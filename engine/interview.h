// SPDX-License-Identifier: MIT
// An interview with one person, for programs that talk: a plan at every moment, the next question, every
// answer changeable.
//
//     zhilu::Interview interview(opened.engine, *zhilu::Date::parse("2026-11-22"));
//     interview.tell("钱包里刚被转走三千");                 // several facts at once
//     while (interview.outlook().next.is_set()) {           // not set: the plan is settled
//       const zhilu::InterviewQuestion question = interview.question(interview.outlook().next);
//       ... show question.text, interview.outlook().at_least and at_most, read an answer ...
//       interview.answer(question.id, "true");              // as --set takes it; or set_unsure, go_back
//     }
//     const zhilu::PlanDocument plan = interview.document();
//     const std::string token = zhilu::session_token(interview.save());
//
// Any answer can be changed or taken back at any time; nothing else is lost. Used by one thread at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "engine/interview/interviewer.h"
#include "engine/interview/saved_session.h"
#include "engine/interview/session.h"
#include "engine/interview/session_token.h"

namespace zhilu {

/// A question in words.
struct InterviewQuestion {
  FactId id;
  std::string fact;
  FactKind kind = FactKind::Boolean;
  /// What the fact is called: 对方是什么
  std::string label;
  /// The question itself, and why it is asked.
  std::string text;
  std::string why;
  struct Option {
    /// As `--set` takes it.
    std::string value;
    std::string label;
    /// Known to hold already, from a text.
    bool holds = false;
  };
  /// Empty where the answer is written freely; without "unsure".
  std::vector<Option> options;
};

/// A step whose place in the plan is another than before. Empty: not in the plan.
struct StepChange {
  std::string step;
  std::string before;  ///< do, wait, later, maybe, done
  std::string after;
  /// Places in the plan from 1 on; 0 where it is not in it.
  std::uint32_t rank_before = 0;
  std::uint32_t rank_after = 0;
};

/// What became of a saved session with other knowledge; all empty with the same.
struct Rebase {
  bool same_knowledge = true;
  /// Version of the knowledge it was saved with.
  std::string version;
  std::vector<SavedAnswer> lost;
  std::vector<SavedEvent> lost_events;
  /// Steps that came, went, or have another status; those that came first in plan order, then the others as
  /// they were. Only where the saved session holds its plan.
  std::vector<StepChange> steps;
};

class Interview {
 public:
  /// REQUIRES: `engine` is not null.
  Interview(std::shared_ptr<const Engine> engine, Date today);

  /// Takes up a saved one. `rebase` says what became of it.
  Interview(std::shared_ptr<const Engine> engine, Date today, const SavedSession& saved, Rebase& rebase);

  const Engine& engine() const { return *engine_; }
  Date today() const { return today_; }
  const Session& session() const { return session_; }
  const Matter& matter() const { return session_.matter(); }

  /// Takes what `text` says as one turn, and gives what was read. Answers stay as they are; of what texts
  /// said before, the later text counts, and members of a choices fact are added. `about` is the fact that
  /// the text was asked for: it may change its answer. Only a first text says that the matter is out of
  /// scope.
  Understanding tell(std::string_view text, FactId about = {});

  /// One turn each. An answer is given as `--set` takes it; false, and nothing done, if it is none.
  bool answer(FactId fact, std::string_view value);
  void answer(FactId fact, const Answer& answer);
  /// What was known in part stays known.
  void set_unsure(FactId fact);
  void retract(FactId fact);
  /// Facts and events from elsewhere, as one turn.
  void take(const Matter& matter);
  /// Takes the last turn back. False if there is none.
  bool go_back();

  /// What is still to be asked, as things stand.
  const Outlook& outlook();

  /// The plan as things stand. Its questions are those that can still change it, the next one first. Where
  /// the plan is settled no step of it is a "maybe" that some answer could settle; a "maybe" names the fewest
  /// facts whose answers settle it, whatever they are.
  Plan plan();

  /// The plan in words. Members of a choices fact that were just not chosen are not listed as denied.
  PlanDocument document(Language language = Language::Hans, bool with_letters = false);

  InterviewQuestion question(FactId fact, Language language = Language::Hans) const;

  /// Everything needed to go on elsewhere, with the steps of the plan.
  SavedSession save();

 private:
  void changed() { outlook_.reset(); }
  /// The matter with those facts filled in that are open and change nothing.
  Matter settled_matter();
  void narrow(Plan& plan);

  std::shared_ptr<const Engine> engine_;
  Date today_;
  Session session_;
  std::unique_ptr<Interviewer> interviewer_;
  std::optional<Outlook> outlook_;
};

/// The steps of a plan as they are saved.
std::vector<SavedSession::Step> saved_steps(const Knowledge& knowledge, const Plan& plan);

/// The steps that came, went, or have another status or place: see Rebase::steps. With `moves` also those
/// whose place among the others changed.
std::vector<StepChange> compare_steps(const std::vector<SavedSession::Step>& before,
                                      const std::vector<SavedSession::Step>& after, bool moves);

}  // namespace zhilu
