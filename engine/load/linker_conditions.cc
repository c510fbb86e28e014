// SPDX-License-Identifier: MIT
// The part of the linker that compiles conditions.
#include <algorithm>
#include <utility>

#include "engine/base/spelling.h"
#include "engine/expr/compiler.h"
#include "engine/expr/diagnostics.h"
#include "engine/load/diagnostics.h"
#include "engine/load/linker.h"
#include "engine/load/scalars.h"
#include "engine/model/fact_type.h"

namespace zhilu::load {
namespace {

/// Names given out for suggestions in one load.
constexpr std::size_t kMaxNamesGiven = 500'000;

}  // namespace

std::vector<std::string> FactScope::names() const {
  if (given_ > kMaxNamesGiven) return {};
  std::vector<std::string> names = MapScope::names();
  given_ += names.size();
  return names;
}

const expr::Variable* FactScope::find(std::string_view name) const {
  const expr::Variable* variable = MapScope::find(name);
  if (variable == nullptr && lost_words_ != nullptr && lost_words_->contains(name)) return &lost_;
  return variable;
}

void Linker::declare_variables() {
  scope_.add_lost_words(lost_words_);
  for (const auto& [name, definition] : facts.definitions()) {
    const FactId id{definition.id};
    const Fact& fact = knowledge.facts[id];
    expr::Variable variable{name, TypeKind::Any, id, {}};
    if (!is_broken(id)) {
      variable.type = feel_type(fact.kind);
      const bool has_options = fact.kind == FactKind::Choice || fact.kind == FactKind::Choices;
      for (const FactOption& option : fact.options) {
        if (has_options) variable.options.push_back(option.id);
      }
    }
    scope_.add(std::move(variable));
  }
}

ConditionId Linker::add_condition(const yaml::Node& node, std::shared_ptr<const expr::Program> program) {
  std::string_view text = node.text;
  while (text.ends_with('\n')) text.remove_suffix(1);
  return knowledge.conditions.push_back({.text = text, .span = node.span, .program = std::move(program)});
}

bool Linker::may_add_condition(Span span) {
  if (knowledge.conditions.size() < max_conditions) return true;
  if (!reported_conditions_) diagnostics.add(kTooManyConditions, span, {std::to_string(max_conditions)});
  reported_conditions_ = true;
  return false;
}

ConditionId Linker::condition(const yaml::Node& node) {
  if (!read_string(node, diagnostics) || !may_add_condition(node.span)) return {};
  return add_condition(node,
                       expr::compile_condition(node.text, origin_of(node, sources), scope_, diagnostics));
}

ConditionId Linker::expression(const yaml::Node& node) {
  if (!read_string(node, diagnostics) || !may_add_condition(node.span)) return {};
  return add_condition(node, expr::compile(node.text, origin_of(node, sources), scope_, diagnostics));
}

ConditionId Linker::unary_test(const yaml::Node& node, ConditionId input) {
  if (!read_string(node, diagnostics) || !input.is_set() || !may_add_condition(node.span)) return {};
  auto program = expr::compile_unary_test(node.text, origin_of(node, sources), knowledge.program(input),
                                          scope_, diagnostics);
  if (program == nullptr) return {};
  const ConditionId cell = add_condition(node, std::move(program));
  knowledge.conditions[cell].input = input;
  return cell;
}

ConditionId Linker::made_condition(std::string_view text, Span span) {
  if (!may_add_condition(span)) return {};
  auto program = expr::compile_condition(text, TextOrigin{}, scope_, diagnostics);
  return knowledge.conditions.push_back({.text = text, .span = span, .program = std::move(program)});
}

void Linker::check_result(ConditionId expression, FactId fact) {
  if (!expression.is_set() || !fact.is_set() || is_broken(fact)) return;
  const expr::Ast& ast = knowledge.program(expression).ast();
  check_result(ast, ast.root(), fact);
}

void Linker::check_result(const expr::Ast& ast, expr::ExprId id, FactId fact) {
  if (ast.kind(id) == expr::NodeKind::If && !ast.is_constant(id)) {
    check_result(ast, ast.child(id, 1), fact);
    check_result(ast, ast.child(id, 2), fact);
    return;
  }
  const Type& type = ast.type(id);
  const Type wanted = feel_type(knowledge.facts[fact].kind);
  // A null is a fact without a value; Any may turn out to fit.
  if (type.kind() != TypeKind::Any && !conforms_to(type, wanted)) {
    diagnostics.add(kWrongResult, ast.span(id),
                    {knowledge.facts[fact].id, wanted.to_string(), type.to_string()});
    return;
  }
  check_options(ast, id, fact);
}

void Linker::check_options(const expr::Ast& ast, expr::ExprId id, FactId fact) {
  const Fact& owner = knowledge.facts[fact];
  if (owner.kind != FactKind::Choice && owner.kind != FactKind::Choices) return;
  if (ast.kind(id) == expr::NodeKind::List) {
    for (const expr::ExprId item : ast.children(id)) check_options(ast, item, fact);
    return;
  }
  if (!ast.is_constant(id) || !ast.value(id).is(ValueKind::String)) return;
  const std::string& option = ast.value(id).as_string();
  if (knowledge.find_option(fact, option)) return;
  Diagnostic& problem = diagnostics.add(expr::kUnknownOption, ast.span(id), {option, owner.id});
  std::vector<std::string> candidates;
  for (const FactOption& candidate : owner.options) candidates.push_back(candidate.id);
  if (auto nearest = suggest(option, candidates)) problem.fix = Fix{"\"" + *nearest + "\""};
}

}  // namespace zhilu::load
