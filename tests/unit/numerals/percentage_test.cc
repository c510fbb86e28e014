// SPDX-License-Identifier: MIT
#include "engine/numerals/percentage.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/characters.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  const std::u32string characters = characters_of(text);
  std::vector<Percentage> found;
  find_percentages(characters, found);
  std::string out;
  for (const Percentage& p : found) {
    if (!out.empty()) out += ' ';
    out += text_of(characters.substr(p.begin, p.end - p.begin)) + '=' + p.percent.to_string();
  }
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("shares are read as signs, words and points") {
  check("收益率达到18.5%", "18.5%=18.5");
  check("百分之三点五", "百分之三点五=3.5");
  check("千分之三", "千分之三=0.3");
  check("万分之五", "万分之五=0.05");
  check("百分之百", "百分之百=100");
  check("上涨了两个百分点", "两个百分点=2");
  check("-3%", "-3%=-3");
}

TEST_CASE("tenths and discounts are percentages of the whole") {
  check("返三成", "三成=30");
  check("六成五", "六成五=65");
  check("四成半", "四成半=45");
  check("打八折", "八折=80");
  check("八五折", "八五折=85");
  check("6.8折", "6.8折=68");
  check("打对折", "对折=50");
}

TEST_CASE("fractions, addresses and other words are none") {
  check("五百分之二", "");
  check("?q=%20%E5", "");
  check("十折", "");
  check("三成为了一体", "");
  check("对折叠", "");
}
