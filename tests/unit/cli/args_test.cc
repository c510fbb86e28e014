// SPDX-License-Identifier: MIT
#include "cli/args.h"

#include <doctest/doctest.h>

#include "cli/help.h"

namespace zhilu {
namespace {

Command sample() {
  return {.name = "ask",
          .summary = {"理解并给出计划", "understand and plan"},
          .about = {},
          .operands = {{"TEXT", Operand::Count::One, {"遇到的事", "what happened"}}},
          .switches = {{.name = "set", .value = "fact=value", .about = {"事实", "a fact"}, .many = true},
                       {.name = "today", .value = "DATE", .about = {"日期", "a date"}},
                       {.name = "format",
                        .value = "FORMAT",
                        .about = {"格式", "format"},
                        .choices = {"text", "markdown"}},
                       {.name = "json", .value = "", .about = {"输出 JSON", "write JSON"}},
                       {.name = "lang",
                        .value = "LANG",
                        .about = {"语言", "language"},
                        .choices = {"zh-Hans", "en"}}},
          .examples = {{"zhilu ask \"…\"", {"示例", "an example"}}},
          .run = nullptr};
}

TEST_CASE("switches, repeated switches and operands are told apart in any order") {
  const std::vector<std::string> words = {"--set", "tried=-police", "被骗了", "--json", "--set=issues=fraud"};
  const Result<Args> args = parse_args(sample(), words);
  REQUIRE(args.has_value());
  CHECK(args->has("json"));
  CHECK(!args->has("today"));
  CHECK(args->operands() == std::vector<std::string>{"被骗了"});
  REQUIRE(args->values("set").size() == 2);
  CHECK(args->values("set")[0] == "tried=-police");
  CHECK(args->values("set")[1] == "issues=fraud");
  CHECK(args->tongue() == Tongue::Chinese);
}

TEST_CASE("a minus alone is an operand, and everything behind two of them is") {
  const Result<Args> dash = parse_args(sample(), std::vector<std::string>{"-"});
  REQUIRE(dash.has_value());
  CHECK(dash->operands().front() == "-");
  const Result<Args> behind = parse_args(sample(), std::vector<std::string>{"--", "--json"});
  REQUIRE(behind.has_value());
  CHECK(behind->operands().front() == "--json");
  CHECK(!behind->has("json"));
}

TEST_CASE("an operand or value in brackets stays whole") {
  const Result<Args> args = parse_args(sample(), std::vector<std::string>{"[1, 2]", "--set", "[a]"});
  REQUIRE(args.has_value());
  CHECK(args->operands() == std::vector<std::string>{"[1, 2]"});
  CHECK(args->values("set")[0] == "[a]");
}

TEST_CASE("a negative number is an operand") {
  const Result<Args> args = parse_args(sample(), std::vector<std::string>{"-5 + 3"});
  REQUIRE(args.has_value());
  CHECK(args->operands().front() == "-5 + 3");
}

TEST_CASE("wrong use is said in one sentence, with a suggestion") {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"text", "--jsn"}, "没有 --jsn 这个选项，是不是“--json”？"},
      {{"text", "--formt=text"}, "没有 --formt 这个选项，是不是“--format”？"},
      {{"text", "--format", "txt"}, "--format 不能是“txt”，可以是：text markdown，是不是“text”？"},
      {{"text", "--today"}, "--today 后面要写 DATE"},
      {{"text", "--today", "--json"}, "--today 后面要写 DATE"},
      {{"text", "--today", "2026-01-01", "--today", "2026-01-02"}, "--today 只能写一次"},
      {{}, "还要写上 TEXT"},
      {{"钱", "没了"}, "多写了 “没了”（有空格的文字要用引号括起来）"},
      {{"\xff"}, "命令行里有不是 UTF-8 的字节"},
      {{"text", "--jsn", "--lang", "en"}, "there is no option --jsn, did you mean '--json'?"},
      {{"--lang=en"}, "TEXT is missing"},
  };
  for (const auto& [words, expected] : cases) {
    const Result<Args> args = parse_args(sample(), words);
    REQUIRE(!args.has_value());
    CHECK(args.error().message == expected);
  }
}

TEST_CASE("help is made from the declaration, in both languages") {
  const std::string zh = help_text(sample(), Tongue::Chinese);
  CHECK(zh.find("用法  zhilu ask TEXT [选项…]") != std::string::npos);
  CHECK(zh.find("  --format text|markdown  格式") != std::string::npos);
  CHECK(zh.find("# 示例") != std::string::npos);
  const std::string en = help_text(sample(), Tongue::English);
  CHECK(en.find("usage  zhilu ask TEXT [OPTION...]") != std::string::npos);
  CHECK(en.find("what happened") != std::string::npos);
  const std::vector<Command> commands = {sample()};
  CHECK(overview(commands, Tongue::English).find("  ask  understand and plan\n") != std::string::npos);
}

}  // namespace
}  // namespace zhilu
