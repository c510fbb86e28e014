// SPDX-License-Identifier: MIT
#include "engine/locale/fold.h"

#include <doctest/doctest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "engine/base/utf8.h"

using namespace zhilu;

namespace {

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

// engine/locale/simplified.inc, as it follows from the ICU at hand: the pairs as string literals, 24 a line.
std::string simplified_table() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_hans(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) return {};
  // A line end between the characters keeps ICU from seeing words.
  icu::UnicodeString text;
  for (UChar32 c = 0x3400; c < 0xA000; ++c) text.append(c).append(UChar32{'\n'});
  const icu::UnicodeString before = text;
  to_hans->transliterate(text);
  if (text.length() != before.length()) return {};
  std::string out = "// Written by tests/unit/locale/fold_test.cc; do not edit.\n";
  int in_line = 0;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    if (text[i] == before[i]) continue;
    if (in_line == 0) out += "U\"";
    append_utf8(out, before[i]);
    append_utf8(out, text[i]);
    if (++in_line == 24) out += "\"\n", in_line = 0;
  }
  if (in_line != 0) out += "\"\n";
  return out;
}

}  // namespace

TEST_CASE("the table of simplified characters is what ICU derives") {
  const std::string path = ZHILU_SOURCE_DIR "/engine/locale/simplified.inc";
  const std::string derived = simplified_table();
  REQUIRE(!derived.empty());
  if (std::getenv("ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << derived;
  std::ifstream in(path, std::ios::binary);
  const std::string written((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  CHECK(written == derived);
}

TEST_CASE("every way to type a thing folds to one form") {
  const Folder folder;
  const auto check = [&](std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(to_utf8(folder.fold(text)) == expected);
  };
  check("", "");
  check("被骗3000块", "被骗3000块");
  check("ＵＳＤＴ５００", "usdt500");
  check("１２，３４５．６", "12,345.6");
  check("￥300、３％", "¥300、3%");
  check("帳號被盜，提領不了", "帐号被盗,提领不了");
  check("新台幣六萬圓", "新台币六万圆");
  check("跟著妳", "跟着你");
  check("貳仟元", "贰仟元");
  check("𝟏𝟐𝟑", "123");
  check("㍿ ﾞ", "株式会社 \u3099");
  check("报\u200B警", "报警");
  check("嗨🙂", "嗨🙂");
  check("一\t二\r\n三\u3000四", "一 二\n\n三 四");
  check("①500元 ⒉去 ㈠先", " 500元  去  先");
  check("⾦额", "金额");
  check("a\xFF汉\xE6\xB1", "a\uFFFD汉\uFFFD\uFFFD");
  check(std::string_view("a\0b", 3), "a b");
}

TEST_CASE("every folded character knows the bytes it came from") {
  const Folder folder;
  FoldedText out;
  const std::string text = "a…帳\u200Bb\xFF";
  folder.fold(text, 100, out);
  CHECK(to_utf8(out.characters) == "a...帐b\uFFFD");
  const std::uint32_t expected[][2] = {{0, 1}, {1, 4}, {1, 4}, {1, 4}, {4, 7}, {10, 11}, {11, 12}};
  REQUIRE(out.places.size() == std::size(expected));
  for (std::size_t i = 0; i < out.places.size(); ++i) {
    CAPTURE(i);
    CHECK(out.places[i].begin == expected[i][0]);
    CHECK(out.places[i].end == expected[i][1]);
  }
  CHECK(out.complete);
}

TEST_CASE("a text that is too long is folded up to the bound") {
  const Folder folder;
  FoldedText out;
  folder.fold("汉字abc", 3, out);
  CHECK(to_utf8(out.characters) == "汉字a");
  CHECK(!out.complete);
  folder.fold("汉字a", 3, out);
  CHECK(out.complete);
  folder.fold("", 0, out);
  CHECK(out.complete);
  CHECK(out.characters.empty());
}
