// SPDX-License-Identifier: MIT
#include "engine/understand/chinese_number.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

/// `两万三=23000 三五百=300..500~ 10w+=100000+~`: what was read, its bounds, and whether it is a rough
/// number.
std::string numbers_in(std::string_view text) {
  const std::u32string characters = folded(text);
  std::vector<NumberText> numbers;
  find_numbers(characters, numbers);
  std::string out;
  for (const NumberText& n : numbers) {
    if (!out.empty()) out += ' ';
    out += to_utf8(characters.substr(n.begin, n.end - n.begin)) + '=' + n.low.decimal()->to_string();
    if (compare(n.low, n.high) != 0 && n.bounded) out += ".." + n.high.decimal()->to_string();
    if (!n.bounded) out += '+';
    if (n.approximate) out += '~';
  }
  return out;
}

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(numbers_in(text) == expected);
}

}  // namespace

TEST_CASE("numbers are read in Arabic and Chinese digits and in both at once") {
  check("3000", "3000=3000");
  check("１７，８５０．５", "17,850.5=17850.5");
  check("1,234,567.89", "1,234,567.89=1234567.89");
  check("三百零五", "三百零五=305");
  check("十五", "十五=15");
  check("一百十五", "一百十五=115");
  check("两千九百九十七", "两千九百九十七=2997");
  check("一亿两千万", "一亿两千万=120000000");
  check("二十五万六千", "二十五万六千=256000");
  check("4万5千", "4万5千=45000");
  check("3万5000", "3万5000=35000");
  check("三点五万", "三点五万=35000");
  check("一万零一十八点一五", "一万零一十八点一五=10018.15");
  check("贰仟叁佰", "贰仟叁佰=2300");
  check("貳萬", "贰万=20000");
  check("二零一七", "二零一七=2017");
  check("2.3w", "2.3w=23000");
  check("3.5k", "3.5k=3500");
}

TEST_CASE("the unit of a last digit may be left out") {
  check("两万三", "两万三=23000");
  check("8万6", "8万6=86000");
  check("1万2", "1万2=12000");
  check("1w2", "1w2=12000");
  check("一千一", "一千一=1100");
  check("一百二", "一百二=120");
  check("八百八", "八百八=880");
  check("三千八百五", "三千八百五=3850");
  check("三千零五", "三千零五=3005");
  // What counts something else begins a new number.
  check("三千一个月", "三千=3000 一=1");
  check("五万一年", "五万=50000 一=1");
  check("三千五千", "三千=3000 五千=5000");
}

TEST_CASE("rough numbers keep their bounds") {
  check("一千多", "一千多=1000..1999~");
  check("9000多", "9000多=9000..9999~");
  check("3w多", "3w多=30000..39999~");
  check("20多万", "20多万=200000..290000~");
  check("十几万", "十几万=100000..190000~");
  check("几十万", "几十万=200000..900000~");
  check("三百来块", "三百来=300..399~");
  check("三五百", "三五百=300..500~");
  check("两三千", "两三千=2000..3000~");
  check("十七八万", "十七八万=170000..180000~");
  check("两到三万", "两到三万=20000..30000~");
  check("2-3万", "2-3万=20000..30000~");
  check("3000到5000", "3000到5000=3000..5000~");
  check("上万", "上万=10000+~");
  check("10w+", "10w+=100000+~");
}

TEST_CASE("numbers are read with blanks and in loose talk") {
  check("3 万", "3 万=30000");
  check("两万 三千", "两万 三千=23000");
  check("3万 2次", "3万=30000 2=2");
  check("万把块", "万把=10000..20000~");
  check("三万五六", "三万五六=35000..36000~");
  check("3个w", "3个w=30000");
  check("十几个w", "十几个w=100000..190000~");
  check("3个人", "3=3");
  check("千万别信", "");
}

TEST_CASE("words that merely look like numbers are none") {
  check("网上千万别信", "");
  check("多少钱", "");
  check("百分之三十", "三十=30");
  check("20km 5kg", "20=20 5=5");
  check("第三点五十", "三=3 五十=50");
  check("余额3000余额", "3000=3000");
  check("010-12345678", "010=10 12345678=12345678");
}

TEST_CASE("digits without end are passed over") {
  check("99999999999999999999999", "");
  check("一一一一一一一一一一一一一一一一一一一一", "");
  check(std::string(5000, '9') + " 3", "3=3");
  check("十十十", "十=10 十=10 十=10");
  check("1万1万1", "1万=10000 1万1=11000");
  check("99999999999999999亿", "99999999999999999亿=9999999999999999900000000");
  check("999999999999999999", "");
}

TEST_CASE("sums that do not fit are not made") {
  CHECK(!Scaled::add({9'000'000'000'000'000'000, 0}, {9'000'000'000'000'000'000, 0}));
  CHECK(!Scaled::add({1, 30}, {1, 0}));
  const auto sum = Scaled::add({39, 0}, {9, -1});
  REQUIRE(sum.has_value());
  CHECK(sum->decimal()->to_string() == "39.9");
  CHECK(compare({1, 3}, {1000, 0}) == 0);
  CHECK(compare({1, 30}, {5, 0}) > 0);
  CHECK(compare({5, 0}, {1, 30}) < 0);
  CHECK(compare({0, 30}, {5, 0}) < 0);
}
