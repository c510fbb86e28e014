// SPDX-License-Identifier: MIT
#include "engine/interview/contrast.h"

#include <algorithm>
#include <utility>

#include "engine/interview/exact.h"
#include "engine/interview/session.h"
#include "engine/interview/step_reads.h"

namespace zhilu {
namespace {

/// Matters probed for each of the two searches.
constexpr std::size_t kMostProbes = 20'000;
/// Facts that a change may take.
constexpr std::size_t kMostChanges = 4;

bool holds(const std::vector<FactId>& facts, FactId fact) {
  return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

}  // namespace

ContrastFinder::ContrastFinder(const Compiled& compiled)
    : compiled_(compiled), knowledge_(*compiled.knowledge), probe_(compiled) {}

Contrast ContrastFinder::find(const Matter& matter, Date as_of, StepId step) {
  if (space_ == nullptr || as_of != as_of_) space_ = std::make_unique<AnswerSpace>(compiled_, as_of);
  as_of_ = as_of;
  budget_ = kMostProbes;
  Contrast contrast{.step = step, .status = status_of(matter, step), .because = {}, .change = {}, .then = {}};
  contrast.is_ruled_out = is_ruled_out(matter, step);
  if (contrast.is_ruled_out) {
    const Matter full = with_defaults(matter);
    Facts because = what_keeps_out(full, step);
    contrast.because_is_least = find_fewer(full, step, known_facts(full), because);
    for (const FactId fact : because) contrast.because.push_back({fact, full[fact]});
  }
  if (contrast.status && *contrast.status != StepStatus::Maybe) return contrast;
  budget_ = kMostProbes;
  reads_ = facts_read_by(compiled_, step);
  Matter changed = matter;
  for (std::size_t count = 1; count <= kMostChanges && contrast.change.empty(); ++count) {
    std::vector<FactValue> changes;
    if (!change(changed, step, count, changes)) continue;
    for (const FactValue& one : changes) changed[one.fact] = one.answer;
    contrast.then = status_of(changed, step);
    contrast.change = std::move(changes);
  }
  contrast.change_is_least = budget_ != 0;
  return contrast;
}

std::optional<StepStatus> ContrastFinder::status_of(const Matter& matter, StepId step) {
  budget_ -= budget_ > 0 ? 1 : 0;
  probe_.run(matter, as_of_);
  const std::uint8_t status = probe_.status(step);
  if (status == StepVisit::kNone || !is_in_scope(knowledge_, matter)) return std::nullopt;
  return static_cast<StepStatus>(status);
}

bool ContrastFinder::is_in(const Matter& matter, StepId step) {
  const std::optional<StepStatus> status = status_of(matter, step);
  return status == StepStatus::Do || status == StepStatus::Later;
}

Matter ContrastFinder::with_defaults(const Matter& matter) {
  probe_.run(matter, as_of_);
  Matter full = matter;
  for (std::uint32_t i = 0; i < knowledge_.facts.size(); ++i) {
    const FactId fact{i};
    if (knowledge_.facts[fact].fallback.is_set() && !knowledge_.facts[fact].is_derived() &&
        matter[fact].state == AnswerState::Unasked) {
      full[fact] = probe_.evaluation().answer(fact);
    }
  }
  return full;
}

Matter ContrastFinder::only(const Matter& matter, const Facts& kept) const {
  Matter some = matter;
  for (std::uint32_t i = 0; i < knowledge_.facts.size(); ++i) {
    const FactId fact{i};
    if (!matter[fact].is_known() || holds(kept, fact)) continue;
    some[fact] = Answer{};
    // Where nothing is said the default would come back.
    if (knowledge_.facts[fact].fallback.is_set()) some[fact].state = AnswerState::Unsure;
  }
  return some;
}

ContrastFinder::Facts ContrastFinder::known_facts(const Matter& matter) const {
  Facts known;
  for (std::uint32_t i = 0; i < knowledge_.facts.size(); ++i) {
    if (matter[FactId{i}].is_known()) known.push_back(FactId{i});
  }
  return known;
}

/// Facts without which the step is no longer ruled out, each of them: one is taken away after the other.
ContrastFinder::Facts ContrastFinder::what_keeps_out(const Matter& matter, StepId step) {
  Facts kept = known_facts(matter);
  for (std::size_t i = kept.size(); i-- > 0;) {
    Facts fewer = kept;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (is_ruled_out(only(matter, fewer), step)) kept = std::move(fewer);
  }
  return kept;
}

/// Looks for fewer facts than `least` that keep the step out. False if there was too much to try.
bool ContrastFinder::find_fewer(const Matter& matter, StepId step, const Facts& known, Facts& least) {
  for (std::size_t count = 0; count < least.size(); ++count) {
    Facts chosen;
    if (try_subsets(matter, step, known, 0, count, chosen)) {
      least = std::move(chosen);
      return true;
    }
    if (budget_ == 0) return false;
  }
  return true;
}

bool ContrastFinder::try_subsets(const Matter& matter, StepId step, const Facts& known, std::size_t from,
                                 std::size_t more, Facts& chosen) {
  if (more == 0) return budget_ != 0 && is_ruled_out(only(matter, chosen), step);
  for (std::size_t i = from; i + more <= known.size() && budget_ != 0; ++i) {
    chosen.push_back(known[i]);
    if (try_subsets(matter, step, known, i + 1, more - 1, chosen)) return true;
    chosen.pop_back();
  }
  return false;
}

/// Whether a change of `more` facts, beside those in `changes`, brings the step in; they are then in
/// `changes`. `matter` is as it was afterwards.
bool ContrastFinder::change(Matter& matter, StepId step, std::size_t more, std::vector<FactValue>& changes) {
  for (const FactId fact : levers(matter, step)) {
    if (std::any_of(changes.begin(), changes.end(), [&](const FactValue& one) { return one.fact == fact; })) {
      continue;
    }
    const Answer given = matter[fact];
    for (Answer& answer : other_answers(fact, given)) {
      if (budget_ == 0) return false;
      changes.push_back({fact, answer});
      matter[fact] = std::move(answer);
      const bool found = more == 1 ? is_in(matter, step) : change(matter, step, more - 1, changes);
      matter[fact] = given;
      if (found) return true;
      changes.pop_back();
    }
  }
  return false;
}

/// The facts one of which every change that brings the step in touches. Of a step that is ruled out those
/// that keep it out: as long as they stay as they are, so does the step. Otherwise all that it can follow
/// from.
ContrastFinder::Facts ContrastFinder::levers(const Matter& matter, StepId step) {
  if (is_ruled_out(matter, step)) return what_keeps_out(with_defaults(matter), step);
  Facts levers;
  if (const std::optional<ConstFactBits> row = probe_.find_open(step)) {
    for (const FactId fact : to_fact_set(*row)) levers.push_back(fact);
  }
  for (std::uint32_t i = 0; i < reads_.size(); ++i) {
    if (reads_[i] && !holds(levers, FactId{i})) levers.push_back(FactId{i});
  }
  std::erase_if(levers, [&](FactId fact) { return knowledge_.facts[fact].is_derived(); });
  return levers;
}

/// What else could be said of a fact: of a choices fact first one member more or less.
std::vector<Answer> ContrastFinder::other_answers(FactId fact, const Answer& given) const {
  const Fact& declared = knowledge_.facts[fact];
  std::vector<Answer> answers;
  const auto offer = [&](Answer answer) {
    answer.origin = Origin::Answer;
    if (!same_answer(answer, given)) answers.push_back(std::move(answer));
  };
  if (declared.kind == FactKind::Choices && given.is_known()) {
    for (std::uint32_t i = 0; i < declared.options.size(); ++i) {
      Answer toggled = given;
      const std::uint64_t bit = std::uint64_t{1} << i;
      const bool has = (given.yes & bit) != 0;
      toggled.yes = has ? given.yes & ~bit : given.yes | bit;
      toggled.no = has ? given.no | bit : given.no & ~bit;
      offer(std::move(toggled));
    }
  }
  for (PossibleAnswer& one : space_->answers(fact, {})) offer(std::move(one.answer));
  return answers;
}

}  // namespace zhilu
