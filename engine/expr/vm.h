// SPDX-License-Identifier: MIT
// Evaluation: a program over the facts of one environment. Total, deterministic, without side effects.
//
// A fact that is not known gives an Unknown that carries its FactId. Unknown absorbs everything except where
// three-valued logic settles the result. An error gives null and is told to the observer; nothing throws.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/expr/program.h"
#include "engine/value/calendar.h"
#include "engine/value/date.h"
#include "engine/value/fact_set.h"
#include "engine/value/truth.h"
#include "engine/value/value.h"

namespace zhilu {
class TextRules;
class ZoneRules;
}  // namespace zhilu

namespace zhilu::expr {

/// What an expression can ask of the world. Const and free of side effects, so that evaluation is.
class Environment {
 public:
  virtual ~Environment() = default;

  /// The value of a fact; an Unknown with that fact where nothing is known.
  virtual Value fact(FactId fact) const = 0;

  /// `today()`; empty makes it unknown (without a missing fact).
  virtual std::optional<Date> today() const { return std::nullopt; }

  /// `event("complain_platform")`: the latest event of a step or channel as a context {what, on, number},
  /// null if nothing has happened.
  virtual Value event(std::string_view step_or_channel) const;

  /// For working days; null: weekends only.
  virtual const Calendar* calendar() const { return nullptr; }

  /// For times with named zones; null: named zones are an error.
  virtual const ZoneRules* zones() const { return nullptr; }

  /// For regular expressions and upper and lower case; null: regular expressions are an error and case is
  /// ASCII's.
  virtual const TextRules* text_rules() const { return nullptr; }
};

/// Is told what goes wrong during an evaluation. All calls come from the thread that evaluates.
class Observer {
 public:
  virtual ~Observer() = default;

  /// The node became null because of an error, or got a value it takes for null (an `if` whose condition is a
  /// text). `kind` is one of engine/expr/diagnostics.h or engine/value/diagnostics.h.
  virtual void on_fault(const Program& program, ExprId node, const DiagnosticKind& kind,
                        const std::vector<std::string>& args) = 0;
};

/// What one evaluation may use up before it ends in null with `budget-…`.
struct Budget {
  std::uint64_t steps = 2'000'000;  ///< Instructions and list items handled by functions.
  std::uint32_t calls = 128;        ///< Nested calls of functions written in the language.
  std::size_t list_items = 100'000;
  std::size_t string_bytes = 1 << 20;
};

/// The value of the whole program.
Value evaluate(const Program& program, const Environment& environment, Observer* observer = nullptr,
               const Budget& budget = {});

/// The value of one node of the program's tree that stands in no loop, filter, context or function body
/// (local variables are null there).
Value evaluate(const Program& program, ExprId node, const Environment& environment,
               Observer* observer = nullptr, const Budget& budget = {});

/// A value as a condition: true is True, false and null (and anything that is no boolean) False, Unknown
/// Unknown.
Truth to_truth(const Value& value);

}  // namespace zhilu::expr
