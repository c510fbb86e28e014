// SPDX-License-Identifier: MIT
#include "tests/unit/cli/memory_io.h"

#include <vector>

namespace zhilu {
namespace {

std::string contents(std::FILE* file) {
  std::fflush(file);
  const long size = std::ftell(file);
  std::string text(static_cast<std::size_t>(size), '\0');
  std::rewind(file);
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fseek(file, 0, SEEK_END);
  return text;
}

// A file without a name, holding `text`.
std::FILE* file_with(const std::string& text) {
  std::FILE* file = std::tmpfile();
  std::fwrite(text.data(), 1, text.size(), file);
  std::rewind(file);
  return file;
}

}  // namespace

MemoryIo::MemoryIo(std::string input)
    : input_(std::move(input)),
      in_(file_with(input_)),
      out_(std::tmpfile()),
      err_(std::tmpfile()),
      io_(in_, out_, err_) {}

MemoryIo::~MemoryIo() {
  std::fclose(in_);
  std::fclose(out_);
  std::fclose(err_);
}

std::string MemoryIo::out() {
  return contents(out_);
}
std::string MemoryIo::err() {
  return contents(err_);
}

}  // namespace zhilu
