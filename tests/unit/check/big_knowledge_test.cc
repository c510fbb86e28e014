// SPDX-License-Identifier: MIT
// The large knowledge that benchmarks run on is sound and always the same.
#include "tests/support/big_knowledge.h"

#include <doctest/doctest.h>

#include "engine/base/files.h"
#include "engine/check/check.h"
#include "engine/load/loader.h"

using namespace zhilu;

namespace {

LoadResult load_and_check(test::BigSizes sizes, std::uint32_t seed) {
  LoadResult result = load_knowledge(MemoryFiles(test::big_knowledge(sizes, seed)));
  if (result.knowledge) check(*result.knowledge, result.diagnostics);
  return result;
}

}  // namespace

TEST_CASE("large knowledge loads and checks without any diagnostic") {
  for (std::uint32_t seed = 0; seed < 8; ++seed) {
    const test::BigSizes sizes{
        .nodes = 300 + 200 * seed, .steps = 60 + 40 * seed, .facts = 20 + 15 * seed, .topics = seed % 4};
    CAPTURE(seed);
    const LoadResult result = load_and_check(sizes, seed);
    CHECK_MESSAGE(result.diagnostics.empty(), render(result.diagnostics, *result.sources, Tongue::English));
    REQUIRE(result.knowledge);
    CHECK(result.knowledge->nodes.size() >= sizes.nodes);
  }
}

TEST_CASE("large knowledge has the sizes asked for and every kind of node and edge") {
  const LoadResult result = load_and_check({.nodes = 3000, .steps = 600, .facts = 80}, 1);
  REQUIRE(result.knowledge);
  const Knowledge& knowledge = *result.knowledge;
  CHECK(knowledge.nodes.size() == 3000);
  CHECK(knowledge.steps.size() == 600);
  CHECK(knowledge.facts.size() == 80);
  CHECK(knowledge.topics.size() == 6);
  unsigned kinds = 0;
  unsigned edges = 0;
  for (const Node& node : knowledge.nodes) {
    kinds |= 1U << static_cast<unsigned>(node.kind);
    for (const Edge& edge : node.edges) edges |= 1U << static_cast<unsigned>(edge.kind);
  }
  CHECK(kinds == 0b111111);
  CHECK(edges == 0b111);
}

TEST_CASE("the same seed makes the same bytes, another one others") {
  const test::BigSizes sizes{.nodes = 500, .steps = 100, .facts = 40};
  CHECK(test::big_knowledge(sizes, 3) == test::big_knowledge(sizes, 3));
  CHECK(test::big_knowledge(sizes, 3) != test::big_knowledge(sizes, 4));
}
