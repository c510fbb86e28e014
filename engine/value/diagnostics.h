// SPDX-License-Identifier: MIT
// Reasons why an operation on values has no answer; a null carries one of them.
#pragma once

#include <span>

#include "engine/base/diagnostic.h"

namespace zhilu {

inline constexpr DiagnosticKind kValueTypesDiffer{"value-types-differ", Grade::Warning, "{0} 和 {1} 不能比较",
                                                  "cannot compare {0} with {1}"};
inline constexpr DiagnosticKind kValueNotOrdered{"value-not-ordered", Grade::Warning, "{0} 没有大小之分",
                                                 "values of type {0} have no order"};
inline constexpr DiagnosticKind kValueTooDeep{"value-too-deep", Grade::Error, "值嵌套超过 {0} 层",
                                              "the value is nested more than {0} deep"};
inline constexpr DiagnosticKind kValueTooLarge{"value-too-large", Grade::Error, "值的大小超过 {0}",
                                               "the value has a weight of more than {0}"};
inline constexpr DiagnosticKind kNumberOverflow{"number-overflow", Grade::Error, "计算没有有限的结果",
                                                "the calculation has no finite result"};

/// All of the above, for the documentation and its test.
std::span<const DiagnosticKind* const> all_value_diagnostics();

}  // namespace zhilu
