// SPDX-License-Identifier: MIT
#include "engine/session/predicate_truth.h"

#include <algorithm>

namespace zhilu {
namespace {

/// A null is written Unknown with nothing missing; the traversal lets such a condition not hold.
Truth one_of(const Answer& answer, std::uint64_t mask) {
  if (answer.state == AnswerState::Inapplicable) return Truth::False;
  if (answer.state != AnswerState::Value) return Truth::Unknown;
  if ((answer.yes & ~mask) == 0) return Truth::True;
  return (answer.yes & mask) == 0 ? Truth::False : Truth::Unknown;
}

Truth has_member(const Answer& answer, std::uint64_t mask) {
  if (answer.state == AnswerState::Inapplicable) return Truth::False;
  if (answer.state != AnswerState::Value) return Truth::Unknown;
  if ((answer.yes & mask) != 0) return Truth::True;
  return (answer.no & mask) != 0 ? Truth::False : Truth::Unknown;
}

Truth is_true(const Answer& answer) {
  if (answer.state != AnswerState::Value || answer.yes == 3) return Truth::Unknown;
  return truth_of(answer.yes == 2);
}

Truth compare(const Answer& answer, PredicateKind kind, const Decimal& number) {
  // Null equals no number, and is in no order with one.
  if (answer.state == AnswerState::Inapplicable && kind == PredicateKind::Equal) return Truth::False;
  if (answer.state != AnswerState::Value) return Truth::Unknown;
  const auto low = answer.low <=> number;
  // An open upper bound is above every number.
  const auto high = answer.bounded ? answer.high <=> number : std::strong_ordering::greater;
  switch (kind) {
    case PredicateKind::Less:
      return high < 0 ? Truth::True : low >= 0 ? Truth::False : Truth::Unknown;
    case PredicateKind::LessEqual:
      return high <= 0 ? Truth::True : low > 0 ? Truth::False : Truth::Unknown;
    default:
      if (low == 0 && high == 0) return Truth::True;
      return low > 0 || high < 0 ? Truth::False : Truth::Unknown;
  }
}

Truth text_in(const Answer& answer, const Compiled& compiled, const Predicate& predicate) {
  if (answer.state == AnswerState::Inapplicable) return Truth::False;
  if (answer.state != AnswerState::Value) return Truth::Unknown;
  const auto set = compiled.text_sets[predicate.mask];
  const Str* texts = compiled.texts.data() + compiled.slots[predicate.slot.value].cuts;
  return truth_of(
      std::any_of(set.begin(), set.end(), [&](std::uint32_t i) { return texts[i] == answer.text; }));
}

}  // namespace

Truth truth_for(const Compiled& compiled, const Predicate& predicate, const Answer& answer) {
  switch (predicate.kind) {
    case PredicateKind::IsTrue:
      return is_true(answer);
    case PredicateKind::OneOf:
      return one_of(answer, predicate.mask);
    case PredicateKind::HasMember:
      return has_member(answer, predicate.mask);
    case PredicateKind::Less:
    case PredicateKind::LessEqual:
    case PredicateKind::Equal:
      return compare(answer, predicate.kind, predicate.number);
    case PredicateKind::TextIn:
      return text_in(answer, compiled, predicate);
    case PredicateKind::General:
      break;
  }
  return Truth::Unknown;
}

}  // namespace zhilu
