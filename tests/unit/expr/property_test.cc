// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "engine/expr/parser.h"
#include "engine/expr/printer.h"
#include "tests/support/naive_evaluator.h"
#include "tests/support/random_expression.h"
#include "tests/unit/expr/matter.h"

namespace zhilu::test {
namespace {

constexpr int kExpressions = 4000;

std::shared_ptr<const expr::Program> compile(const std::string& text) {
  Diagnostics diagnostics;
  auto program = expr::compile(text, plain_origin(), sample_scope(), diagnostics);
  CHECK_MESSAGE(diagnostics.empty(), complaints(text));
  return program;
}

TEST_CASE("knowing less makes a result unknown or leaves it, and never another") {
  RandomExpressions random(1);
  for (int i = 0; i < kExpressions; ++i) {
    const std::string text = random.condition();
    CAPTURE(text);
    const auto program = compile(text);
    for (int j = 0; j < 4; ++j) {
      const SampleMatter whole = random.matter();
      const SampleMatter part = random.blurred(whole);
      const Value known = expr::evaluate(*program, whole);
      const Value guessed = expr::evaluate(*program, part);
      CHECK_FALSE(known.is_open());
      if (!guessed.is_open()) CHECK(is_same(guessed, known));
    }
  }
}

TEST_CASE("telling the facts that a result names as missing settles it, and all others do not matter") {
  RandomExpressions random(2);
  for (int i = 0; i < kExpressions; ++i) {
    const std::string text = random.condition();
    CAPTURE(text);
    const auto program = compile(text);
    const SampleMatter whole = random.matter();
    const SampleMatter part = random.blurred(whole);
    const Value result = expr::evaluate(*program, part);
    if (!result.is_open()) continue;
    CAPTURE(show(result));
    const FactSet missing = result.missing();
    REQUIRE_FALSE(missing.empty());
    SampleMatter named = part;
    SampleMatter others = whole;
    for (const FactId fact : missing) {
      REQUIRE(std::binary_search(program->facts().begin(), program->facts().end(), fact));
      REQUIRE(part.fact(fact).is_open());
      named.set(fact, whole.fact(fact));
      others.set(fact, part.fact(fact));
    }
    CHECK(is_same(expr::evaluate(*program, named), expr::evaluate(*program, whole)));
    CHECK(is_same(expr::evaluate(*program, others), result));
  }
}

TEST_CASE("the vm agrees with a plain walk over the tree") {
  RandomExpressions random(3);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random.expression();
    CAPTURE(text);
    const auto program = compile(text);
    const SampleMatter matter = random.blurred(random.matter());
    const Value fast = expr::evaluate(*program, matter);
    const Value plain = naive::evaluate(*program, matter);
    CAPTURE(show(fast));
    CAPTURE(show(plain));
    CHECK(naive::is_alike(fast, plain));
  }
}

TEST_CASE("what is printed reads back as the same tree") {
  RandomExpressions random(4);
  for (int i = 0; i < kExpressions; ++i) {
    const std::string text = random.condition();
    CAPTURE(text);
    Diagnostics diagnostics;
    const expr::KnownNames& names = sample_scope().known_names();
    const expr::Ast first = expr::parse(text, names, diagnostics, plain_origin());
    const std::string printed = expr::print(first);
    CAPTURE(printed);
    const expr::Ast second = expr::parse(printed, names, diagnostics, plain_origin());
    CHECK(diagnostics.empty());
    CHECK(expr::same_tree(first, first.root(), second, second.root()));
    CHECK(expr::print(second) == printed);
  }
}

TEST_CASE("any bytes give a tree, and a diagnostic unless they are an expression") {
  RandomExpressions random(5);
  std::mt19937 noise(6);
  const std::string_view pieces[] = {"(",  ")", "[",  "]", "{",  "}",    ",",    ":",     "..",  ".",
                                     "\"", "@", "，", "“", "\\", "if ",  " in ", " and ", "not", "for ",
                                     "?",  "-", "<",  ">", "=",  "\xff", "1",    "!"};
  for (int i = 0; i < kExpressions; ++i) {
    std::string text = random.condition();
    for (std::uint32_t n = noise() % 4 + 1; n > 0; --n) {
      const std::size_t at = noise() % (text.size() + 1);
      if (noise() % 2 == 0) {
        text.insert(at, pieces[noise() % std::size(pieces)]);
      } else {
        text.erase(at, noise() % 5);
      }
    }
    CAPTURE(text);
    Diagnostics diagnostics;
    const auto program = expr::compile(text, plain_origin(), sample_scope(), diagnostics);
    Faults faults;
    expr::evaluate(*program, random.matter(), &faults);
    const std::string printed = expr::print(program->ast());
    if (diagnostics.empty()) CHECK(complaints(printed).empty());
  }
}

}  // namespace
}  // namespace zhilu::test
