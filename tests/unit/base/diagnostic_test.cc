// SPDX-License-Identifier: MIT
#include "engine/base/diagnostic.h"

#include <doctest/doctest.h>

#include <string>

using namespace zhilu;

namespace {

constexpr DiagnosticKind kUnknownStep{"unknown-step", Grade::Error, "没有步骤 '{0}'",
                                      "there is no step '{0}'"};
constexpr DiagnosticKind kFirstHere{"first-here", Grade::Note, "第一处在这里", "first defined here"};
constexpr DiagnosticKind kOdd{"odd", Grade::Warning, "{1}{0} {9} {x", "{1}{0} {9} {x"};

Span find(const SourceMap& sources, FileId file, std::string_view what) {
  const auto at = static_cast<std::uint32_t>(sources[file].text().find(what));
  return {file, at, at + static_cast<std::uint32_t>(what.size())};
}

}  // namespace

TEST_CASE("a diagnostic shows the line, a caret under the span, notes and the fix") {
  SourceMap sources;
  const FileId file = sources.add("topics/fraud/graph.yaml", "graph: fraud\n  call: { step: cal_110 }\n");
  Diagnostics list;
  Diagnostic& problem = list.add(kUnknownStep, find(sources, file, "cal_110"), {"cal_110"});
  problem.notes.push_back({&kFirstHere, find(sources, file, "graph"), {}});
  problem.fix = Fix{"call_110"};
  CHECK(render(list, sources, Tongue::English) ==
        "topics/fraud/graph.yaml:2:17: error: there is no step 'cal_110' [unknown-step]\n"
        "   2 |   call: { step: cal_110 }\n"
        "     |                 ^^^^^^^\n"
        "     = topics/fraud/graph.yaml:1:1: note: first defined here\n"
        "     = did you mean 'call_110'?\n");
  CHECK(render(list, sources, Tongue::Chinese) ==
        "topics/fraud/graph.yaml:2:17: 错误: 没有步骤 'cal_110' [unknown-step]\n"
        "   2 |   call: { step: cal_110 }\n"
        "     |                 ^^^^^^^\n"
        "     = topics/fraud/graph.yaml:1:1: 说明: 第一处在这里\n"
        "     = 是不是想写 'call_110'？\n");
}

TEST_CASE("carets stand under Chinese, emoji and tabs as they are displayed") {
  const auto check = [](std::string text, std::string_view marked, std::string_view expected) {
    SourceMap sources;
    const FileId file = sources.add("f", std::move(text));
    Diagnostics list;
    list.add(kUnknownStep, find(sources, file, marked), {"x"});
    const std::string out = render(list, sources, Tongue::English);
    CHECK(out.substr(out.find('\n') + 1) == expected);
  };
  check("标题: 甲乙 # c", "甲乙", "   1 | 标题: 甲乙 # c\n     |       ^^^^\n");
  check("🙂\t步骤 x", "步骤", "   1 | 🙂 步骤 x\n     |    ^^^^\n");
  check("e\u0301: 值", "值", "   1 | e\u0301: 值\n     |    ^^\n");
  check("a: b", "", "   1 | a: b\n     | ^\n");
}

TEST_CASE("a span over several lines is underlined to the end of its first") {
  SourceMap sources;
  const FileId file = sources.add("f", "ab\n  cd: e\r\nfg\n");
  Diagnostics list;
  list.add(kUnknownStep, Span{file, 5, 14}, {"x"});
  CHECK(render(list, sources, Tongue::English) ==
        "f:2:3: error: there is no step 'x' [unknown-step]\n   2 |   cd: e\n     |   ^^^^^\n");
  Diagnostics end;
  end.add(kUnknownStep, Span{file, 15, 15}, {"x"});
  CHECK(render(end, sources, Tongue::English) ==
        "f:4:1: error: there is no step 'x' [unknown-step]\n   4 | \n     | ^\n");
}

