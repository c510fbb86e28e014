// SPDX-License-Identifier: MIT
#include "engine/compile/circuits.h"

#include <doctest/doctest.h>

#include <set>

#include "engine/compile/compile.h"
#include "engine/expr/compiler.h"
#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

/// The circuit of a condition over the facts of random_knowledge(): `P0 P1 and` with the predicates' kinds.
struct Written {
  std::string ops;
  std::vector<Predicate> predicates;
};

Written written(Knowledge knowledge, const std::vector<std::string>& texts) {
  expr::MapScope scope;
  for (std::uint32_t i = 0; i < knowledge.facts.size(); ++i) {
    const Fact& fact = knowledge.facts[FactId{i}];
    expr::Variable variable{fact.id, TypeKind::Boolean, FactId{i}, {}};
    if (fact.kind == FactKind::Choice) variable.type = TypeKind::String;
    if (fact.kind == FactKind::Choices) variable.type = Type::list(TypeKind::String);
    if (fact.kind == FactKind::Money) variable.type = TypeKind::Number;
    for (const FactOption& option : fact.options) variable.options.push_back(option.id);
    scope.add(variable);
  }
  Diagnostics diagnostics;
  const std::size_t before = knowledge.conditions.size();
  for (const std::string& text : texts) {
    knowledge.conditions.push_back(
        {.text = text, .program = expr::compile_condition(text, {}, scope, diagnostics)});
  }
  CircuitBuilder builder(knowledge);
  for (std::size_t c = before; c < knowledge.conditions.size(); ++c) {
    builder.add_condition(ConditionId{static_cast<std::uint32_t>(c)});
  }
  REQUIRE(!diagnostics.has_errors());
  Written result;
  const Rows<CircuitOp> circuits = builder.take_circuits();
  for (const CircuitOp& op : circuits.items) {
    constexpr const char* names[] = {"p", "false", "true", "not", "and", "or"};
    if (!result.ops.empty()) result.ops += ' ';
    result.ops += names[static_cast<int>(op.code)];
    if (op.code == CircuitOp::Code::Predicate) result.ops += std::to_string(op.predicate);
  }
  result.predicates = builder.take_predicates();
  return result;
}

void check(const std::vector<std::string>& texts, const std::string& ops,
           const std::vector<PredicateKind>& kinds) {
  const Knowledge knowledge = test::random_knowledge(1);
  const Written result = written(knowledge, texts);
  CAPTURE(texts[0]);
  CHECK(result.ops == ops);
  std::vector<PredicateKind> found;
  for (const Predicate& predicate : result.predicates) found.push_back(predicate.kind);
  CHECK(found == kinds);
}

}  // namespace

TEST_CASE("conditions are taken apart into predicates of one fact") {
  using K = PredicateKind;
  check({"a"}, "p0", {K::IsTrue});
  check({"a = false"}, "p0", {K::OneOf});
  check({"a != true"}, "p0 not", {K::OneOf});
  check({"not(a) and b"}, "p0 not p1 and", {K::IsTrue, K::IsTrue});
  check({"a or b or c = \"red\""}, "p0 p1 or p2 or", {K::IsTrue, K::IsTrue, K::OneOf});
  check({"c in (\"red\", \"blue\")"}, "p0", {K::OneOf});
  check({"c != \"red\""}, "p0 not", {K::OneOf});
  check({"\"red\" in d"}, "p0", {K::HasMember});
  check({"list contains(d, \"red\")"}, "p0", {K::General});
  check({"not(null)"}, "p0 not", {K::General});
  check({"m >= 3000"}, "p0 not", {K::Less});
  check({"3000 < m"}, "p0 not", {K::LessEqual});
  check({"m between 1 and 5"}, "p0 not p1 and", {K::Less, K::LessEqual});
  check({"m in [1..5)"}, "p0 not p1 and", {K::Less, K::Less});
  check({"m + 1 > 3"}, "p0", {K::General});
}

TEST_CASE("conditions that make the same test share its predicate") {
  using K = PredicateKind;
  check({"a and m >= 3000", "m < 3000", "m + 1 > 3 or a", "not(m + 1 > 3)"},
        "p0 p1 not and p1 p2 p0 or p2 not", {K::IsTrue, K::Less, K::General});
}

TEST_CASE("a condition nested too deeply for the circuit's stack is left to the virtual machine") {
  std::string text = "a";
  for (int i = 0; i < 40; ++i) text = "a or b and (" + text + ")";
  const Written result = written(test::random_knowledge(1), {text});
  REQUIRE(result.ops.starts_with('p'));
  CHECK(result.ops.find(' ') == std::string::npos);
  CHECK(result.predicates.back().kind == PredicateKind::General);
}
