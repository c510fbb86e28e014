// SPDX-License-Identifier: MIT
#include "tests/house/tree.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace zhilu::house {
namespace {

namespace fs = std::filesystem;

fs::path root() {
  return ZHILU_SOURCE_DIR;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in, "cannot read " << path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::string TreeFile::folder() const {
  return path.substr(0, path.rfind('/'));
}

std::vector<std::string> TreeFile::lines() const {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::vector<TreeFile> files_below(std::string_view folder, const std::vector<std::string>& endings) {
  std::vector<TreeFile> files;
  if (!fs::exists(root() / folder)) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root() / folder)) {
    const std::string name = entry.path().filename().string();
    const bool wanted =
        std::ranges::any_of(endings, [&](const std::string& end) { return name.ends_with(end); });
    if (!entry.is_regular_file() || !wanted) continue;
    files.push_back({fs::relative(entry.path(), root()).generic_string(), read(entry.path())});
  }
  std::ranges::sort(files, {}, &TreeFile::path);
  return files;
}

std::string read_file(std::string_view path) {
  return read(root() / path);
}

std::vector<Include> includes_of(const TreeFile& file) {
  std::vector<Include> includes;
  std::size_t number = 0;
  for (const std::string& line : file.lines()) {
    ++number;
    constexpr std::string_view kInclude = "#include ";
    if (!line.starts_with(kInclude) || line.size() < kInclude.size() + 3) continue;
    const bool own = line[kInclude.size()] == '"';
    const std::size_t end = line.find(own ? '"' : '>', kInclude.size() + 1);
    REQUIRE(end != std::string::npos);
    includes.push_back({line.substr(kInclude.size() + 1, end - kInclude.size() - 1), number, own});
  }
  return includes;
}

}  // namespace zhilu::house
