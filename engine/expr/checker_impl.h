// SPDX-License-Identifier: MIT
// The checker as a class; for checker.cc, checker_operators.cc and checker_calls.cc only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expr/calls.h"
#include "engine/expr/checker.h"

namespace zhilu::expr {

class Checker {
 public:
  Checker(Ast& ast, const Scope& scope, Diagnostics& diagnostics);
  Bindings run();

 private:
  struct Local {
    std::string name;
    std::uint32_t slot = 0;
    Type type;
  };
  /// A function that is being checked; the expression itself is the outermost.
  struct FunctionScope {
    std::uint32_t frame = 0;
    std::vector<Local> locals;
    std::vector<Local> captured;
  };
  /// The item of a filter around, whose entries are names.
  struct FilterItem {
    std::uint32_t slot = 0;
    std::size_t function = 0;
    /// Local variables declared before the filter's condition; those declared in it hide the entries.
    std::size_t locals = 0;
    Type type;
  };
  /// A local variable and its place among those of its function; captured ones come before all.
  struct FoundLocal {
    Local local;
    std::size_t place = 0;
  };

  Type check(ExprId id);
  Type find_type(ExprId id);
  Diagnostic& report(const DiagnosticKind& kind, ExprId at, std::vector<std::string> args);

  std::uint32_t add_slot();
  std::uint32_t declare(ExprId id, std::string_view name, Type type);
  std::optional<FoundLocal> find_local(std::size_t depth, std::string_view name);
  bool find_entry(ExprId id, std::string_view name, std::size_t local_place, Type& type);
  Type check_name(ExprId id);
  void report_unknown_name(ExprId id, const std::string& name);
  Type check_path(ExprId id);
  Type check_filter(ExprId id);
  Type check_if(ExprId id);
  void check_iterators(ExprId id);
  Type check_for(ExprId id);
  Type check_quantified(ExprId id);
  Type check_list(ExprId id);
  Type check_context(ExprId id);
  Type check_function(ExprId id);

  // In checker_operators.cc.
  Type check_operator(ExprId id);
  Type check_arithmetic(ExprId id);
  Type check_comparison(ExprId id);
  Type check_in(ExprId id);
  Type check_range(ExprId id);
  void require_boolean(const Type& type, ExprId at, std::string_view sign);
  void require_ordered(const Type& a, const Type& b, ExprId at, std::string_view sign);
  void require_comparable(const Type& a, const Type& b, ExprId at);
  /// The fact with options that `id` names, or null.
  const Variable* find_options(ExprId id) const;
  void check_option(ExprId id, const Variable& variable);
  bool report_member_test(ExprId id, ExprId set, ExprId option);

  // In checker_calls.cc.
  Type check_call(ExprId id);
  /// True if the name is that of a local variable or fact that can be called.
  bool names_a_function(std::string_view name);
  Type check_built_in_call(ExprId id, const BuiltIn& function);
  Type check_arguments(ExprId id, const BuiltIn& function, const std::vector<ArgumentPlan>& plans);
  void check_known_options(ExprId id, const BuiltIn& function);
  Type check_type_node(ExprId id);

  Ast& ast_;
  const Scope& scope_;
  Diagnostics& diagnostics_;
  Bindings bindings_;
  std::vector<FunctionScope> functions_;
  std::vector<FilterItem> filters_;
  /// The fact that the operand at hand is compared with, to tell a forgotten quote from a wrong name.
  const Variable* options_ = nullptr;
};

}  // namespace zhilu::expr
