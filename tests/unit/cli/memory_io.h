// SPDX-License-Identifier: MIT
// An Io on memory, for tests of what the program reads and writes.
#pragma once

#include <cstdio>
#include <string>

#include "cli/io.h"

namespace zhilu {

class MemoryIo {
 public:
  explicit MemoryIo(std::string input = "");
  ~MemoryIo();
  MemoryIo(const MemoryIo&) = delete;
  MemoryIo& operator=(const MemoryIo&) = delete;

  Io& io() { return io_; }
  /// What was written so far.
  std::string out();
  std::string err();

 private:
  std::string input_;
  std::FILE* in_;
  std::FILE* out_;
  std::FILE* err_;
  Io io_;
};

}  // namespace zhilu
