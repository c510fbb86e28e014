// SPDX-License-Identifier: MIT
#include "engine/render/draft.h"
#include "engine/render/fact_text.h"

namespace zhilu {
namespace {

std::string_view name_of(FactKind kind) {
  switch (kind) {
    case FactKind::Boolean:
      return "boolean";
    case FactKind::Number:
      return "number";
    case FactKind::Money:
      return "money";
    case FactKind::Date:
      return "date";
    case FactKind::Duration:
      return "duration";
    case FactKind::Choice:
      return "choice";
    case FactKind::Choices:
      return "choices";
    case FactKind::Text:
      return "text";
  }
  return "text";
}

}  // namespace

QuestionLine question_words(const Wording& wording, FactId asked) {
  const Fact& fact = wording.knowledge().facts[asked];
  QuestionLine line;
  line.fact = fact.id;
  line.label = wording.title(fact.title);
  line.kind = name_of(fact.kind);
  line.text = fact.ask.empty() ? line.label : wording.text(fact.ask);
  line.why = wording.text(fact.why);
  std::vector<QuestionLine::Option> options;
  const auto offer = [&](std::uint32_t option) {
    options.push_back({option_id(wording.knowledge(), asked, option), option_title(wording, asked, option)});
  };
  if (fact.kind == FactKind::Boolean) {
    offer(1);
    offer(0);
  } else {
    for (std::uint32_t i = 0; i < fact.options.size(); ++i) offer(i);
  }
  if (!options.empty()) options.push_back({"unsure", wording.phrase(Phrase::Unsure)});
  line.options = wording.keep_list(options);
  return line;
}

void write_questions(Draft& draft) {
  draft.document.questions.reserve(draft.plan().questions.size());
  for (const Question& question : draft.plan().questions) {
    const PreparedQuestion& prepared = draft.parts.question(question.fact);
    draft.wording.note_fell_back(prepared.fell_back);
    QuestionLine line = prepared.fixed ? prepared.line : question_words(draft.wording, question.fact);
    line.settles = question.settles;
    draft.document.questions.push_back(line);
  }
  draft.document.questions_at_least = draft.plan().questions_at_least;
  draft.document.questions_at_most = draft.plan().questions_at_most;
}

void write_refused(Draft& draft) {
  for (const RefusedChannel& refused : draft.plan().refused) {
    const Channel& channel = draft.knowledge().channels[refused.channel];
    RefusedLine line;
    line.channel = channel.id;
    line.label = draft.wording.title(channel.title);
    if (refused.refusal < channel.refuses.size()) {
      const Refusal& refusal = channel.refuses[refused.refusal];
      line.why = draft.wording.text(refusal.because);
      line.sources = cite(draft, refusal.sources.empty() ? channel.sources : refusal.sources);
    } else {
      // What it takes says best why this is not taken, if the author gave no reason.
      line.why =
          draft.wording.text(channel.accepts_because.empty() ? channel.takes : channel.accepts_because);
      line.sources = cite(draft, channel.sources);
    }
    std::vector<std::string_view> steps;
    for (const StepId step : refused.steps) steps.push_back(draft.knowledge().steps[step].id);
    line.steps = draft.wording.keep_list(steps);
    draft.document.refused.push_back(line);
  }
}

}  // namespace zhilu
