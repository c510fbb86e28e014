// SPDX-License-Identifier: MIT
#include "engine/understand/normalize.h"

#include <doctest/doctest.h>

#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

TEST_CASE("typing errors are put right and keep the place of what was typed") {
  const std::vector<Spelling> spellings = {{"骟", "骗", {}},       {"抱警", "报警", {}}, {"部给", "不给", {}},
                                           {"退款款", "退款", {}}, {"抱", "报", {}},     {"", "空", {}},
                                           {"同", "同", {}}};
  const Normalizer normalizer(folder(), spellings);
  FoldedText out;
  const auto check = [&](std::string_view text, std::string_view expected) {
    CAPTURE(text);
    normalizer.normalize(folder(), text, 100, out);
    CHECK(to_utf8(out.characters) == expected);
    CHECK(out.characters.size() == out.places.size());
  };
  check("被骟了抱警", "被骗了报警");
  check("部给退款款", "不给退款");
  check("拥抱", "拥报");
  check("没有错", "没有错");
  check("", "");

  normalizer.normalize(folder(), "a骟b", 100, out);
  CHECK(out.places[1].begin == 1);
  CHECK(out.places[1].end == 4);
  // Of another length: each character has the place of the whole error.
  normalizer.normalize(folder(), "退款款了", 100, out);
  CHECK(out.places[0].begin == 0);
  CHECK(out.places[0].end == 9);
  CHECK(out.places[1].end == 9);
  CHECK(out.places[2].begin == 9);
}

TEST_CASE("what was put in is not corrected again") {
  const std::vector<Spelling> spellings = {{"甲", "乙", {}}, {"乙", "甲", {}}};
  const Normalizer normalizer(folder(), spellings);
  FoldedText out;
  normalizer.normalize(folder(), "甲乙", 100, out);
  CHECK(to_utf8(out.characters) == "乙甲");
}

TEST_CASE("a text is read up to the bound") {
  const Normalizer normalizer(folder(), {});
  FoldedText out;
  normalizer.normalize(folder(), "一二三四", 2, out);
  CHECK(to_utf8(out.characters) == "一二");
  CHECK(!out.complete);
}
