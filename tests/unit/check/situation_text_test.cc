// SPDX-License-Identifier: MIT
#include "engine/check/situation_text.h"

#include <doctest/doctest.h>

#include "tests/support/check_helpers.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

Value number(std::int64_t n) {
  return Value::number(Decimal(n));
}

CellSet some(std::size_t size, std::vector<std::size_t> cells) {
  CellSet set(size, false);
  for (const std::size_t cell : cells) set.insert(cell);
  return set;
}

struct Sample {
  Sample() {
    const FactId amount = small.fact("amount", FactKind::Money);
    const FactId platform = small.fact("platform", FactKind::Choice);
    const FactId issues = small.fact("issues", FactKind::Choices);
    const FactId note = small.fact("note", FactKind::Text);
    small.k.facts[amount].title.source = "金额";
    small.k.facts[platform].title.source = "平台";
    small.k.facts[platform].options = {{"bank", {"银行", "", {}}, {}}, {"game", {"游戏", "", {}}, {}}};
    small.k.facts[issues].title.source = "问题";
    small.k.facts[issues].options = {{"fraud", {"被骗", "", {}}, {}}, {"other", {"其他", "", {}}, {}}};
    small.k.facts[note].title.source = "备注";
    const auto point = [](Value value) { return DomainCell{value, value, value}; };
    dimensions = {
        // Up to 10, 10, between 10 and 3000, 3000, above.
        {amount,
         {},
         {{number(0), {}, number(10)},
          point(number(10)),
          {number(20), number(10), number(3000)},
          point(number(3000)),
          {number(4000), number(3000), {}}}},
        {platform, {}, {point(Value::string("bank")), point(Value::string("game"))}},
        {issues, 0, {point(Value::boolean(false)), point(Value::boolean(true))}},
        {issues, 1, {point(Value::boolean(false)), point(Value::boolean(true))}},
        {note, {}, {point(Value::string("x")), {Value::string("…"), {}, {}}}},
    };
    for (const Dimension& dimension : dimensions) all.emplace_back(dimension.cells.size(), true);
  }

  std::string text(std::size_t dimension, std::vector<std::size_t> cells, Tongue tongue = Tongue::Chinese) {
    Situation situation = all;
    situation[dimension] = some(all[dimension].size(), std::move(cells));
    return checks::situation_text(small.k, dimensions, situation, tongue);
  }

  SmallKnowledge small;
  std::vector<Dimension> dimensions;
  Situation all;
};

}  // namespace

TEST_CASE("amounts are said by their ends, open or closed, and nothing at the border of the domain") {
  Sample sample;
  CHECK(sample.text(0, {0}) == "金额 < 10 元");
  CHECK(sample.text(0, {0, 1}) == "金额 ≤ 10 元");
  CHECK(sample.text(0, {1}) == "金额 = 10 元");
  CHECK(sample.text(0, {1, 2}) == "金额 ≥ 10 元 且 < 3,000 元");
  CHECK(sample.text(0, {3, 4}) == "金额 ≥ 3,000 元");
  CHECK(sample.text(0, {4}) == "金额 > 3,000 元");
  CHECK(sample.text(0, {2, 3}, Tongue::English) == "amount > 10 and amount <= 3000");
  // Of several pieces the first.
  CHECK(sample.text(0, {1, 4}) == "金额 = 10 元");
}

TEST_CASE("options, members and texts are named") {
  Sample sample;
  CHECK(sample.text(1, {1}) == "平台 = 游戏");
  CHECK(sample.text(1, {1}, Tongue::English) == "platform = \"game\"");
  CHECK(sample.text(2, {1}) == "问题里有被骗");
  CHECK(sample.text(4, {0}) == "备注 = “x”");
  CHECK(sample.text(4, {1}) == "备注 ≠ “x”");
  CHECK(sample.text(4, {1}, Tongue::English) == "not(note in (\"x\"))");
}

TEST_CASE("members of one fact are said together, and what is open is left out") {
  Sample sample;
  Situation situation = sample.all;
  CHECK(checks::situation_text(sample.small.k, sample.dimensions, situation, Tongue::Chinese) == "任何情形");
  situation[2] = some(2, {1});
  situation[3] = some(2, {0});
  situation[0] = some(5, {4});
  CHECK(checks::situation_text(sample.small.k, sample.dimensions, situation, Tongue::Chinese) ==
        "金额 > 3,000 元，问题里有被骗，没有其他");
  CHECK(checks::situation_text(sample.small.k, sample.dimensions, situation, Tongue::English) ==
        "amount > 3000, \"fraud\" in issues, not(\"other\" in issues)");
}
