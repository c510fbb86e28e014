// SPDX-License-Identifier: MIT
#include "engine/base/sort_few.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace zhilu;

namespace {

struct Item {
  std::uint32_t key = 0;
  std::uint32_t index = 0;
};

}  // namespace

TEST_CASE("lists of any length are sorted, and equal items stay in their order") {
  std::mt19937 random(7);
  const auto less = [](const Item& a, const Item& b) { return a.key < b.key; };
  for (std::uint32_t count = 0; count < 80; ++count) {
    std::vector<Item> items;
    for (std::uint32_t i = 0; i < count; ++i) items.push_back({static_cast<std::uint32_t>(random() % 9), i});
    std::vector<Item> expected = items;
    std::stable_sort(expected.begin(), expected.end(), less);
    sort_few(items, less);
    REQUIRE(items.size() == expected.size());
    for (std::uint32_t i = 0; i < count; ++i) CHECK(items[i].index == expected[i].index);
  }
}
