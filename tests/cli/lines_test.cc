// SPDX-License-Identifier: MIT
// The program as others run it, line by line: killed and run again, fed through a pipe, on very many lines.
// zhilu_tests_lines PROGRAM FOLDER; works in a folder of its own, with the knowledge of FOLDER/knowledge.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;

int failures = 0;

void check(bool good, const std::string& what) {
  std::printf("%s %s\n", good ? "ok    " : "FAILED", what.c_str());
  failures += good ? 0 : 1;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_requests(const fs::path& path, int count) {
  std::ofstream out(path, std::ios::binary);
  for (int i = 0; i < count; ++i) {
    out << R"({"id":)" << i << R"(,"facts":{"platform":")" << (i % 3 == 0 ? "bank" : "wallet_payment")
        << R"(","loss_amount":)" << 100 + i % 5000 << "}}\n";
  }
}

// Plans of hundreds of kilobytes, all of them or all but every 16th, which has next to nothing in it.
void write_large_requests(const fs::path& path, int count, bool mixed) {
  std::ofstream out(path, std::ios::binary);
  for (int i = 0; i < count; ++i)
    out << (mixed && i % 16 == 0 ? R"({"facts":{"scope":"out"}})" : R"({"facts":{"issues":["fraud"]}})")
        << '\n';
}

struct Ended {
  int status = 0;
  long most_kilobytes = 0;
};

class Run {
 public:
  Run(const std::string& program, const std::string& knowledge, std::vector<std::string> words,
      const std::string& in, const std::string& out) {
    words.insert(words.begin(), program);
    for (const char* word : {"--knowledge", knowledge.c_str(), "--today", "2026-11-22"})
      words.push_back(word);
    child_ = fork();
    if (child_ != 0) return;
    dup2(open(in.c_str(), O_RDONLY), 0);
    dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), 1);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execv(program.c_str(), arguments.data());
    _exit(127);
  }

  void kill() const { ::kill(child_, SIGKILL); }

  Ended wait() const {
    Ended ended;
    rusage usage{};
    wait4(child_, &ended.status, 0, &usage);
    ended.most_kilobytes = usage.ru_maxrss;
    return ended;
  }

 private:
  pid_t child_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string program = fs::absolute(argv[1]).string();
  const std::string knowledge = (fs::absolute(argv[2]) / "knowledge").string();
  const std::string shipped = fs::absolute(fs::path(argv[2]) / "../../knowledge").string();
  std::string folder = (fs::temp_directory_path() / "zhilu_lines_XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return 3;
  fs::current_path(folder);

  write_requests("requests", 12'000);
  const std::vector<std::string> plan = {"plan", "--lines"};
  const auto run = [&](std::vector<std::string> more, const std::string& in, const std::string& out) {
    std::vector<std::string> words = plan;
    words.insert(words.end(), more.begin(), more.end());
    return Run(program, knowledge, words, in, out);
  };
  // Before this program grows: what it holds when it forks counts as the other's.
  const long few = run({}, "requests", "/dev/null").wait().most_kilobytes;
  write_requests("many", 200'000);
  const long many = run({}, "many", "/dev/null").wait().most_kilobytes;
  check(many < few + 8 * 1024, "memory of 200,000 lines: " + std::to_string(many) +
                                   " KB, of 12,000: " + std::to_string(few) + " KB");

  write_large_requests("large", 800, false);
  write_large_requests("mixed", 800, true);
  const auto memory = [&](const std::string& in) {
    return Run(program, shipped, {"plan", "--lines", "--jobs", "2"}, in, "/dev/null").wait().most_kilobytes;
  };
  const long large = memory("large");
  const long mixed = memory("mixed");
  check(mixed < large + 16 * 1024, "memory of large plans with short ones between: " + std::to_string(mixed) +
                                       " KB, of large ones alone: " + std::to_string(large) + " KB");

  check(run({"--output", "whole"}, "requests", "/dev/null").wait().status == 0, "answers go to a file");
  const std::string whole = read_file("whole");
  check(run({"--jobs", "1"}, "requests", "alone").wait().status == 0 && read_file("alone") == whole,
        "one thread gives the same bytes on standard output");

  int kills = 0;
  for (int delay = 40; delay < 4000; delay += 40) {
    const Run stopped = run({"--output", "parts", "--resume"}, "requests", "/dev/null");
    std::this_thread::sleep_for(std::chrono::milliseconds(delay));
    stopped.kill();
    if (WIFEXITED(stopped.wait().status)) break;
    ++kills;
  }
  check(kills > 0 && read_file("parts") == whole, "killed " + std::to_string(kills) + " times, same bytes");
  std::ofstream("parts", std::ios::binary) << whole.substr(0, whole.size() / 2);
  check(run({"--output", "parts", "--resume"}, "requests", "/dev/null").wait().status == 0 &&
            read_file("parts") == whole,
        "a half-written line is written anew");

  mkfifo("pipe", 0600);
  const Run reader = run({}, "pipe", "piped");
  {
    std::ofstream pipe("pipe", std::ios::binary);
    const std::string requests = read_file("requests");
    for (std::size_t at = 0; at < requests.size(); at += 1000)
      pipe << requests.substr(at, 1000) << std::flush;
  }
  check(reader.wait().status == 0 && read_file("piped") == whole, "a pipe gives the same bytes");

  fs::current_path("/");
  fs::remove_all(folder);
  return failures == 0 ? 0 : 1;
}
