// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "engine/understand/understood.h"

namespace zhilu {
namespace {

/// The members of `fact` that the text contradicts itself about; all of them for a one-valued fact.
std::uint64_t open_members(const Understanding& understanding, FactId fact) {
  std::uint64_t open = 0;
  for (const Contradiction& contradiction : understanding.contradictions) {
    if (contradiction.fact != fact || contradiction.settled) continue;
    open |= contradiction.option == Contradiction::kNone ? ~std::uint64_t{0}
                                                         : std::uint64_t{1} << contradiction.option;
  }
  return open;
}

/// The members of a choices fact, settled one by one.
void apply_members(const std::vector<const Candidate*>& readings, Answer& answer) {
  for (const Candidate* reading : readings) {
    const std::uint64_t settled = answer.yes | answer.no;
    answer.yes |= reading->answer.yes & ~settled;
    answer.no |= reading->answer.no & ~settled;
  }
}

}  // namespace

bool is_taken_before(const Candidate& a, const Candidate& b) {
  return a.confidence != b.confidence ? a.confidence > b.confidence : a.begin < b.begin;
}

void apply(const Understanding& understanding, const Knowledge& knowledge, Matter& matter, int threshold) {
  std::vector<const Candidate*> readings;
  for (const Candidate& candidate : understanding.candidates) {
    if (candidate.confidence >= threshold && candidate.fact.value < matter.answers.size())
      readings.push_back(&candidate);
  }
  std::stable_sort(readings.begin(), readings.end(), [](const Candidate* a, const Candidate* b) {
    return a->fact != b->fact ? a->fact < b->fact : a->confidence > b->confidence;
  });
  for (auto first = readings.begin(); first != readings.end();) {
    const FactId fact = (*first)->fact;
    const auto last =
        std::find_if(first, readings.end(), [&](const Candidate* c) { return c->fact != fact; });
    Answer& answer = matter[fact];
    const bool free = answer.state == AnswerState::Unasked || answer.origin == Origin::Text;
    const std::uint64_t open = open_members(understanding, fact);
    if (free && open == 0) {
      answer = (*first)->answer;
      if (knowledge.facts[fact].kind == FactKind::Choices) apply_members({first, last}, answer);
      answer.origin = Origin::Text;
    } else if (free && knowledge.facts[fact].kind == FactKind::Choices) {
      Answer members = (*first)->answer;
      apply_members({first, last}, members);
      members.yes &= ~open;
      members.no &= ~open;
      if ((members.yes | members.no) != 0) {
        answer = std::move(members);
        answer.origin = Origin::Text;
      }
    }
    first = last;
  }
  matter.events.insert(matter.events.end(), understanding.events.begin(), understanding.events.end());
}

}  // namespace zhilu
