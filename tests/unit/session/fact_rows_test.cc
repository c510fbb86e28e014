// SPDX-License-Identifier: MIT
#include "engine/session/fact_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace zhilu;

namespace {

using Facts = std::set<std::uint32_t>;

Facts facts_of(FactRows& rows, FactRows::Row row) {
  std::vector<std::uint32_t> found;
  rows.each(row, [&](FactId fact) { found.push_back(fact.value); });
  CHECK(std::is_sorted(found.begin(), found.end()));
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("rows of facts are the sets they were made of, however many facts there are") {
  for (const std::uint32_t facts : {3U, 64U, 65U, 500U, 5000U}) {
    CAPTURE(facts);
    FactRows rows(facts);
    if (facts > 64) rows.use_wide();
    std::mt19937 random(facts);
    for (int round = 0; round < 3; ++round) {
      rows.clear();
      std::vector<FactRows::Row> made{FactRows::kNone};
      std::vector<Facts> expected{{}};
      for (int i = 0; i < 400; ++i) {
        const std::size_t a = random() % made.size();
        const std::size_t b = random() % made.size();
        Facts both = expected[a];
        if (i % 3 == 0) {
          both.insert(expected[b].begin(), expected[b].end());
          made.push_back(rows.unite(made[a], made[b]));
        } else {
          for (auto n = random() % 20; n > 0; --n) {
            const auto fact = static_cast<std::uint32_t>(random() % facts);
            both.insert(fact);
            rows.add(FactId{fact});
          }
          made.push_back(rows.take(made[a]));
        }
        expected.push_back(both);
        // Between the others too: what is read must not disturb what is made.
        if (i % 50 == 0) REQUIRE(facts_of(rows, made.back()) == both);
      }
      for (std::size_t i = 0; i < made.size(); ++i) {
        REQUIRE(facts_of(rows, made[i]) == expected[i]);
        FactBitRows bits(1, facts);
        rows.add_to(bits[0], made[i]);
        REQUIRE(count_bits(bits[0]) == expected[i].size());
        REQUIRE(expected[i].empty() == (made[i] == FactRows::kNone));
      }
    }
  }
}

TEST_CASE("rows of few among many facts are the sets they were made of, until there are too many") {
  FactRows rows(1000);
  for (int round = 0; round < 3; ++round) {
    rows.clear();
    CHECK(!rows.has_overflowed());
    for (std::uint32_t n = 0; n < 64; ++n) rows.add(FactId{999 - 15 * n});
    const FactRows::Row all = rows.take();
    const FactRows::Row two = rows.add_all(FactRows::kNone, std::vector<FactId>{FactId{999}, FactId{54}});
    CHECK(!rows.has_overflowed());
    CHECK(facts_of(rows, all).size() == 64);
    CHECK(facts_of(rows, two) == Facts{54, 999});
    CHECK(rows.unite(all, two) == all);
    CHECK(rows.add_all(two, {}) == two);
    // One more: what was made before stays as it was, so that it can be read.
    rows.add(FactId{1});
    rows.take();
    CHECK(rows.has_overflowed());
    CHECK(facts_of(rows, two) == Facts{54, 999});
  }
  rows.use_wide();
  CHECK(rows.take() == FactRows::kNone);
  for (std::uint32_t fact = 0; fact < 1000; ++fact) rows.add(FactId{fact});
  CHECK(facts_of(rows, rows.take()).size() == 1000);
  CHECK(!rows.has_overflowed());
}

TEST_CASE("rows are the same if they hold the same") {
  for (const bool is_wide : {false, true}) {
    FactRows rows(1000);
    if (is_wide) rows.use_wide();
    const FactRows::Row a = rows.add_all(FactRows::kNone, std::vector<FactId>{FactId{7}, FactId{800}});
    const FactRows::Row b = rows.add_all(FactRows::kNone, std::vector<FactId>{FactId{800}});
    const FactRows::Row c = rows.add_all(b, std::vector<FactId>{FactId{7}});
    CHECK(rows.are_same(a, c));
    CHECK(rows.hash(a) == rows.hash(c));
    CHECK(!rows.are_same(a, b));
  }
}
