// SPDX-License-Identifier: MIT
#include "engine/render/draft.h"
#include "engine/render/fact_text.h"

namespace zhilu {
namespace {

// True if a reading says what the statement says.
bool says(const Candidate& candidate, const FactStatement& statement, const Answer& answer, FactKind kind) {
  if (statement.option) {
    const bool in_yes = (candidate.answer.yes >> *statement.option & 1) != 0;
    const bool in_no = (candidate.answer.no >> *statement.option & 1) != 0;
    if (kind == FactKind::Choices) return statement.holds ? in_yes : in_no;
    return in_yes == statement.holds;
  }
  return candidate.answer.low == answer.low && candidate.answer.high == answer.high &&
         candidate.answer.date == answer.date && candidate.answer.text == answer.text;
}

// The reading that a statement came from: the most confident of those that say it, else of those about the
// fact.
const Candidate* find_reading(const Draft& draft, FactId fact, const FactStatement& statement) {
  if (draft.input.understanding == nullptr) return nullptr;
  const Candidate* best = nullptr;
  bool best_says = false;
  for (const Candidate& candidate : draft.input.understanding->candidates) {
    if (candidate.fact != fact) continue;
    const bool fits =
        says(candidate, statement, draft.wording.answer(fact), draft.knowledge().facts[fact].kind);
    const bool better =
        best == nullptr || fits > best_says || (fits == best_says && candidate.confidence > best->confidence);
    if (!better) continue;
    best = &candidate;
    best_says = fits;
  }
  return best;
}

UnderstoodLine line_of(Draft& draft, FactId fact, const FactStatement& statement) {
  const Answer& answer = draft.wording.answer(fact);
  UnderstoodLine line{.fact = draft.knowledge().facts[fact].id,
                      .fact_label = draft.wording.title(draft.knowledge().facts[fact].title),
                      .value = statement.value,
                      .literal = statement.literal,
                      .label = statement.label,
                      .from = name_of(answer.origin),
                      .holds = statement.holds,
                      .begin = {},
                      .end = {},
                      .quote = {}};
  const Candidate* reading = answer.origin == Origin::Text ? find_reading(draft, fact, statement) : nullptr;
  if (reading != nullptr && reading->begin <= reading->end && reading->end <= draft.input.text.size()) {
    line.begin = reading->begin;
    line.end = reading->end;
    line.quote = draft.wording.keep(draft.masked().excerpt(reading->begin, reading->end));
  }
  return line;
}

// Labels that speak for themselves: 支付钱包, 账户被盗, 3,000 元.
bool stands_alone(const Knowledge& knowledge, FactId id) {
  const Fact& fact = knowledge.facts[id];
  if (id == knowledge.core.issues || id == knowledge.core.loss_amount) return true;
  return fact.kind == FactKind::Choice && !fact.topic.is_set();
}

using Labels = Few<std::string_view, 8>;

std::string_view short_piece(const Draft& draft, FactId fact, const FactStatements& statements) {
  if (statements.size() == 1 && statements.front().holds && stands_alone(draft.knowledge(), fact))
    return statements.front().label;
  Labels held;
  Labels denied;
  for (const FactStatement& statement : statements)
    (statement.holds ? held : denied).push_back(statement.label);
  Labels parts;
  if (!held.empty()) parts.push_back(draft.wording.joined(held));
  if (!denied.empty()) {
    parts.push_back(draft.wording.phrase(Phrase::Denied, {{"value", draft.wording.joined(denied)}}));
  }
  const std::string_view value = draft.wording.joined(parts, Phrase::Semicolon);
  if (stands_alone(draft.knowledge(), fact)) return value;
  const std::string_view title = draft.wording.title(draft.knowledge().facts[fact].title);
  return draft.wording.phrase(Phrase::FactWithValue, {{"fact", title}, {"value", value}});
}

bool is_anything_known(const Matter& matter) {
  if (!matter.events.empty()) return true;
  for (const Answer& answer : matter.answers) {
    if (answer.state != AnswerState::Unasked && answer.origin != Origin::Default) return true;
  }
  return false;
}

}  // namespace

void write_understood(Draft& draft) {
  const Knowledge& knowledge = draft.knowledge();
  for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
    const FactId fact{i};
    if (knowledge.facts[fact].is_derived()) continue;
    const FactStatements statements = statements_of(draft.wording, fact);
    if (statements.empty()) continue;
    for (const FactStatement& statement : statements) {
      draft.document.understood.push_back(line_of(draft, fact, statement));
    }
    const Answer& answer = draft.wording.answer(fact);
    if (!answer.is_known() || fact == knowledge.core.scope) continue;
    if (answer.origin != Origin::Default) {
      draft.document.understood_short.push_back(short_piece(draft, fact, statements));
    } else if (knowledge.facts[fact].asked) {
      draft.document.assumed_short.push_back(short_piece(draft, fact, statements));
    }
  }
  draft.document.nothing_understood = draft.input.understanding != nullptr &&
                                      draft.input.understanding->candidates.empty() &&
                                      !is_anything_known(draft.input.matter);
}

}  // namespace zhilu
