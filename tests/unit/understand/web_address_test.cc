// SPDX-License-Identifier: MIT
#include "engine/understand/web_address.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  const std::u32string characters = folded(text);
  std::vector<WebAddress> found;
  find_web_addresses(characters, found);
  std::string out;
  for (const WebAddress& a : found) {
    if (!out.empty()) out += ' ';
    out += to_utf8(characters.substr(a.begin, a.end - a.begin));
  }
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("addresses are found with and without a scheme") {
  check("打开https://example.com/a/b?c=1&d=2#e，然后", "https://example.com/a/b?c=1&d=2#e");
  check("网址www.example.com.cn被封了", "www.example.com.cn");
  check("访问 pay-example.top。", "pay-example.top");
  check("ftp://files.example.org/x.zip", "ftp://files.example.org/x.zip");
  check("http://localhost:8080/#/1 和 http://10.0.0.1:80", "http://localhost:8080/#/1 http://10.0.0.1:80");
  check("见(https://example.com/a).", "https://example.com/a");
}

TEST_CASE("mailboxes, times, numbers and unknown names are none") {
  check("写信到a.b@example.com", "");
  check("8.am开门", "");
  check("3.14 和 192.168.0.1", "");
  check("文件.zip", "");
  check("某某.com", "");
  check("http:// 后面没有", "");
  check("abcd://example.com", "");
}

TEST_CASE("long rows of labels are read in linear time") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "a.";
  check(text, "");
}
