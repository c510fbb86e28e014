// SPDX-License-Identifier: MIT
#include "engine/render/privacy.h"

#include <doctest/doctest.h>

#include "engine/base/utf8.h"

using namespace zhilu;

TEST_CASE("personal identifiers are masked") {
  const auto check = [](std::string_view text, std::string_view expected) {
    CHECK(masked_text(text) == expected);
  };
  check("电话13812345678，请回", "电话138****5678，请回");
  check("138 1234 5678", "138 **** 5678");
  check("138-1234-5678", "138-****-5678");
  check("+8613812345678", "+861******5678");
  check("１３８１２３４５６７８", "１３８****５６７８");
  check("打010-12345678", "打010-******78");
  check("0755 1234567", "0755 *****67");
  check("01012345678", "010****5678");
  check("身份证110101199001011234", "身份证110***********1234");
  check("11010119900101123X", "110***********123X");
  check("11010119900101123x。", "110***********123x。");
  check("110101 19900101 1234", "110*** ******** **34");
  check("卡号6222021234567890123", "卡号622************0123");
  check("6222 0212 3456 7890 123", "6222 **** **** **** 123");
  check("写信到zhang.san@example.com！", "写信到z********@example.com！");
  check("a@b.cn", "*@b.cn");
  check("人民路12号3栋401室", "人民路**号*栋***室");
  check("订单202611220012345678", "订单202***********5678");
}

TEST_CASE("accounts are masked where they are named as such") {
  CHECK(masked_text("他的微信号是abc_12345") == "他的微信号是ab*******");
  CHECK(masked_text("QQ：12345678 加我") == "QQ：12****** 加我");
  CHECK(masked_text("ＱＱ１２３４５６７８") == "ＱＱ１２******");
  CHECK(masked_text("微信转了5000，微信5000元") == "微信转了5000，微信5000元");
}

TEST_CASE("hotlines, amounts and dates stay readable") {
  for (const std::string_view text : {"打12315、110、96110", "客服95188", "400-820-8820", "4008208820",
                                      "损失23000.50元", "1234567890元", "2026-11-22 3000", "2026年11月22日",
                                      "第46条", "一路走来12个月", "给@客服", "3 000 元", "12 345 678"}) {
    CHECK(masked_text(text) == text);
  }
}

TEST_CASE("nothing that acts unseen is left") {
  const auto check = [](std::string_view text, std::string_view expected) {
    CHECK(clean_text(text) == expected);
  };
  check("\033[31m红\033[0m", "[31m红[0m");
  check("甲\033]0;title\a乙", "甲]0;title乙");
  check("一行\r\n二行\t三", "一行 二行 三");
  check("钱\u202E包\u2066\u200B\uFEFF", "钱包");
  check(std::string_view("a\0b", 3), "ab");
  check("\u009B31m", "31m");
  check("坏\xFF", "坏\uFFFD");
  check("🙂👨‍👩‍👧", "🙂👨👩👧");
}

TEST_CASE("an excerpt is masked as part of the whole") {
  const std::string_view text = "电话13812345678在此";
  const auto check = [&](std::uint32_t begin, std::uint32_t end, std::string_view expected) {
    CHECK(masked_excerpt(text, begin, end) == expected);
  };
  check(0, 6, "电话");
  check(6, 17, "138****5678");
  check(8, 12, "8***");
  check(1, 2, "电");        // Inside a character.
  check(17, 1000, "在此");  // Behind the end.
  check(30, 40, "");
  check(9, 9, "");
}

TEST_CASE("any bytes can be masked and come out as valid UTF-8 without controls") {
  std::uint32_t state = 7;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525u + 1013904223u;
      const std::uint32_t pick = state >> 24;
      text.push_back(static_cast<char>(pick < 128 ? '0' + pick % 10 : pick));
    }
    const std::string masked = masked_excerpt(text, state % 40, 40);
    CHECK(!find_invalid_utf8(masked));
    CHECK(masked.find('\033') == std::string::npos);
  }
}
