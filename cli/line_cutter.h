// SPDX-License-Identifier: MIT
// Cuts standard input into numbered lines, without holding more than one that is not complete.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cli/io.h"

namespace zhilu {

class LineCutter {
 public:
  struct Line {
    /// Without line end; empty if it is too long. Good until the next line is asked for.
    std::string_view text;
    /// From 1 on; blank lines count.
    std::uint64_t number = 0;
    bool too_long = false;
  };

  /// A line of more than `max_bytes` comes out without its text.
  LineCutter(Io& io, std::size_t max_bytes) : io_(io), max_bytes_(max_bytes) {}

  /// The next line that is not blank; empty at the end of input. Waits for input.
  std::optional<Line> next();
  /// True if next() would have to wait for input.
  bool must_wait() const;

 private:
  std::optional<Line> cut();
  bool read_more();

  Io& io_;
  std::size_t max_bytes_;
  /// What was read; lines before `at_` are cut off already.
  std::string text_;
  std::size_t at_ = 0;
  /// Where the search for a line end goes on.
  std::size_t searched_ = 0;
  std::uint64_t number_ = 0;
  /// Inside a line that is too long.
  bool skipping_ = false;
  bool at_end_ = false;
};

}  // namespace zhilu
