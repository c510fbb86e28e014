// SPDX-License-Identifier: MIT
#include "engine/engine.h"

#include <string>
#include <utility>

#include "engine/check/check.h"
#include "engine/compile/compile.h"
#include "engine/load/loader.h"
#include "engine/parts.h"
#include "engine/session/evaluation.h"

namespace zhilu {

Engine::Engine(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Engine::~Engine() = default;

std::shared_ptr<const Engine> make_engine(std::shared_ptr<const Compiled> compiled, ReaderTables tables,
                                          std::optional<MappedFile> file) {
  auto parts = std::make_shared<const Engine::Parts>(std::move(compiled), std::move(tables), std::move(file));
  return std::shared_ptr<const Engine>(new Engine(std::move(parts)));
}

Opened open(const FileReader& files) {
  LoadResult loaded = load_knowledge(files);
  Opened opened{.engine = nullptr, .sources = *loaded.sources, .diagnostics = std::move(loaded.diagnostics)};
  if (loaded.knowledge != nullptr) check(*loaded.knowledge, opened.diagnostics);
  opened.diagnostics.sort_and_unique();
  if (loaded.knowledge == nullptr || opened.diagnostics.has_errors()) return opened;
  ReaderTables tables(*loaded.knowledge);
  opened.engine = make_engine(compile(std::move(loaded.knowledge)), std::move(tables));
  return opened;
}

Opened open_folder(std::string_view path) {
  return open(DiskFiles(std::string(path)));
}

const Knowledge& Engine::knowledge() const {
  return parts_->knowledge();
}

const Words& Engine::words() const {
  return parts_->words;
}

Understanding Engine::read(std::string_view text, Date today, Trace* trace) const {
  return parts_->reader.read(text, today, trace);
}

Plan Engine::plan(const Matter& matter, Date today) const {
  const auto planner = parts_->planners.borrow([&] { return std::make_unique<Planner>(*parts_->compiled); });
  return (*planner).plan(matter, today);
}

PlanDocument Engine::document(const Plan& plan, const Matter& matter, std::string_view text,
                              const Understanding* understanding, Language language,
                              bool with_letters) const {
  PlanDocument document = make_plan_document({.words = parts_->words,
                                              .plan = plan,
                                              .matter = matter,
                                              .understanding = understanding,
                                              .text = text,
                                              .language = language,
                                              .with_letters = with_letters});
  document.knowledge = parts_;
  return document;
}

Answered Engine::ask(std::string_view text, Date today, const Matter& matter, Language language) const {
  Answered answered{.understanding = read(text, today), .matter = matter, .plan = {}, .document = {}};
  apply(answered.understanding, knowledge(), answered.matter);
  answered.plan = plan(answered.matter, today);
  answered.document = document(answered.plan, answered.matter, text, &answered.understanding, language);
  return answered;
}

Matter Engine::settle(const Matter& matter, Date today) const {
  const Evaluation evaluation(*parts_->compiled, matter, today);
  Matter settled = matter;
  for (std::uint32_t i = 0; i < settled.answers.size(); ++i)
    settled.answers[i] = evaluation.answer(FactId{i});
  return settled;
}

Explanation Engine::explain(const Matter& matter, Date today, StepId step) const {
  return zhilu::explain(*parts_->compiled, matter, today, step);
}

Contrast Engine::contrast(const Matter& matter, Date today, StepId step) const {
  return ContrastFinder(*parts_->compiled).find(matter, today, step);
}

}  // namespace zhilu
