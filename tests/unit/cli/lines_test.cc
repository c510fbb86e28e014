// SPDX-License-Identifier: MIT
#include "cli/lines.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "cli/exit_code.h"
#include "tests/unit/cli/memory_io.h"

namespace zhilu {
namespace {

// A line is answered by itself between angle brackets; `bad` is wrong, `throw` is a bug.
bool answer(std::string_view line, std::string& out, std::string& problem) {
  if (line == "throw") throw std::runtime_error("secret");
  out.append("<").append(line).append(">");
  if (line.starts_with("bad")) problem = "no good";
  return !line.starts_with("bad");
}

const LineTask kTask{.answer = answer, .begin = answer};

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

Outcome run(const std::string& input, LineOptions options = {}) {
  if (options.max_bytes == 0) options.max_bytes = 100;
  options.tongue = Tongue::English;
  MemoryIo memory(input);
  const int code = answer_lines(memory.io(), options, kTask);
  return {code, memory.out(), memory.err()};
}

TEST_CASE("lines are answered in order, blank ones not at all") {
  std::string input;
  std::string expected;
  for (int i = 0; i < 10'000; ++i) {
    input += std::to_string(i) + (i % 3 == 0 ? "\r\n\n  \n\r\n" : "\n");
    expected += "<" + std::to_string(i) + ">\n";
  }
  for (const unsigned jobs : {1U, 2U, 7U}) {
    const Outcome outcome = run(input, {.jobs = jobs, .output = {}});
    CHECK(outcome.code == kDone);
    CHECK(outcome.out == expected);
    CHECK(outcome.err.empty());
  }
}

TEST_CASE("answers stay in order however long each takes") {
  std::string input;
  std::string expected;
  for (int i = 0; i < 300; ++i) {
    input += std::to_string(i) + "\n";
    expected += std::to_string(i) + "\n";
  }
  const auto slow = [](std::string_view line, std::string& out, std::string&) {
    std::this_thread::sleep_for(std::chrono::microseconds((line.back() - '0') * 50));
    out += line;
    return true;
  };
  MemoryIo memory(input);
  answer_lines(memory.io(), {.jobs = 8, .max_bytes = 100, .output = {}}, {.answer = slow, .begin = slow});
  CHECK(memory.out() == expected);
}

TEST_CASE("a last line without line end is a line") {
  CHECK(run("a\nb").out == "<a>\n<b>\n");
  CHECK(run("a\nb\r").out == "<a>\n<b>\n");
  CHECK(run("").out.empty());
  CHECK(run("\n\n").out.empty());
  CHECK(run("\xEF\xBB\xBF"
            "a\n")
            .out == "<a>\n");
}

TEST_CASE("wrong lines are told by their number and do not stop the others") {
  const Outcome outcome = run("good\n\n" + std::string(101, 'x') + "\nbad\nthrow\n" + std::string(100, 'y'));
  CHECK(outcome.code == kAnswerIsNo);
  CHECK(outcome.out == "<good>\n<" + std::string(100, 'y') + ">\n");
  CHECK(outcome.err == "line 3: the line has more than 100 bytes\nline 4: no good\nline 5: internal error\n");
}

TEST_CASE("nothing of a line that is too long is kept") {
  // Longer than what is read at a time, at the start, in the middle and at the end.
  const std::string giant(1'000'000, 'z');
  const Outcome outcome = run(giant + "\na\n" + giant + "\nb\n" + giant);
  CHECK(outcome.out == "<a>\n<b>\n");
  CHECK(outcome.err ==
        "line 1: the line has more than 100 bytes\nline 3: the line has more than 100 bytes\n"
        "line 5: the line has more than 100 bytes\n");
}

// A file for answers.
class Answers {
 public:
  Answers() { std::filesystem::remove(path()); }
  ~Answers() { std::filesystem::remove(path()); }

  static std::string path() {
    return (std::filesystem::temp_directory_path() / ("zhilu_lines_" + std::to_string(getpid()))).string();
  }
  void write(std::string_view text) const { std::ofstream(path(), std::ios::binary) << text; }
  std::string read() const {
    std::ifstream in(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST_CASE("answers go to a file") {
  const Answers answers;
  answers.write("something else that is longer\nthan the answers");
  const Outcome outcome = run("a\nb\n", {.output = Answers::path()});
  CHECK(outcome.code == kDone);
  CHECK(outcome.out.empty());
  CHECK(answers.read() == "<a>\n<b>\n");
  CHECK(run("a\n", {.output = "/no/such/folder/answers"}).code == kCouldNotRun);
}

TEST_CASE("wherever a run was stopped, going on gives the same bytes") {
  const std::string input = "a\nbad 1\n\nbb\nccc\nbad 2\ndddd\n";
  const Answers answers;
  const Outcome whole = run(input, {.output = Answers::path(), .resume = true});
  CHECK(whole.code == kAnswerIsNo);
  const std::string expected = answers.read();
  CHECK(expected == "<a>\n<bb>\n<ccc>\n<dddd>\n");
  for (std::size_t size = 0; size <= expected.size(); ++size) {
    CAPTURE(size);
    answers.write(expected.substr(0, size));
    const Outcome outcome = run(input, {.output = Answers::path(), .resume = true});
    CHECK(outcome.code == whole.code);
    CHECK(outcome.err == whole.err);
    CHECK(answers.read() == expected);
  }
}

TEST_CASE("what belongs to other lines is not gone on with") {
  const Answers answers;
  for (const std::string_view other : {"<a>\n<x>\n", "<a>\n<b>\n<c>\n", "\n"}) {
    CAPTURE(other);
    answers.write(other);
    CHECK(run("a\nb\n", {.output = Answers::path(), .resume = true}).code == kWrongUse);
    CHECK(answers.read() == other);
  }
}

TEST_CASE("few lines are ahead of what is written") {
  std::atomic<int> answered = 0;
  std::atomic<bool> behind = true;
  // The first line waits: the others can be answered, but not so many that memory would grow.
  const auto wait = [&](std::string_view line, std::string& out, std::string&) {
    if (line == "0") std::this_thread::sleep_for(std::chrono::milliseconds(300));
    if (line == "0") behind = answered < 1000;
    ++answered;
    out.append(line);
    return true;
  };
  std::string input;
  for (int i = 0; i < 20'000; ++i) input += std::to_string(i) + "\n";
  MemoryIo memory(input);
  answer_lines(memory.io(), {.jobs = 2, .max_bytes = 100, .output = {}}, {.answer = wait, .begin = wait});
  CHECK(behind);
  CHECK(answered == 20'000);
}

}  // namespace
}  // namespace zhilu
