// SPDX-License-Identifier: MIT
#include "engine/compile/circuits.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/expr/printer.h"

namespace zhilu {

using expr::Ast;
using expr::ExprId;

namespace {

/// The relation seen from the other side: 3000 <= x is x >= 3000. Empty for what is no comparison.
std::optional<expr::NodeKind> mirrored(expr::NodeKind kind) {
  switch (kind) {
    case expr::NodeKind::Equal:
    case expr::NodeKind::NotEqual:
      return kind;
    case expr::NodeKind::Less:
      return expr::NodeKind::Greater;
    case expr::NodeKind::LessEqual:
      return expr::NodeKind::GreaterEqual;
    case expr::NodeKind::Greater:
      return expr::NodeKind::Less;
    case expr::NodeKind::GreaterEqual:
      return expr::NodeKind::LessEqual;
    default:
      return std::nullopt;
  }
}

expr::NodeKind comparison_of(expr::Relation relation) {
  switch (relation) {
    case expr::Relation::Equal:
      return expr::NodeKind::Equal;
    case expr::Relation::NotEqual:
      return expr::NodeKind::NotEqual;
    case expr::Relation::Less:
      return expr::NodeKind::Less;
    case expr::Relation::LessEqual:
      return expr::NodeKind::LessEqual;
    case expr::Relation::Greater:
      return expr::NodeKind::Greater;
    case expr::Relation::GreaterEqual:
      return expr::NodeKind::GreaterEqual;
  }
  return expr::NodeKind::Equal;
}

bool is_fact(const Ast& ast, ExprId id) {
  return ast.kind(id) == expr::NodeKind::Name && ast.fact(id).is_set();
}
bool is_number(const Ast& ast, ExprId id) {
  return ast.is_constant(id) && ast.value(id).is(ValueKind::Number);
}

/// Truths on the stack at the most while the circuit runs.
std::size_t stack_depth(std::span<const CircuitOp> ops) {
  std::size_t depth = 0;
  std::size_t most = 0;
  for (const CircuitOp& op : ops) {
    if (op.code == CircuitOp::Code::And || op.code == CircuitOp::Code::Or) {
      --depth;
    } else if (op.code != CircuitOp::Code::Not) {
      most = std::max(most, ++depth);
    }
  }
  return most;
}

}  // namespace

CircuitId CircuitBuilder::add_condition(ConditionId condition) {
  const std::size_t begin = circuits_.items.size();
  // Most conditions are never run: their circuits say all.
  const std::shared_ptr<const expr::Program> program = knowledge_.read_program(condition);
  walk(condition, program->ast(), program->root());
  if (stack_depth({circuits_.items.data() + begin, circuits_.items.size() - begin}) > kMaxCircuitDepth) {
    // Nested too deeply for the circuit's stack: the virtual machine takes it whole.
    circuits_.items.resize(begin);
    push_general(condition, program->ast(), program->root());
  }
  circuits_.end_row();
  return CircuitId{static_cast<std::uint32_t>(circuits_.size() - 1)};
}

CircuitId CircuitBuilder::add_exclusive(CircuitId yes, const std::vector<CircuitId>& no) {
  const auto copy = [this](CircuitId id) {
    // By index: adding may move the items.
    for (std::uint32_t i = circuits_.begin[id.value]; i < circuits_.begin[id.value + 1]; ++i) {
      circuits_.add(CircuitOp(circuits_.items[i]));
    }
  };
  if (yes.is_set()) {
    copy(yes);
  } else {
    push(Code::True);
  }
  for (CircuitId other : no) {
    if (other.is_set()) {
      copy(other);
    } else {
      push(Code::True);
    }
    push(Code::Not);
    push(Code::And);
  }
  circuits_.end_row();
  return CircuitId{static_cast<std::uint32_t>(circuits_.size() - 1)};
}

void CircuitBuilder::walk(ConditionId condition, const Ast& ast, ExprId id) {
  // A null is neither: not(null) does not hold either.
  if (ast.is_constant(id) && ast.value(id).is(ValueKind::Boolean)) {
    push(ast.value(id).is_true() ? Code::True : Code::False);
    return;
  }
  switch (ast.kind(id)) {
    case expr::NodeKind::And:
      walk_chain(condition, ast, id, Code::And);
      return;
    case expr::NodeKind::Or:
      walk_chain(condition, ast, id, Code::Or);
      return;
    case expr::NodeKind::Not:
      walk(condition, ast, ast.child(id, 0));
      push(Code::Not);
      return;
    default:
      break;
  }
  if (walk_simple(ast, id)) return;
  push_general(condition, ast, id);
}

void CircuitBuilder::push_general(ConditionId condition, const Ast& ast, ExprId id) {
  push_predicate({.kind = PredicateKind::General, .condition = condition, .root = id},
                 "general " + expr::print(ast, id));
}

void CircuitBuilder::walk_chain(ConditionId condition, const Ast& ast, ExprId id, Code code) {
  const auto children = ast.children(id);
  for (std::size_t i = 0; i < children.size(); ++i) {
    walk(condition, ast, children[i]);
    if (i > 0) push(code);
  }
}

/// Writes the predicate if the node is one of the simple forms; otherwise writes nothing and gives false.
bool CircuitBuilder::walk_simple(const Ast& ast, ExprId id) {
  switch (ast.kind(id)) {
    case expr::NodeKind::Name:
      if (!is_fact(ast, id) || knowledge_.facts[ast.fact(id)].kind != FactKind::Boolean) return false;
      push_simple(PredicateKind::IsTrue, ast.fact(id), 0);
      return true;
    case expr::NodeKind::Equal:
    case expr::NodeKind::NotEqual:
    case expr::NodeKind::Less:
    case expr::NodeKind::LessEqual:
    case expr::NodeKind::Greater:
    case expr::NodeKind::GreaterEqual:
      return walk_comparison(ast, id);
    case expr::NodeKind::Between: {
      const ExprId name = ast.child(id, 0);
      if (!is_fact(ast, name) || !is_number(ast, ast.child(id, 1)) || !is_number(ast, ast.child(id, 2)))
        return false;
      if (!compare(ast, name, expr::NodeKind::GreaterEqual, ast.child(id, 1))) return false;
      compare(ast, name, expr::NodeKind::LessEqual, ast.child(id, 2));
      push(Code::And);
      return true;
    }
    case expr::NodeKind::In:
      return walk_in(ast, id);
    default:
      return false;
  }
}

bool CircuitBuilder::walk_comparison(const Ast& ast, ExprId id) {
  const ExprId a = ast.child(id, 0);
  const ExprId b = ast.child(id, 1);
  if (is_fact(ast, a) && ast.is_constant(b)) return compare(ast, a, ast.kind(id), b);
  if (is_fact(ast, b) && ast.is_constant(a)) return compare(ast, b, *mirrored(ast.kind(id)), a);
  return false;
}

bool CircuitBuilder::compare(const Ast& ast, ExprId name, expr::NodeKind relation, ExprId literal) {
  const FactId fact = ast.fact(name);
  const Value& value = ast.value(literal);
  const bool equality = relation == expr::NodeKind::Equal || relation == expr::NodeKind::NotEqual;
  switch (knowledge_.facts[fact].kind) {
    case FactKind::Boolean:
      if (!equality || !value.is(ValueKind::Boolean)) return false;
      // Not IsTrue: where the fact does not apply, `a = false` is false and `a != false` true.
      push_simple(PredicateKind::OneOf, fact, value.as_boolean() ? 2 : 1);
      if (relation == expr::NodeKind::NotEqual) push(Code::Not);
      return true;
    case FactKind::Choice: {
      const std::uint64_t mask = option_mask(fact, value);
      if (!equality || mask == 0) return false;
      push_simple(PredicateKind::OneOf, fact, mask);
      if (relation == expr::NodeKind::NotEqual) push(Code::Not);
      return true;
    }
    case FactKind::Number:
    case FactKind::Money:
      if (!value.is(ValueKind::Number)) return false;
      if (equality) {
        push_number(PredicateKind::Equal, fact, value.as_number());
      } else {
        const bool strict = relation == expr::NodeKind::Less || relation == expr::NodeKind::GreaterEqual;
        push_number(strict ? PredicateKind::Less : PredicateKind::LessEqual, fact, value.as_number());
      }
      if (relation == expr::NodeKind::NotEqual || relation == expr::NodeKind::Greater ||
          relation == expr::NodeKind::GreaterEqual) {
        push(Code::Not);
      }
      return true;
    case FactKind::Text:
      if (!equality || !value.is(ValueKind::String)) return false;
      push_texts(fact, {std::string(value.as_string())});
      if (relation == expr::NodeKind::NotEqual) push(Code::Not);
      return true;
    default:
      return false;
  }
}

bool CircuitBuilder::walk_in(const Ast& ast, ExprId id) {
  const auto children = ast.children(id);
  const ExprId subject = children[0];
  if (ast.is_constant(subject)) {
    return children.size() == 2 && has_member(ast, children[1], subject);
  }
  if (!is_fact(ast, subject)) return false;
  const FactId fact = ast.fact(subject);
  const FactKind kind = knowledge_.facts[fact].kind;
  if (kind == FactKind::Choice) return option_in(ast, fact, children.subspan(1));
  if (kind == FactKind::Text) return text_in(ast, fact, children.subspan(1));
  if ((kind == FactKind::Number || kind == FactKind::Money) && children.size() == 2) {
    return number_in(ast, subject, children[1]);
  }
  return false;
}

/// `x in ("a", "b")`, also with lists among the tests.
bool CircuitBuilder::option_in(const Ast& ast, FactId fact, std::span<const ExprId> tests) {
  std::uint64_t mask = 0;
  for (ExprId test : tests) {
    if (!ast.is_constant(test)) return false;
    const Value& value = ast.value(test);
    if (!value.is(ValueKind::List)) {
      mask |= option_mask(fact, value);
      continue;
    }
    for (const Value& item : value.as_list()) mask |= option_mask(fact, item);
  }
  if (mask == 0) return false;
  push_simple(PredicateKind::OneOf, fact, mask);
  return true;
}

bool CircuitBuilder::text_in(const Ast& ast, FactId fact, std::span<const ExprId> tests) {
  std::vector<std::string> texts;
  const auto add = [&](const Value& value) {
    if (value.is(ValueKind::String)) texts.emplace_back(value.as_string());
    return value.is(ValueKind::String);
  };
  for (ExprId test : tests) {
    if (!ast.is_constant(test)) return false;
    const Value& value = ast.value(test);
    if (!value.is(ValueKind::List)) {
      if (!add(value)) return false;
      continue;
    }
    for (const Value& item : value.as_list()) {
      if (!add(item)) return false;
    }
  }
  if (texts.empty()) return false;
  push_texts(fact, std::move(texts));
  return true;
}

/// `x in >= 3000`, `x in [1..5)`, with literal ends.
bool CircuitBuilder::number_in(const Ast& ast, ExprId name, ExprId test) {
  if (ast.kind(test) == expr::NodeKind::HalfRange && is_number(ast, ast.child(test, 0))) {
    return compare(ast, name, comparison_of(ast.relation(test)), ast.child(test, 0));
  }
  if (ast.kind(test) != expr::NodeKind::Range) return false;
  const ExprId low = ast.child(test, 0);
  const ExprId high = ast.child(test, 1);
  if (!is_number(ast, low) || !is_number(ast, high)) return false;
  compare(ast, name, ast.low_closed(test) ? expr::NodeKind::GreaterEqual : expr::NodeKind::Greater, low);
  compare(ast, name, ast.high_closed(test) ? expr::NodeKind::LessEqual : expr::NodeKind::Less, high);
  push(Code::And);
  return true;
}

bool CircuitBuilder::has_member(const Ast& ast, ExprId choices, ExprId literal) {
  if (!is_fact(ast, choices) || !ast.is_constant(literal)) return false;
  const FactId fact = ast.fact(choices);
  if (knowledge_.facts[fact].kind != FactKind::Choices) return false;
  const std::uint64_t mask = option_mask(fact, ast.value(literal));
  if (mask == 0) return false;
  push_simple(PredicateKind::HasMember, fact, mask);
  return true;
}

std::uint64_t CircuitBuilder::option_mask(FactId fact, const Value& literal) const {
  if (!literal.is(ValueKind::String)) return 0;
  const auto option = knowledge_.find_option(fact, literal.as_string());
  return option ? std::uint64_t{1} << *option : 0;
}

void CircuitBuilder::push_predicate(const Predicate& predicate, const std::string& key) {
  const auto [known, is_new] = known_.emplace(key, static_cast<std::uint32_t>(predicates_.size()));
  if (is_new) predicates_.push_back(predicate);
  push(Code::Predicate, known->second);
}

void CircuitBuilder::push_simple(PredicateKind kind, FactId fact, std::uint64_t mask) {
  push_predicate({.kind = kind, .fact = fact, .mask = mask},
                 fmt::format("{} {} {}", static_cast<int>(kind), fact.value, mask));
}

void CircuitBuilder::push_texts(FactId fact, std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  std::string key = fmt::format("texts {}", fact.value);
  for (const std::string& text : texts) key += fmt::format(" {}:{}", text.size(), text);
  const std::size_t before = predicates_.size();
  push_predicate({.kind = PredicateKind::TextIn, .fact = fact, .mask = text_sets_.size()}, key);
  if (predicates_.size() > before) text_sets_.push_back(std::move(texts));
}

void CircuitBuilder::push_number(PredicateKind kind, FactId fact, const Decimal& number) {
  push_predicate({.kind = kind, .fact = fact, .number = number},
                 fmt::format("{} {} {}", static_cast<int>(kind), fact.value, number.to_string()));
}

}  // namespace zhilu
