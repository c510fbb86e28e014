// SPDX-License-Identifier: MIT
#include "cli/lines.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "cli/exit_code.h"
#include "tests/unit/cli/memory_io.h"

namespace zhilu {
namespace {

TEST_CASE("lines are answered in order, blank ones not at all") {
  std::string input;
  std::string expected;
  for (int i = 0; i < 10'000; ++i) {
    input += std::to_string(i) + (i % 3 == 0 ? "\r\n\n  \n" : "\n");
    expected += "<" + std::to_string(i) + (i % 3 == 0 ? "\r>\n" : ">\n");
  }
  MemoryIo memory(input);
  const int code = answer_lines(memory.io(), 100, [](std::string_view line) {
    return LineAnswer{"<" + std::string(line) + ">", true};
  });
  CHECK(code == kDone);
  CHECK(memory.out() == expected);
}

TEST_CASE("a last line without line end is a line") {
  MemoryIo memory("a\nb");
  answer_lines(memory.io(), 100, [](std::string_view line) { return LineAnswer{std::string(line), true}; });
  CHECK(memory.out() == "a\nb\n");
}

TEST_CASE("a line too long, a wrong one and one that throws do not stop the others") {
  MemoryIo memory("good\n" + std::string(1000, 'x') + "\nbad\nthrow\ngood\n");
  const int code = answer_lines(memory.io(), 100, [](std::string_view line) {
    if (line == "throw") throw std::runtime_error("secret");
    return LineAnswer{std::string(line), line != "bad"};
  });
  CHECK(code == kWrongUse);
  CHECK(memory.out() ==
        "good\n{\"id\":null,\"error\":\"line-too-long\"}\nbad\n{\"id\":null,\"error\":\"internal\"}\ngood\n");
}

}  // namespace
}  // namespace zhilu
