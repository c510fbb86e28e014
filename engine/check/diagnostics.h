// SPDX-License-Identifier: MIT
// What may be wrong with a knowledge base although it loads. The note kinds stand at further places.
#pragma once

#include <span>

#include "engine/base/diagnostic.h"

namespace zhilu::checks {

// The shape of the graphs.

inline constexpr DiagnosticKind kFlowCycle{"flow-cycle", Grade::Error, "图里有环：{0}",
                                           "the graphs have a cycle: {0}"};
inline constexpr DiagnosticKind kCycleGoesOn{"cycle-goes-on", Grade::Note, "“{0}”通向“{1}”",
                                             "'{0}' leads to '{1}'"};
inline constexpr DiagnosticKind kStepOrderCycle{"step-order-cycle", Grade::Error, "步骤的先后互相矛盾：{0}",
                                                "the order of steps contradicts itself: {0}"};
inline constexpr DiagnosticKind kStepComesBefore{"step-comes-before", Grade::Note, "这里“{0}”在“{1}”之前",
                                                 "here '{0}' comes before '{1}'"};
inline constexpr DiagnosticKind kStepSaysAfter{"step-says-after", Grade::Note,
                                               "步骤“{1}”自己写明在“{0}”之后（after）",
                                               "step '{1}' itself says that it comes after '{0}'"};
inline constexpr DiagnosticKind kTooManyOrders{"too-many-orders", Grade::Error,
                                               "步骤的先后关系太多，超过了能检查的范围",
                                               "there are too many order constraints between steps to check"};
inline constexpr DiagnosticKind kUnreachableNode{"unreachable-node", Grade::Error, "没有路通向节点“{0}”",
                                                 "no way leads to node '{0}'"};
inline constexpr DiagnosticKind kUnreachableGraph{
    "unreachable-graph", Grade::Error, "图“{0}”没有 enter，也没有能走到的节点进入它",
    "graph '{0}' has no enter, and no node that is reached enters it"};
inline constexpr DiagnosticKind kDeadEnd{"dead-end", Grade::Error, "节点“{0}”没有出路",
                                         "node '{0}' has no way out"};

// Promises.

inline constexpr DiagnosticKind kGuaranteeNotProven{
    "guarantee-not-proven", Grade::Error, "承诺“{0}”不成立：有一条路不经过规定的步骤就到“{1}”：{2}",
    "guarantee '{0}' does not hold: a way to '{1}' passes none of its gates: {2}"};
inline constexpr DiagnosticKind kWayPasses{"way-passes", Grade::Note, "经过“{0}”", "by way of '{0}'"};
inline constexpr DiagnosticKind kGuaranteePrecaution{
    "guarantee-precaution", Grade::Error, "承诺“{0}”不成立：步骤“{1}”没有注意事项“{2}”",
    "guarantee '{0}' does not hold: step '{1}' lacks precaution '{2}'"};
inline constexpr DiagnosticKind kGuaranteeIdle{"guarantee-idle", Grade::Warning,
                                               "承诺“{0}”的步骤“{1}”不在任何图里",
                                               "guarantee '{0}': step '{1}' stands in no graph"};
inline constexpr DiagnosticKind kTooManyGuarantees{"too-many-guarantees", Grade::Error,
                                                   "承诺和节点太多，超过了能证明的范围",
                                                   "there are too many guarantees and nodes to prove them"};
inline constexpr DiagnosticKind kUrgencyInversion{
    "urgency-inversion", Grade::Warning, "“{0}”（{1}）要先做，却不如排在它后面的“{2}”（{3}）紧急",
    "'{0}' ({1}) comes first, though '{2}' ({3}) behind it is more urgent"};

// Sources.

inline constexpr DiagnosticKind kUnsourcedStep{"unsourced-step", Grade::Error, "步骤“{0}”没有依据",
                                               "step '{0}' has no source"};
inline constexpr DiagnosticKind kUnsourcedChannel{"unsourced-channel", Grade::Error, "渠道“{0}”没有依据",
                                                  "channel '{0}' has no source"};
inline constexpr DiagnosticKind kUnsourcedPrecaution{
    "unsourced-precaution", Grade::Error, "注意事项“{0}”没有依据", "precaution '{0}' has no source"};
inline constexpr DiagnosticKind kUnsourcedEvidence{"unsourced-evidence", Grade::Error, "证据“{0}”没有依据",
                                                   "evidence '{0}' has no source"};
inline constexpr DiagnosticKind kUnsourcedLetter{"unsourced-letter", Grade::Error, "文书“{0}”没有依据",
                                                 "letter '{0}' has no source"};
inline constexpr DiagnosticKind kUnsourcedRule{"unsourced-rule", Grade::Error,
                                               "决策表“{0}”的第 {1} 条规则没有依据",
                                               "rule {1} of table '{0}' has no source"};
inline constexpr DiagnosticKind kUnsourcedNode{"unsourced-node", Grade::Error, "节点“{0}”和它的图都没有依据",
                                               "neither node '{0}' nor its graph has a source"};
inline constexpr DiagnosticKind kUncitedPassage{
    "uncited-passage", Grade::Error, "种子文章的段落“{0}”没有被引用，也没有写明被取代或只是背景",
    "seed passage '{0}' is neither cited nor replaced nor background"};

// What nothing uses.

inline constexpr DiagnosticKind kUnusedStep{"unused-step", Grade::Warning, "步骤“{0}”不在任何图里",
                                            "step '{0}' stands in no graph"};
inline constexpr DiagnosticKind kUnusedFact{"unused-fact", Grade::Warning, "没有条件也没有文本用到事实“{0}”",
                                            "no condition and no text uses fact '{0}'"};
inline constexpr DiagnosticKind kUnusedEvidence{"unused-evidence", Grade::Warning,
                                                "没有步骤或渠道需要证据“{0}”",
                                                "no step or channel needs evidence '{0}'"};
inline constexpr DiagnosticKind kUnusedPrecaution{
    "unused-precaution", Grade::Warning, "注意事项“{0}”没有用在任何地方", "precaution '{0}' is used nowhere"};
inline constexpr DiagnosticKind kUnusedLetter{"unused-letter", Grade::Warning, "没有步骤用到文书“{0}”",
                                              "no step uses letter '{0}'"};
inline constexpr DiagnosticKind kUnusedChannel{"unused-channel", Grade::Warning, "没有步骤用到渠道“{0}”",
                                               "no step uses channel '{0}'"};

// Decision tables.

inline constexpr DiagnosticKind kTableGap{"table-gap", Grade::Error, "决策表“{0}”没有覆盖：{1}",
                                          "table '{0}' does not cover: {2}"};
inline constexpr DiagnosticKind kTableLeavesOut{
    "table-leaves-out", Grade::Warning, "决策表“{0}”没有一行用于：{1}", "no row of table '{0}' is for: {2}"};
inline constexpr DiagnosticKind kRulesOverlap{"rules-overlap", Grade::Error,
                                              "决策表“{0}”的第 {1} 行和第 {2} 行同时成立：{3}",
                                              "rows {1} and {2} of table '{0}' hold together: {4}"};
inline constexpr DiagnosticKind kRulesContradict{
    "rules-contradict", Grade::Error, "决策表“{0}”的第 {1} 行和第 {2} 行同时成立，结果却不同：{3}",
    "rows {1} and {2} of table '{0}' hold together and give different results: {4}"};
inline constexpr DiagnosticKind kOtherRow{"other-row", Grade::Note, "第 {0} 行在这里", "row {0} is here"};
inline constexpr DiagnosticKind kTableUndecided{
    "table-undecided", Grade::Note, "决策表“{0}”是否有遗漏、重叠没有查完：看不透第 {1} 行",
    "table '{0}' was not looked through for gaps and overlaps: row {1} is beyond this check"};

// Texts.

inline constexpr DiagnosticKind kBadMessage{
    "bad-message", Grade::Error, "文本“{0}”在第 {1} 个字节附近读不懂：花括号或占位符写错了",
    "text '{0}' cannot be read near byte {1}: its braces or placeholders are broken"};
inline constexpr DiagnosticKind kMessageWithoutOther{"message-without-other", Grade::Error,
                                                     "文本“{0}”里的 select 或 plural 缺少 other",
                                                     "a select or plural of text '{0}' has no case 'other'"};
inline constexpr DiagnosticKind kMessageType{"message-type", Grade::Error, "文本“{0}”：没有占位符类型“{1}”",
                                             "text '{0}': there is no placeholder type '{1}'"};
inline constexpr DiagnosticKind kMessageStyle{"message-style", Grade::Error, "文本“{0}”：没有格式“{1}”",
                                              "text '{0}': there is no style '{1}'"};
inline constexpr DiagnosticKind kMessageTooLarge{
    "message-too-large", Grade::Error, "文本“{0}”太长，或占位符嵌套太深",
    "text '{0}' is too long, or its placeholders are nested too deep"};
inline constexpr DiagnosticKind kUnknownPlaceholder{"unknown-placeholder", Grade::Error,
                                                    "文本“{0}”里的占位符“{1}”不是事实",
                                                    "placeholder '{1}' of text '{0}' is no fact"};
inline constexpr DiagnosticKind kNearestFact{"nearest-fact", Grade::Note, "是不是“{0}”？",
                                             "did you mean '{0}'?"};
inline constexpr DiagnosticKind kPlaceholderType{"placeholder-type", Grade::Error,
                                                 "文本“{0}”里事实“{1}”不能这样写：它不是{2}",
                                                 "text '{0}' writes fact '{1}' as {3}, which it is not"};
inline constexpr DiagnosticKind kUnknownCase{"unknown-case", Grade::Error,
                                             "文本“{0}”里：事实“{1}”没有取值“{2}”",
                                             "in text '{0}': fact '{1}' has no option '{2}'"};

// All checks.

inline constexpr DiagnosticKind kMoreProblems{"more-problems", Grade::Warning,
                                              "同类的问题还有 {1} 个没有列出：{0}",
                                              "{1} more problems of this check are not listed: {0}"};

/// All of the above, for the documentation and its test.
std::span<const DiagnosticKind* const> all_check_diagnostics();

}  // namespace zhilu::checks