TEST_CASE("a long line is cut around the span") {
  SourceMap sources;
  std::string text;
  for (int i = 0; i < 200; ++i) text += "字";
  text += "HERE";
  for (int i = 0; i < 200; ++i) text += "尾";
  const FileId file = sources.add("f", text);
  Diagnostics list;
  list.add(kUnknownStep, find(sources, file, "HERE"), {"x"});
  const std::string out = render(list, sources, Tongue::English);
  std::string before = "…";
  std::string after;
  for (int i = 0; i < 16; ++i) before += "字";
  for (int i = 0; i < 32; ++i) after += "尾";
  // 33 columns before: 16 wide characters and a rest of one; then 100 columns in all.
  CHECK(out == "f:1:201: error: there is no step 'x' [unknown-step]\n   1 | " + before + "字HERE" +
                   after.substr(0, 3 * 31) + "…\n     | " + std::string(35, ' ') + "^^^^\n");
}

TEST_CASE("nothing that a terminal would obey is printed") {
  SourceMap sources;
  const FileId file = sources.add("f\x1b[31m", "a\x1b[2J\u202Eb\xFF z");
  Diagnostics list;
  list.add(kUnknownStep, find(sources, file, "z"), {"\x07\n"}).fix = Fix{"\x1b"};
  CHECK(render(list, sources, Tongue::English) ==
        "f␛[31m:1:10: error: there is no step '␇␊' [unknown-step]\n"
        "   1 | a␛[2J\uFFFDb\uFFFD z\n"
        "     |          ^\n"
        "     = did you mean '␛'?\n");
}

TEST_CASE("a fix may also insert or remove") {
  SourceMap sources;
  const FileId file = sources.add("f", "ab");
  Diagnostics list;
  list.add(kUnknownStep, Span{file, 1, 1}, {"x"}).fix = Fix{":"};
  list.add(kUnknownStep, Span{file, 1, 2}, {"x"}).fix = Fix{""};
  const std::string out = render(list, sources, Tongue::English);
  CHECK(out.find("= insert ':' here?") != std::string::npos);
  CHECK(out.find("= remove this") != std::string::npos);
}

TEST_CASE("placeholders are filled by number and anything else is left alone") {
  CHECK(message_text(kOdd, {"一", "二"}, Tongue::English) == "二一  {x");
  CHECK(message_text(kOdd, {"{1}", "b"}, Tongue::Chinese) == "b{1}  {x");
}

TEST_CASE("diagnostics are sorted by place and repetitions are dropped") {
  SourceMap sources;
  const FileId a = sources.add("a", "xxxx");
  const FileId b = sources.add("b", "xxxx");
  Diagnostics list;
  list.add(kUnknownStep, {}, {"nowhere"});
  list.add(kUnknownStep, {b, 0, 1}, {"1"});
  list.add(kUnknownStep, {a, 2, 3}, {"2"});
  list.add(kOdd, {a, 2, 3}, {"2"});
  list.add(kUnknownStep, {a, 2, 3}, {"2"});
  list.add(kUnknownStep, {a, 0, 1}, {"3"});
  list.sort_and_unique();
  REQUIRE(list.items().size() == 5);
  CHECK(list.items()[0].args[0] == "3");
  CHECK(list.items()[1].kind == &kOdd);
  CHECK(list.items()[2].args[0] == "2");
  CHECK(list.items()[3].span.file == b);
  CHECK(list.items()[4].args[0] == "nowhere");
  CHECK(list.has_errors());
  CHECK(list.count(Grade::Warning) == 1);
}

TEST_CASE("lists of diagnostics can be joined") {
  Diagnostics all;
  Diagnostics more;
  more.add(kOdd, {});
  all.add(kUnknownStep, {});
  all.take(std::move(more));
  CHECK(all.items().size() == 2);
  CHECK(!Diagnostics{}.has_errors());
}
