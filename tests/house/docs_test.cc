// SPDX-License-Identifier: MIT
// Documents against code: every diagnostic is documented, every command is.
#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/house/tree.h"

namespace zhilu::house {
namespace {

// Code of every DiagnosticKind in the sources, and the file that has it.
std::map<std::string, std::string> codes_in_sources() {
  static const std::regex kind(R"re(DiagnosticKind\s+k\w+\s*\{\s*"([^"]+)")re");
  std::map<std::string, std::string> codes;
  for (const char* folder : {"engine", "cli"}) {
    for (const TreeFile& file : files_below(folder, {".h", ".cc"})) {
      for (auto it = std::sregex_iterator(file.text.begin(), file.text.end(), kind);
           it != std::sregex_iterator(); ++it) {
        codes.emplace((*it)[1], file.path);
      }
    }
  }
  return codes;
}

std::set<std::string> headings(const std::string& path) {
  std::set<std::string> found;
  for (const std::string& line : TreeFile{path, read_file(path)}.lines()) {
    constexpr std::string_view kHeading = "### ";
    if (line.starts_with(kHeading)) found.insert(line.substr(kHeading.size()));
  }
  return found;
}

TEST_CASE("every diagnostic code is documented in docs/diagnostics.md, and no other") {
  const std::set<std::string> documented = headings("docs/diagnostics.md");
  const std::map<std::string, std::string> codes = codes_in_sources();
  CHECK(codes.size() > 50);
  for (const auto& [code, path] : codes) {
    CHECK_MESSAGE(documented.contains(code), "'" << code << "' of " << path << " is not documented");
  }
  for (const std::string& code : documented) {
    CHECK_MESSAGE(codes.contains(code), "'" << code << "' is documented but does not exist");
  }
}

}  // namespace
}  // namespace zhilu::house
