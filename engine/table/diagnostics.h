// SPDX-License-Identifier: MIT
// What can go wrong when a decision table is evaluated. (What is wrong with a table of the knowledge whatever
// the facts: engine/check/diagnostics.h.)
#pragma once

#include <span>

#include "engine/base/diagnostic.h"

namespace zhilu {

inline constexpr DiagnosticKind kSeveralRulesHold{"several-rules-hold", Grade::Warning,
                                                  "只应有一行成立，却有几行同时成立：第 {0} 行",
                                                  "one rule should hold, but several do: {0}"};
inline constexpr DiagnosticKind kRulesDisagree{"rules-disagree", Grade::Warning,
                                               "同时成立的各行应给出同样的结果：第 {0} 行",
                                               "rules that hold together should give the same: {0}"};
inline constexpr DiagnosticKind kInputNotAllowed{"input-not-allowed", Grade::Warning,
                                                 "输入的值 {0} 不在允许的值里：{1}",
                                                 "the input {0} is not one of the allowed values: {1}"};
inline constexpr DiagnosticKind kOutputNotAllowed{"output-not-allowed", Grade::Warning,
                                                  "得出的值 {0} 不在允许的值里：{1}",
                                                  "the output {0} is not one of the allowed values: {1}"};
inline constexpr DiagnosticKind kNotAggregated{"not-aggregated", Grade::Warning, "{0} 和 {1} 不能合成一个值",
                                               "{0} and {1} cannot be made one value"};

/// All of the above, for the documentation and its test.
std::span<const DiagnosticKind* const> all_table_diagnostics();

}  // namespace zhilu
