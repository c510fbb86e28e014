// SPDX-License-Identifier: MIT
// What can be wrong with a tests.yaml, besides what engine/intake finds in its facts and events.
#pragma once

#include "engine/base/diagnostic.h"

namespace zhilu::tester {

inline constexpr DiagnosticKind kUnknownName{"test-unknown-name", Grade::Error, "{0} 里没有名为“{1}”的{2}",
                                             "there is no {3} '{1}' for {0}"};
inline constexpr DiagnosticKind kMissing{"test-missing-key", Grade::Error, "这个测试缺少“{0}”",
                                         "the test lacks '{0}'"};
inline constexpr DiagnosticKind kDuplicateName{"test-duplicate-name", Grade::Error,
                                               "这个文件里已经有名为“{0}”的测试",
                                               "there is already a test '{0}' in this file"};
inline constexpr DiagnosticKind kNoDate{"test-no-date", Grade::Error,
                                        "这个测试缺少“today”，主题也没有写“reviewed”",
                                        "the test lacks 'today' and its topic has no 'reviewed'"};
inline constexpr DiagnosticKind kExpectsNothing{"test-expects-nothing", Grade::Error,
                                                "“expect”里什么都没有写", "'expect' is empty"};

}  // namespace zhilu::tester
