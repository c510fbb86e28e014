// SPDX-License-Identifier: MIT
// How the value of an expression came about, part by part; see explain_expression(). Used by expression.cc.
#pragma once

#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

#include "engine/expr/program.h"
#include "engine/expr/scope.h"
#include "engine/expr/vm.h"
#include "engine/expression.h"
#include "engine/render/condition_text.h"
#include "engine/render/wording.h"

namespace zhilu {

/// The facts of the knowledge as names of expressions.
expr::MapScope fact_scope(const Knowledge& knowledge);

class PartsWriter {
 public:
  /// REQUIRES: `wording` and `scope` outlive this object.
  PartsWriter(const Wording& wording, const expr::MapScope& scope) : wording_(wording), scope_(scope) {}

  ExpressionPart write(const expr::Program& program, const expr::Environment& environment) {
    return part(program, program.root(), environment, scope_);
  }

  /// True if parts were left out because there are too many.
  bool shortened() const { return shortened_; }

 private:
  ExpressionPart part(const expr::Program& program, expr::ExprId id, const expr::Environment& environment,
                      const expr::MapScope& scope);
  void add_children(const expr::Program& program, expr::ExprId id, const expr::Environment& environment,
                    const expr::MapScope& scope, ExpressionPart& parent);
  /// The body of a loop or filter for each item of its list, the variable being a fact of its own.
  void add_items(const expr::Program& program, expr::ExprId list, std::string_view variable,
                 expr::ExprId body, const expr::Environment& environment, const expr::MapScope& scope,
                 ExpressionPart& parent);
  void describe(const expr::Ast& ast, expr::ExprId id, const Value& value, ExpressionPart& part) const;
  ValueUnit unit(const expr::Ast& ast, expr::ExprId id) const;

  const Wording& wording_;
  const expr::MapScope& scope_;
  std::size_t count_ = 0;
  /// The variables around the part being written; each is a fact beyond those of the knowledge.
  VariableUnits variables_;
  bool shortened_ = false;
};

}  // namespace zhilu
