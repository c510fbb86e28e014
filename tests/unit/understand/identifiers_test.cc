// SPDX-License-Identifier: MIT
#include "engine/understand/identifiers.h"

#include <doctest/doctest.h>

#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

std::string identifiers_in(std::string_view text) {
  const std::u32string characters = folded(text);
  std::vector<IdentifierText> found;
  find_identifiers(characters, found);
  std::string out;
  for (const IdentifierText& i : found) {
    static constexpr const char* kNames[] = {"phone", "id", "card", "email", "account", "house"};
    if (!out.empty()) out += ' ';
    out += std::string(kNames[static_cast<int>(i.kind)]) + '=' +
           to_utf8(characters.substr(i.begin, i.end - i.begin));
  }
  return out;
}

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(identifiers_in(text) == expected);
}

}  // namespace

TEST_CASE("what identifies a person is found, however it is grouped") {
  check("电话13812345678找我", "phone=13812345678");
  check("138 1234 5678", "phone=138 1234 5678");
  check("138-1234-5678", "phone=138-1234-5678");
  check("１３８１２３４５６７８", "phone=13812345678");
  check("+8613812345678", "phone=8613812345678");
  check("010-12345678", "phone=010-12345678");
  check("400-800-1234", "phone=400-800-1234");
  check("身份证420106198001011234", "id=420106198001011234");
  check("42010619800101123X", "id=42010619800101123x");
  check("卡号6222021234567890123", "card=6222021234567890123");
  check("6222 0212 3456 7890", "card=6222 0212 3456 7890");
  check("发到a.b-c@example.com.cn，", "email=a.b-c@example.com.cn");
}

TEST_CASE("accounts and house numbers are found where something says what they are") {
  check("他微信号abc_123", "account=abc_123");
  check("QQ：12345678骗我3000", "account=12345678");
  check("住朝阳路12号3栋", "house=12号3栋");
  check("3月12号", "");
}

TEST_CASE("amounts, dates and public numbers identify nobody") {
  check("被骗3000000元", "");
  check("2026-03-05", "");
  check("打12315和10086", "");
  check("我@他了", "");
  check("a@b", "");
  check("@@@@", "");
  check("订单号123456789", "");
  check("999999999999999999999999999999", "");
}

TEST_CASE("several in one text are found in order") {
  check("转3000到13812345678或a@b.cn", "phone=13812345678 email=a@b.cn");
}
