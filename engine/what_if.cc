// SPDX-License-Identifier: MIT
#include "engine/what_if.h"

#include <array>
#include <utility>

#include "engine/render/fact_text.h"
#include "engine/render/wording.h"

namespace zhilu {
namespace {

std::string id_of(std::optional<StepStatus> status) {
  constexpr std::array<const char*, 5> kIds = {"do", "wait", "later", "maybe", "done"};
  return status ? kIds[static_cast<std::size_t>(*status)] : "out";
}

AnswerLine fact_line(const Engine& engine, Language language, Date today, FactId fact, const Answer& answer) {
  const Knowledge& knowledge = engine.knowledge();
  TextPool pool;
  Matter one = engine.new_matter();
  one[fact] = answer;
  const std::size_t options = knowledge.facts[fact].options.size();
  // Members that were just not chosen are no statements.
  const bool is_set = knowledge.facts[fact].kind == FactKind::Choices && answer.is_known() && options < 64;
  if (is_set && (answer.yes | answer.no) == (std::uint64_t{1} << options) - 1) one[fact].no = 0;
  const Wording wording(engine.words(), language, one, today, pool);
  const bool zh = language != Language::English;
  AnswerLine line{.fact = std::string(knowledge.facts[fact].id),
                  .label = std::string(wording.title(knowledge.facts[fact].title)),
                  .value = answer_value(knowledge, fact, answer),
                  .value_label = {},
                  .assumed = answer.origin == Origin::Default};
  for (const FactStatement& statement : statements_of(wording, fact)) {
    if (!line.value_label.empty()) line.value_label += zh ? "、" : ", ";
    if (!statement.holds) line.value_label += wording.phrase(Phrase::Denied, {{"value", statement.label}});
    if (statement.holds) line.value_label += statement.label;
  }
  if (line.value_label.empty() && answer.is_known()) line.value_label = zh ? "都没有" : "none";
  return line;
}

std::string title_of(const Engine& engine, const Wording& wording, const std::string& step) {
  const StepId id = engine.knowledge().find_step(step);
  return id.is_set() ? std::string(wording.text(engine.knowledge().steps[id].title)) : step;
}

}  // namespace

WhyNotDocument why_not_in_words(const Engine& engine, const Matter& matter, Date today, StepId step,
                                Language language) {
  const Contrast contrast = engine.contrast(matter, today, step);
  const Matter settled = engine.settle(matter, today);
  TextPool pool;
  const Wording wording(engine.words(), language, settled, today, pool);
  WhyNotDocument document;
  document.step = engine.knowledge().steps[step].id;
  document.title = wording.text(engine.knowledge().steps[step].title);
  document.status = id_of(contrast.status);
  document.ruled_out = contrast.is_ruled_out;
  for (const FactValue& one : contrast.because) {
    document.because.push_back(fact_line(engine, language, today, one.fact, one.answer));
  }
  document.because_is_least = contrast.because_is_least;
  for (const FactValue& one : contrast.change) {
    document.change.push_back({fact_line(engine, language, today, one.fact, settled[one.fact]),
                               fact_line(engine, language, today, one.fact, one.answer)});
  }
  if (contrast.then) document.then = id_of(contrast.then);
  document.change_is_least = contrast.change_is_least;
  return document;
}

WhatIfDocument what_if_in_words(const Engine& engine, const Matter& before, const Matter& after, Date today,
                                Language language) {
  WhatIfDocument document;
  for (std::uint32_t i = 0; i < before.answers.size(); ++i) {
    const FactId fact{i};
    if (same_answer(before[fact], after[fact])) continue;
    document.facts.push_back({fact_line(engine, language, today, fact, before[fact]),
                              fact_line(engine, language, today, fact, after[fact])});
  }
  const Plan plan_before = engine.plan(before, today);
  const Plan plan_after = engine.plan(after, today);
  document.steps = compare_steps(saved_steps(engine.knowledge(), plan_before),
                                 saved_steps(engine.knowledge(), plan_after), true);
  TextPool pool;
  const Wording wording(engine.words(), language, after, today, pool);
  for (const StepChange& change : document.steps) {
    document.titles.push_back(title_of(engine, wording, change.step));
  }
  const auto& levels = engine.knowledge().severities;
  const auto name = [&](SeverityId level, std::string& id, std::string& label) {
    if (level.value >= levels.size()) return;
    id = levels[level].id;
    label = wording.text(levels[level].title);
  };
  name(plan_before.severity, document.severity_before, document.severity_label_before);
  name(plan_after.severity, document.severity_after, document.severity_label_after);
  return document;
}

}  // namespace zhilu
