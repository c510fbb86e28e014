// SPDX-License-Identifier: MIT
#include "cli/lines.h"

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "cli/answer_file.h"
#include "cli/commands/common.h"
#include "cli/exit_code.h"
#include "cli/line_cutter.h"

namespace zhilu {
namespace {

constexpr unsigned kMostJobs = 256;
// A batch has as many lines as give about so many bytes of answers, within bounds.
constexpr std::size_t kBatchBytes = 1 << 18;
constexpr std::size_t kMostLines = 64;
// Batches for each thread: that which is answered, and those that wait to be written.
constexpr std::size_t kBatchesAhead = 8;
// Blocks for each thread that wait to be answered.
constexpr std::size_t kBlocksAhead = 8;
// An answer that took more memory than this gives it back.
constexpr std::size_t kMostKept = 1 << 22;

std::string line_problem(std::uint64_t number, std::string_view problem, Tongue tongue) {
  const std::string n = std::to_string(number);
  return (tongue == Tongue::Chinese ? "第 " + n + " 行：" : "line " + n + ": ") + std::string(problem) + "\n";
}

std::string too_long(std::size_t most, Tongue tongue) {
  const std::string n = std::to_string(most);
  return tongue == Tongue::Chinese ? "这一行超过 " + n + " 字节" : "the line has more than " + n + " bytes";
}

/// Lines as they came.
struct Block {
  struct Line {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::uint64_t number = 0;
    bool too_long = false;
  };
  std::string text;
  std::vector<Line> lines;

  void add(const LineCutter::Line& line) {
    lines.push_back({text.size(), line.text.size(), line.number, line.too_long});
    text += line.text;
  }
};

/// Lines `first` to `last` (not included) of a block, which one thread answers in order.
struct Batch {
  std::shared_ptr<const Block> block;
  std::size_t first = 0;
  std::size_t last = 0;
  /// Whose room the answers are in.
  unsigned worker = 0;
  std::string answers;
  std::string problems;
  bool done = false;
};

/// Hands lines to threads and writes their answers in order.
class Pipeline {
 public:
  Pipeline(Io& io, AnswerFile& file, const LineOptions& options, const LineTask& task, unsigned jobs)
      : io_(io),
        file_(file),
        options_(options),
        task_(task),
        progress_(io, 0),
        most_waiting_(jobs * kBlocksAhead),
        ring_(jobs * kBatchesAhead),
        rooms_(jobs) {
    for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this, i] { work(i); });
  }
  ~Pipeline() { close(); }
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// Gives away the lines, at least one; waits until there is room for them. False if no more are of use, as
  /// answers cannot be written.
  bool give(std::shared_ptr<const Block> block) {
    std::unique_lock lock(mutex_);
    if (waiting_.size() == most_waiting_) room_.wait(lock, [&] { return has_much_room() || failed_; });
    waiting_.push_back(std::move(block));
    work_.notify_one();
    return !failed_;
  }

  /// Waits until all is written.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    work_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  bool has_failed() const { return failed_; }
  bool has_problems() const { return has_problems_; }

