// SPDX-License-Identifier: MIT
#include "engine/interview/exact.h"

#include <doctest/doctest.h>

#include "engine/compile/compile.h"
#include "engine/expr/compiler.h"
#include "engine/expr/scope.h"
#include "tests/support/small_knowledge.h"

using namespace zhilu;

namespace {

constexpr Date kToday = Date::from_days(20'000);

/// One step in a graph entered where `condition` holds, over the boolean facts a, b, c of these
/// likelihoods in percent.
struct OneStep {
  OneStep(const char* condition, std::vector<int> likely) {
    test::SmallKnowledge small;
    expr::MapScope scope;
    const char* names[] = {"a", "b", "c"};
    for (std::size_t i = 0; i < likely.size(); ++i) {
      const FactId fact = small.fact(names[i]);
      small.k.facts[fact].options.push_back({.id = "true", .title = {}, .likely = likely[i]});
      small.k.facts[fact].options.push_back({.id = "false", .title = {}, .likely = 100 - likely[i]});
      scope.add({names[i], TypeKind::Boolean, fact, {}});
    }
    const GraphId graph = small.graph("g");
    Diagnostics diagnostics;
    small.k.conditions[small.k.graphs[graph].enter].text = condition;
    small.k.conditions[small.k.graphs[graph].enter].program =
        expr::compile_condition(condition, {}, scope, diagnostics);
    REQUIRE(diagnostics.empty());
    small.node(graph, small.step("s"));
    knowledge = std::make_shared<const Knowledge>(std::move(small.k));
    compiled = compile(knowledge);
  }

  std::optional<Optimum> solve(std::size_t states = 10'000) {
    Probe probe(*compiled);
    const AnswerSpace space(*compiled, kToday);
    Matter matter(*knowledge);
    return ExactSearch(probe, space, kToday, states).solve(matter);
  }

  std::shared_ptr<const Knowledge> knowledge;
  std::shared_ptr<const Compiled> compiled;
};

}  // namespace

TEST_CASE("the fact that most often settles the plan alone comes first") {
  // "and" is settled by a no, "or" by a yes.
  CHECK(OneStep("a and b", {90, 10}).solve()->best == FactId{1});
  CHECK(OneStep("a or b", {90, 10}).solve()->best == FactId{0});
  CHECK(OneStep("if a then b else c", {50, 50, 50}).solve()->best == FactId{0});
}

TEST_CASE("the expected number of questions is that of the best order") {
  const double unsure = unsure_likelihood(AskCost::Easy);
  // b first; a only if b is yes, or not known: then a no still settles it.
  const double expected = 1 + (1 - unsure) * 0.1 + unsure;
  CHECK(OneStep("a and b", {90, 10}).solve()->questions == doctest::Approx(expected));
  const std::optional<Optimum> optimum = OneStep("a and b", {90, 10}).solve();
  CHECK(optimum->cost == doctest::Approx(expected));
  CHECK(optimum->at_least == 1);
  CHECK(optimum->at_most == 2);
}

TEST_CASE("nothing is asked where the plan is the same for every answer, though it looks open") {
  const std::optional<Optimum> optimum = OneStep("a or not(a)", {50}).solve();
  CHECK(optimum->settled);
  CHECK_FALSE(optimum->best.is_set());
  CHECK(optimum->cost == 0);
  CHECK_FALSE(OneStep("(a and b) or (a and not(b)) or c", {50, 50, 50}).solve()->settled);
  CHECK(OneStep("(a and b) or (a and not(b)) or c", {50, 50, 50}).solve()->at_most == 2);
}

TEST_CASE("too many situations are given up") {
  CHECK_FALSE(OneStep("a and b and c", {50, 50, 50}).solve(5).has_value());
}
