// SPDX-License-Identifier: MIT
// How the engine reads files: through this interface and in no other way.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace zhilu {

/// Is there a folder of that name, or a link to one?
bool is_folder(const std::string& path);
/// Is there a file of that name, or a link to one?
bool is_file(const std::string& path);

/// Reads a tree of files. Paths use '/' and are relative to the reader's root.
class FileReader {
 public:
  virtual ~FileReader() = default;

  /// All regular files below the root, sorted by path. Symbolic links are not followed out of the root.
  virtual Result<std::vector<std::string>> list() const = 0;

  /// The bytes of one file. A file of more than `max_bytes` is an error.
  virtual Result<std::string> read(std::string_view path, std::size_t max_bytes) const = 0;
};

/// Files of a folder on disk.
class DiskFiles : public FileReader {
 public:
  explicit DiskFiles(std::string root) : root_(std::move(root)) {}
  Result<std::vector<std::string>> list() const override;
  Result<std::string> read(std::string_view path, std::size_t max_bytes) const override;

 private:
  std::string root_;
};

/// Files in memory, for tests and for an editor's open buffers.
class MemoryFiles : public FileReader {
 public:
  explicit MemoryFiles(std::map<std::string, std::string, std::less<>> files) : files_(std::move(files)) {}
  Result<std::vector<std::string>> list() const override;
  Result<std::string> read(std::string_view path, std::size_t max_bytes) const override;

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace zhilu
