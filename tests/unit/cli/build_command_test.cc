// SPDX-License-Identifier: MIT
// zhilu build, and what it makes given to every command.
#include <doctest/doctest.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/program.h"
#include "tests/unit/cli/memory_io.h"

using namespace zhilu;

namespace {

namespace fs = std::filesystem;

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

Ran run(std::vector<std::string> words) {
  MemoryIo memory("");
  Ran ran;
  ran.code = run_program(words, memory.io());
  ran.out = memory.out();
  ran.err = memory.err();
  return ran;
}

}  // namespace

TEST_CASE("every command that answers takes the file and says the same as of the folder") {
  const std::string folder = ZHILU_SOURCE_DIR "/tests/cli/knowledge";
  const std::string file =
      fs::temp_directory_path() / ("zhilu_" + std::to_string(std::random_device{}()) + ".zhilu");
  const Ran built = run({"build", "--knowledge", folder, "-o", file});
  CHECK(built.code == kDone);
  CHECK(built.err == "");
  CHECK(built.out.starts_with(file + "："));
  CHECK(built.out.ends_with("，4 个节点，3 个步骤，9 个事实\n"));
  CHECK(run({"build", "--knowledge", folder, "--output=" + file, "--lang", "en"})
            .out.ends_with(" 4 nodes, 3 steps, 9 facts\n"));

  const std::string facts = ZHILU_SOURCE_DIR "/tests/cli/files/facts.yaml";
  const std::vector<std::vector<std::string>> commands = {
      {"ask", "支付宝里刚被转走三千", "--today", "2026-11-22"},
      {"ask", "支付宝里刚被转走三千", "--today", "2026-11-22", "--json", "--lang", "en"},
      {"plan", facts, "--today", "2026-11-22", "--json", "--letters"},
      {"understand", "支付宝里刚被转走三千", "--json"},
      {"why", "freeze_account", "支付宝里刚被转走三千", "--today", "2026-11-22"},
      {"eval", "severity in (\"critical\", \"high\")", "--set", "issues=fraud", "--explain"},
      {"graph", "--format", "mermaid"},
      {"graph", "nothing"},
  };
  for (std::vector<std::string> words : commands) {
    CAPTURE(words[0]);
    words.insert(words.end(), {"--knowledge", folder});
    const Ran expected = run(words);
    words.back() = file;
    const Ran got = run(words);
    CHECK(got.code == expected.code);
    CHECK(got.out == expected.out);
    CHECK(got.err == expected.err);
    CHECK((words[0] == "graph" || got.code == kDone));
  }
  for (const char* command : {"check", "test", "build"}) {
    CAPTURE(command);
    const Ran ran = run({command, "--knowledge", file});
    CHECK(ran.code == kCouldNotRun);
    CHECK(ran.err.find("这个命令要用知识库的目录") != std::string::npos);
  }
  fs::remove(file);
}
