// SPDX-License-Identifier: MIT
#include "engine/table/diagnostics.h"

namespace zhilu {

std::span<const DiagnosticKind* const> all_table_diagnostics() {
  static constexpr const DiagnosticKind* kAll[] = {&kSeveralRulesHold, &kRulesDisagree, &kInputNotAllowed,
                                                   &kOutputNotAllowed, &kNotAggregated};
  return kAll;
}

}  // namespace zhilu
