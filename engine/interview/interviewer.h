// SPDX-License-Identifier: MIT
// Chooses the next question: the one with the least expected cost until the plan is settled.
//
// Only facts that some open step hangs on are candidates, and one is asked only if it can change the plan:
// that is proven by completing what else its steps hang on. Emergencies come first. Where little is open the
// order is optimal (exact.h); otherwise each candidate is answered once in every way that is told apart
// (answer_kinds.h), and what would then still be open is estimated: a fact that settles a step alone counts
// in full, one of n that a step hangs on with 1/sqrt(n), because it may turn out not to be needed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/interview/answer_kinds.h"
#include "engine/interview/answer_space.h"
#include "engine/interview/exact.h"
#include "engine/interview/probe.h"

namespace zhilu {

/// What is still to be asked.
struct Outlook {
  /// The next question; not set where the plan is settled: it is the same whatever else is answered.
  FactId next;
  /// Expected cost of all questions to come, the next one included (see price_of): of the best order where
  /// `exact`, else an estimate, or 0 where the next question was not chosen by its cost (an emergency).
  double cost = 0;
  /// No order costs less, whatever is answered.
  double cost_at_least = 0;
  bool exact = false;
  /// Bounds on the number of questions to come, whatever is answered.
  std::uint32_t at_least = 0;
  std::uint32_t at_most = 0;
};

/// Whether answers to a fact make different plans: in no completion of the others, in some, or some that
/// could be were not found and there was too much to try (then it is asked).
enum class Influence : std::uint8_t { None, Some, NotDisproved };

/// A workspace: one for each thread, used again and again.
class Interviewer {
 public:
  /// How much is done to prove that questions matter: matters that are probed, times the steps and nodes of
  /// each. The usual work takes less than a millisecond.
  static constexpr std::size_t kUsualWork = 18'000;

  /// REQUIRES: `compiled` outlives it.
  explicit Interviewer(const Compiled& compiled, std::size_t proof_work = kUsualWork);

  /// The next question. REQUIRES: `matter` was made for the compiled knowledge. It is as it was afterwards.
  FactId next(Matter& matter, Date as_of) { return choose(matter, as_of).next; }

  /// The next question, and how many there may be.
  Outlook look(Matter& matter, Date as_of);

  /// Whether an answer to `fact` can change the plan.
  Influence influence(Matter& matter, FactId fact, Date as_of);

  /// Answers, in some way, the facts that steps hang on though no answer changes the plan. REQUIRES: the plan
  /// is settled.
  void fill_idle(Matter& matter, Date as_of);

  /// The facts of which an answer can change the status of `step`: all of them together settle it, whatever
  /// they are, and without one of them some answers do not. Ascending; empty if it is settled.
  std::vector<FactId> settlers(Matter& matter, StepId step, Date as_of);

 private:
  void start(const Matter& matter, Date as_of);
  Outlook choose(Matter& matter, Date as_of);
  FactId choose_pinned(Matter& matter, const std::vector<FactId>& facts);
  bool choose_exactly(Matter& matter, const std::vector<FactId>& facts, Outlook& outlook);
  /// A step that hangs on the fact which is tried, and what the answers tried so far make of it.
  struct SettledStep {
    StepId step;
    /// The last status that one of them settled it to.
    std::optional<std::uint64_t> part;
    /// None leaves it open.
    bool always = true;
  };
  /// A fact whose answers are tried.
  struct Trial {
    FactId fact;
    AnswerKinds kinds;
    std::vector<SettledStep> steps;
    /// Two answers settle a step differently.
    bool differs = false;
    /// All answers were tried.
    bool is_tried = false;
    /// Expected cost if it is asked next; 0 where it was not tried.
    double cost = 0;
  };
  std::vector<Trial> rank(Matter& matter, std::vector<FactId> facts);
  Trial trial_of(FactId fact) const;
  void look_ahead(Matter& matter, Trial& trial);
  void note_settled(Trial& trial);
  void try_until_differs(Matter& matter, Trial& trial);
  void add_bounds(Matter& matter, Outlook& outlook);
  Influence influence(Matter& matter, FactId fact);
  Influence influence(Matter& matter, Trial& trial);
  /// Steps that hang on the same facts, and the one of these that is answered next.
  struct Tied {
    /// As words of bits.
    std::vector<std::uint64_t> facts;
    std::vector<StepId> steps;
    FactId tried;
    AnswerKinds kinds;
    /// Of answers to the facts, in most cases far more than have to be tried.
    double combinations = 1;
  };
  std::vector<Tied> group_by_facts(FactId fact, std::span<const StepId> steps) const;
  void choose_tried(FactId fact, Tied& group) const;
  bool has_other_parts(const Matter& matter, std::span<const StepId> steps,
                       std::vector<std::uint64_t>& parts);
  bool matters(Matter& matter, FactId fact, std::span<const StepId> steps, bool& proven);
  double estimate_rest(FactId asked);

  const Compiled& compiled_;
  const Knowledge& knowledge_;
  Probe probe_;
  Date as_of_;
  std::unique_ptr<AnswerSpace> space_;
  /// The facts that may be asked.
  FactBitRows askable_;
  std::vector<double> weight_;
  std::vector<double> price_;
  std::size_t probes_;
  /// How many more matters may be probed to prove that questions matter.
  std::size_t budget_ = 0;
};

}  // namespace zhilu
