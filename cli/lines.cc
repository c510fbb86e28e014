// SPDX-License-Identifier: MIT
#include "cli/lines.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

#include "cli/exit_code.h"

namespace zhilu {
namespace {

// How much is read ahead to give all cores work.
constexpr std::size_t kReadAhead = 1 << 20;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// Cuts a stream into lines; a line of more than `max_bytes` comes out as one that is too long, without its
/// text.
class LineCutter {
 public:
  struct Line {
    std::string text;
    bool too_long = false;
  };

  explicit LineCutter(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  // Adds the complete lines of `text` to `lines` and keeps the rest; at the end of input the rest is a line
  // too.
  void cut(std::string_view text, bool at_end, std::vector<Line>& lines) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      const std::string_view part = text.substr(0, end);
      if (rest_.text.size() + part.size() > max_bytes_) {
        rest_ = {"", true};
      } else if (!rest_.too_long) {
        rest_.text += part;
      }
      if (end == std::string_view::npos) break;
      text.remove_prefix(end + 1);
      finish(lines);
    }
    if (at_end) finish(lines);
  }

 private:
  void finish(std::vector<Line>& lines) {
    if (rest_.too_long || !is_blank(rest_.text)) lines.push_back(std::move(rest_));
    rest_ = {};
  }

  std::size_t max_bytes_;
  Line rest_;
};

LineAnswer answer_one(const LineCutter::Line& line,
                      const std::function<LineAnswer(std::string_view)>& answer) {
  if (line.too_long) return {R"({"id":null,"error":"line-too-long"})", false};
  // The last catch of a request: the others still get their answers.
  try {
    return answer(line.text);
  } catch (const std::exception&) {
    return {R"({"id":null,"error":"internal"})", false};
  }
}

// Answers all of `lines` on `threads` threads.
std::vector<LineAnswer> answer_batch(const std::vector<LineCutter::Line>& lines, unsigned threads,
                                     const std::function<LineAnswer(std::string_view)>& answer) {
  std::vector<LineAnswer> answers(lines.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < lines.size(); i = next++) answers[i] = answer_one(lines[i], answer);
  };
  std::vector<std::thread> helpers;
  const auto useful = static_cast<unsigned>(std::min<std::size_t>(threads, lines.size() / 8));
  for (unsigned i = 1; i < useful; ++i) helpers.emplace_back(work);
  work();
  for (std::thread& helper : helpers) helper.join();
  return answers;
}

}  // namespace

int answer_lines(Io& io, std::size_t max_bytes, const std::function<LineAnswer(std::string_view)>& answer) {
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  Progress progress(io, 0);
  LineCutter cutter(max_bytes);
  std::size_t done = 0;
  int code = kDone;
  bool more = true;
  while (more) {
    std::string read;
    // Who asks one line and waits is answered at once; of a file much is read, so that all cores have work.
    do {
      more = io.read_some(read);
    } while (more && read.size() < kReadAhead && io.has_input());
    std::vector<LineCutter::Line> lines;
    cutter.cut(read, !more, lines);
    for (const LineAnswer& answered : answer_batch(lines, threads, answer)) {
      io.print(answered.text);
      io.print("\n");
      if (!answered.good) code = kWrongUse;
    }
    io.flush();
    done += lines.size();
    progress.show(done);
  }
  return code;
}

}  // namespace zhilu
