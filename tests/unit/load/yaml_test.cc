// SPDX-License-Identifier: MIT
#include "engine/load/yaml.h"

#include <doctest/doctest.h>

#include <string>

using namespace zhilu;

namespace {

/// A tree on one line: `{a: b, c: [d, ~]}`, with quotes and block signs shown by a letter before the text.
std::string outline(const yaml::Node& node) {
  switch (node.kind) {
    case yaml::Node::Kind::Null:
      return "~";
    case yaml::Node::Kind::Scalar: {
      constexpr const char* kMarks[] = {"", "s:", "d:", "l:", "f:"};
      return kMarks[static_cast<int>(node.style)] + node.text;
    }
    case yaml::Node::Kind::List: {
      std::string out = "[";
      for (const yaml::Node& item : node.items) out += (out.size() > 1 ? ", " : "") + outline(item);
      return out + "]";
    }
    case yaml::Node::Kind::Map: {
      std::string out = "{";
      for (const yaml::Entry& entry : node.entries) {
        out += (out.size() > 1 ? ", " : "") + outline(entry.key) + ": " + outline(entry.value);
      }
      return out + "}";
    }
  }
  return {};
}

void check(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  SourceMap sources;
  const FileId file = sources.add("f.yaml", text);
  Diagnostics diagnostics;
  yaml::Budget budget;
  const auto root = yaml::parse(file, sources, budget, diagnostics);
  CHECK(render(diagnostics, sources, Tongue::English) == "");
  REQUIRE(root);
  CHECK(outline(*root) == expected);
}

}  // namespace

TEST_CASE("mappings and lists are read in blocks and in brackets") {
  check("", "~");
  check("# only a comment\n\n", "~");
  check("a: 1\nb: 二\n", "{a: 1, b: 二}");
  check("a:\n  b:\n    c: x\n  d: y\n", "{a: {b: {c: x}, d: y}}");
  check("- a\n- b\n", "[a, b]");
  check("a:\n- x\n- y\nb: z", "{a: [x, y], b: z}");
  check("a:\n  - x\n  - k: v\n    l: w\n  -\n    m: n\n", "{a: [x, {k: v, l: w}, {m: n}]}");
  check("- - a\n  - b\n- - c\n", "[[a, b], [c]]");
  check("{ a: [1, 2], b: {c: d}, }", "{a: [1, 2], b: {c: d}}");
  check("a: [\n  x,  # first\n\n  y\n  ]\nb: {}\n", "{a: [x, y], b: {}}");
  check("[\n]", "[]");
  check("a:\n  text on its own line\nb:\n  'quoted'\nc:\n  [x]\n",
        "{a: text on its own line, b: s:quoted, c: [x]}");
}

TEST_CASE("nothing written is null, and words stay words") {
  check("a:\nb: ~\nc: null\nd: NULL\n", "{a: ~, b: ~, c: null, d: NULL}");
  check("a: {b: , c: null}\n", "{a: {b: ~, c: null}}");
  check("-\n- null\n-", "[~, null, ~]");
  check("a: no\nb: 017\nc: 1:30\nd: 1_000\ne: 2026-11-22\nf: =\n",
        "{a: no, b: 017, c: 1:30, d: 1_000, e: 2026-11-22, f: =}");
}

TEST_CASE("comments, line ends and a byte order mark at the start do not matter") {
  check("\xEF\xBB\xBF# c\r\na: 甲 # 乙\r\nb:\r\n  - x#y\r\n", "{a: 甲, b: [x#y]}");
  check("a: 1\n   # deeper comment\nb: 2\n# last", "{a: 1, b: 2}");
  check("a: |\n  x\n# comment\nb: 1\n", "{a: l:x\n, b: 1}");
  check("a:\t# blank before a comment\n  b: 1  \t\n   \n", "{a: {b: 1}}");
}

