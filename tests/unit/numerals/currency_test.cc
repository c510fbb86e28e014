// SPDX-License-Identifier: MIT
#include "engine/numerals/currency.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/characters.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  const std::u32string characters = characters_of(text);
  std::vector<CurrencyAmount> found;
  find_currency_amounts(characters, found);
  std::string out;
  for (const CurrencyAmount& a : found) {
    if (!out.empty()) out += ' ';
    out += text_of(characters.substr(a.begin, a.end - a.begin)) + '=' +
           (a.value ? a.value->to_string() : "") +
           std::string(a.unit->iso.empty() ? a.unit->name : a.unit->iso);
  }
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("amounts are read with their currency behind or before them") {
  check("付了两万三千元", "两万三千元=23000CNY");
  check("1.2亿港元", "1.2亿港元=120000000HKD");
  check("¥99.5", "¥99.5=99.5CNY");
  check("人民币 300元", "人民币 300元=300CNY");
  check("hk$50", "hk$50=50HKD");
  check("三百欧元和五千日元", "三百欧元=300EUR 五千日元=5000JPY");
  check("2个以太币", "2个以太币=2Ether");
  check("美元", "美元=USD");
}

TEST_CASE("small change belongs to its amount") {
  check("39块9", "39块9=39.9CNY");
  check("五元三角二分", "五元三角二分=5.32CNY");
  check("两美元又五美分", "两美元又五美分=2.05USD");
  check("三毛钱", "三毛钱=3CNY");
}

TEST_CASE("short units in other words name no money") {
  check("五角大楼", "");
  check("两块手表", "");
  check("考了90分", "");
  check("元旦", "");
  check("圆满", "");
}
