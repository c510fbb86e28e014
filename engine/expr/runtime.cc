// SPDX-License-Identifier: MIT
#include "engine/expr/runtime.h"

#include <fmt/format.h>

namespace zhilu::expr {

void Runtime::stop(const DiagnosticKind& why, std::uint64_t limit) {
  if (stopped()) return;
  stop_reason_ = &why;
  stop_limit_ = fmt::to_string(limit);
}

void Runtime::settle(const Runtime& inner) {
  steps_ = inner.steps_;
  if (!inner.stopped() || stopped()) return;
  stop_reason_ = inner.stop_reason_;
  stop_limit_ = inner.stop_limit_;
}

Value Runtime::checked(Value value) {
  if (value.is(ValueKind::String)) {
    const std::size_t bytes = value.as_string().size();
    if (bytes > budget_.string_bytes) return Value::null(kBudgetText, {fmt::to_string(budget_.string_bytes)});
    spend(bytes / 16);
  } else if (value.is(ValueKind::List)) {
    const std::size_t items = value.as_list().size();
    if (items > budget_.list_items) return Value::null(kBudgetList, {fmt::to_string(budget_.list_items)});
    spend(items);
  }
  return value;
}

bool Runtime::enter_block() {
  if (++nesting_ > kMaxNesting) stop(kBudgetCalls, kMaxNesting);
  return !stopped();
}

bool Runtime::enter_call() {
  if (++calls_ > budget_.calls) stop(kBudgetCalls, budget_.calls);
  return !stopped();
}

}  // namespace zhilu::expr
