// SPDX-License-Identifier: MIT
#include "engine/render/plan_document.h"

#include <algorithm>

#include "engine/render/draft.h"

namespace zhilu {

PlanDocument make_plan_document(const DocumentInput& input) {
  Draft draft(input);
  PlanDocument& document = draft.document;
  // Of most plans; more makes the lists longer.
  constexpr std::size_t kLines = 32;
  document.sources.reserve(std::min(input.words.citation_count(), kLines * 8));
  document.understood.reserve(kLines);
  document.knowledge_name = draft.knowledge().name;
  document.knowledge_version = draft.knowledge().version;
  document.as_of = draft.wording.keep(input.plan.as_of.to_string());
  document.language = tag_of(input.language);
  write_understood(draft);
  write_contradictions(draft);
  write_severity(draft);
  write_steps(draft);
  write_questions(draft);
  write_refused(draft);
  write_summary(draft);
  document.disclaimer = draft.wording.text(draft.knowledge().disclaimer);
  if (draft.wording.fell_back()) document.language_note = draft.wording.phrase(Phrase::PartlyChinese);
  document.phrases = &input.words.phrases(input.language);
  document.pool = draft.pool;
  return std::move(draft.document);
}

}  // namespace zhilu
