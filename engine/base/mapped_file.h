// SPDX-License-Identifier: MIT
// Memory from the system: files mapped to be read, and address space reserved to be filled.
//
// The only place that maps memory.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "engine/base/result.h"

namespace zhilu {

/// The bytes of a file, shared with every process that maps the same file. Read-only; unmapped at the end.
class MappedFile {
 public:
  /// Maps a regular file. The error is a sentence of the system; of an empty file `bytes()` is empty.
  static Result<MappedFile> open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  /// Begins on a page, so it is aligned for anything.
  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  MappedFile() = default;

  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Zeroed address space that costs memory only where it is written to.
class Reservation {
 public:
  /// Reserves `most` bytes, or less where the system gives less; `size()` is 0 if it gives none at all.
  explicit Reservation(std::size_t most);
  Reservation(const Reservation&) = delete;
  Reservation& operator=(const Reservation&) = delete;
  ~Reservation();

  std::byte* data() const { return data_; }
  std::size_t size() const { return size_; }

 private:
  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Writes `parts`, one after the other, to a file beside `path` and then renames it to `path`, so that who
/// opens `path` sees the old file or the new one, whole. Only a regular file is replaced. The error is a
/// sentence of the system.
Result<bool> write_file(const std::string& path, std::span<const std::span<const std::byte>> parts);

}  // namespace zhilu
