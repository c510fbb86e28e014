// SPDX-License-Identifier: MIT
#include "engine/compile/blanks.h"

#include <doctest/doctest.h>

#include "engine/compile/compile.h"
#include "engine/expr/compiler.h"
#include "tests/support/random_knowledge.h"

using namespace zhilu;

namespace {

/// Knowledge with these conditions behind those it has, compiled.
struct Sample {
  explicit Sample(const std::vector<std::string>& texts) {
    auto knowledge = std::make_shared<Knowledge>(test::random_knowledge(1));
    expr::MapScope scope;
    for (std::uint32_t i = 0; i < knowledge->facts.size(); ++i) {
      const Fact& fact = knowledge->facts[FactId{i}];
      expr::Variable variable{fact.id, TypeKind::Boolean, FactId{i}, {}};
      if (fact.kind == FactKind::Choice || fact.kind == FactKind::Text) variable.type = TypeKind::String;
      if (fact.kind == FactKind::Choices) variable.type = Type::list(TypeKind::String);
      if (fact.kind == FactKind::Money) variable.type = TypeKind::Number;
      scope.add(variable);
    }
    first = static_cast<std::uint32_t>(knowledge->conditions.size());
    Diagnostics diagnostics;
    for (const std::string& text : texts) {
      knowledge->conditions.push_back(
          {.text = text, .program = expr::compile_condition(text, {}, scope, diagnostics)});
    }
    REQUIRE(!diagnostics.has_errors());
    compiled = compile(knowledge);
  }

  /// The facts of the blank of the condition of this number, by their ids.
  std::string blank(std::uint32_t number = 0) const {
    std::string ids;
    for (const FactId fact : compiled->blank_circuits[first + number]) {
      ids += std::string(compiled->knowledge->facts[fact].id);
    }
    return ids;
  }

  std::uint32_t first = 0;
  std::shared_ptr<const Compiled> compiled;
};

std::string blank_of(const std::string& text) {
  return Sample({text}).blank();
}

}  // namespace

TEST_CASE("a condition that is unknown for want of all its facts says which they are") {
  CHECK(blank_of("a") == "a");
  CHECK(blank_of("a and m >= 3000") == "am");
  CHECK(blank_of("not(b) or \"red\" in d") == "bd");
  CHECK(blank_of("m + 1 > 3") == "m");
  CHECK(blank_of("a or m + 1 > 3") == "am");
  CHECK(blank_of("(if a then m else 1) > 0") == "am");
}

TEST_CASE("a condition that is settled, or depends on more than facts, has no such facts") {
  CHECK(blank_of("a and false") == "");
  CHECK(blank_of("a or true").empty());
  CHECK(blank_of("today() > @\"2026-01-01\" and a").empty());
  CHECK(blank_of("event(\"s0\") != null or a").empty());
  CHECK(blank_of("date and time(\"2026-01-01T08:00:00@Asia/Shanghai\") = null or a and m > 1").empty());
}

TEST_CASE("of general predicates it is told what comes of them where none of their facts is known") {
  const Sample sample({"m + 1 > 3", "today() = @\"2026-01-01\"", "list contains(d, \"red\")"});
  const Compiled& compiled = *sample.compiled;
  const auto blank_of_condition = [&](std::uint32_t number) {
    const CircuitOp& op = compiled.circuits[sample.first + number][0];
    REQUIRE(op.predicate >= compiled.general);
    return compiled.general_blanks[op.predicate - compiled.general];
  };
  CHECK(blank_of_condition(0).kind == Blank::Kind::Open);
  CHECK(blank_of_condition(0).reads == 1);
  CHECK(blank_of_condition(0).missing == 1);
  CHECK(blank_of_condition(1).kind == Blank::Kind::None);
  CHECK(blank_of_condition(2).kind == Blank::Kind::Open);
}
