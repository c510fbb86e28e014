// SPDX-License-Identifier: MIT
#include "engine/interview.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/parts.h"
#include "engine/render/fact_text.h"
#include "engine/render/prepared.h"
#include "engine/render/wording.h"

namespace zhilu {
namespace {

std::string_view id_of(StepStatus status) {
  constexpr std::array<std::string_view, 5> kIds = {"do", "wait", "later", "maybe", "done"};
  return kIds[static_cast<std::size_t>(status)];
}

/// Puts back the members of choices facts that an earlier text told and a later one does not speak of.
void keep_members(const Knowledge& knowledge, const Matter& before, Matter& after) {
  for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
    const FactId fact{i};
    Answer& now = after[fact];
    const Answer& was = before[fact];
    if (knowledge.facts[fact].kind != FactKind::Choices || !was.is_known() || !now.is_known()) continue;
    const std::uint64_t said = now.yes | now.no;
    now.yes |= was.yes & ~said;
    now.no |= was.no & ~said;
  }
}

/// Members that were just not chosen are no statements of the person.
Matter without_idle_denials(const Knowledge& knowledge, Matter matter) {
  for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
    const Fact& fact = knowledge.facts[FactId{i}];
    Answer& answer = matter[FactId{i}];
    if (fact.kind != FactKind::Choices || !answer.is_known() || fact.options.size() >= 64) continue;
    if ((answer.yes | answer.no) == (std::uint64_t{1} << fact.options.size()) - 1) answer.no = 0;
  }
  return matter;
}

}  // namespace

Interview::Interview(std::shared_ptr<const Engine> engine, Date today)
    : engine_(std::move(engine)),
      today_(today),
      session_(engine_->knowledge()),
      interviewer_(std::make_unique<Interviewer>(*engine_->parts_->compiled)) {}

Interview::Interview(std::shared_ptr<const Engine> engine, Date today, const SavedSession& saved,
                     Rebase& rebase)
    : Interview(std::move(engine), today) {
  RestoredSession restored = restore_session(saved, engine_->knowledge());
  session_ = std::move(restored.session);
  rebase = {.same_knowledge = restored.same_knowledge,
            .version = saved.version,
            .lost = std::move(restored.lost),
            .lost_events = std::move(restored.lost_events),
            .steps = {}};
  if (restored.same_knowledge || saved.steps.empty()) return;
  // Steps that only have another name now are the same.
  std::vector<SavedSession::Step> before = saved.steps;
  for (SavedSession::Step& step : before) {
    const StepId id = engine_->knowledge().find_step(step.step);
    if (id.is_set()) step.step = engine_->knowledge().steps[id].id;
  }
  rebase.steps = compare_steps(before, saved_steps(engine_->knowledge(), plan()), false);
}

Understanding Interview::tell(std::string_view text, FactId about) {
  Understanding understanding = engine_->read(text, today_);
  const Knowledge& knowledge = engine_->knowledge();
  Matter after = matter();
  if (about.is_set()) after[about] = {};
  apply(understanding, knowledge, after);
  if (about.is_set() && after[about].state == AnswerState::Unasked) after[about] = matter()[about];
  keep_members(knowledge, matter(), after);
  // A short reply is often about nothing by itself: that a matter is none of those here, only a first text
  // says.
  const FactId scope = knowledge.core.scope;
  const bool is_reply = about.is_set() || session_.turns() != 0;
  if (scope.is_set() && is_reply && !is_in_scope(knowledge, after)) after[scope] = matter()[scope];
  take(after);
  return understanding;
}

bool Interview::answer(FactId fact, std::string_view value) {
  const std::optional<Answer> read = read_answer_value(engine_->knowledge(), fact, value);
  if (!read || read->state == AnswerState::Unasked) return false;
  answer(fact, *read);
  return true;
}

void Interview::answer(FactId fact, const Answer& answer) {
  session_.give(fact, answer, today_);
  changed();
}

void Interview::set_unsure(FactId fact) {
  answer(fact, unsure_of(matter()[fact]));
}

