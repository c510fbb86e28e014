// SPDX-License-Identifier: MIT
// A scope of facts of every kind, and a person's facts over it, written as one line of text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expr/scope.h"
#include "engine/expr/vm.h"

namespace zhilu::test {

/// The facts that all tests use: loss_amount, fee, 金额, 损失 金额, 年-龄 (numbers), emergency, for_business
/// (booleans), platform, intent (choices of one), issues, tried (of several), happened_on, complained_on
/// (dates), note (text), wait (duration), anything (of any type).
const expr::MapScope& sample_scope();

/// Name of a fact of sample_scope.
std::string fact_name(FactId fact);

/// Facts of a person. `facts` is `name = value` separated by `;`, where a value is a FEEL literal, or what is
/// known in part: `a|b` (one of these), `+a -b` (has a, has not b), `1~5` and `1~` (between). What is not
/// named is unknown. Throws std::invalid_argument for what is no such text.
class SampleMatter : public expr::Environment {
 public:
  explicit SampleMatter(std::string_view facts);

  Value fact(FactId fact) const override;
  std::optional<Date> today() const override { return Date::from_ymd(2026, 11, 22); }
  Value event(std::string_view step_or_channel) const override;

  void set(FactId fact, Value value) { values_[fact] = std::move(value); }
  void forget(FactId fact) { values_.erase(fact); }
  const std::map<FactId, Value>& values() const { return values_; }

 private:
  std::map<FactId, Value> values_;
};

}  // namespace zhilu::test
