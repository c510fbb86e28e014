// SPDX-License-Identifier: MIT
// Conditions taken apart: predicates shared by all of them, and circuits over the predicates.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/compile/compiled.h"

namespace zhilu {

/// Builds the predicates and circuits of a knowledge base, one condition after the other.
class CircuitBuilder {
 public:
  /// REQUIRES: `knowledge` outlives the builder.
  explicit CircuitBuilder(const Knowledge& knowledge) : knowledge_(knowledge) {}

  /// Adds the circuit of the next condition; circuits and conditions are numbered alike.
  CircuitId add_condition(ConditionId condition);

  /// Adds a circuit that holds where `yes` holds (not set: always) and none of `no` does. REQUIRES: all
  /// conditions have been added.
  CircuitId add_exclusive(CircuitId yes, const std::vector<CircuitId>& no);

  std::vector<Predicate> take_predicates() { return std::move(predicates_); }
  Rows<CircuitOp> take_circuits() { return std::move(circuits_); }
  /// The texts of TextIn predicates, ascending; Predicate::mask is the index.
  std::vector<std::vector<std::string>> take_text_sets() { return std::move(text_sets_); }

 private:
  using Code = CircuitOp::Code;

  void walk(ConditionId condition, const expr::Ast& ast, expr::ExprId id);
  void push_general(ConditionId condition, const expr::Ast& ast, expr::ExprId id);
  void walk_chain(ConditionId condition, const expr::Ast& ast, expr::ExprId id, Code code);
  bool walk_simple(const expr::Ast& ast, expr::ExprId id);
  bool walk_comparison(const expr::Ast& ast, expr::ExprId id);
  bool compare(const expr::Ast& ast, expr::ExprId name, expr::NodeKind relation, expr::ExprId literal);
  bool walk_in(const expr::Ast& ast, expr::ExprId id);
  bool option_in(const expr::Ast& ast, FactId fact, std::span<const expr::ExprId> tests);
  bool text_in(const expr::Ast& ast, FactId fact, std::span<const expr::ExprId> tests);
  bool number_in(const expr::Ast& ast, expr::ExprId name, expr::ExprId test);
  bool has_member(const expr::Ast& ast, expr::ExprId choices, expr::ExprId literal);

  /// The mask of one option of a choice or choices fact, 0 if it has no such option.
  std::uint64_t option_mask(FactId fact, const Value& literal) const;
  void push(Code code, std::uint32_t predicate = 0) { circuits_.add(CircuitOp::of(code, predicate)); }
  void push_predicate(const Predicate& predicate, const std::string& key);
  void push_simple(PredicateKind kind, FactId fact, std::uint64_t mask);
  void push_texts(FactId fact, std::vector<std::string> texts);
  void push_number(PredicateKind kind, FactId fact, const Decimal& number);

  const Knowledge& knowledge_;
  std::vector<Predicate> predicates_;
  Rows<CircuitOp> circuits_;
  std::vector<std::vector<std::string>> text_sets_;
  /// Canonical form of each predicate, for sharing.
  std::map<std::string, std::uint32_t> known_;
};

}  // namespace zhilu
