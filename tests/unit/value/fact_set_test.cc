// SPDX-License-Identifier: MIT
#include "engine/value/fact_set.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace zhilu;

TEST_CASE("a fact set behaves as a set, in ascending order") {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    FactSet a;
    FactSet b;
    std::set<std::uint32_t> x;
    std::set<std::uint32_t> y;
    for (std::uint32_t i = 0; i < random() % 8; ++i) {
      const auto fact = static_cast<std::uint32_t>(random() % 10);
      a.insert(FactId{fact});
      x.insert(fact);
    }
    for (std::uint32_t i = 0; i < random() % 8; ++i) {
      const auto fact = static_cast<std::uint32_t>(random() % 10);
      b.insert(FactId{fact});
      y.insert(fact);
    }
    a.unite(b);
    x.insert(y.begin(), y.end());
    REQUIRE(a.size() == x.size());
    auto expected = x.begin();
    for (const FactId fact : a) REQUIRE(fact.value == *expected++);
    for (std::uint32_t fact = 0; fact < 10; ++fact) REQUIRE(a.contains(FactId{fact}) == (x.count(fact) == 1));
  }
}
