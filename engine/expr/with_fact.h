// SPDX-License-Identifier: MIT
// An environment in which one fact has a value of its own, and all else is as outside.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "engine/expr/vm.h"

namespace zhilu::expr {

class WithFact final : public Environment {
 public:
  /// REQUIRES: `outer` outlives this object.
  WithFact(const Environment& outer, FactId fact, Value value)
      : outer_(outer), fact_(fact), value_(std::move(value)) {}

  Value fact(FactId fact) const override { return fact == fact_ ? value_ : outer_.fact(fact); }
  std::optional<Date> today() const override { return outer_.today(); }
  Value event(std::string_view name) const override { return outer_.event(name); }
  const Calendar* calendar() const override { return outer_.calendar(); }
  const ZoneRules* zones() const override { return outer_.zones(); }
  const TextRules* text_rules() const override { return outer_.text_rules(); }

 private:
  const Environment& outer_;
  FactId fact_;
  Value value_;
};

}  // namespace zhilu::expr
