// SPDX-License-Identifier: MIT
#include "engine/base/utf8.h"

#include <doctest/doctest.h>

#include <string>

using namespace zhilu;

TEST_CASE("a malformed sequence is found at its exact byte") {
  const auto check = [](std::string_view text, std::optional<std::size_t> expected) {
    CAPTURE(text);
    CHECK(find_invalid_utf8(text) == expected);
  };
  check("", std::nullopt);
  check("abc", std::nullopt);
  check("汉字🙂", std::nullopt);
  check("\uFFFD", std::nullopt);
  check(std::string_view("a\0b", 3), std::nullopt);
  check("汉\xFF", 3);
  check("\xC0\xAF", 0);          // Overlong '/'.
  check("a\xE0\x80\xAF", 1);     // Overlong in three bytes.
  check("ab\xED\xA0\x80", 2);    // A surrogate.
  check("\xF4\x90\x80\x80", 0);  // Above U+10FFFF.
  check("\xF4\x8F\xBF\xBF", std::nullopt);
  check("x\xE6\xB1", 1);         // Cut off.
  check("x\x80", 1);             // A continuation byte alone.
  check("\xC4\xE3\xBA\xC3", 0);  // GBK for 你好.
}

TEST_CASE("every character is read back as it was appended") {
  for (char32_t c = 1; c <= 0x10FFFF; c += (c < 0x900 ? 1 : 97)) {
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    std::string text;
    append_utf8(text, c);
    const CodePoint back = decode_at(text, 0);
    REQUIRE(back.value == (surrogate ? 0xFFFD : c));
    REQUIRE(back.size == text.size());
  }
  std::string text;
  append_utf8(text, 0x110000);
  CHECK(text == "\uFFFD");
}

TEST_CASE("malformed bytes count as one character each, so a loop goes on") {
  CHECK(count_characters("汉字") == 2);
  CHECK(count_characters("\xFF\xFE\x41") == 3);
  CHECK(decode_at("\xE6\xB1", 0).size == 1);
}

TEST_CASE("Chinese and emoji take two columns, marks and controls none") {
  const auto check = [](std::string_view text, std::size_t expected) {
    CAPTURE(text);
    CHECK(display_width(text) == expected);
  };
  check("abc", 3);
  check("汉字", 4);
  check("：，。（）", 10);
  check("“”…", 3);
  check("🙂", 2);
  check("e\u0301", 1);
  check("\t", 1);
  check("\x1b", 0);
  check("㐀𠀀", 4);
  check("한글", 4);
  check("①", 1);
}