 private:
  void work(unsigned worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      work_.wait(lock, [&] { return can_take() || (waiting_.empty() && closed_) || failed_; });
      if (waiting_.empty() || failed_) return;
      Batch& batch = take(worker);
      // Who is woken wakes the next, while there is something to do.
      if (can_take()) work_.notify_one();
      lock.unlock();
      for (std::size_t i = batch.first; i < batch.last; ++i)
        answer(*batch.block, batch.block->lines[i], batch);
      lock.lock();
      batch.done = true;
      learn_size(batch);
      write_done(lock);
    }
  }

  bool can_take() const { return !waiting_.empty() && taken_ - written_ < ring_.size(); }

  Batch& take(unsigned worker) {
    Batch& batch = ring_[taken_++ % ring_.size()];
    batch.block = waiting_.front();
    batch.first = begun_;
    batch.last = std::min(begun_ + wanted_, batch.block->lines.size());
    begun_ = batch.last;
    if (begun_ == batch.block->lines.size()) {
      begun_ = 0;
      waiting_.pop_front();
      if (has_much_room()) room_.notify_one();
      if (closed_ && waiting_.empty()) work_.notify_all();
    }
    batch.worker = worker;
    take_room(batch);
    return batch;
  }

  // After a short answer there are soon long ones again, and batches of them would be larger than the caches.
  void learn_size(const Batch& batch) {
    const std::size_t each = batch.answers.size() / (batch.last - batch.first) + 1;
    longest_ = std::max(each, longest_ - longest_ / 16);
    wanted_ = std::clamp<std::size_t>(kBatchBytes / longest_, 1, std::min(2 * wanted_, kMostLines));
  }

  // A thread gets back the room it filled, last used first: most of it is still in the cache of its core.
  void take_room(Batch& batch) {
    std::vector<std::string>& rooms = rooms_[batch.worker];
    if (rooms.empty()) return;
    batch.answers.swap(rooms.back());
    rooms.pop_back();
  }
  void give_room(Batch& batch) {
    batch.answers.clear();
    if (batch.answers.capacity() <= kMostKept) rooms_[batch.worker].push_back(std::move(batch.answers));
    batch.answers = {};
  }

  void answer(const Block& block, const Block::Line& line, Batch& batch) const {
    std::string problem;
    const std::size_t before = batch.answers.size();
    bool good = false;
    // The last catch of a request: the others still get their answers.
    try {
      if (line.too_long) {
        problem = too_long(options_.max_bytes, options_.tongue);
      } else {
        good =
            task_.answer(std::string_view(block.text).substr(line.begin, line.size), batch.answers, problem);
      }
    } catch (const std::exception&) {
      problem = options_.tongue == Tongue::Chinese ? "内部错误" : "internal error";
    }
    if (good) {
      batch.answers += '\n';
      return;
    }
    batch.answers.resize(before);
    batch.problems += line_problem(line.number, problem, options_.tongue);
  }

  // Writes what is next, unless another thread does so.
  void write_done(std::unique_lock<std::mutex>& lock) {
    while (!writing_ && !failed_ && written_ < taken_ && ring_[written_ % ring_.size()].done) {
      Batch& batch = ring_[written_ % ring_.size()];
      writing_ = true;
      lock.unlock();
      const bool good = write(batch);
      batch.problems.clear();
      batch.block.reset();
      lock.lock();
      give_room(batch);
      batch.done = false;
      writing_ = false;
      failed_ = !good;
      ++written_;
      if (can_take()) work_.notify_one();
      if (failed_) {
        work_.notify_all();
        room_.notify_one();
      }
    }
  }

  // Who had to wait for room goes on only when there is much of it: waking a thread costs as much as a plan.
  bool has_much_room() const { return waiting_.size() <= most_waiting_ / 2; }

  bool write(const Batch& batch) {
    const bool good = file_.write(batch.answers);
    if (!batch.problems.empty()) {
      has_problems_ = true;
      progress_.clear();
      io_.complain(batch.problems);
    }
    lines_ += batch.last - batch.first;
    progress_.show(lines_);
    return good;
  }

  Io& io_;
  AnswerFile& file_;
  const LineOptions& options_;
  const LineTask& task_;
  Progress progress_;
  std::size_t lines_ = 0;
  bool has_problems_ = false;
  /// Bytes of the longest answer of late.
  std::size_t longest_ = 1;
  /// Lines that a batch should have. Grows no faster than it is seen that answers are short.
  std::size_t wanted_ = 1;

  /// Blocks of which lines are left; of the first of them, `begun_` lines are taken.
  std::deque<std::shared_ptr<const Block>> waiting_;
  std::size_t begun_ = 0;
  std::size_t most_waiting_;
  // INVARIANT: written_ <= taken_ <= written_ + ring_.size(). Batches [written_, taken_) belong to threads
  // that answer or write.
  std::vector<Batch> ring_;
  /// By worker.
  std::vector<std::vector<std::string>> rooms_;
  std::mutex mutex_;
  std::condition_variable work_;
  std::condition_variable room_;
  std::size_t taken_ = 0;
  std::size_t written_ = 0;
  bool writing_ = false;
  bool closed_ = false;
  bool failed_ = false;
  std::vector<std::thread> threads_;
};

// What stood in the way of going on behind answers that are there, and what was told on the way.
struct Skipped {
  bool fits = true;
  bool has_problems = false;
};

// Reads the lines whose answers are in the file.
Skipped skip_answered(Io& io, LineCutter& cutter, const AnswerFile& file, const LineOptions& options,
                      const LineTask& task) {
  Skipped skipped;
  Progress progress(io, file.lines());
  std::string head;
  for (std::uint64_t done = 0; done < file.lines();) {
    const std::optional<LineCutter::Line> line = cutter.next();
    if (!line) return {.fits = false, .has_problems = skipped.has_problems};
    head.clear();
    std::string problem = line->too_long ? too_long(options.max_bytes, options.tongue) : "";
    if (!line->too_long && task.begin(line->text, head, problem)) {
      progress.show(++done);
      continue;
    }
    progress.clear();
    io.complain(line_problem(line->number, problem, options.tongue));
    skipped.has_problems = true;
  }
  skipped.fits =
      file.lines() == 0 || file.last().starts_with(std::string_view(head).substr(0, AnswerFile::kBeginning));
  return skipped;
}

