// SPDX-License-Identifier: MIT
// The source tree as the house tests see it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhilu::house {

/// A file with its path from the root of the project.
struct TreeFile {
  std::string path;
  std::string text;

  /// `engine/expr` of `engine/expr/parser.h`.
  std::string folder() const;
  /// Its lines without line ends.
  std::vector<std::string> lines() const;
};

/// All files below `folder` (`engine`) whose names end in one of `endings`, sorted by path.
std::vector<TreeFile> files_below(std::string_view folder, const std::vector<std::string>& endings);

/// The text of one file; fails the test if it cannot be read.
std::string read_file(std::string_view path);

/// One `#include "..."` or `#include <...>`.
struct Include {
  std::string path;
  std::size_t line = 0;
  bool own = false;
};
std::vector<Include> includes_of(const TreeFile& file);

}  // namespace zhilu::house
