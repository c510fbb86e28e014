// SPDX-License-Identifier: MIT
// Names of files and the first lines every file has.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/house/tree.h"

namespace zhilu::house {
namespace {

bool is_snake_case(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

std::vector<TreeFile> sources() {
  std::vector<TreeFile> files;
  for (const char* folder : {"engine", "cli", "tests"}) {
    for (TreeFile& file : files_below(folder, {".h", ".cc"})) files.push_back(std::move(file));
  }
  return files;
}

TEST_CASE("files and folders are named in snake_case") {
  std::vector<TreeFile> files = sources();
  for (TreeFile& file : files_below("knowledge", {".yaml"})) files.push_back(std::move(file));
  for (const TreeFile& file : files) {
    // Language tags name the folders of translations.
    std::string path = file.path.substr(0, file.path.rfind('.'));
    if (const std::size_t tag = path.find("zh-Hant"); tag != std::string::npos) path.replace(tag, 7, "zh");
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find('/', begin), path.size());
      CHECK_MESSAGE(is_snake_case(path.substr(begin, end - begin)), file.path);
      begin = end + 1;
    }
  }
}

TEST_CASE("every source file names its licence and every header guards itself") {
  for (const TreeFile& file : sources()) {
    CAPTURE(file.path);
    CHECK(file.text.starts_with("// SPDX-License-Identifier: MIT\n"));
    if (file.path.ends_with(".h")) {
      CHECK(file.text.find("\n#pragma once\n") != std::string::npos);
      CHECK_MESSAGE(file.text.starts_with("// SPDX-License-Identifier: MIT\n// "), "says what it is");
    }
  }
}

TEST_CASE("no source file is too long to be read at one go") {
  for (const TreeFile& file : sources()) {
    const auto lines = std::ranges::count(file.text, '\n');
    CHECK_MESSAGE(lines <= 480, file.path << " has " << lines << " lines");
  }
}

TEST_CASE("knowledge files have at most 300 lines") {
  for (const TreeFile& file : files_below("knowledge", {".yaml"})) {
    const auto lines = std::ranges::count(file.text, '\n');
    CHECK_MESSAGE(lines <= 300, file.path << " has " << lines << " lines");
  }
}

}  // namespace
}  // namespace zhilu::house
