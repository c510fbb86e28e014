// SPDX-License-Identifier: MIT
// `zhilu chat` as a person meets it: at a terminal (played by tmux), and interrupted at any moment:
// zhilu_tests_chat PROGRAM FOLDER, with the knowledge of FOLDER/knowledge.
//
// Ends with 77, after saying so, where there is no tmux.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <thread>

namespace {

namespace fs = std::filesystem;

int failures = 0;

void check(bool good, const std::string& what, const std::string& seen) {
  if (good) return;
  ++failures;
  std::cout << "failed: " << what << "\nseen:\n" << seen << "\n";
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string run(const std::string& command) {
  std::string text;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return text;
  char buffer[4096];
  while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, n);
  ::pclose(pipe);
  return text;
}

/// The program at the other end of two pipes.
class Child {
 public:
  Child(const std::string& program, const std::string& knowledge, const std::string& file) {
    int to[2];
    int from[2];
    if (::pipe(to) != 0 || ::pipe(from) != 0) std::abort();
    id_ = ::fork();
    if (id_ == 0) {
      ::dup2(to[0], STDIN_FILENO);
      ::dup2(from[1], STDOUT_FILENO);
      for (const int end : {to[0], to[1], from[0], from[1]}) ::close(end);
      ::execl(program.c_str(), "zhilu", "chat", "--save", file.c_str(), "--knowledge", knowledge.c_str(),
              "--today", "2026-11-22", static_cast<char*>(nullptr));
      std::_Exit(127);
    }
    ::close(to[0]);
    ::close(from[1]);
    in_ = to[1];
    out_ = from[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
    ::close(in_);
    ::close(out_);
  }

  void say(const std::string& line) {
    const std::string text = line + "\n";
    if (::write(in_, text.data(), text.size()) < 0) ++failures;
  }

  /// Reads until `part` was seen behind what was read before.
  std::string read_until(const std::string& part) {
    std::string text;
    char buffer[4096];
    while (!contains(text, part)) {
      const ssize_t n = ::read(out_, buffer, sizeof buffer);
      if (n <= 0) break;
      text.append(buffer, static_cast<std::size_t>(n));
    }
    return text;
  }

 private:
  pid_t id_ = 0;
  int in_ = -1;
  int out_ = -1;
};

std::string last_question(const std::string& text) {
  const std::size_t begin = text.rfind("【");
  return begin == std::string::npos ? "" : text.substr(begin, text.find('\n', begin) - begin);
}

/// Killed without warning, the interview goes on at the same question.
void test_kill(const std::string& program, const std::string& knowledge, const std::string& file) {
  const std::string resume = "'" + program + "' chat --resume '" + file + "' --knowledge '" + knowledge +
                             "' --today 2026-11-22 </dev/null";
  const char* lines[] = {"钱包里有三千块", "不是", "账户被盗", "1"};
  for (std::size_t count = 1; count <= std::size(lines); ++count) {
    fs::remove(file);
    std::string shown;
    {
      Child child(program, knowledge, file);
      child.read_until("什么也不留");
      for (std::size_t i = 0; i < count; ++i) {
        child.say(lines[i]);
        shown = child.read_until("【");
      }
      // Saved when the next line is waited for: a moment later.
      for (int i = 0; i < 200; ++i) {
        std::ifstream in(file);
        const std::string saved{std::istreambuf_iterator<char>(in), {}};
        if (contains(saved, "\"turn\":" + std::to_string(count - 1))) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      }
    }
    const std::string again = run(resume);
    check(!last_question(shown).empty() && contains(again, last_question(shown)),
          "after " + std::to_string(count) + " lines and a kill the same question comes",
          shown + "\n---\n" + again);
  }
  fs::remove(file);
}

/// A terminal with the program in it.
class Terminal {
 public:
  Terminal(const std::string& program, const std::string& knowledge, const std::string& file)
      : tmux_("LC_ALL=C.UTF-8 tmux -u -L zhilu_chat_" + std::to_string(::getpid()) + " -f /dev/null ") {
    run(tmux_ +
        "new-session -d -x 100 -y 60 'sleep 1000' \\; set -g remain-on-exit on \\; respawn-pane -k \"'" +
        program + "' chat --save '" + file + "' --knowledge '" + knowledge + "' --today 2026-11-22\"");
  }
  ~Terminal() { run(tmux_ + "kill-server 2>/dev/null"); }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void type(const std::string& text) { run(tmux_ + "send-keys -l -- '" + text + "'"); }
  void press(const std::string& key) { run(tmux_ + "send-keys " + key); }
  std::string screen() { return run(tmux_ + "capture-pane -p -J -S -"); }

  /// Types a line and waits until the screen shows `expected` behind what was on it before.
  void say(const std::string& line, const std::string& expected) {
    press("C-l");
    run(tmux_ + "clear-history");
    type(line);
    press("Enter");
    expect(expected);
  }

  /// Waits until the program has ended.
  bool ends() {
    for (int i = 0; i < 500; ++i) {
      if (contains(run(tmux_ + "list-panes -F '#{pane_dead}'"), "1")) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }

  void expect(const std::string& expected) {
    std::string seen;
    for (int i = 0; i < 500; ++i) {
      seen = screen();
      if (contains(seen, expected)) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    check(false, "the terminal shows " + expected, seen);
  }

 private:
  std::string tmux_;
};

void test_terminal(const std::string& program, const std::string& knowledge, const std::string& file) {
  Terminal terminal(program, knowledge, file);
  terminal.expect("说说遇到的事");
  terminal.say("钱包里有三千块", "对方是什么：支付钱包");
  terminal.expect("【还有");
  terminal.say("为什么", "为什么问：");
  terminal.say("不是", "已经找过谁");
  terminal.say("返回", "收回了上一次的回答");
  terminal.say("不是", "【还有");
  // Wide characters are edited as characters.
  terminal.type("已知知");
  terminal.press("BSpace");
  terminal.press("Enter");
  terminal.expect("已经知道");
  terminal.say("改 1", "【修改】");
  terminal.say("2", "【还有");
  terminal.say("已知", "银行");
  terminal.say("计划", "严重程度");
  check(fs::exists(file), "every answer is saved", file);
  terminal.type("!!");
  terminal.press("Enter");
  check(terminal.ends(), "the program ends", terminal.screen());
  const std::string after = terminal.screen();
  for (const char* trace : {"支付钱包", "银行", "严重程度", "说说"}) {
    check(!contains(after, trace), std::string("nothing is left on the screen of ") + trace, after);
  }
  check(!fs::exists(file), "nothing is left on the disk", file);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string program = fs::absolute(argv[1]).string();
  const std::string knowledge = fs::absolute(fs::path(argv[2]) / "knowledge").string();
  const std::string file =
      (fs::temp_directory_path() / ("zhilu_chat_" + std::to_string(::getpid()) + ".json")).string();
  test_kill(program, knowledge, file);
  if (run("command -v tmux").empty()) {
    std::cout << "no tmux: the terminal was not tested\n";
    return failures != 0 ? 1 : 77;
  }
  test_terminal(program, knowledge, file);
  std::cout << failures << " failed\n";
  return failures == 0 ? 0 : 1;
}
