// SPDX-License-Identifier: MIT
// A decision table after DMN: inputs, rules of unary tests, outputs. Its outputs are derived facts.
#pragma once

#include <cstdint>

#include "engine/base/array.h"
#include "engine/base/str.h"
#include "engine/model/ids.h"
#include "engine/model/source_ref.h"
#include "engine/model/text.h"

namespace zhilu {

/// DMN hit policies. For Priority and OutputOrder the order of a choice fact's options is the order of
/// priority.
enum class HitPolicy : std::uint8_t {
  Unique,
  Any,
  Priority,
  First,
  RuleOrder,
  OutputOrder,
  Collect,
  CollectSum,
  CollectMin,
  CollectMax,
  CollectCount
};

struct TableRule {
  /// One per input: the unary test applied to that input, as a condition over facts ("-" gives a not set id).
  Array<ConditionId> tests;
  /// One per output: an expression.
  Array<ConditionId> outputs;
  Text because;
  SourceRefs sources;
  Span span;
};

struct DecisionTable {
  Str id;
  Text title;
  HitPolicy hit = HitPolicy::Unique;
  /// Input expressions, for display and for the search for gaps and overlaps.
  Array<ConditionId> inputs;
  /// The facts this table derives.
  Array<FactId> outputs;
  Array<TableRule> rules;
  SourceRefs sources;
  TopicId topic;
  Span span;
};

}  // namespace zhilu
