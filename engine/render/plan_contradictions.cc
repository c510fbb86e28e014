// SPDX-License-Identifier: MIT
#include <algorithm>
#include <bit>

#include "engine/render/draft.h"
#include "engine/render/fact_text.h"

namespace zhilu {
namespace {

// “报警了”（公安机关）
std::string_view side_of(Draft& draft, const Candidate& reading) {
  const bool denied = reading.answer.yes == 0;
  const auto option =
      static_cast<std::uint32_t>(std::countr_zero(denied ? reading.answer.no : reading.answer.yes));
  std::string_view label = option_title(draft.wording, reading.fact, option);
  if (denied) label = draft.wording.phrase(Phrase::Denied, {{"value", label}});
  const std::string quote = draft.masked().excerpt(reading.begin, reading.end);
  return draft.wording.phrase(Phrase::SaidSide, {{"quote", quote}, {"value", label}});
}

}  // namespace

void write_contradictions(Draft& draft) {
  if (draft.input.understanding == nullptr) return;
  const Understanding& understanding = *draft.input.understanding;
  for (const Contradiction& found : understanding.contradictions) {
    const Answer& answer = draft.input.matter[found.fact];
    // Whoever has answered, or corrected it, need not be told.
    if (answer.state != AnswerState::Unasked && answer.origin != Origin::Text) continue;
    std::vector<std::string_view> sides;
    const Candidate* taken = nullptr;
    for (const std::uint32_t index : found.readings) {
      const Candidate& reading = understanding.candidates[index];
      sides.push_back(side_of(draft, reading));
      if (taken == nullptr || is_taken_before(reading, *taken)) taken = &reading;
    }
    if (taken == nullptr) continue;
    const std::string_view fact = draft.wording.title(draft.knowledge().facts[found.fact].title);
    const std::string_view both = draft.wording.joined(sides, Phrase::Semicolon);
    draft.document.contradictions.push_back(
        found.settled
            ? draft.wording.phrase(Phrase::SaysBothTaken,
                                   {{"fact", fact}, {"sides", both}, {"taken", side_of(draft, *taken)}})
            : draft.wording.phrase(Phrase::SaysBothOpen, {{"fact", fact}, {"sides", both}}));
  }
}

}  // namespace zhilu
