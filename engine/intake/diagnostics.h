// SPDX-License-Identifier: MIT
// Problems in what a caller says about a matter.
#pragma once

#include "engine/base/diagnostic.h"

namespace zhilu::intake {

inline constexpr DiagnosticKind kUnknownFact{"input-unknown-fact", Grade::Error, "没有名为“{0}”的事实",
                                             "there is no fact '{0}'"};
inline constexpr DiagnosticKind kUnknownValue{"input-unknown-value", Grade::Error,
                                              "事实“{0}”没有取值“{1}”，可以是：{2}",
                                              "fact '{0}' has no value '{1}', it may be: {2}"};
inline constexpr DiagnosticKind kWrongType{"input-wrong-type", Grade::Error, "“{0}”应当是{1}，这里写的是{2}",
                                           "'{0}' takes {3}, found {4}"};
inline constexpr DiagnosticKind kBadValue{"input-bad-value", Grade::Error, "“{0}”的值“{1}”不是{2}",
                                          "value '{1}' of '{0}' is not {3}"};
inline constexpr DiagnosticKind kOutOfRange{"input-out-of-range", Grade::Error,
                                            "“{0}”的值 {1} 超出范围：应当在 {2} 到 {3} 之间",
                                            "value {1} of '{0}' is out of range, expected {2} to {3}"};
inline constexpr DiagnosticKind kContradiction{"input-contradiction", Grade::Error,
                                               "“{0}”里的“{1}”既写成有又写成没有",
                                               "'{1}' is both given and denied in '{0}'"};
inline constexpr DiagnosticKind kDerivedFact{"input-derived-fact", Grade::Error,
                                             "“{0}”由决策表得出，不能直接给出",
                                             "'{0}' is the result of a decision table and cannot be given"};
inline constexpr DiagnosticKind kUnknownKey{"input-unknown-key", Grade::Error,
                                            "这里没有名为“{0}”的键，可以用：{1}",
                                            "there is no key '{0}' here, expected one of: {1}"};
inline constexpr DiagnosticKind kDuplicateKey{"input-duplicate-key", Grade::Error, "“{0}”写了两次",
                                              "'{0}' is given twice"};
inline constexpr DiagnosticKind kMissingKey{"input-missing-key", Grade::Error, "一条进展缺少“{0}”",
                                            "an event lacks '{0}'"};
inline constexpr DiagnosticKind kUnknownStep{"input-unknown-step", Grade::Error, "没有编号为“{0}”的步骤",
                                             "there is no step '{0}'"};
inline constexpr DiagnosticKind kUnknownChannel{"input-unknown-channel", Grade::Error,
                                                "没有编号为“{0}”的渠道", "there is no channel '{0}'"};
inline constexpr DiagnosticKind kStepAndChannel{"input-step-and-channel", Grade::Error,
                                                "一条进展只能写步骤或渠道中的一个",
                                                "an event names either a step or a channel"};
inline constexpr DiagnosticKind kBadSetting{"input-bad-setting", Grade::Error,
                                            "“{0}”应当写成 事实=取值，例如 issues=fraud",
                                            "'{0}' should read fact=value, for example issues=fraud"};
inline constexpr DiagnosticKind kTooLong{"input-too-long", Grade::Error, "“{0}”太长：最多 {1} 字节",
                                         "'{0}' is too long: {1} bytes at most"};

}  // namespace zhilu::intake
