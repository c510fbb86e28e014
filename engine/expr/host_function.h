// SPDX-License-Identifier: MIT
// Functions whose body is no expression: a decision table that expressions call by its name.
#pragma once

#include <string>
#include <vector>

#include "engine/expr/vm.h"

namespace zhilu::expr {

/// The evaluation that asks for the values of further programs. What they take counts against one budget.
class Caller {
 public:
  virtual ~Caller() = default;
  virtual const Environment& environment() const = 0;
  /// Null if nobody wants to be told.
  virtual Observer* observer() const = 0;
  virtual Value evaluate(const Program& program, const Environment& environment) = 0;
};

/// The caller of an evaluation that stands alone: each program has the whole budget.
class DirectCaller final : public Caller {
 public:
  explicit DirectCaller(const Environment& environment, Observer* observer = nullptr,
                        const Budget& budget = {})
      : environment_(environment), observer_(observer), budget_(budget) {}

  const Environment& environment() const override { return environment_; }
  Observer* observer() const override { return observer_; }
  Value evaluate(const Program& program, const Environment& environment) override {
    return expr::evaluate(program, environment, observer_, budget_);
  }

 private:
  const Environment& environment_;
  Observer* observer_;
  Budget budget_;
};

class HostFunction : public zhilu::Function {
 public:
  /// A function type with the types of the parameters and of the result.
  Type type() const override = 0;
  /// Names of the parameters, in their order.
  virtual const std::vector<std::string>& parameters() const = 0;
  /// REQUIRES: one argument for each parameter, converted to its type.
  virtual Value call(std::vector<Value> arguments, Caller& caller) const = 0;
};

}  // namespace zhilu::expr
