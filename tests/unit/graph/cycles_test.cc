// SPDX-License-Identifier: MIT
#include "engine/graph/cycles.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/random_graph.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

bool has_edge(const Adjacency& next, std::uint32_t from, std::uint32_t to) {
  return std::find(next[from].begin(), next[from].end(), to) != next[from].end();
}

}  // namespace

TEST_CASE("a graph without cycles has none") {
  CHECK(shortest_cycles({}).empty());
  CHECK(shortest_cycles({{1}, {2}, {}}).empty());
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) CHECK(shortest_cycles(random_graph(random, 20, 4, true)).empty());
}

TEST_CASE("cycles begin with their smallest node and are the shortest of their knot") {
  const auto check = [](const Adjacency& next, const std::vector<std::vector<std::uint32_t>>& expected) {
    CHECK(shortest_cycles(next) == expected);
  };
  check({{0}}, {{0}});
  check({{1}, {0}}, {{0, 1}});
  check({{1}, {2}, {3}, {1, 4}, {}}, {{1, 2, 3}});
  check({{1}, {2}, {3, 1}, {0}}, {{1, 2}});
  check({{1}, {0}, {3}, {2}}, {{0, 1}, {2, 3}});
  check({{1}, {2}, {0, 2}}, {{2}});
}

TEST_CASE("in generated graphs every knot is found, and no shorter cycle by brute force") {
  std::mt19937 random(12);
  for (int round = 0; round < 500; ++round) {
    const auto nodes = 1 + static_cast<std::uint32_t>(random() % 14);
    const Adjacency next = random_graph(random, nodes, 2, false);
    const auto distance = all_distances(next);
    // The length of the shortest cycle through each node.
    std::vector<std::uint32_t> shortest(nodes, kFar);
    for (std::uint32_t node = 0; node < nodes; ++node) {
      for (const std::uint32_t to : next[node]) {
        shortest[node] = std::min(shortest[node], distance[to][node] + 1);
      }
    }
    const auto components = cyclic_components(next);
    const auto cycles = shortest_cycles(next);
    REQUIRE(cycles.size() == components.size());
    std::vector<bool> covered(nodes, false);
    for (std::size_t i = 0; i < components.size(); ++i) {
      std::uint32_t best = kFar;
      for (const std::uint32_t a : components[i]) {
        REQUIRE(!covered[a]);
        covered[a] = true;
        best = std::min(best, shortest[a]);
        for (const std::uint32_t b : components[i]) REQUIRE(distance[a][b] < kFar);
      }
      REQUIRE(cycles[i].size() == best);
      REQUIRE(*std::min_element(cycles[i].begin(), cycles[i].end()) == cycles[i].front());
      for (std::size_t j = 0; j < cycles[i].size(); ++j) {
        REQUIRE(has_edge(next, cycles[i][j], cycles[i][(j + 1) % cycles[i].size()]));
        REQUIRE(std::find(components[i].begin(), components[i].end(), cycles[i][j]) != components[i].end());
      }
    }
    for (std::uint32_t node = 0; node < nodes; ++node) REQUIRE(covered[node] == (shortest[node] < kFar));
  }
}

TEST_CASE("a cycle planted into a large acyclic graph is found") {
  std::mt19937 random(13);
  for (int round = 0; round < 50; ++round) {
    Adjacency next = random_graph(random, 80, 3, true);
    const auto distance = all_distances(next);
    // An edge back from where a way leads to.
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    do {
      from = static_cast<std::uint32_t>(random() % 80);
      to = static_cast<std::uint32_t>(random() % 80);
    } while (from == to || distance[from][to] == kFar);
    next[to].push_back(from);
    const auto cycles = shortest_cycles(next);
    REQUIRE(cycles.size() == 1);
    REQUIRE(cycles[0].size() == distance[from][to] + 1);
  }
}

TEST_CASE("rings of great length and dense knots are no trouble") {
  Adjacency ring(50'000);
  for (std::uint32_t i = 0; i < ring.size(); ++i)
    ring[i] = {static_cast<std::uint32_t>((i + 1) % ring.size())};
  CHECK(shortest_cycles(ring)[0].size() == ring.size());
  // Every node leads to the next 100, so that any one search sees half a million edges: after some it is cut
  // off.
  Adjacency dense(5'000);
  for (std::uint32_t i = 0; i < dense.size(); ++i) {
    for (std::uint32_t j = 1; j <= 100; ++j)
      dense[i].push_back(static_cast<std::uint32_t>((i + j) % dense.size()));
  }
  CHECK(shortest_cycles(dense)[0].size() == 50);
}
