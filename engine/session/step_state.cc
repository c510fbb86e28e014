// SPDX-License-Identifier: MIT
#include "engine/session/step_state.h"

#include <algorithm>

namespace zhilu {

namespace {

bool is_about(const Event& event, StepId id, const Step& step) {
  if (event.step.is_set()) return event.step == id;
  return event.channel.is_set() && event.channel == step.channel;
}

/// Truth of "tried_result is one of `mask`".
Truth result_is(const Evaluation& evaluation, std::uint64_t mask) {
  const FactId fact = evaluation.knowledge().core.tried_result;
  if (!fact.is_set() || mask == 0) return Truth::False;
  const Answer& answer = evaluation.answer(fact);
  if (answer.state == AnswerState::Inapplicable) return Truth::False;
  if (!answer.is_known()) return Truth::Unknown;
  if ((answer.yes & ~mask) == 0) return Truth::True;
  return (answer.yes & mask) == 0 ? Truth::False : Truth::Unknown;
}

/// Whether the reply limit that runs from `start` is over; Unknown where the start is not known.
Truth limit_is_over(const Evaluation& evaluation, const LimitFacts& limit, std::optional<Date> start) {
  if (!start) return Truth::Unknown;
  return truth_of(evaluation.knowledge().calendar.due(*start, limit.within).date < evaluation.as_of());
}

/// The day from which a reply limit of this step runs.
std::optional<Date> reply_start(const StepState& state, const LimitFacts& limit) {
  return limit.from == LimitStart::Accepted ? state.accepted : state.submitted;
}

bool happened(const StepState& state, const Outcome& outcome) {
  return std::find(outcome.events.begin(), outcome.events.end(), state.last->what) != outcome.events.end();
}

/// An event after which no other outcome is to be expected.
bool is_final(EventKind what) {
  return what == EventKind::Refused || what == EventKind::Resolved;
}

OutcomeState outcome_by_event(const Evaluation& evaluation, StepId step, const StepState& state,
                              OutcomeId id) {
  const Outcome& outcome = evaluation.knowledge().outcomes[id];
  if (happened(state, outcome)) return {Truth::True, Truth::True};
  if (is_final(state.last->what)) return {Truth::False, Truth::False};
  if (!outcome.after_limit) return {Truth::False, Truth::True};
  const LimitFacts* limit = find_limit(evaluation, step, LimitKind::Reply);
  if (limit == nullptr || state.last->what == EventKind::Replied) return {Truth::False, Truth::True};
  return {limit_is_over(evaluation, *limit, reply_start(state, *limit)), Truth::True};
}

}  // namespace

const LimitFacts* find_limit(const Evaluation& evaluation, StepId step, LimitKind kind) {
  const Compiled& compiled = evaluation.compiled();
  const ChannelId channel = compiled.step_facts[compiled.rank_of[step.value]].channel;
  if (!channel.is_set()) return nullptr;
  for (const LimitFacts& limit : compiled.limits[channel.value]) {
    if (limit.kind == kind && evaluation.truth(limit.when) == Truth::True) return &limit;
  }
  return nullptr;
}

StepState state_of_step(const Evaluation& evaluation, StepId id) {
  const Knowledge& knowledge = evaluation.knowledge();
  const Step& step = knowledge.steps[id];
  StepState state;
  for (const Event& event : evaluation.matter().events) {
    if (!is_about(event, id, step)) continue;
    state.last = &event;
    if (event.what == EventKind::Submitted) state.submitted = event.on;
    if (event.what == EventKind::Accepted) state.accepted = event.on;
    if (!state.submitted) state.submitted = event.on;
  }
  if (state.last != nullptr) {
    state.done = Truth::True;
  } else if (step.done_when.is_set()) {
    state.done = evaluation.truth(step.done_when);
    const FactId complained = knowledge.core.complained_on;
    if (state.done == Truth::True && complained.is_set() && evaluation.answer(complained).is_known()) {
      state.submitted = evaluation.answer(complained).date;
    }
  }
  if (state.done != Truth::True) return state;
  if (state.last != nullptr) {
    const EventKind what = state.last->what;
    state.waiting =
        what == EventKind::Submitted || what == EventKind::Accepted || what == EventKind::Promised;
  } else {
    // Said in words, "they are dealing with it" is waiting; so is silence while the limit runs.
    bool answered = false;
    for (OutcomeId outcome : step.outcomes) {
      const OutcomeState o = state_of_outcome(evaluation, id, state, outcome);
      answered = answered || o.now == Truth::True;
    }
    const bool has_limit = find_limit(evaluation, id, LimitKind::Reply) != nullptr;
    state.waiting = !answered && has_limit && state.submitted.has_value();
  }
  if (state.waiting) {
    const LimitFacts* limit = find_limit(evaluation, id, LimitKind::Reply);
    if (limit != nullptr && limit_is_over(evaluation, *limit, reply_start(state, *limit)) == Truth::True) {
      state.waiting = false;
    }
  }
  return state;
}

OutcomeState state_of_outcome(const Evaluation& evaluation, StepId step, const StepState& state,
                              OutcomeId id) {
  if (state.last != nullptr) return outcome_by_event(evaluation, step, state, id);
  if (state.done == Truth::False) return {Truth::False, Truth::True};
  const OutcomeFacts& outcome = evaluation.compiled().outcomes[id.value];
  Truth reported = result_is(evaluation, outcome.results);
  if (outcome.after_limit) {
    const LimitFacts* limit = find_limit(evaluation, step, LimitKind::Reply);
    if (limit != nullptr) reported = truth_and(reported, limit_is_over(evaluation, *limit, state.submitted));
  }
  OutcomeState result{truth_and(state.done, reported), Truth::True};
  if (state.done == Truth::True && result.now == Truth::False) {
    // A refusal settles the step: what else might have come of it does not come any more. Silence, a promise
    // or a pending answer leave everything open.
    std::uint64_t settling = 0;
    for (OutcomeId other : evaluation.knowledge().steps[step].outcomes) {
      const OutcomeFacts& o = evaluation.compiled().outcomes[other.value];
      if (o.is_refusal) settling |= o.results;
    }
    result.eventual = truth_not(result_is(evaluation, settling) == Truth::True ? Truth::True : Truth::False);
  }
  return result;
}

void add_missing_of_outcome(const Evaluation& evaluation, StepId step, const StepState& state, OutcomeId id,
                            FactRows& rows) {
  const CoreFacts& core = evaluation.knowledge().core;
  const Compiled& compiled = evaluation.compiled();
  const OutcomeFacts& outcome = compiled.outcomes[id.value];
  if (result_is(evaluation, outcome.results) == Truth::Unknown) rows.add(core.tried_result);
  const bool dated = state.submitted.has_value() || !core.complained_on.is_set();
  if (outcome.after_limit && !dated && find_limit(evaluation, step, LimitKind::Reply) != nullptr) {
    rows.add(core.complained_on);
  }
}

}  // namespace zhilu
