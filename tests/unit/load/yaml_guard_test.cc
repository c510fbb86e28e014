// SPDX-License-Identifier: MIT
// Where exactly the guard reports a problem, and what it goes on to report behind it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "engine/load/yaml.h"
#include "tests/unit/load/case_file.h"

using namespace zhilu;

namespace {

/// Demands these problems of `text`, as `line:column code -> fix`, one after the other.
void check(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  SourceMap sources;
  const FileId file = sources.add("", text);
  Diagnostics diagnostics;
  yaml::Budget budget;
  const auto root = yaml::parse(file, sources, budget, diagnostics);
  CHECK(!root);
  std::string found;
  for (const std::string& line : test::as_expectations(diagnostics, sources)) {
    found += (found.empty() ? "" : "; ") + line.substr(1);
  }
  CHECK(found == expected);
}

}  // namespace

TEST_CASE("bytes that no text may hold are found where they stand") {
  check("年: 甲\xFF", "1:5 yaml-invalid-utf8");
  check("a: \xC4\xE3", "1:4 yaml-invalid-utf8");
  check(
      "\xFF\xFE"
      "a",
      "1:1 yaml-invalid-utf8");
  check("🙂: \uFEFFx", "1:4 yaml-stray-bom -> ");
  check(std::string("a: 汉\0b", 8), "1:5 yaml-control-character -> ");
  check("a: 1\rb: 2", "1:5 yaml-control-character -> \\n");
  check("a: \u0085b\u2028c\u2029",
        "1:4 yaml-line-separator -> \\n; 1:6 yaml-line-separator -> \\n; 1:8 yaml-line-separator -> \\n");
  check("a: \x1b[2J\x7f", "1:4 yaml-control-character -> ; 1:8 yaml-control-character -> ");
}

TEST_CASE("the wrong blanks are reported once for each place") {
  check("a:\n\tb: 1\n\tc: 2\n", "2:1 yaml-tab ->   ; 3:1 yaml-tab ->   ");
  check("a:\n  \t b: 1\n", "2:3 yaml-tab ->  ");
  check("a:\n　b: 1\n", "2:1 yaml-unicode-blank ->   ");
  check("a:\n\u00A0\u00A0b: 1\n    c: 2\nd: 3\n", "2:1 yaml-unicode-blank ->   ");
  check("a: [x,　y]\n", "1:7 yaml-unicode-blank ->  ");
  check("- 　x\n", "1:3 yaml-unicode-blank ->  ");
  check("a:　x\n", "1:2 yaml-colon-space -> : ");
  check("a: 甲\u200B\n", "1:5 yaml-unicode-blank -> ");
}

TEST_CASE("a problem of one line does not spread to the lines below") {
  check("a：\n  b: 1\n  c: 2\nd：3\n", "1:2 yaml-full-width-colon -> :; 4:2 yaml-full-width-colon -> : ");
  check("a\n  b: 1\nc: 2\n", "1:1 yaml-missing-colon");
  check("a: &x\n  b: 1\n&y c: 1\n", "1:4 yaml-anchor; 3:1 yaml-anchor");
  check("a: !t\n  b: 1\n", "1:4 yaml-tag");
  check("a:\n  x：1\n  y：2\n", "2:4 yaml-full-width-colon -> : ; 3:4 yaml-full-width-colon -> : ");
  check("a:\n  x 1\n  y: 2\n", "2:3 yaml-missing-colon");
  check("a:\n  x:1\n  y: 2\n", "2:4 yaml-colon-space -> : ");
  check("a:\n  x 1\n  y 2\n", "3:3 yaml-multiline-plain");
  check("a: x\n  b: 1\n  c: 1\nd: [\ne: 1\n", "2:3 yaml-multiline-plain; 4:4 yaml-unclosed-bracket");
  check("a: \"x\n  y\"\nb: 'z\n", "1:4 yaml-unclosed-quote -> \"x\"; 3:4 yaml-unclosed-quote -> 'z'");
  check("a:\n    b: 1\n  c: 2\n  d: 3\ne: @x\n", "3:3 yaml-indent; 5:4 yaml-indicator -> '@x'");
  check("a: [x\n  y: z\nb: {c: d\n  e: f}\n", "2:3 yaml-missing-comma; 4:3 yaml-missing-comma");
}

