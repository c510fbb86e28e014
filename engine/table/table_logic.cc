// SPDX-License-Identifier: MIT
#include "engine/table/table_logic.h"

#include <algorithm>

#include "engine/expr/functions.h"
#include "engine/expr/vm.h"
#include "engine/table/domain.h"

namespace zhilu {
namespace {

using expr::Ast;
using expr::ExprId;
using ExprKind = expr::NodeKind;

/// A world in which one fact is known.
class OneFact final : public expr::Environment {
 public:
  OneFact(FactId fact, const Value& value) : fact_(fact), value_(value) {}
  Value fact(FactId fact) const override { return fact == fact_ ? value_ : Value::unknown(fact); }

 private:
  FactId fact_;
  const Value& value_;
};

bool is_fact(const Ast& ast, ExprId id) {
  return ast.kind(id) == ExprKind::Name && ast.fact(id).is_set();
}

/// The one fact that is read below `id`; not set if there are several, or if more than facts is asked.
FactId only_fact(const Ast& ast, ExprId id, bool& good) {
  if (is_fact(ast, id)) return ast.fact(id);
  if (ast.kind(id) == ExprKind::Call) {
    const expr::BuiltIn* function = ast.function(ast.child(id, 0));
    good = good && function != nullptr && function->pure;
  }
  FactId found;
  for (const ExprId child : ast.children(id)) {
    const FactId fact = only_fact(ast, child, good);
    good = good && (!fact.is_set() || !found.is_set() || fact == found);
    if (fact.is_set()) found = fact;
  }
  return found;
}

/// A comparison of a fact with constants: `? < 3`, `? in (1, [2..3])`, `? between 1 and 2`. Gives the
/// constants.
bool is_comparison(const Ast& ast, ExprId id, std::vector<ExprId>& constants) {
  switch (ast.kind(id)) {
    case ExprKind::Equal:
    case ExprKind::NotEqual:
    case ExprKind::Less:
    case ExprKind::LessEqual:
    case ExprKind::Greater:
    case ExprKind::GreaterEqual:
    case ExprKind::Between:
    case ExprKind::In:
      break;
    default:
      return false;
  }
  bool has_fact = false;
  for (const ExprId child : ast.children(id)) {
    if (ast.is_constant(child)) {
      constants.push_back(child);
    } else if (is_fact(ast, child) && !has_fact) {
      has_fact = true;
    } else {
      return false;
    }
  }
  return has_fact;
}

/// `"a" in ?` and `list contains(?, "a")`, of a choices fact. Gives the fact and the option.
bool is_membership(const Ast& ast, ExprId id, ExprId& fact, ExprId& option) {
  const auto children = ast.children(id);
  if (ast.kind(id) == ExprKind::In && children.size() == 2) {
    option = children[0];
    fact = children[1];
  } else if (ast.kind(id) == ExprKind::Call && children.size() == 3) {
    const expr::BuiltIn* function = ast.function(children[0]);
    if (function == nullptr || function->name != "list contains") return false;
    fact = children[1];
    option = children[2];
  } else {
    return false;
  }
  return is_fact(ast, fact) && ast.is_constant(option) && ast.value(option).is(ValueKind::String);
}

}  // namespace

TableLogic::TableLogic(const Knowledge& knowledge, const DecisionTable& table, std::uint64_t& steps)
    : knowledge_(knowledge) {
  // In the order of the columns, as far as they are plain facts.
  for (const ConditionId input : table.inputs) {
    const expr::Program& program = knowledge.program(input);
    if (!is_fact(program.ast(), program.root())) continue;
    const FactId fact = program.ast().fact(program.root());
    if (knowledge.facts[fact].kind != FactKind::Choices) dimension(fact, std::nullopt);
  }
  for (const TableRule& row : table.rules) {
    Rule rule;
    const std::size_t before = nodes_.size();
    for (const ConditionId test : row.tests) {
      if (!test.is_set()) continue;
      const expr::Program& program = knowledge.program(test);
      rule.tests.push_back(add_test(program, program.root()));
    }
    rule.cost += nodes_.size() - before;
    rules_.push_back(std::move(rule));
  }
  cut_domains(steps);
  if (ready_) evaluate_atoms();
}

std::uint32_t TableLogic::add_node(Kind kind, std::vector<std::uint32_t> children) {
  nodes_.push_back({kind, 0, std::move(children)});
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t TableLogic::add_test(const expr::Program& program, ExprId id) {
  const Ast& ast = program.ast();
  if (ast.is_constant(id)) {
    const Value& value = ast.value(id);
    if (!value.is(ValueKind::Boolean)) return add_node(Kind::Opaque);
    return add_node(value.is_true() ? Kind::True : Kind::False);
  }
  const ExprKind kind = ast.kind(id);
  if (kind != ExprKind::And && kind != ExprKind::Or && kind != ExprKind::Not) return add_atom(program, id);
  std::vector<std::uint32_t> children;
  for (const ExprId child : ast.children(id)) children.push_back(add_test(program, child));
  return add_node(kind == ExprKind::And  ? Kind::And
                  : kind == ExprKind::Or ? Kind::Or
                                         : Kind::Not,
                  std::move(children));
}

std::uint32_t TableLogic::add_atom(const expr::Program& program, ExprId id) {
  const Ast& ast = program.ast();
  bool good = true;
  const FactId fact = only_fact(ast, id, good);
  if (!good || !fact.is_set()) return add_node(Kind::Opaque);
  const FactKind kind = knowledge_.facts[fact].kind;
  if (kind == FactKind::Choices) {
    ExprId owner;
    ExprId option;
    return is_membership(ast, id, owner, option) ? add_member(fact, ast.value(option))
                                                 : add_node(Kind::Opaque);
  }
  std::vector<Value> named;
  // The values of a boolean or a choice are few: any test of them is decided by trying them all.
  if (kind != FactKind::Boolean && kind != FactKind::Choice) {
    std::vector<ExprId> constants;
    if (!is_comparison(ast, id, constants)) return add_node(Kind::Opaque);
    for (const ExprId constant : constants) good = good && add_named_values(kind, ast.value(constant), named);
    const ExprKind relation = ast.kind(id);
    // Texts have an order, but not one that an example could be found by.
    const bool is_equality =
        relation == ExprKind::Equal || relation == ExprKind::NotEqual || relation == ExprKind::In;
    if (!good || (kind == FactKind::Text && !is_equality)) return add_node(Kind::Opaque);
  }
  const std::uint32_t at = dimension(fact, std::nullopt);
  named_[at].insert(named_[at].end(), named.begin(), named.end());
  atoms_.push_back({at, {}, &program, id, false});
  const std::uint32_t node = add_node(Kind::Atom);
  nodes_[node].atom = static_cast<std::uint32_t>(atoms_.size() - 1);
  return node;
}

std::uint32_t TableLogic::add_member(FactId fact, const Value& option) {
  const auto index = knowledge_.find_option(fact, option.as_string());
  if (!index) return add_node(Kind::False);
  Atom atom;
  atom.dimension = dimension(fact, *index);
  atom.holds = CellSet(2, false);
  atom.holds.insert(1);
  atoms_.push_back(std::move(atom));
  const std::uint32_t node = add_node(Kind::Atom);
  nodes_[node].atom = static_cast<std::uint32_t>(atoms_.size() - 1);
  return node;
}

std::uint32_t TableLogic::dimension(FactId fact, std::optional<std::uint32_t> option) {
  const auto [it, is_new] =
      index_.try_emplace({fact, option}, static_cast<std::uint32_t>(dimensions_.size()));
  if (is_new) {
    dimensions_.push_back({fact, option, option ? member_cells() : std::vector<DomainCell>{}});
    named_.emplace_back();
  }
  return it->second;
}

void TableLogic::cut_domains(std::uint64_t& steps) {
  std::size_t cells = 0;
  for (std::size_t i = 0; i < dimensions_.size(); ++i) {
    Dimension& dimension = dimensions_[i];
    if (!dimension.option) {
      dimension.cells = cells_of(knowledge_.facts[dimension.fact], std::move(named_[i]));
      // What cannot be cut is one cell, and its tests are opaque.
      if (dimension.cells.empty()) dimension.cells.push_back({Value::null(), {}, {}});
    }
    cells += dimension.cells.size();
  }
  std::uint64_t needed = 0;
  for (const Atom& atom : atoms_) needed += kStepsOfCell * dimensions_[atom.dimension].cells.size();
  ready_ = cells <= kMaxCells && needed <= steps;
  if (ready_) steps -= needed;
}

void TableLogic::evaluate_atoms() {
  for (Atom& atom : atoms_) {
    if (atom.program == nullptr) continue;
    const Dimension& dimension = dimensions_[atom.dimension];
    atom.holds = CellSet(dimension.cells.size(), false);
    for (std::size_t cell = 0; cell < dimension.cells.size() && !atom.opaque; ++cell) {
      const OneFact environment(dimension.fact, dimension.cells[cell].value);
      const Value value = expr::evaluate(*atom.program, atom.at, environment);
      atom.opaque = !value.is(ValueKind::Boolean);
      if (value.is_true()) atom.holds.insert(cell);
    }
  }
  for (Node& node : nodes_) {
    if (node.kind == Kind::Atom && atoms_[node.atom].opaque) node.kind = Kind::Opaque;
  }
}

Situation TableLogic::everything() const {
  Situation all;
  for (const Dimension& dimension : dimensions_) all.emplace_back(dimension.cells.size(), true);
  return all;
}

Truth TableLogic::truth(std::uint32_t rule, const Situation& situation) const {
  Truth truth = Truth::True;
  for (const std::uint32_t test : rules_[rule].tests) {
    truth = truth_and(truth, truth_of_node(test, situation));
    if (truth == Truth::False) break;
  }
  return truth;
}

Truth TableLogic::truth_of_node(std::uint32_t index, const Situation& situation) const {
  const Node& node = nodes_[index];
  switch (node.kind) {
    case Kind::False:
      return Truth::False;
    case Kind::True:
      return Truth::True;
    case Kind::Opaque:
      return Truth::Unknown;
    case Kind::Atom: {
      const Atom& atom = atoms_[node.atom];
      const CellSet& cells = situation[atom.dimension];
      if (!cells.intersects(atom.holds)) return Truth::False;
      return cells.is_inside(atom.holds) ? Truth::True : Truth::Unknown;
    }
    case Kind::Not:
      return truth_not(truth_of_node(node.children[0], situation));
    case Kind::And:
    case Kind::Or:
      break;
  }
  Truth truth = node.kind == Kind::And ? Truth::True : Truth::False;
  for (const std::uint32_t child : node.children) {
    const Truth part = truth_of_node(child, situation);
    truth = node.kind == Kind::And ? truth_and(truth, part) : truth_or(truth, part);
  }
  return truth;
}

void TableLogic::collect_splits(std::uint32_t index, const Situation& situation, std::optional<Split>& split,
                                std::size_t& count) const {
  const Node& node = nodes_[index];
  // What is settled already needs no split below it.
  if (truth_of_node(index, situation) != Truth::Unknown) return;
  if (node.kind == Kind::Atom) {
    const Atom& atom = atoms_[node.atom];
    if (!split) split = Split{atom.dimension, &atom.holds};
    ++count;
    return;
  }
  for (const std::uint32_t child : node.children) collect_splits(child, situation, split, count);
}

std::optional<Split> TableLogic::find_split(std::uint32_t rule, const Situation& situation,
                                            std::size_t& count) const {
  std::optional<Split> split;
  count = 0;
  for (const std::uint32_t test : rules_[rule].tests) collect_splits(test, situation, split, count);
  return split;
}

}  // namespace zhilu
