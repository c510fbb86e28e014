// SPDX-License-Identifier: MIT
#include "cli/answer_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

namespace zhilu {
namespace {

constexpr std::size_t kBlock = 1 << 16;

}  // namespace

Result<AnswerFile> AnswerFile::open(const std::string& path, bool resume) {
  const int flags = O_RDWR | O_CREAT | O_CLOEXEC | (resume ? 0 : O_TRUNC);
  const int descriptor = ::open(path.c_str(), flags, 0644);
  std::FILE* file = descriptor < 0 ? nullptr : fdopen(descriptor, "r+b");
  if (file == nullptr) {
    const std::string reason = std::strerror(errno);
    if (descriptor >= 0) ::close(descriptor);
    return fail(path + ": " + reason);
  }
  AnswerFile opened(file);
  if (resume && !opened.take_stock()) return fail(path + ": " + std::strerror(errno));
  // Answers come in large pieces.
  std::setvbuf(file, nullptr, _IONBF, 0);
  return opened;
}

AnswerFile::AnswerFile(AnswerFile&& other) noexcept
    : io_(other.io_),
      file_(std::exchange(other.file_, nullptr)),
      lines_(other.lines_),
      last_(std::move(other.last_)),
      failed_(other.failed_) {}

AnswerFile::~AnswerFile() {
  if (file_ != nullptr) std::fclose(file_);
}

bool AnswerFile::take_stock() {
  std::vector<char> block(kBlock);
  const int descriptor = fileno(file_);
  off_t size = 0;
  off_t complete = 0;
  // The beginning of the line that is being read.
  std::string line;
  while (true) {
    const ssize_t n = pread(descriptor, block.data(), block.size(), size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    if (n == 0) break;
    std::string_view rest(block.data(), static_cast<std::size_t>(n));
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view part = rest.substr(0, end == std::string_view::npos ? end : end + 1);
      line += part.substr(0, kBeginning - std::min(kBeginning, line.size()));
      size += static_cast<off_t>(part.size());
      rest.remove_prefix(part.size());
      if (end == std::string_view::npos) break;
      ++lines_;
      complete = size;
      last_.swap(line);
      line.clear();
    }
  }
  return ftruncate(descriptor, complete) == 0 && lseek(descriptor, complete, SEEK_SET) == complete;
}

bool AnswerFile::write(std::string_view lines) {
  if (lines.empty()) return !failed_;
  if (io_ != nullptr) {
    io_->print(lines);
    failed_ = !io_->flush() || failed_;
  } else {
    failed_ = std::fwrite(lines.data(), 1, lines.size(), file_) != lines.size() || failed_;
  }
  return !failed_;
}

}  // namespace zhilu
