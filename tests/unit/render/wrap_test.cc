// SPDX-License-Identifier: MIT
#include "engine/render/wrap.h"

#include <doctest/doctest.h>

#include "engine/base/utf8.h"

using namespace zhilu;

namespace {

std::string wrapped(std::string_view text, std::size_t width) {
  std::string out;
  for (const std::string& line : wrap(text, width)) out += (out.empty() ? "" : "\n") + line;
  return out;
}

}  // namespace

TEST_CASE("text is broken by columns and by the rules of Chinese typesetting") {
  const auto check = [](std::string_view text, std::size_t width, std::string_view expected) {
    CAPTURE(text);
    CHECK(wrapped(text, width) == expected);
  };
  check("", 10, "");
  check("   ", 10, "");
  check("一二三四五", 10, "一二三四五");
  check("一二三四五六七八", 10, "一二三四五\n六七八");
  check("一二三四五。六七", 10, "一二三四\n五。六七");      // No line begins with a stop,
  check("一二三四（五六七）", 10, "一二三四\n（五六七）");  // and none ends with an opening bracket.
  check("一二三四“五”六七八", 10, "一二三四\n“五”六七八");
  check("report the fraud now", 10, "report the\nfraud now");
  check("拨打 110 报警", 8, "拨打\n110 报警");
  check("损失了 23,000 元钱", 12, "损失了\n23,000 元钱");  // A number stays with its unit,
  check("同时做第 12 步和", 10, "同时做\n第 12 步和");     // 第 with its number,
  check("甲乙丙第46条乙", 10, "甲乙丙\n第46条乙");
  check("甲甲甲 · 乙乙乙", 8, "甲甲甲 ·\n乙乙乙");
  check("abcdefghijklmnop", 10, "abcdefghij\nklmnop");
  check("网址www.example.com/abc", 10, "网址www.ex\nample.com/\nabc");
  check("一二三四五六七八九十甲", 10, "一二三四五\n六七八九\n十甲");  // A last character gets company.
  check("one\ntwo\t three", 20, "one two three");
  check("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301\ne\u0301");
}

TEST_CASE("no line is wider than asked for and nothing gets lost") {
  const std::string text =
      "联系支付机构（或发卡银行），要求冻结账户、止付 3,000 元；see https://example.com/a/very/long/path?x=1 "
      "“引号”，第 2 步。";
  std::string plain;
  for (const char c : text) {
    if (c != ' ') plain.push_back(c);
  }
  for (std::size_t width = 8; width < 90; ++width) {
    std::string joined;
    for (const std::string& line : wrap(text, width)) {
      CHECK(display_width(line) <= width);
      for (const char c : line) {
        if (c != ' ') joined.push_back(c);
      }
    }
    CHECK(joined == plain);
  }
}
