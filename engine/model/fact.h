// SPDX-License-Identifier: MIT
// A fact: a typed thing that can be known about a matter.
#pragma once

#include <cstdint>

#include "engine/base/array.h"
#include "engine/base/maybe.h"
#include "engine/base/str.h"
#include "engine/model/ids.h"
#include "engine/model/source_ref.h"
#include "engine/model/text.h"
#include "engine/value/decimal.h"

namespace zhilu {

enum class FactKind : std::uint8_t { Boolean, Number, Money, Date, Duration, Choice, Choices, Text };

/// What it costs the person to answer.
enum class AskCost : std::uint8_t { Easy, Lookup, Sensitive };

/// One value of a choice or choices fact; boolean facts have the options `true` and `false`.
struct FactOption {
  Str id;
  Text title;
  /// Prior probability in percent, for ordering questions; empty if the author gives none.
  Maybe<int> likely;
};

struct Fact {
  Str id;
  FactKind kind = FactKind::Boolean;
  Text title;
  Text ask;
  Text why;
  AskCost cost = AskCost::Easy;
  /// False for facts that are only read from text or derived and never asked.
  bool asked = true;
  /// Where the author pins the order: facts with a number are asked before all others, the smallest first.
  Maybe<int> ask_order;
  /// INVARIANT: at most 64, so that a set of values is one machine word.
  Array<FactOption> options;
  Maybe<Decimal> min;
  Maybe<Decimal> max;
  /// Used while the fact is not answered; evaluates to null where there is no default.
  ConditionId fallback;
  /// The decision table this fact is an output of; not set for facts of the person.
  TableId table;
  std::uint32_t table_output = 0;
  /// The topic whose file declares it; not set for shared facts.
  TopicId topic;
  Span span;

  bool is_derived() const { return table.is_set(); }
};

}  // namespace zhilu
