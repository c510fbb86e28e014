// SPDX-License-Identifier: MIT
#include "tests/conformance/circuits.h"

#include <fmt/format.h>

#include <memory>
#include <string>

#include "engine/compile/compile.h"
#include "engine/expr/compiler.h"
#include "engine/session/environment.h"
#include "engine/session/evaluation.h"
#include "tests/support/naive_evaluator.h"
#include "tests/support/random_expression.h"

namespace zhilu::conformance {
namespace {

constexpr std::uint64_t kConditionsOfOne = 50;
constexpr int kMattersOfOne = 10;

FactKind kind_of(const expr::Variable& variable) {
  const bool has_options = !variable.options.empty();
  switch (variable.type.kind()) {
    case TypeKind::Boolean:
      return FactKind::Boolean;
    case TypeKind::Number:
      return FactKind::Money;
    case TypeKind::Date:
      return FactKind::Date;
    case TypeKind::DaysTime:
      return FactKind::Duration;
    case TypeKind::List:
      return FactKind::Choices;
    default:
      return has_options ? FactKind::Choice : FactKind::Text;
  }
}

/// The facts of sample_scope as a knowledge base declares them, with random conditions.
std::shared_ptr<const Knowledge> some_knowledge(test::RandomExpressions& random) {
  auto knowledge = std::make_shared<Knowledge>();
  const expr::Scope& scope = test::sample_scope();
  std::vector<const expr::Variable*> by_id(scope.names().size());
  for (const std::string& name : scope.names()) by_id[scope.find(name)->fact.value] = scope.find(name);
  for (const expr::Variable* variable : by_id) {
    Fact fact;
    fact.id = variable->name;
    fact.kind = kind_of(*variable);
    for (const std::string& option : variable->options) fact.options.push_back({.id = option});
    knowledge->fact_index[fact.id] = knowledge->facts.push_back(std::move(fact));
  }
  for (std::uint64_t i = 0; i < kConditionsOfOne; ++i) {
    Condition condition;
    condition.text = random.condition();
    Diagnostics diagnostics;
    condition.program = expr::compile_condition(condition.text, TextOrigin{}, scope, diagnostics);
    knowledge->conditions.push_back(std::move(condition));
  }
  return knowledge;
}

Matter to_matter(const Knowledge& knowledge, const test::SampleMatter& sample) {
  Matter matter(knowledge);
  for (std::uint32_t i = 0; i < matter.answers.size(); ++i) {
    const FactId fact{i};
    const Value value = sample.fact(fact);
    if (!value.is_unknown()) matter[fact] = to_answer(knowledge, fact, value, Origin::Answer);
  }
  return matter;
}

std::string show(Truth truth, const FactSet& missing) {
  std::string out = truth == Truth::True ? "true" : truth == Truth::False ? "false" : "unknown:";
  for (const FactId fact : missing) out += " " + test::fact_name(fact);
  return out;
}

void check_matter(const Compiled& compiled, const Matter& matter, Report& report) {
  const Knowledge& knowledge = *compiled.knowledge;
  const Date today = *Date::from_ymd(2026, 11, 22);
  std::vector<const Answer*> answers;
  for (const Answer& answer : matter.answers) answers.push_back(&answer);
  const MatterEnvironment environment(knowledge, answers, matter.events, today);
  const Evaluation evaluation(compiled, matter, today);
  for (std::uint32_t i = 0; i < knowledge.conditions.size(); ++i) {
    const Condition& condition = knowledge.conditions[ConditionId{i}];
    const Value plain = naive::evaluate(*condition.program, environment);
    const Truth truth = evaluation.truth(ConditionId{i});
    FactBitRows rows(1, evaluation.fact_count());
    if (truth == Truth::Unknown) evaluation.add_missing(CircuitId{i}, rows[0]);
    const FactSet missing = to_fact_set(rows[0]);
    const bool holds_not = truth == Truth::False || (truth == Truth::Unknown && missing.empty());
    const std::string group = plain.is_open() ? "unknown" : plain.is_null() ? "null" : "true or false";
    const bool alike = plain.is_open()    ? truth == Truth::Unknown && missing == plain.missing()
                       : plain.is_true()  ? truth == Truth::True
                       : plain.is_false() ? truth == Truth::False
                                          : holds_not;
    report.add(group, alike, !plain.is_null());
    if (alike) continue;
    std::string facts;
    for (const FactId fact : condition.program->facts()) {
      facts += fmt::format("{} = {}; ", test::fact_name(fact), to_feel_text(environment.fact(fact)));
    }
    report.explain(fmt::format("{}\n    {}\n    naive {}, circuit {}", condition.text, facts,
                               plain.is_open() ? show(Truth::Unknown, plain.missing()) : to_feel_text(plain),
                               show(truth, missing)));
  }
}

}  // namespace

void run_circuits(std::uint64_t count, std::uint32_t seed, Report& report) {
  test::RandomExpressions random(seed);
  for (std::uint64_t done = 0; done < count; done += kConditionsOfOne * kMattersOfOne) {
    const std::shared_ptr<const Compiled> compiled = compile(some_knowledge(random));
    for (int i = 0; i < kMattersOfOne; ++i) {
      check_matter(*compiled, to_matter(*compiled->knowledge, random.blurred(random.matter())), report);
    }
  }
}

}  // namespace zhilu::conformance
