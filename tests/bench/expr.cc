// SPDX-License-Identifier: MIT
// expr: how often a second one core evaluates a condition of three clauses: compiled as planning has it, by
// the virtual machine, and from its text on.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/compile/compile.h"
#include "engine/expr/compiler.h"
#include "engine/expr/vm.h"
#include "engine/session/evaluation.h"
#include "tests/bench/modes.h"

namespace zhilu::bench {
namespace {

/// Conditions of one knowledge base; each has facts of its own, so that no predicate is shared.
constexpr std::uint32_t kConditions = 256;
constexpr std::uint64_t kBatch = 20'000;

std::vector<FactOption> options(std::initializer_list<const char*> ids) {
  std::vector<FactOption> out;
  for (const char* id : ids) out.push_back({.id = id});
  return out;
}

/// The conditions `loss_amount >= 3000 and "fraud" in issues and platform = "bank"`, each over its own facts.
class Conditions {
 public:
  Conditions() {
    for (std::uint32_t i = 0; i < kConditions; ++i) {
      const std::string suffix = i == 0 ? "" : fmt::format("_{}", i);
      add_fact("loss_amount" + suffix, FactKind::Money, TypeKind::Number, {});
      add_fact("issues" + suffix, FactKind::Choices, Type::list(TypeKind::String),
               options({"fraud", "account_theft", "privacy_leak", "other"}));
      add_fact("platform" + suffix, FactKind::Choice, TypeKind::String,
               options({"exchange", "wallet_payment", "bank", "loan", "other"}));
      Condition condition;
      condition.text =
          fmt::format("loss_amount{0} >= 3000 and \"fraud\" in issues{0} and platform{0} = \"bank\"", suffix);
      Diagnostics diagnostics;
      condition.program = expr::compile_condition(condition.text, {}, scope, diagnostics);
      knowledge->conditions.push_back(std::move(condition));
    }
  }

  /// A matter in which every fact is known; `i` says how.
  Matter matter(std::uint32_t i) const {
    Matter matter(*knowledge);
    for (std::uint32_t fact = 0; fact < matter.answers.size(); ++fact) {
      Answer& answer = matter.answers[fact];
      answer.state = AnswerState::Value;
      answer.low = answer.high = Decimal(2000 + 500 * ((i + fact) % 5));
      answer.yes = fact % 3 == 1 ? 1 + (i + fact) % 2 : std::uint64_t{1} << (i + fact) % 5;
      answer.no = ~answer.yes & 15;
    }
    return matter;
  }

  std::shared_ptr<Knowledge> knowledge = std::make_shared<Knowledge>();
  expr::MapScope scope;

 private:
  void add_fact(const std::string& id, FactKind kind, Type type, std::vector<FactOption> options) {
    expr::Variable variable{id, std::move(type), FactId{}, {}};
    for (const FactOption& option : options) variable.options.push_back(option.id);
    Fact fact;
    fact.id = id;
    fact.kind = kind;
    fact.options = std::move(options);
    variable.fact = knowledge->facts.push_back(std::move(fact));
    knowledge->fact_index[id] = variable.fact;
    scope.add(std::move(variable));
  }
};

/// The three facts of the first condition, as values.
class Facts final : public expr::Environment {
 public:
  Value fact(FactId fact) const override { return values_[fact.value]; }

 private:
  Value values_[3] = {Value::number(Decimal(5000)),
                      Value::list({Value::string("other"), Value::string("fraud")}), Value::string("bank")};
};

void add_rate(Figures& figures, const std::string& name, const Times& times, std::uint64_t evaluations) {
  const double count = static_cast<double>(evaluations);
  figures.add(name + "_per_second", count / times.median * 1e6);
  figures.add(name + "_per_second_best", count / times.best * 1e6);
}

}  // namespace

int run_expr(const Options& options, Figures& figures) {
  const Conditions conditions;
  const std::shared_ptr<const Compiled> compiled = compile(conditions.knowledge);
  std::vector<Matter> matters;
  for (std::uint32_t i = 0; i < 16; ++i) matters.push_back(conditions.matter(i));
  const Date today = *Date::from_ymd(2026, 11, 22);

  // Everything that a plan does for its conditions: test all predicates of a matter, combine them.
  const Times planning = measure(options.seconds, [&] {
    std::uint64_t held = 0;
    for (const Matter& matter : matters) {
      const Evaluation evaluation(*compiled, matter, today);
      for (std::uint32_t c = 0; c < kConditions; ++c) {
        held += evaluation.truth(ConditionId{c}) == Truth::True ? 1 : 0;
      }
    }
    return held;
  });
  add_rate(figures, "compiled", planning, matters.size() * kConditions);

  const Facts facts;
  const expr::Program& program = *conditions.knowledge->conditions[ConditionId{0}].program;
  const Times by_vm = measure(options.seconds, [&] {
    std::uint64_t held = 0;
    for (std::uint64_t i = 0; i < kBatch; ++i) held += expr::evaluate(program, facts).is_true() ? 1 : 0;
    return held;
  });
  add_rate(figures, "vm", by_vm, kBatch);

  const std::string& text = conditions.knowledge->conditions[ConditionId{0}].text;
  const Times from_text = measure(options.seconds, [&] {
    std::uint64_t held = 0;
    for (std::uint64_t i = 0; i < kBatch / 20; ++i) {
      Diagnostics diagnostics;
      const auto made = expr::compile(text, TextOrigin{}, conditions.scope, diagnostics);
      held += expr::evaluate(*made, facts).is_true() ? 1 : 0;
    }
    return held;
  });
  add_rate(figures, "from_text", from_text, kBatch / 20);
  return 0;
}

}  // namespace zhilu::bench
