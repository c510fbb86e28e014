// SPDX-License-Identifier: MIT
// Documents against code: every diagnostic is documented, every command is.
#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/house/tree.h"

namespace zhilu::house {
namespace {

struct Kind {
  std::string grade;
  std::string message;
  std::string path;
};

// The text of string literals that stand one after the other.
std::string joined_literals(const std::string& literals) {
  static const std::regex literal(R"re("((?:[^"\\]|\\.)*)")re");
  std::string text;
  for (auto it = std::sregex_iterator(literals.begin(), literals.end(), literal);
       it != std::sregex_iterator(); ++it) {
    text += (*it)[1];
  }
  for (std::size_t at = 0; (at = text.find("\\\"", at)) != std::string::npos; ++at) text.erase(at, 1);
  return text;
}

// Every DiagnosticKind of the sources by its code.
std::map<std::string, Kind> kinds_in_sources() {
  static const std::regex kind(
      R"re(DiagnosticKind\s+k\w+\s*\{\s*"([^"]+)"\s*,\s*Grade::(\w+)\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+),)re");
  std::map<std::string, Kind> kinds;
  for (const char* folder : {"engine", "cli"}) {
    for (const TreeFile& file : files_below(folder, {".h", ".cc"})) {
      if (file.text.find("DiagnosticKind k") == std::string::npos) continue;
      for (auto it = std::sregex_iterator(file.text.begin(), file.text.end(), kind);
           it != std::sregex_iterator(); ++it) {
        kinds[(*it)[1]] = {(*it)[2], joined_literals((*it)[3]), file.path};
      }
    }
  }
  return kinds;
}

// The first paragraph below each `### heading`.
std::map<std::string, std::string> sections(const std::string& path) {
  std::map<std::string, std::string> found;
  std::string* open = nullptr;
  for (const std::string& line : TreeFile{path, read_file(path)}.lines()) {
    constexpr std::string_view kHeading = "### ";
    if (line.starts_with(kHeading)) {
      open = &found[line.substr(kHeading.size())];
    } else if (open != nullptr && open->empty()) {
      *open = line;
    }
  }
  return found;
}

TEST_CASE("every diagnostic is documented in docs/diagnostics.md with its grade and message, and no other") {
  const std::map<std::string, std::string> grades = {
      {"Error", "错误"}, {"Warning", "警告"}, {"Note", "附注"}};
  const std::map<std::string, std::string> documented = sections("docs/diagnostics.md");
  const std::map<std::string, Kind> kinds = kinds_in_sources();
  CHECK(kinds.size() > 50);
  for (const auto& [code, kind] : kinds) {
    CAPTURE(code);
    CAPTURE(kind.path);
    const auto found = documented.find(code);
    REQUIRE_MESSAGE(found != documented.end(), "is not documented");
    CHECK(found->second == grades.at(kind.grade) + "：" + kind.message);
  }
  for (const auto& [code, text] : documented) {
    CHECK_MESSAGE(kinds.contains(code), "'" << code << "' is documented but does not exist");
  }
}

}  // namespace
}  // namespace zhilu::house
