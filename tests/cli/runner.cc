// SPDX-License-Identifier: MIT
// Runs the command lines of *.test files and compares what they print: zhilu_tests_program PROGRAM FOLDER.
//
// ACCEPT=1 rewrites the files with what was printed; a person then reads the difference. The commands run in
// FOLDER, with the knowledge of FOLDER/knowledge, without a locale. The last line is `N passed, N failed`.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/cli/test_file.h"

namespace zhilu {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A file without a name for one stream of a command.
class Stream {
 public:
  explicit Stream(const std::string& text = "") : file_(std::tmpfile()) {
    std::fwrite(text.data(), 1, text.size(), file_);
    std::rewind(file_);
  }
  ~Stream() { std::fclose(file_); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  int descriptor() const { return fileno(file_); }
  std::string text() const {
    std::string text;
    char buffer[4096];
    std::rewind(file_);
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, file_)) text.append(buffer, n);
    return text;
  }

 private:
  std::FILE* file_;
};

Outcome run_command(const fs::path& program, const CliCase& test) {
  std::vector<std::string> words = split_words(test.command);
  if (words.empty() || words.front() != "zhilu") return {"", "a command begins with zhilu", -1};
  words.front() = program.string();
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  // No locale, no HOME, no terminal: the program must not need them.
  std::string knowledge = "ZHILU_KNOWLEDGE=knowledge";
  std::string locale = "LC_ALL=C";
  std::string options = "ASAN_OPTIONS=detect_leaks=1";
  char* environment[] = {knowledge.data(), locale.data(), options.data(), nullptr};

  const Stream in(test.input);
  const Stream out;
  const Stream err;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.descriptor(), STDERR_FILENO);
  pid_t child = 0;
  const int failed = posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environment);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return {"", "cannot run " + program.string(), -1};
  int status = 0;
  waitpid(child, &status, 0);
  return {out.text(), err.text(), WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
}

void show_difference(const char* what, const std::string& expected, const std::string& actual) {
  if (expected == actual) return;
  std::cout << "  " << what << " expected:\n" << expected << "  " << what << " got:\n" << actual;
}

}  // namespace

int run_tests(const fs::path& program, const fs::path& folder) {
  const bool accept = std::getenv("ACCEPT") != nullptr;
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".test") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  fs::current_path(folder);
  std::size_t passed = 0;
  std::size_t failed = 0;
  for (const fs::path& file : files) {
    const std::vector<CliCase> cases = parse_cases(read_file(file));
    std::vector<Outcome> outcomes;
    for (const CliCase& test : cases) {
      outcomes.push_back(run_command(program, test));
      const Outcome& got = outcomes.back();
      if (got == test.expected) {
        ++passed;
        continue;
      }
      ++failed;
      if (accept) continue;
      std::cout << file.filename().string() << ':' << test.line << ": " << test.command << '\n';
      show_difference("output", test.expected.out, got.out);
      show_difference("errors", test.expected.err, got.err);
      if (test.expected.code != got.code) {
        std::cout << "  exit code expected: " << test.expected.code << ", got: " << got.code << '\n';
      }
    }
    if (accept) std::ofstream(file, std::ios::binary) << format_cases(cases, outcomes);
  }
  if (accept) {
    passed += failed;
    failed = 0;
  }
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed == 0 && passed > 0 ? 0 : 1;
}

}  // namespace zhilu

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: zhilu_tests_program PROGRAM FOLDER\n";
    return 2;
  }
  return zhilu::run_tests(std::filesystem::absolute(argv[1]), std::filesystem::absolute(argv[2]));
}
