// SPDX-License-Identifier: MIT
#include "engine/numerals/numeral.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/characters.h"

using namespace zhilu;
using namespace zhilu::test;

namespace {

/// `两万三=23000 8=8`.
std::string numerals_in(std::string_view text) {
  const std::u32string characters = characters_of(text);
  std::vector<Numeral> found;
  find_numerals(characters, found);
  std::string out;
  for (const Numeral& n : found) {
    if (!out.empty()) out += ' ';
    out += text_of(characters.substr(n.begin, n.end - n.begin)) + '=' + n.value.to_string();
  }
  return out;
}

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(numerals_in(text) == expected);
}

}  // namespace

TEST_CASE("whole numbers are read in Arabic, Chinese and mixed writing") {
  check("三百零五块", "三百零五=305");
  check("两万三", "两万三=23000");
  check("8万6", "8万6=86000");
  check("1万2", "1万2=12000");
  check("一亿零三百万", "一亿零三百万=103000000");
  check("九千万亿", "九千万亿=9000000000000000");
  check("2千零8", "2千零8=2008");
  check("三万 五千 六百", "三万 五千 六百=35600");
  check("贰仟叁佰", "贰仟叁佰=2300");
  check("12,345,678", "12,345,678=12345678");
  check("3w", "3w=30000");
  check("-45", "-45=-45");
  check("负七十", "负七十=-70");
  check("三打", "三打=36");
  check("半百", "半百=50");
}

TEST_CASE("rough words inside a number are passed over") {
  check("三十多万", "三十多万=300000");
  check("八百余万", "八百余万=8000000");
  check("两百零几万", "两百零几万=2000000");
  check("三百多", "三百=300");
}

TEST_CASE("decimals, fractions and powers are exact") {
  check("十二点零五", "十二点零五=12.05");
  check("三千六点五", "三千六点五=3600.5");
  check("0.125", "0.125=0.125");
  check(".75", ".75=0.75");
  check("八分之三", "八分之三=0.375");
  check("两又四分之一", "两又四分之一=2.25");
  check("2 1/4", "2 1/4=2.25");
  check("负四分之一", "负四分之一=-0.25");
  check("千分之五", "千分之五=0.005");
  check("3^4", "3^4=81");
  check("1.5e-3", "1.5e-3=0.0015");
  check("-2.5 m", "-2.5 m=-2500000");
}

TEST_CASE("a lone digit counts where it counts something or stands for itself") {
  check("五只猫", "五=5");
  check("十公斤", "十=10");
  check("答案是七", "七=7");
  check("“三”和“九”", "三=3 九=9");
  check("一看就懂", "");
  check("一切都好", "");
  check("四川人", "");
  check("队伍和大陆", "");
  check("一美元", "");
  check("九九归一", "一=1");
}

TEST_CASE("times, addresses and rows of digits are no decimals") {
  check("八点二十", "八=8 二十=20");
  check("10.0.0.1", "10=10 0=0 0=0 1=1");
  check("三千一个月", "三千=3000 一=1");
  check("5-20", "5=5 20=20");
  check("万万", "");
}

TEST_CASE("digits without end are passed over in linear time") {
  CHECK(numerals_in(std::string(20000, '9')).empty());
  std::string row;
  for (int i = 0; i < 20000; ++i) row += "一";
  CHECK(numerals_in(row).empty());
  std::string units;
  for (int i = 0; i < 5000; ++i) units += "十百千万";
  CHECK(numerals_in(units).empty());
  std::string sums;
  for (int i = 0; i < 20000; ++i) sums += "一亿";
  CHECK(!numerals_in(sums).empty());
}
