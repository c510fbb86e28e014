// SPDX-License-Identifier: MIT
#include "cli/io.h"

#include <doctest/doctest.h>

#include "tests/unit/cli/memory_io.h"

namespace zhilu {
namespace {

TEST_CASE("text for people cannot steer a terminal") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"钱没了\n\t好", "钱没了\n\t好"},
      {"\x1b[31mred", "\xEF\xBF\xBD[31mred"},
      {"a\rb",
       "a\xEF\xBF\xBD"
       "b"},
      {"\xE2\x80\xAEtxt", "\xEF\xBF\xBDtxt"},
      {"\xC2\x9B"
       "2J",
       "\xEF\xBF\xBD"
       "2J"},
      {"\xff", "\xEF\xBF\xBD"},
  };
  for (const auto& [text, expected] : cases) CHECK(for_people(text) == expected);
}

TEST_CASE("results and complaints go to their own streams") {
  MemoryIo memory;
  memory.io().print("{\"a\":1}\n");
  memory.io().say("好\n");
  memory.io().complain("不好\n");
  CHECK(memory.io().flush());
  CHECK(memory.out() == "{\"a\":1}\n好\n");
  CHECK(memory.err() == "不好\n");
}

TEST_CASE("standard input is read whole, up to a limit") {
  MemoryIo memory("12345");
  const Result<std::string> text = memory.io().read_all(5);
  REQUIRE(text.has_value());
  CHECK(*text == "12345");
  MemoryIo too_long("123456");
  CHECK(!too_long.io().read_all(5).has_value());
}

}  // namespace
}  // namespace zhilu
