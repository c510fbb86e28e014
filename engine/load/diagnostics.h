// SPDX-License-Identifier: MIT
// What can be wrong with a knowledge base once its YAML can be read. (Its YAML: yaml_diagnostics.h; its
// conditions: engine/expr/diagnostics.h; what loads and is wrong all the same: engine/check.)
#pragma once

#include <span>

#include "engine/base/diagnostic.h"

namespace zhilu::load {

// Files.

inline constexpr DiagnosticKind kCannotRead{"cannot-read", Grade::Error, "读不了：{0}", "cannot read: {0}"};
inline constexpr DiagnosticKind kFileTooLarge{"file-too-large", Grade::Error, "文件“{0}”超过 {1} 字节",
                                              "'{0}' is larger than {1} bytes"};
inline constexpr DiagnosticKind kBaseTooLarge{"base-too-large", Grade::Error,
                                              "知识库的文件加起来超过 {0} 字节",
                                              "the files of the knowledge base are larger than {0} bytes"};
inline constexpr DiagnosticKind kUnknownFile{"unknown-file", Grade::Warning,
                                             "知识库里没有这样的文件，没有读它：{0}",
                                             "a knowledge base has no such file, it was not read: {0}"};
inline constexpr DiagnosticKind kNoKnowledgeFile{"no-knowledge-file", Grade::Error, "缺少 knowledge.yaml",
                                                 "there is no knowledge.yaml"};
inline constexpr DiagnosticKind kNoTopicFile{"no-topic-file", Grade::Error, "主题“{0}”缺少 topic.yaml",
                                             "topic '{0}' has no topic.yaml"};
inline constexpr DiagnosticKind kEmptyFile{"empty-file", Grade::Error, "文件是空的", "the file is empty"};
inline constexpr DiagnosticKind kTooManyProblems{"too-many-problems", Grade::Error,
                                                 "问题太多，只列出前 {0} 个",
                                                 "too many problems, these are the first {0}"};

// Keys and values.

inline constexpr DiagnosticKind kUnknownKey{"unknown-key", Grade::Error, "这里没有名为“{0}”的键，可以用：{1}",
                                            "there is no key '{0}' here, expected one of: {1}"};
inline constexpr DiagnosticKind kMissingKey{"missing-key", Grade::Error, "“{0}”缺少必填的键“{1}”",
                                            "'{0}' lacks the key '{1}'"};
inline constexpr DiagnosticKind kExpectedMap{"expected-map", Grade::Error, "这里应是一层键和值",
                                             "expected keys and values here"};
inline constexpr DiagnosticKind kExpectedValue{
    "expected-value", Grade::Error, "这里应是一个值，不是列表，也不是键和值（文本里有冒号时要加引号）",
    "expected a single value, not a list or keys (quote a text that holds a colon)"};
inline constexpr DiagnosticKind kEmptyValue{"empty-value", Grade::Error, "这里没有写值",
                                            "the value is missing"};
inline constexpr DiagnosticKind kTooManyWays{
    "too-many-ways", Grade::Error, "进入图的路超过 {0} 条：图的起点太多，进入它的节点也太多",
    "more than {0} ways lead into graphs: too many start nodes, entered by too many nodes"};
inline constexpr DiagnosticKind kTooManyConditions{"too-many-conditions", Grade::Error, "条件超过 {0} 个",
                                                   "there are more than {0} conditions"};
inline constexpr DiagnosticKind kTooManyWords{
    "too-many-words", Grade::Error, "词太多，连同 with 和 without 超过 {0} 个",
    "there are more than {0} words, with those under with and without"};
inline constexpr DiagnosticKind kBadId{
    "bad-id", Grade::Error, "“{0}”不能作编号：编号用小写英文、数字和下划线，以字母开头",
    "'{0}' is no id: ids are lower-case letters, digits and underscores, a letter first"};
inline constexpr DiagnosticKind kUnknownWord{"unknown-word", Grade::Error, "“{0}”不在可用的词里：{1}",
                                             "'{0}' is not one of: {1}"};
inline constexpr DiagnosticKind kNotABoolean{"expected-boolean", Grade::Error, "“{0}”应写成 true 或 false",
                                             "'{0}' should be true or false"};
inline constexpr DiagnosticKind kNotANumber{"expected-number", Grade::Error, "“{0}”不是数",
                                            "'{0}' is not a number"};
inline constexpr DiagnosticKind kNotAnInteger{"expected-integer", Grade::Error, "“{0}”应是 {1} 到 {2} 的整数",
                                              "'{0}' should be a whole number from {1} to {2}"};
inline constexpr DiagnosticKind kNotADate{"expected-date", Grade::Error, "“{0}”不是日期，要写成 2026-11-22",
                                          "'{0}' is not a date such as 2026-11-22"};
inline constexpr DiagnosticKind kNotAPeriod{
    "expected-period", Grade::Error, "“{0}”不是期限，要写成 7 working days、15 days、3 months 或 3 years",
    "'{0}' is not a period such as 7 working days, 15 days, 3 months or 3 years"};
inline constexpr DiagnosticKind kEmptyList{"empty-list", Grade::Error, "列表是空的", "the list is empty"};
inline constexpr DiagnosticKind kRepeatedItem{"repeated-item", Grade::Error, "“{0}”在列表里写了两次",
                                              "'{0}' stands twice in the list"};

// Names.

inline constexpr DiagnosticKind kDuplicateId{"duplicate-id", Grade::Error, "编号“{0}”已经用过",
                                             "the id '{0}' is taken"};
inline constexpr DiagnosticKind kFirstId{"first-id", Grade::Note, "第一次用在这里", "it is used here first"};
inline constexpr DiagnosticKind kUnknownFact{"unknown-fact", Grade::Error, "没有事实“{0}”",
                                             "there is no fact '{0}'"};
inline constexpr DiagnosticKind kUnknownStep{"unknown-step", Grade::Error, "没有步骤“{0}”",
                                             "there is no step '{0}'"};
inline constexpr DiagnosticKind kUnknownChannel{"unknown-channel", Grade::Error, "没有渠道“{0}”",
                                                "there is no channel '{0}'"};
inline constexpr DiagnosticKind kUnknownEvidence{"unknown-evidence", Grade::Error, "没有证据“{0}”",
                                                 "there is no evidence '{0}'"};
inline constexpr DiagnosticKind kUnknownPrecaution{"unknown-precaution", Grade::Error, "没有注意事项“{0}”",
                                                   "there is no precaution '{0}'"};
inline constexpr DiagnosticKind kUnknownLetter{"unknown-letter", Grade::Error, "没有文书“{0}”",
                                               "there is no letter '{0}'"};
inline constexpr DiagnosticKind kUnknownSource{"unknown-source", Grade::Error, "没有来源“{0}”",
                                               "there is no source '{0}'"};
inline constexpr DiagnosticKind kUnknownPassage{"unknown-passage", Grade::Error, "来源“{1}”没有段落或条“{0}”",
                                                "source '{1}' has no passage '{0}'"};
inline constexpr DiagnosticKind kUnknownGraph{"unknown-graph", Grade::Error, "没有图“{0}”",
                                              "there is no graph '{0}'"};
inline constexpr DiagnosticKind kUnknownNode{"unknown-node", Grade::Error, "这张图没有节点“{0}”",
                                             "this graph has no node '{0}'"};
inline constexpr DiagnosticKind kUnknownOutcome{"unknown-outcome", Grade::Error, "没有结果“{0}”",
                                                "there is no outcome '{0}'"};
inline constexpr DiagnosticKind kUnknownPhase{"unknown-phase", Grade::Error, "没有阶段“{0}”",
                                              "there is no phase '{0}'"};
inline constexpr DiagnosticKind kUnknownUrgency{"unknown-urgency", Grade::Error, "没有紧急程度“{0}”",
                                                "there is no urgency '{0}'"};
inline constexpr DiagnosticKind kUnknownText{"unknown-text", Grade::Error, "知识库里没有可以翻译的“{0}”",
                                             "the knowledge has no text '{0}' to translate"};
inline constexpr DiagnosticKind kIsAFact{"is-a-fact", Grade::Note, "这是一个事实", "this is a fact"};
inline constexpr DiagnosticKind kIsAStep{"is-a-step", Grade::Note, "这是一个步骤", "this is a step"};
inline constexpr DiagnosticKind kIsAChannel{"is-a-channel", Grade::Note, "这是一个渠道", "this is a channel"};
inline constexpr DiagnosticKind kIsEvidence{"is-evidence", Grade::Note, "这是一项证据", "this is evidence"};
inline constexpr DiagnosticKind kIsAPrecaution{"is-a-precaution", Grade::Note, "这是一条注意事项",
                                               "this is a precaution"};
inline constexpr DiagnosticKind kIsALetter{"is-a-letter", Grade::Note, "这是一份文书", "this is a letter"};
inline constexpr DiagnosticKind kIsAGraph{"is-a-graph", Grade::Note, "这是一张图", "this is a graph"};
inline constexpr DiagnosticKind kIsASource{"is-a-source", Grade::Note, "这是一个来源", "this is a source"};

// Sources.

inline constexpr DiagnosticKind kBadReference{
    "bad-reference", Grade::Error, "“{0}”不是依据：要写成 来源.段落，例如 consumer_law.46",
    "'{0}' is no citation: write source.passage, such as consumer_law.46"};
inline constexpr DiagnosticKind kPassageUse{
    "passage-use", Grade::Error, "replaced_by 和 background 只能写一个，而且只用于种子文章",
    "a passage is replaced or background, not both, and only in a seed"};
inline constexpr DiagnosticKind kDatesReversed{"dates-reversed", Grade::Error, "{1} 在 {0} 之前",
                                               "{1} is before {0}"};

// Facts, tables and scales.

inline constexpr DiagnosticKind kReservedName{
    "reserved-name", Grade::Error, "“{0}”是条件语言的保留字，不能作事实的编号",
    "'{0}' is a word of the condition language, no name for a fact"};
inline constexpr DiagnosticKind kTooManyOptions{"too-many-options", Grade::Error, "取值超过 {0} 个",
                                                "there are more than {0} options"};
inline constexpr DiagnosticKind kBooleanOptions{"boolean-options", Grade::Error,
                                                "布尔事实的取值只能是 \"true\" 和 \"false\"",
                                                "the options of a boolean fact are \"true\" and \"false\""};
inline constexpr DiagnosticKind kKeyNotForType{"key-not-for-type", Grade::Error, "类型 {1} 的事实没有“{0}”",
                                               "a fact of type {1} has no '{0}'"};
inline constexpr DiagnosticKind kBoundsReversed{"bounds-reversed", Grade::Error, "max 小于 min",
                                                "max is smaller than min"};
inline constexpr DiagnosticKind kWrongResult{"wrong-result", Grade::Error,
                                             "事实“{0}”的值应是 {1}，这里得出 {2}",
                                             "fact '{0}' takes {1}, this gives {2}"};
inline constexpr DiagnosticKind kCellCount{"cell-count", Grade::Error, "这里有 {0} 格，应有 {1} 格",
                                           "there are {0} cells, expected {1}"};
inline constexpr DiagnosticKind kDerivedTwice{"derived-twice", Grade::Error, "事实“{0}”已经由另一张表得出",
                                              "fact '{0}' is already derived by another table"};
inline constexpr DiagnosticKind kDerivedAsked{"derived-asked", Grade::Error,
                                              "事实“{0}”由表得出，要写 asked: false",
                                              "fact '{0}' is derived: it needs asked: false"};
inline constexpr DiagnosticKind kOneOutput{"one-output", Grade::Error, "命中方式 {0} 只能有一个输出",
                                           "hit policy {0} takes one output"};
inline constexpr DiagnosticKind kOutputKind{
    "output-kind", Grade::Error, "命中方式 {0} 得不出事实“{1}”：它是 {2}，应是 {3}",
    "hit policy {0} cannot give fact '{1}', which is {2}: expected {3}"};
inline constexpr DiagnosticKind kResultOutOfBounds{"result-out-of-bounds", Grade::Error,
                                                   "事实“{0}”的值在 {1} 到 {2} 之间，这里得出 {3}",
                                                   "fact '{0}' lies between {1} and {2}, this gives {3}"};
inline constexpr DiagnosticKind kCoreFact{"core-fact", Grade::Error, "核心事实“{0}”应是 {1}",
                                          "the core fact '{0}' must be {1}"};
inline constexpr DiagnosticKind kSeverityOptions{
    "severity-options", Grade::Error, "severity 的取值要与严重程度一致，由重到轻：{0}",
    "the options of severity are the severity scale in its order: {0}"};

// Steps and channels.

inline constexpr DiagnosticKind kUrgencyOrder{"urgency-order", Grade::Error,
                                              "紧急程度的最后一条、也只有最后一条不写 when",
                                              "the last rule of an urgency, and only the last, has no when"};
inline constexpr DiagnosticKind kAcceptsBecause{"accepts-because", Grade::Error,
                                                "accepts 和 accepts_because 要一起写",
                                                "accepts and accepts_because stand together"};

// Graphs.

inline constexpr DiagnosticKind kNodeKind{"node-kind", Grade::Error, "节点“{0}”要恰有一种：{1}",
                                          "node '{0}' must be exactly one of: {1}"};
inline constexpr DiagnosticKind kOutcomeNotOfStep{
    "outcome-not-of-step", Grade::Error, "步骤“{1}”没有结果“{0}”", "step '{1}' has no outcome '{0}'"};
inline constexpr DiagnosticKind kDecideKind{"decide-kind", Grade::Error,
                                            "decide 只能用单选或布尔事实，“{0}”不是",
                                            "decide takes a choice or boolean fact, '{0}' is neither"};
inline constexpr DiagnosticKind kDecideIncomplete{"decide-incomplete", Grade::Error,
                                                  "没有 else 时要列出全部取值，缺少：{0}",
                                                  "without else every value is listed, missing: {0}"};
inline constexpr DiagnosticKind kDecideElse{"decide-else", Grade::Warning,
                                            "全部取值都已列出，else 永远不会走到",
                                            "every value is listed, else is never taken"};

// Words, calendars, translations.

inline constexpr DiagnosticKind kNoWords{"no-words", Grade::Error, "事实“{0}”没有取值，不能有词",
                                         "fact '{0}' has no options and so no words"};
inline constexpr DiagnosticKind kGapSign{"gap-sign", Grade::Error, "“{0}”里隔几个字要写“…”，不是三个点",
                                         "'{0}': a gap is written '…', not three dots"};
inline constexpr DiagnosticKind kGapAtEdge{"gap-at-edge", Grade::Error, "“{0}”：“…”前后都要有字",
                                           "'{0}': a gap has words on both sides"};
inline constexpr DiagnosticKind kCommaInPhrase{
    "comma-in-phrase", Grade::Error, "“{0}”里有“{1}”：几个词之间要用英文逗号",
    "'{0}' holds '{1}': several phrases are separated by an ASCII comma"};
inline constexpr DiagnosticKind kRepeatedPhrase{"repeated-phrase", Grade::Warning, "“{0}”已经列在这个取值下",
                                                "'{0}' is already listed for this value"};
inline constexpr DiagnosticKind kUnknownWordSet{"unknown-word-set", Grade::Error, "没有词组“{0}”",
                                                "there is no word set '{0}'"};
inline constexpr DiagnosticKind kBadBraces{"bad-braces", Grade::Error, "“{0}”：花括号里要写一个词组的编号",
                                           "'{0}': braces hold the id of a word set"};
inline constexpr DiagnosticKind kGapInCondition{"gap-in-condition", Grade::Error,
                                                "“{0}”：with 和 without 里的词不能隔字",
                                                "'{0}': phrases under with and without have no gaps"};
inline constexpr DiagnosticKind kCalendarYear{"calendar-year", Grade::Error, "这个日期不在 {0} 年",
                                              "this date is not in {0}"};
inline constexpr DiagnosticKind kCalendarClash{"calendar-clash", Grade::Error,
                                               "{0} 写了两次，或既是休息日又是工作日",
                                               "{0} stands twice, or is both a day off and a working day"};
inline constexpr DiagnosticKind kBadLanguage{"bad-language", Grade::Error,
                                             "“{0}”不是语言标签，例如 en、zh-Hant",
                                             "'{0}' is no language tag such as en or zh-Hant"};

/// All of the above and those of yaml_diagnostics.h, for the documentation and its test.
std::span<const DiagnosticKind* const> all_load_diagnostics();

}  // namespace zhilu::load
