// SPDX-License-Identifier: MIT
#include "cli/json/writer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace zhilu {
namespace {

std::string written(std::string_view text) {
  std::string out;
  JsonWriter(out).string(text);
  return out;
}

TEST_CASE("strings are escaped where JSON asks for it and nowhere else") {
  CHECK(written("钱没了") == "\"钱没了\"");
  CHECK(written("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(written(std::string_view("\0\x01\n\r\t\x1f\x7f", 7)) == "\"\\u0000\\u0001\\n\\r\\t\\u001f\x7f\"");
  CHECK(written("\xff"
                "a\xE4\xBA") ==
        "\"\xEF\xBF\xBD"
        "a\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("every byte string becomes a JSON string that reads back") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; second += 3) {
      const std::string bytes = {static_cast<char>(first), static_cast<char>(second)};
      const nlohmann::json read = nlohmann::json::parse(written(bytes), nullptr, false);
      REQUIRE(read.is_string());
      if (first < 0x80 && second < 0x80) CHECK(read.get<std::string>() == bytes);
    }
  }
}

TEST_CASE(
    "a text known to be well-formed is written the same, whatever its length and wherever it is escaped") {
  const auto check = [](const std::string& text) {
    std::string out;
    JsonWriter(out).well_formed(text);
    REQUIRE(out == written(text));
  };
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string plain(size, 'x');
    check(plain);
    for (std::size_t at = 0; at < size; ++at) {
      for (const char special : {'"', '\\', '\n', '\0', '\x1f', ' ', '\x7f'}) {
        std::string text = plain;
        text[at] = special;
        check(text);
      }
    }
  }
}

TEST_CASE("commas stand between things and nowhere else") {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.end_array();
  json.key("b");
  json.begin_array();
  json.integer(1);
  json.begin_object();
  json.end_object();
  json.null();
  json.end_array();
  json.key("c");
  json.boolean(true);
  json.end_object();
  CHECK(out == R"({"a":[],"b":[1,{},null],"c":true})");
}

}  // namespace
}  // namespace zhilu
