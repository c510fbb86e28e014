// SPDX-License-Identifier: MIT
#include "cli/json/reader.h"

#include <doctest/doctest.h>

namespace zhilu {
namespace {

// The tree as text: kinds, values, and the bytes each part has in the input.
std::string show(const InputValue& value, const std::string& text) {
  const std::string bytes = text.substr(value.span.begin, value.span.end - value.span.begin);
  switch (value.kind) {
    case InputValue::Kind::Null:
    case InputValue::Kind::Boolean:
    case InputValue::Kind::Number:
      CHECK(value.text == bytes);
      return bytes;
    case InputValue::Kind::String:
    case InputValue::Kind::Plain:
      return "<" + value.text + "|" + bytes + ">";
    case InputValue::Kind::List:
    case InputValue::Kind::Map:
      break;
  }
  std::string shown(1, bytes.front());
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (i > 0) shown += ' ';
    if (value.kind == InputValue::Kind::Map) {
      const InputValue::Key& key = value.keys[i];
      shown += key.name + "|" + text.substr(key.span.begin, key.span.end - key.span.begin) + "=";
    }
    shown += show(value.items[i], text);
  }
  return shown + bytes.back();
}

std::string read(const std::string& text) {
  SourceMap sources;
  Diagnostics out;
  const std::optional<InputValue> value = read_json(text, sources.add("input", text), out);
  if (value) {
    CHECK(out.empty());
    return show(*value, text);
  }
  REQUIRE(!out.empty());
  return std::string(out.items().front().kind->code);
}

TEST_CASE("every part knows its value and its place") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"facts":{"issues":["fraud"]}})", "{facts|facts={issues|issues=[<fraud|fraud>]}}"},
      {R"( { "a" : [ 1 , -2.50e3 ,true,null ] , "b":"" } )", "{a|a=[1 -2.50e3 true null] b|b=<|>}"},
      {R"({"a\n":"\u4f60\"}"})", "{a\n|a\\n=<你\"}|\\u4f60\\\"}>}"},
      {"12345678901234567890.12345678901234567890", "12345678901234567890.12345678901234567890"},
      {"123456789012345678901234567890", "123456789012345678901234567890"},
      {"\xEF\xBB\xBF[1]", "[1]"},
      {"[]", "[]"},
      {"[[],{},[[1]]]", "[[] {} [[1]]]"},
      {R"("\\")", R"(<\|\\>)"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(read(text) == expected);
  }
}

TEST_CASE("what is not strict JSON is refused") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "json-syntax"},
      {"{", "json-syntax"},
      {"[1,]", "json-syntax"},
      {"{\"a\":1,}", "json-syntax"},
      {"{'a':1}", "json-syntax"},
      {"NaN", "json-syntax"},
      {"[1e999]", "json-syntax"},
      {"01", "json-syntax"},
      {"+1", "json-syntax"},
      {"[1] [2]", "json-syntax"},
      {"// a\n1", "json-syntax"},
      {R"("\ud800")", "json-syntax"},
      {"\"\xff\"", "json-syntax"},
      {"\"a\nb\"", "json-syntax"},
      {std::string("[1]\0", 4), "json-syntax"},
      {R"({"a":1,"a":2})", "json-duplicate-name"},
      {R"({"a":1,"\u0061":2})", "json-duplicate-name"},
      {std::string(33, '[') + std::string(33, ']'), "json-too-deep"},
      {std::string(100'000, '['), "json-too-deep"},
      {std::string(kMaxJsonBytes + 1, ' '), "json-too-large"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text.substr(0, 40));
    CHECK(read(text) == expected);
  }
}

TEST_CASE("32 levels are read") {
  CHECK(read(std::string(32, '[') + std::string(32, ']')).size() == 64);
}

}  // namespace
}  // namespace zhilu