TEST_CASE("quoted scalars are unescaped") {
  check("a: 'it''s'\nb: ''\n", "{a: s:it's, b: s:}");
  check(R"(a: "x\"y\\z\/\t\u6c49\U0001F642\x41\ ")", "{a: d:x\"y\\z/\t汉🙂A }");
  check("'a b': \"c: d\"\n", "{s:a b: d:c: d}");
  check("a: {'k':v, \"l\":[x]}", "{a: {s:k: v, d:l: [x]}}");
  check("a: '# no comment: [x]'", "{a: s:# no comment: [x]}");
}

TEST_CASE("literal texts keep their lines, folded ones join them") {
  check("a: |\n  x\n\n   y\n  z\nb: 1\n", "{a: l:x\n\n y\nz\n, b: 1}");
  check("a: |-\n  x\n\nb: 1\n", "{a: l:x, b: 1}");
  check("a: >\n  x\n  y\n\n  z\n", "{a: f:x y\nz\n}");
  check("a: >-\n  x\n    y\n  z\n", "{a: f:x\n  y\nz}");
  check("a: >\n\n\n  x\n\n\n  y\n\n", "{a: f:\n\nx\n\ny\n}");
  check("- |\n x\n- >\n  y\r\n  z\r\n", "[l:x\n, f:y z\n]");
  check("a: |\nb: x\n", "{a: l:, b: x}");
  check("a: |  # a comment\n  没有　换行", "{a: l:没有　换行}");
  check("a:\n  b: |\n    x: [ } ' \" \\\n  c: d\n", "{a: {b: l:x: [ } ' \" \\\n, c: d}}");
}

TEST_CASE("signs inside a plain text are text") {
  check("a: x#y:甲：乙，丙 -z ?w !v &u *t @s %r\n", "{a: x#y:甲：乙，丙 -z ?w !v &u *t @s %r}");
  check("a: http://x.cn/?q=1\nb: -x\nc: :y\nd: ?z\n", "{a: http://x.cn/?q=1, b: -x, c: :y, d: ?z}");
  check("a: [http://x, -1, a:b, it's]\n", "{a: [http://x, -1, a:b, it's]}");
  check("- 注意：先报警\n- a:b\n- http://x\n", "[注意：先报警, a:b, http://x]");
}

TEST_CASE("every node knows its place") {
  SourceMap sources;
  const std::string good =
      "标题: '甲乙'\nlist: [ x, {k: v} ]\nblock: >\n  一\n  二\n\nnone:\nlast:\n  - p\n  - q\n";
  const FileId file = sources.add("f.yaml", good);
  Diagnostics diagnostics;
  yaml::Budget budget;
  const auto root = yaml::parse(file, sources, budget, diagnostics);
  REQUIRE(root);
  const auto slice = [&](const yaml::Node& node) {
    CHECK(node.span.file == file);
    return good.substr(node.span.begin, node.span.end - node.span.begin);
  };
  CHECK(slice(root->entries[0].key) == "标题");
  CHECK(slice(root->entries[0].value) == "'甲乙'");
  CHECK(slice(root->entries[1].value) == "[ x, {k: v} ]");
  CHECK(slice(root->entries[1].value.items[1]) == "{k: v}");
  CHECK(slice(*root->find("block")) == ">\n  一\n  二");
  CHECK(slice(*root->find("none")) == "");
  CHECK(root->find("none")->span.begin == good.find("none") + 4);
  CHECK(slice(*root->find("last")) == "p\n  - q");
  CHECK(slice(*root) == good.substr(0, good.size() - 1));
  CHECK(root->find("nothing") == nullptr);
}

TEST_CASE("a budget stands for several files") {
  SourceMap sources;
  const FileId first = sources.add("1.yaml", "a: [1, 2]\n");
  const FileId second = sources.add("2.yaml", "b: [1, 2]\n");
  Diagnostics diagnostics;
  yaml::Budget budget;
  budget.nodes = 7;
  CHECK(yaml::parse(first, sources, budget, diagnostics));
  CHECK(budget.nodes_read == 5);
  CHECK(!yaml::parse(second, sources, budget, diagnostics));
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].kind->code == "yaml-too-many-nodes");
}
