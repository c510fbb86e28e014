// SPDX-License-Identifier: MIT
#include "engine/base/bit_planes.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

using zhilu::BitPlanes;

TEST_CASE("sets side by side are what sets are") {
  constexpr std::uint32_t kRange = 70'000;
  constexpr std::size_t kSets = 3;
  std::mt19937 random(1);
  BitPlanes<kSets> planes(kRange);
  for (int round = 0; round < 20; ++round) {
    std::set<std::uint32_t> expected[kSets];
    // From sets of a few numbers far apart to words that are full.
    const std::uint32_t width = round % 2 == 0 ? kRange : 300;
    for (int i = 0; i < 60 * (1 + round); ++i) {
      const std::size_t set = random() % kSets;
      const auto n = static_cast<std::uint32_t>(random() % width);
      switch (random() % 4) {
        case 0:
          planes.insert(set, n);
          expected[set].insert(n);
          break;
        case 1:
          planes.erase(set, n);
          expected[set].erase(n);
          break;
        case 2: {
          const bool is_so = random() % 2 == 0;
          planes.insert_if(set, n, is_so);
          if (is_so) expected[set].insert(n);
          break;
        }
        default: {
          const bool is_so = random() % 2 == 0;
          planes.erase_if(set, n, is_so);
          if (is_so) expected[set].erase(n);
        }
      }
    }
    for (std::size_t set = 0; set < kSets; ++set) {
      const std::vector<std::uint32_t> numbers(expected[set].begin(), expected[set].end());
      std::vector<std::uint32_t> listed(numbers.size() + 1);
      const std::uint32_t* end =
          planes.list(listed.data(), [set](std::uint32_t, const auto& words) { return words[set]; });
      REQUIRE(static_cast<std::size_t>(end - listed.data()) == numbers.size());
      listed.pop_back();
      CHECK(listed == numbers);
      for (const std::uint32_t n : numbers) CHECK(planes.contains(set, n));
    }
    planes.clear();
    planes.each_word([](std::uint32_t, const auto&) { FAIL("nothing is left"); });
  }
}