TEST_CASE("one slip in the structure is one problem") {
  check("- a\nb: 1\nc: 2\n", "2:1 yaml-second-root");
  check("[a]\nb: 1\n", "2:1 yaml-second-root");
  check("text only\n", "1:1 yaml-missing-colon");
  check("a: - b\n", "1:4 yaml-indicator");
  check("a: x: y\n", "1:4 yaml-colon-in-text -> 'x: y'");
  check("a: 'x': y\n", "1:7 yaml-text-after-value");
  check("a: 'it's'\n", "1:8 yaml-text-after-value");
  check("a: [b]: c\n", "1:4 yaml-complex-key");
  check("a: ]\n", "1:4 yaml-indicator -> ']'");
  check("a: , b\n", "1:4 yaml-indicator -> ', b'");
  check("a: |x\n  b\n", "1:4 yaml-block-header");
  check("a: | x\n  b\n", "1:4 yaml-block-header");
  check("a: |\n    \n  b\n", "3:3 yaml-indent");
  check("a: |\n    b\n  c\n", "3:3 yaml-indent");
  check("a:\n- b\n c: d\n", "3:2 yaml-multiline-plain");
  check("a:\n  - b\n - c\n", "3:2 yaml-indent");
  check("? a\n", "1:1 yaml-complex-key");
  check(": a\n", "1:1 yaml-complex-key");
  check("<<: a\n", "1:1 yaml-merge-key");
  check("%YAML\n", "1:1 yaml-directive");
  check("---\na: 1\n", "1:1 yaml-document-marker");
  check("a: 1\n...\n", "2:1 yaml-document-marker");
  check("[a,\n---\n]\n", "1:1 yaml-unclosed-bracket; 2:1 yaml-document-marker; 3:1 yaml-indicator -> ']'");
}

TEST_CASE("slips inside brackets are named") {
  check("[a, b", "1:1 yaml-unclosed-bracket");
  check("a: {b: [c}]\n", "1:10 yaml-wrong-bracket -> ]");
  check("[,a]", "1:2 yaml-empty-item");
  check("[a,,b]", "1:4 yaml-empty-item");
  check("{,}", "1:2 yaml-empty-item");
  check("{a}", "1:2 yaml-missing-colon");
  check("{a, b: c}", "1:2 yaml-missing-colon");
  check("{a：b}", "1:3 yaml-full-width-colon -> : ");
  check("{a:b}", "1:3 yaml-colon-space -> : ");
  check("{'a' 'b'}", "1:2 yaml-missing-colon");
  check("{a: 'b' 'c'}", "1:9 yaml-missing-comma");
  check("[a: b]", "1:3 yaml-pair-in-list");
  check("['a': b]", "1:5 yaml-pair-in-list");
  check("{[a]: b}", "1:2 yaml-complex-key");
  check("{? a: b}", "1:2 yaml-indicator -> '? a: b'");
  check("[-, a]", "1:2 yaml-indicator -> '-'");
  check("[- a]", "1:2 yaml-indicator");
  check("[*a, &b, !c]", "1:2 yaml-alias");
  check("a: [x\n]\n", "2:1 yaml-indent ->   ]");
  check("a: [\n\tx ]\n", "2:1 yaml-tab ->   ");
}

TEST_CASE("keys written twice are reported with both places") {
  SourceMap sources;
  const FileId file = sources.add("f.yaml", "键: 1\nb: {c: 1, 'c': 2}\n键: 2\n");
  Diagnostics diagnostics;
  yaml::Budget budget;
  CHECK(!yaml::parse(file, sources, budget, diagnostics));
  CHECK(render(diagnostics, sources, Tongue::Chinese) ==
        "f.yaml:2:11: 错误: 键“c”写了两次 [yaml-duplicate-key]\n"
        "   2 | b: {c: 1, 'c': 2}\n"
        "     |           ^^^\n"
        "     = f.yaml:2:5: 说明: 第一次写在这里\n"
        "f.yaml:3:1: 错误: 键“键”写了两次 [yaml-duplicate-key]\n"
        "   3 | 键: 2\n"
        "     | ^^\n"
        "     = f.yaml:1:1: 说明: 第一次写在这里\n");
}
