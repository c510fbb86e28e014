// SPDX-License-Identifier: MIT
// Two types of one name would be taken for one by the linker, and no compiler says so.
#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/house/tree.h"

namespace zhilu::house {
namespace {

// The name that a line declares with a body: `Cell` of `struct Cell {`. As clang-format writes it, at column
// 0.
std::optional<std::string> declared_type(std::string_view line) {
  for (const std::string_view keyword : {"enum class ", "struct ", "class "}) {
    if (!line.starts_with(keyword) || line.find('{') == std::string_view::npos) continue;
    line.remove_prefix(keyword.size());
    return std::string(line.substr(0, line.find_first_of(" {")));
  }
  return std::nullopt;
}

// Types of a file outside namespaces without a name, with their namespaces.
std::vector<std::string> shared_types(const TreeFile& file) {
  std::vector<std::string> types;
  std::vector<std::string> spaces;
  for (const std::string& line : file.lines()) {
    constexpr std::string_view kOpens = "namespace ";
    if (line.starts_with(kOpens) && line.ends_with("{")) {
      const std::string name = line.substr(kOpens.size(), line.size() - kOpens.size() - 1);
      spaces.push_back(name.empty() ? " " : name);
    } else if (line.starts_with("}  // namespace") && !spaces.empty()) {
      spaces.pop_back();
    } else if (const auto type = declared_type(line)) {
      std::string whole;
      for (const std::string& space : spaces) whole += space + "::";
      if (whole.find(" ::") == 0 || whole.find(":: ::") != std::string::npos) continue;
      types.push_back(whole + *type);
    }
  }
  return types;
}

TEST_CASE("no two types have the same name") {
  std::map<std::string, std::string> seen;
  for (const char* folder : {"engine", "cli", "tests/support", "tests/unit"}) {
    for (const TreeFile& file : files_below(folder, {".h", ".cc"})) {
      for (const std::string& type : shared_types(file)) {
        const auto [at, is_new] = seen.emplace(type, file.path);
        CHECK_MESSAGE(is_new, type << " stands in " << at->second << " and in " << file.path);
      }
    }
  }
  CHECK(seen.size() > 200);
}

}  // namespace
}  // namespace zhilu::house
