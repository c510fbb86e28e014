// SPDX-License-Identifier: MIT
// Source files and places in them.
//
// A Span is bytes. Lines, characters, UTF-16 units and display columns are computed only when something is
// printed, because each reader (terminal, editor protocol, person) counts differently.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/id.h"

namespace zhilu {

using FileId = Id<struct FileTag>;

/// A half-open range of bytes [begin, end) in one file. A span without a file has no place (`file` not set).
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// Line and column for people: both count from 1, the column in characters (not bytes).
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// One text with its path and its line starts.
class SourceFile {
 public:
  SourceFile(std::string path, std::string text);

  const std::string& path() const { return path_; }
  const std::string& text() const { return text_; }

  /// Line and column of a byte offset; an offset behind the end gives the end.
  Position position(std::uint32_t offset) const;

  /// UTF-16 code units before `offset` on its line (what the language server protocol counts), from 0.
  std::uint32_t utf16_column(std::uint32_t offset) const;

  /// The text of line `line` (from 1), without its line end.
  std::string_view line(std::uint32_t line) const;

  /// Byte offset at which line `line` (from 1) begins.
  std::uint32_t line_start(std::uint32_t line) const { return line_starts_[line - 1]; }

  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

 private:
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

/// Where the characters of an embedded text (a condition in a YAML scalar) stand in its file.
///
/// The text may have been folded, unescaped or indented, so it maps piece by piece: bytes of the text from
/// `text_offset` on stand in the file from `file_offset` on, until the next piece begins.
struct TextOrigin {
  struct Piece {
    std::uint32_t text_offset = 0;
    std::uint32_t file_offset = 0;
  };
  FileId file;
  /// Sorted by text_offset; the first piece begins at 0. Empty: the text has no place.
  std::vector<Piece> pieces;

  /// The span in the file of bytes [begin, end) of the text.
  Span map(std::uint32_t begin, std::uint32_t end) const;
};

/// All files of one run, by id.
class SourceMap {
 public:
  FileId add(std::string path, std::string text);
  const SourceFile& operator[](FileId id) const { return files_[id.value]; }
  std::size_t size() const { return files_.size(); }

 private:
  std::vector<SourceFile> files_;
};

}  // namespace zhilu
