// SPDX-License-Identifier: MIT
// A decision table over expressions, compiled: DMN's boxed decision table as it stands, without a knowledge
// base.
//
// A table of the knowledge is taken apart into predicates instead (engine/compile); both apply the same hit
// policies.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/expr/host_function.h"
#include "engine/expr/program.h"
#include "engine/expr/scope.h"
#include "engine/model/decision_table.h"
#include "engine/value/value.h"

namespace zhilu {

/// A table as it is written. Empty texts stand for what is not written.
struct TableText {
  struct Input {
    std::string expression;
    std::string allowed;  ///< Unary tests, one of which the input must pass.
  };
  struct Output {
    std::string name;      ///< Of tables with several outputs, whose result is a context.
    std::string allowed;   ///< The same; their order is the order of priority.
    std::string fallback;  ///< An expression: the output if no rule holds.
  };
  struct Rule {
    std::vector<std::string> when;  ///< Unary tests, one an input.
    std::vector<std::string> then;  ///< Expressions, one an output.
  };
  HitPolicy hit = HitPolicy::Unique;
  std::vector<Input> inputs;
  std::vector<Output> outputs;
  std::vector<Rule> rules;
};

class TableProgram {
 public:
  /// Compiles a table. Reports what is wrong with its expressions; a faulty part evaluates to null.
  /// REQUIRES: each rule has one test an input and one expression an output.
  TableProgram(const TableText& text, const expr::Scope& scope, Diagnostics& diagnostics);

  /// The result: a value, a list, a number, of several outputs a context (or a list of contexts), null where
  /// nothing holds and nothing is written for that. Null with a fault (engine/table/diagnostics.h) if the hit
  /// policy is violated, or an input or output is not one of its allowed values.
  Value evaluate(const expr::Environment& environment, expr::Caller& caller) const;

 private:
  using Program = std::shared_ptr<const expr::Program>;

  struct Allowed {
    std::string text;
    Program test;                 ///< Over kCellFact; null: every value is allowed.
    std::vector<Program> places;  ///< Each value or test, in the order of priority.
  };
  struct Input {
    Program value;
    Allowed allowed;
  };
  struct Output {
    std::string name;
    Allowed allowed;
    Program fallback;
  };
  struct Rule {
    std::vector<Program> tests;  ///< Null: tests nothing.
    std::vector<Program> outputs;
  };

  class Run;

  static Allowed compile_allowed(const std::string& text, const expr::Scope& scope, Diagnostics& diagnostics);

  HitPolicy hit_;
  std::vector<Input> inputs_;
  std::vector<Output> outputs_;
  std::vector<Rule> rules_;
};

}  // namespace zhilu
