// SPDX-License-Identifier: MIT
// What one evaluation shares: the environment, what is left of the budget, the observer. Internal to this
// room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/expr/diagnostics.h"
#include "engine/expr/vm.h"
#include "engine/value/time.h"

namespace zhilu::expr {

class Runtime {
 public:
  /// Nested executions of blocks; each takes some hundred bytes of the native stack.
  static constexpr std::uint32_t kMaxNesting = 1000;

  Runtime(const Environment& environment, Observer* observer, const Budget& budget)
      : environment_(environment), observer_(observer), budget_(budget), steps_(budget.steps) {}

  /// For a program that `outer` evaluates in another environment: it goes on with what is left of the budget.
  Runtime(const Environment& environment, const Runtime& outer)
      : environment_(environment),
        observer_(outer.observer_),
        budget_(outer.budget_),
        steps_(outer.steps_),
        nesting_(outer.nesting_),
        calls_(outer.calls_) {}
  /// Counts what `inner`, made for this one, has used up.
  void settle(const Runtime& inner);

  const Environment& environment() const { return environment_; }
  const Budget& budget() const { return budget_; }
  Observer* observer() const { return observer_; }
  const ZoneRules& zones() const {
    const ZoneRules* zones = environment_.zones();
    return zones != nullptr ? *zones : utc_;
  }

  /// Takes `steps` from the budget. False once it is used up: then everything ends, and the result is null.
  bool spend(std::uint64_t steps) {
    if (steps > steps_) {
      steps_ = 0;
      stop(kBudgetSteps, budget_.steps);
    } else {
      steps_ -= steps;
    }
    return !stopped();
  }
  /// Takes what it costs to walk over the value.
  bool spend_on(const Value& value) { return spend(value.weight() / 16); }
  void stop(const DiagnosticKind& why, std::uint64_t limit);
  bool stopped() const { return stop_reason_ != nullptr; }
  /// REQUIRES: stopped().
  Value stop_value() const { return Value::null(*stop_reason_, {stop_limit_}); }

  /// Null (budget-list, budget-text) in place of a value that is too large; else the value, paid for in
  /// steps.
  Value checked(Value value);

  bool enter_block();
  void leave_block() { --nesting_; }
  bool enter_call();
  void leave_call() { --calls_; }

 private:
  const Environment& environment_;
  Observer* observer_;
  const Budget& budget_;
  std::uint64_t steps_;
  std::uint32_t nesting_ = 0;
  std::uint32_t calls_ = 0;
  const DiagnosticKind* stop_reason_ = nullptr;
  std::string stop_limit_;
  UtcOnly utc_;
};

/// Calls a function value. Null with a reason if the arguments do not fit. `names`: empty, or one per
/// argument. `may_misfit`: an argument that is not known may turn out to be of another type than its
/// parameter; then the result is not known either.
Value call_function(Runtime& runtime, const zhilu::Function& function, std::vector<Value> arguments,
                    const std::vector<std::string>& names = {}, bool may_misfit = false);

}  // namespace zhilu::expr
