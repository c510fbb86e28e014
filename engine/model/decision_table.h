// SPDX-License-Identifier: MIT
// A decision table after DMN: inputs, rules of unary tests, outputs. Its outputs are derived facts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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
  std::vector<ConditionId> tests;
  /// One per output: an expression.
  std::vector<ConditionId> outputs;
  Text because;
  SourceRefs sources;
  Span span;
};

struct DecisionTable {
  std::string id;
  Text title;
  HitPolicy hit = HitPolicy::Unique;
  /// Input expressions, for display and for the search for gaps and overlaps.
  std::vector<ConditionId> inputs;
  /// The facts this table derives.
  std::vector<FactId> outputs;
  std::vector<TableRule> rules;
  SourceRefs sources;
  TopicId topic;
  Span span;
};

}  // namespace zhilu
