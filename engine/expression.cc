// SPDX-License-Identifier: MIT
#include "engine/expression.h"

#include "engine/expr/compiler.h"
#include "engine/expr/vm.h"
#include "engine/expression_parts.h"
#include "engine/session/environment.h"

namespace zhilu {
namespace {

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

/// What both ways to evaluate need: the program, and the facts as of the day.
struct Prepared {
  Prepared(std::string_view expression, const Engine& engine, const Matter& matter, Date today)
      : scope(fact_scope(engine.knowledge())) {
    const FileId file = result.sources.add("expression", std::string(expression));
    program = expr::compile(expression, {file, {{0, 0}}}, scope, result.diagnostics);
    if (result.diagnostics.has_errors()) return;
    settled = engine.settle(matter, today);
    for (const Answer& answer : settled->answers) answers.push_back(&answer);
    environment.emplace(engine.knowledge(), answers, settled->events, today);
    NullReasons reasons(result.diagnostics);
    const Value value = expr::evaluate(*program, *environment, &reasons);
    result.value = to_feel_text(value);
    result.truth = expr::to_truth(value);
    for (FactId fact : value.missing()) result.missing.push_back(engine.knowledge().facts[fact].id);
    result.diagnostics.sort_and_unique();
  }
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;

  ExpressionResult result;
  expr::MapScope scope;
  std::shared_ptr<const expr::Program> program;
  std::optional<Matter> settled;
  std::vector<const Answer*> answers;
  /// Not set if the expression cannot be read.
  std::optional<MatterEnvironment> environment;
};

}  // namespace

ExpressionResult evaluate_expression(std::string_view expression, const Engine& engine, const Matter& matter,
                                     Date today) {
  return Prepared(expression, engine, matter, today).result;
}

ExplainedExpression explain_expression(std::string_view expression, const Engine& engine,
                                       const Matter& matter, Date today, Language language) {
  Prepared prepared(expression, engine, matter, today);
  ExplainedExpression explained;
  if (prepared.environment) {
    TextPool pool;
    const Wording wording(engine.words(), language, *prepared.settled, today, pool);
    PartsWriter parts(wording, prepared.scope);
    explained.whole = parts.write(*prepared.program, *prepared.environment);
    explained.shortened = parts.shortened();
  }
  explained.result = std::move(prepared.result);
  return explained;
}

}  // namespace zhilu
