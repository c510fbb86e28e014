// SPDX-License-Identifier: MIT
// Lines that a person types: with editing and history at a terminal, as they come from a pipe or file.
//
// The only home of libedit. History is of this run only and never written anywhere.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/io.h"

namespace zhilu {

class LineReader {
 public:
  /// REQUIRES: `io` outlives it.
  explicit LineReader(Io& io);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// The next line without its line feed, after showing `prompt` (at a terminal only). Empty at the end.
  std::optional<std::string> read(const std::string& prompt);

 private:
  struct Editor;

  std::optional<std::string> read_plain();

  Io& io_;
  /// Null where no terminal is.
  std::unique_ptr<Editor> editor_;
  /// Of a pipe: what was read beyond the last line.
  std::string rest_;
  bool at_end_ = false;
};

}  // namespace zhilu
