// SPDX-License-Identifier: MIT
// What is known about one person's matter, from where.
//
// Every fact has an answer state. A value may be known in part: of a choices fact some members are known to
// hold and some not to; of a choice some values may be excluded; an amount may be known within bounds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/knowledge.h"
#include "engine/value/date.h"
#include "engine/value/decimal.h"

namespace zhilu {

/// Unasked: nothing is known. Value: known, perhaps in part. Unsure: the person cannot say; stays unknown and
/// is not asked again. Inapplicable: the question does not arise; conditions on it do not hold.
enum class AnswerState : std::uint8_t { Unasked, Value, Unsure, Inapplicable };

enum class Origin : std::uint8_t { Text, Answer, Default, Inferred };

/// One fact of a matter. Which members hold the value depends on the fact's kind.
struct Answer {
  AnswerState state = AnswerState::Unasked;
  Origin origin = Origin::Answer;
  /// Choice: the options still possible. Choices: the members that hold. Boolean: bit 1 true, bit 0 false
  /// possible.
  std::uint64_t yes = 0;
  /// Choices: the members that do not hold.
  std::uint64_t no = 0;
  /// Number and money: the value lies in [low, high]; a value known exactly has low = high.
  Decimal low;
  Decimal high;
  /// Number and money: false where the upper bound is open ("over 3000").
  bool bounded = true;
  /// The person said about, some, over: shown as 约.
  bool approximate = false;
  Date date;
  /// Text facts; for a duration its FEEL literal.
  std::string text;

  bool is_known() const { return state == AnswerState::Value; }
};

/// What has happened in the matter: a step or channel, what came of it, and when.
struct Event {
  StepId step;  ///< One of step and channel is set.
  ChannelId channel;
  EventKind what = EventKind::Submitted;
  std::optional<Date> on;
  std::string number;
};

/// One person's matter: all facts, by FactId, and the events so far.
struct Matter {
  explicit Matter(const Knowledge& knowledge) : answers(knowledge.facts.size()) {}

  std::vector<Answer> answers;
  std::vector<Event> events;

  Answer& operator[](FactId fact) { return answers[fact.value]; }
  const Answer& operator[](FactId fact) const { return answers[fact.value]; }
};

/// Says that a choice fact has this option, or that a choices fact has this member (`holds` false: has not).
void set_option(Matter& matter, const Knowledge& knowledge, FactId fact, std::uint32_t option, Origin origin,
                bool holds = true);
void set_boolean(Matter& matter, FactId fact, bool value, Origin origin);
void set_amount(Matter& matter, FactId fact, Decimal low, Decimal high, Origin origin);
void set_date(Matter& matter, FactId fact, Date date, Origin origin);
void set_text(Matter& matter, FactId fact, std::string text, Origin origin);
void set_unsure(Matter& matter, FactId fact, Origin origin);
void retract(Matter& matter, FactId fact);

}  // namespace zhilu