void Interview::retract(FactId fact) {
  answer(fact, Answer{});
}

void Interview::take(const Matter& matter) {
  session_.give(matter, today_);
  changed();
}

bool Interview::go_back() {
  changed();
  return session_.go_back();
}

const Outlook& Interview::outlook() {
  if (!outlook_) {
    Matter matter = session_.matter();
    outlook_ = interviewer_->look(matter, today_);
  }
  return *outlook_;
}

Matter Interview::settled_matter() {
  Matter matter = session_.matter();
  interviewer_->fill_idle(matter, today_);
  return matter;
}

Plan Interview::plan() {
  const Outlook& now = outlook();
  Plan plan = engine_->plan(matter(), today_);
  if (!now.next.is_set()) {
    Matter settled = settled_matter();
    Plan same = engine_->plan(settled, today_);
    plan.steps = std::move(same.steps);
    plan.refused = std::move(same.refused);
    plan.severity = same.severity;
    plan.severity_open = same.severity_open;
    plan.severity_rules = std::move(same.severity_rules);
    plan.questions.clear();
  } else {
    narrow(plan);
  }
  plan.questions_at_least = now.at_least;
  plan.questions_at_most = now.at_most;
  return plan;
}

/// Leaves only what can still change the plan, and puts the next question first.
void Interview::narrow(Plan& plan) {
  Matter matter = session_.matter();
  for (PlanStep& step : plan.steps) {
    if (step.status != StepStatus::Maybe) continue;
    FactSet needed;
    for (const FactId fact : interviewer_->settlers(matter, step.step, today_)) needed.insert(fact);
    if (!needed.empty()) {
      step.depends_on = plan.steps.lists().keep_list(std::span<const FactId>(needed.begin(), needed.end()));
    }
  }
  std::erase_if(plan.questions, [&](const Question& question) {
    return question.fact == outlook_->next ||
           interviewer_->influence(matter, question.fact, today_) == Influence::None;
  });
  std::uint32_t settles = 0;
  for (const PlanStep& step : plan.steps) {
    settles += std::ranges::binary_search(step.depends_on, outlook_->next) ? 1 : 0;
  }
  plan.questions.insert(plan.questions.begin(), {outlook_->next, settles});
}

PlanDocument Interview::document(Language language, bool with_letters) {
  return engine_->document(plan(), without_idle_denials(engine_->knowledge(), matter()), "", nullptr,
                           language, with_letters);
}

InterviewQuestion Interview::question(FactId fact, Language language) const {
  TextPool pool;
  const Knowledge& knowledge = engine_->knowledge();
  const Wording wording(engine_->words(), language, matter(), today_, pool);
  const QuestionLine line = question_words(wording, fact);
  InterviewQuestion question{.id = fact,
                             .fact = std::string(line.fact),
                             .kind = knowledge.facts[fact].kind,
                             .label = std::string(line.label),
                             .text = std::string(line.text),
                             .why = std::string(line.why),
                             .options = {}};
  const Answer& known = matter()[fact];
  for (const QuestionLine::Option& option : line.options) {
    if (option.value == "unsure") continue;
    const auto index = knowledge.find_option(fact, option.value);
    const bool holds =
        question.kind == FactKind::Choices && known.is_known() && index && (known.yes >> *index & 1) != 0;
    question.options.push_back({std::string(option.value), std::string(option.label), holds});
  }
  return question;
}

SavedSession Interview::save() {
  SavedSession saved = save_session(session_, engine_->knowledge());
  saved.steps = saved_steps(engine_->knowledge(), plan());
  return saved;
}

std::vector<SavedSession::Step> saved_steps(const Knowledge& knowledge, const Plan& plan) {
  std::vector<SavedSession::Step> steps;
  for (const PlanStep& step : plan.steps) {
    steps.push_back({std::string(knowledge.steps[step.step].id), std::string(id_of(step.status))});
  }
  return steps;
}

}  // namespace zhilu
