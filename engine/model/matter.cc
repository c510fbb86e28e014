// SPDX-License-Identifier: MIT
#include "engine/model/matter.h"

#include <utility>

namespace zhilu {
namespace {

/// The set of all options of a fact as one machine word (Fact: at most 64 options).
std::uint64_t all_options(const Fact& fact) {
  const std::size_t n = fact.options.size();
  return n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1;
}

/// The answer of `fact` made known, from `origin`; what was known of it in part stays.
Answer& known(Matter& matter, FactId fact, Origin origin) {
  Answer& answer = matter[fact];
  if (!answer.is_known()) answer = Answer{};
  answer.state = AnswerState::Value;
  answer.origin = origin;
  return answer;
}

/// The answer of `fact` made known anew: whatever it was before is gone.
Answer& replaced(Matter& matter, FactId fact, Origin origin) {
  matter[fact] = Answer{};
  return known(matter, fact, origin);
}

}  // namespace

void set_option(Matter& matter, const Knowledge& knowledge, FactId fact, std::uint32_t option, Origin origin,
                bool holds) {
  const Fact& declared = knowledge.facts[fact];
  const std::uint64_t bit = std::uint64_t{1} << option;
  if (declared.kind == FactKind::Choices) {
    Answer& answer = known(matter, fact, origin);
    answer.yes = holds ? answer.yes | bit : answer.yes & ~bit;
    answer.no = holds ? answer.no & ~bit : answer.no | bit;
    return;
  }
  if (holds) {
    replaced(matter, fact, origin).yes = bit;
    return;
  }
  // Of a choice some values may be excluded: it stays one of the others. Excluding the only value that was
  // left is a correction, after which any other value is possible again.
  const std::uint64_t others = all_options(declared) & ~bit;
  const std::uint64_t left = matter[fact].is_known() ? matter[fact].yes & others : others;
  Answer& answer = replaced(matter, fact, origin);
  answer.yes = left != 0 ? left : others;
  if (answer.yes == 0) retract(matter, fact);
}

void set_boolean(Matter& matter, FactId fact, bool value, Origin origin) {
  replaced(matter, fact, origin).yes = value ? 2 : 1;
}

void set_amount(Matter& matter, FactId fact, Decimal low, Decimal high, Origin origin) {
  Answer& answer = replaced(matter, fact, origin);
  answer.low = low;
  answer.high = high;
}

void set_date(Matter& matter, FactId fact, Date date, Origin origin) {
  replaced(matter, fact, origin).date = date;
}

void set_text(Matter& matter, FactId fact, std::string text, Origin origin) {
  replaced(matter, fact, origin).text = std::move(text);
}

void set_unsure(Matter& matter, FactId fact, Origin origin) {
  matter[fact] = Answer{};
  matter[fact].state = AnswerState::Unsure;
  matter[fact].origin = origin;
}

void retract(Matter& matter, FactId fact) {
  matter[fact] = Answer{};
}

}  // namespace zhilu
