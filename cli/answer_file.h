// SPDX-License-Identifier: MIT
// Where answers go: standard output, or a file that can be gone on with after the program was stopped.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "cli/io.h"
#include "engine/base/result.h"

namespace zhilu {

class AnswerFile {
 public:
  /// Standard output.
  explicit AnswerFile(Io& io) : io_(&io) {}
  /// The file at `path`, emptied; with `resume` its complete lines are kept and what follows the last of them
  /// is cut off. An error if it cannot be written.
  static Result<AnswerFile> open(const std::string& path, bool resume);

  AnswerFile(AnswerFile&& other) noexcept;
  AnswerFile& operator=(AnswerFile&&) = delete;
  ~AnswerFile();

  /// Lines that were there already.
  std::uint64_t lines() const { return lines_; }
  /// How the last of them begins: at most kBeginning bytes, line end included.
  const std::string& last() const { return last_; }
  static constexpr std::size_t kBeginning = 4096;

  /// False if anything so far could not be written.
  bool write(std::string_view lines);

 private:
  explicit AnswerFile(std::FILE* file) : file_(file) {}
  /// Reads the lines that are there. False if that fails.
  bool take_stock();

  Io* io_ = nullptr;
  std::FILE* file_ = nullptr;
  std::uint64_t lines_ = 0;
  std::string last_;
  bool failed_ = false;
};

}  // namespace zhilu
