// SPDX-License-Identifier: MIT
// The naive evaluator as a class; for naive_evaluator.cc, naive_loops.cc and naive_calls.cc only.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/expr/functions.h"
#include "engine/expr/program.h"
#include "engine/expr/runtime.h"
#include "tests/support/naive_logic.h"

namespace zhilu::naive {

using expr::Ast;
using expr::ExprId;
using expr::NodeKind;
using expr::Relation;

/// A name that was declared around, or the item of a filter, whose entries are names.
struct Binding {
  std::string name;
  Value value;
  bool is_item = false;
};

/// A function of the language with everything that was around it.
class NaiveFunction final : public zhilu::Function {
 public:
  NaiveFunction(std::shared_ptr<const expr::Program> of, ExprId at, std::vector<Binding> bindings)
      : program(std::move(of)), node(at), around(std::move(bindings)) {}

  Type type() const override { return declared.has_signature() ? declared : program->ast().type(node); }

  std::shared_ptr<const expr::Program> program;
  ExprId node;
  std::vector<Binding> around;
  Type declared;
};

/// Null if the value is no function that the naive evaluator made.
const NaiveFunction* as_naive(const Value& value);

class Walker {
 public:
  Walker(const expr::Program& program, std::vector<Binding> bindings, expr::Runtime& runtime, int calls)
      : program_(program),
        ast_(program.ast()),
        runtime_(runtime),
        bindings_(std::move(bindings)),
        calls_(calls) {}

  Value walk(ExprId id);

 private:
  Value child(ExprId id, std::size_t i);
  std::vector<Value> children(ExprId id, std::size_t from = 0);
  Value relation(ExprId id, Relation relation);
  Value literal(ExprId id) const;
  Value name(ExprId id) const;
  static Value path(const Value& base, std::string_view name);
  Value in(ExprId id);
  Value choose(ExprId id);
  /// The body for each combination of items, from iterator `i` on; an iterator without a list gives its
  /// domain instead, and what the body lacks for an unknown item.
  Value rounds(ExprId id, std::size_t i, std::vector<Value>& results);
  Value loop(ExprId id);
  Value filter_condition(ExprId id, const Value& item);
  Value filter(ExprId id);
  Value context(ExprId id);
  Value range(ExprId id);
  Value half_range(ExprId id);
  Value function(ExprId id);
  Value call(ExprId id);
  Value call_value(const Value& function, std::vector<Value> arguments, const std::vector<std::string>& names,
                   bool may_misfit = false);
  Value call_own(const NaiveFunction& function, std::vector<Value> arguments,
                 const std::vector<std::string>& names, bool may_misfit);
  Value call_built_in(const expr::BuiltIn& function, std::vector<Value> arguments,
                      const std::vector<std::string>& names);
  /// Insertion sort.
  Value sort(const std::vector<Value>& arguments);
  Value replace(const std::vector<Value>& arguments);

  const expr::Program& program_;
  const Ast& ast_;
  expr::Runtime& runtime_;
  std::vector<Binding> bindings_;
  int calls_;
};

}  // namespace zhilu::naive
