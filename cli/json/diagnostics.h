// SPDX-License-Identifier: MIT
// Problems in JSON that is read.
#pragma once

#include "engine/base/diagnostic.h"

namespace zhilu::json {

inline constexpr DiagnosticKind kSyntax{"json-syntax", Grade::Error, "这不是合法的 JSON：到这里为止读到“{0}”",
                                        "this is not JSON: read '{0}' up to here"};
inline constexpr DiagnosticKind kTooDeep{"json-too-deep", Grade::Error, "JSON 嵌套超过 {0} 层",
                                         "JSON is nested more than {0} levels deep"};
inline constexpr DiagnosticKind kTooLarge{"json-too-large", Grade::Error, "JSON 超过 {0} 字节",
                                          "JSON has more than {0} bytes"};
inline constexpr DiagnosticKind kDuplicateName{
    "json-duplicate-name", Grade::Error, "“{0}”在同一个对象里出现了两次", "'{0}' stands twice in one object"};

}  // namespace zhilu::json
