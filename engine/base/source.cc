// SPDX-License-Identifier: MIT
#include "engine/base/source.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/base/utf8.h"

namespace zhilu {

SourceFile::SourceFile(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_{0} {
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Position SourceFile::position(std::uint32_t offset) const {
  const std::uint32_t at = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
  const auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
  const std::uint32_t start = *std::prev(after);
  const std::string_view before = std::string_view(text_).substr(start, at - start);
  return {line, static_cast<std::uint32_t>(count_characters(before)) + 1};
}

std::uint32_t SourceFile::utf16_column(std::uint32_t offset) const {
  const std::uint32_t end = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  std::uint32_t units = 0;
  for (std::uint32_t at = line_start(position(end).line); at < end;) {
    const CodePoint c = decode_at(text_, at);
    units += c.value > 0xFFFF ? 2 : 1;
    at += c.size;
  }
  return units;
}

std::string_view SourceFile::line(std::uint32_t line) const {
  const std::uint32_t begin = line_start(line);
  const std::uint32_t end =
      line < line_count() ? line_start(line + 1) : static_cast<std::uint32_t>(text_.size());
  std::string_view content = std::string_view(text_).substr(begin, end - begin);
  if (content.ends_with('\n')) content.remove_suffix(1);
  if (content.ends_with('\r')) content.remove_suffix(1);
  return content;
}

Span TextOrigin::map(std::uint32_t begin, std::uint32_t end) const {
  if (pieces.empty()) return {};
  const auto place = [&](std::uint32_t at) {
    const auto after =
        std::upper_bound(pieces.begin(), pieces.end(), at,
                         [](std::uint32_t v, const Piece& piece) { return v < piece.text_offset; });
    const Piece& piece = after == pieces.begin() ? pieces.front() : *std::prev(after);
    return piece.file_offset + (at - piece.text_offset);
  };
  return {file, place(begin), place(std::max(begin, end))};
}

FileId SourceMap::add(std::string path, std::string text) {
  files_.emplace_back(std::move(path), std::move(text));
  return FileId{static_cast<std::uint32_t>(files_.size() - 1)};
}

}  // namespace zhilu
