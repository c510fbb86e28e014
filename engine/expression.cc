// SPDX-License-Identifier: MIT
#include "engine/expression.h"

#include "engine/expr/compiler.h"
#include "engine/expr/scope.h"
#include "engine/expr/vm.h"
#include "engine/session/environment.h"

namespace zhilu {
namespace {

Type type_of_fact(FactKind kind) {
  switch (kind) {
    case FactKind::Boolean:
      return TypeKind::Boolean;
    case FactKind::Number:
    case FactKind::Money:
      return TypeKind::Number;
    case FactKind::Date:
      return TypeKind::Date;
    case FactKind::Duration:
      // Days or months: which of them only the answer tells.
      return TypeKind::Any;
    case FactKind::Choice:
    case FactKind::Text:
      return TypeKind::String;
    case FactKind::Choices:
      return Type::list(TypeKind::String);
  }
  return TypeKind::Any;
}

expr::MapScope scope_of(const Knowledge& knowledge) {
  expr::MapScope scope;
  for (const auto& [name, id] : knowledge.fact_index) {
    const Fact& fact = knowledge.facts[id];
    expr::Variable variable{name, type_of_fact(fact.kind), id, {}};
    if (fact.kind == FactKind::Choice || fact.kind == FactKind::Choices) {
      for (const FactOption& option : fact.options) variable.options.push_back(option.id);
    }
    scope.add(std::move(variable));
  }
  return scope;
}

/// Turns the reasons of nulls into diagnostics.
class NullReasons : public expr::Observer {
 public:
  explicit NullReasons(Diagnostics& out) : out_(out) {}

  void on_fault(const expr::Program& program, expr::ExprId node, const DiagnosticKind& kind,
                const std::vector<std::string>& args) override {
    out_.add(kind, program.ast().span(node), args);
  }

 private:
  Diagnostics& out_;
};

}  // namespace

ExpressionResult evaluate_expression(std::string_view expression, const Engine& engine, const Matter& matter,
                                     Date today) {
  ExpressionResult result;
  const Knowledge& knowledge = engine.knowledge();
  const FileId file = result.sources.add("expression", std::string(expression));
  const std::shared_ptr<const expr::Program> program =
      expr::compile(expression, {file, {{0, 0}}}, scope_of(knowledge), result.diagnostics);
  if (result.diagnostics.has_errors()) return result;

  const Matter settled = engine.settle(matter, today);
  std::vector<const Answer*> answers;
  for (const Answer& answer : settled.answers) answers.push_back(&answer);
  const MatterEnvironment environment(knowledge, answers, settled.events, today);
  NullReasons reasons(result.diagnostics);
  const Value value = expr::evaluate(*program, environment, &reasons);
  result.value = to_feel_text(value);
  result.truth = expr::to_truth(value);
  for (FactId fact : value.missing()) result.missing.push_back(knowledge.facts[fact].id);
  result.diagnostics.sort_and_unique();
  return result;
}

}  // namespace zhilu
