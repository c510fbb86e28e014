// SPDX-License-Identifier: MIT
#include "engine/load/yaml_scalar.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "engine/base/utf8.h"
#include "engine/load/yaml.h"

using namespace zhilu;

namespace {

/// Reads `text`, a mapping with the one key `k`, and demands that each character of the value that also
/// stands in the file unchanged is mapped to itself there.
void check(const std::string& text, std::string_view value) {
  CAPTURE(text);
  SourceMap sources;
  const FileId file = sources.add("f.yaml", text);
  Diagnostics diagnostics;
  yaml::Budget budget;
  const auto root = yaml::parse(file, sources, budget, diagnostics);
  REQUIRE_MESSAGE(root, render(diagnostics, sources, Tongue::English));
  const yaml::Node& node = *root->find("k");
  REQUIRE(node.text == value);
  const TextOrigin origin = yaml::origin_of(node, sources);
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at < value.size();) {
    const CodePoint c = decode_at(value, at);
    const Span span = origin.map(at, at + c.size);
    CAPTURE(at);
    CHECK(span.begin >= last);
    CHECK(span.end > span.begin);
    CHECK(span.end <= node.span.end + 1);
    const std::string_view there = std::string_view(text).substr(span.begin, span.end - span.begin);
    const bool changed =
        there.starts_with('\\') || there == "''" || there.find('\n') != std::string_view::npos;
    if (!changed) CHECK(there == value.substr(at, c.size));
    last = span.begin;
    at += c.size;
  }
}

}  // namespace

TEST_CASE("each character of a scalar is found again in its file") {
  check("k: plain 文字 x", "plain 文字 x");
  check("k: 'it''s ''quoted'' 文'", "it's 'quoted' 文");
  check("k: ''''", "'");
  check(R"(k: "\"fraud\" in \u6c49\\ x\t文")", "\"fraud\" in 汉\\ x\t文");
  check("k: |\n  第一行 a\n\n    b\n  c\nz: 1", "第一行 a\n\n  b\nc\n");
  check("k: >\n  一 and\n  二\n\n  三\n   四\n  五\n", "一 and 二\n三\n 四\n五\n");
  check("k: >-\r\n    a\r\n    b\r\n", "a b");
  check("k: |\n\n  x", "\nx");
}

TEST_CASE("a span over an escape or a fold covers it whole") {
  const auto covered = [](const std::string& text, std::uint32_t begin, std::uint32_t end) {
    SourceMap sources;
    const FileId file = sources.add("f.yaml", text);
    Diagnostics diagnostics;
    yaml::Budget budget;
    const auto root = yaml::parse(file, sources, budget, diagnostics);
    REQUIRE(root);
    const Span span = yaml::origin_of(*root->find("k"), sources).map(begin, end);
    return text.substr(span.begin, span.end - span.begin);
  };
  CHECK(covered(R"(k: "\"fraud\" in x")", 0, 7) == R"(\"fraud\")");
  CHECK(covered(R"(k: "a\u6c49b")", 1, 4) == R"(\u6c49)");
  CHECK(covered("k: 'a''b'", 1, 2) == "''");
  CHECK(covered("k: 'a''b'", 2, 3) == "b");
  CHECK(covered("k: >\n  one\n  two\n", 0, 3) == "one");
  CHECK(covered("k: >\n  one\n  two\n", 4, 7) == "two");
  CHECK(covered("k: >\n  one\n  two\n", 0, 7) == "one\n  two");
}