std::optional<unsigned> read_jobs(std::string_view text) {
  unsigned jobs = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), jobs);
  const bool good = error == std::errc() && end == text.data() + text.size();
  if (!good || jobs == 0 || jobs > kMostJobs) return std::nullopt;
  return jobs;
}

}  // namespace

std::vector<Switch> line_switches(Bilingual about) {
  return {{.name = "lines", .value = "", .about = about},
          {.name = "jobs",
           .value = "N",
           .about = {"与 --lines：用几个线程（默认：每个核一个）",
                     "with --lines: threads (default: one for each core)"}},
          {.name = "output",
           .value = "FILE",
           .about = {"与 --lines：把回答写进这个文件，原有的内容不留",
                     "with --lines: write the answers to this file instead of what it holds"}},
          {.name = "resume",
           .value = "",
           .about = {"与 --output：文件里已有的完整回答保留，从下一行接着做",
                     "with --output: keep the complete answers in the file and go on behind them"}}};
}

bool read_line_options(std::string_view command, const Args& args, Io& io, LineOptions& options) {
  const auto complain = [&](std::string_view zh, std::string_view en) {
    complain_about_use(command, zh, en, args, io);
    return false;
  };
  if (!args.has("lines")) {
    const bool given = args.has("jobs") || args.has("output") || args.has("resume");
    return !given || complain("--jobs、--output 和 --resume 要与 --lines 一起用",
                              "--jobs, --output and --resume go with --lines");
  }
  options.tongue = args.tongue();
  options.resume = args.has("resume");
  options.output = args.find_value("output").value_or("");
  if (options.resume && options.output.empty())
    return complain("--resume 要与 --output FILE 一起用", "--resume goes with --output FILE");
  if (const auto jobs = args.find_value("jobs")) {
    const std::optional<unsigned> count = read_jobs(*jobs);
    if (!count) return complain("--jobs 应当是 1 到 256", "--jobs takes a number from 1 to 256");
    options.jobs = *count;
  }
  return true;
}

int answer_lines(Io& io, const LineOptions& options, const LineTask& task) {
  const bool zh = options.tongue == Tongue::Chinese;
  AnswerFile standard(io);
  std::optional<AnswerFile> opened;
  if (!options.output.empty()) {
    Result<AnswerFile> file = AnswerFile::open(options.output, options.resume);
    if (!file) {
      io.complain((zh ? "zhilu：写不了 " : "zhilu: cannot write ") + file.error().message + "\n");
      return kCouldNotRun;
    }
    opened.emplace(std::move(*file));
  }
  AnswerFile& file = opened ? *opened : standard;

  LineCutter cutter(io, options.max_bytes);
  const Skipped skipped = skip_answered(io, cutter, file, options, task);
  if (!skipped.fits) {
    io.complain(zh ? "zhilu：" + options.output + " 里的回答不是这些行的，不能接着做\n"
                   : "zhilu: the answers in " + options.output + " are not those of these lines\n");
    return kWrongUse;
  }

  const unsigned jobs =
      options.jobs > 0 ? options.jobs : std::clamp(std::thread::hardware_concurrency(), 1U, kMostJobs);
  Pipeline pipeline(io, file, options, task, jobs);
  bool good = true;
  auto block = std::make_shared<Block>();
  while (good) {
    const std::optional<LineCutter::Line> read = cutter.next();
    if (read) block->add(*read);
    const bool full = block->lines.size() >= kMostLines || block->text.size() >= kBatchBytes;
    // Who asks one line and waits is answered at once.
    if (!block->lines.empty() && (!read || full || cutter.must_wait())) {
      good = pipeline.give(std::exchange(block, std::make_shared<Block>()));
    }
    if (!read) break;
  }
  pipeline.close();
  if (pipeline.has_failed()) {
    if (opened) io.complain((zh ? "zhilu：写不了 " : "zhilu: cannot write ") + options.output + "\n");
    return kCouldNotRun;
  }
  return pipeline.has_problems() || skipped.has_problems ? kAnswerIsNo : kDone;
}

}  // namespace zhilu
