// SPDX-License-Identifier: MIT
// Every line of a good base is deleted, doubled and misspelt. Loading must say something wherever the meaning
// changed, and offer nothing that does not help.
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/load/loader.h"
#include "engine/load/yaml.h"
#include "tests/unit/load/case_file.h"

using namespace zhilu;

namespace {

const std::string kCases = std::string(ZHILU_SOURCE_DIR) + "/tests/cases/load/";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string with_line(const std::vector<std::string>& lines, std::size_t changed,
                      const std::vector<std::string>& now) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i != changed) {
      text += lines[i] + "\n";
      continue;
    }
    for (const std::string& line : now) text += line + "\n";
  }
  return text;
}

/// The key a line begins with, behind its indentation and dashes; empty if it begins with none.
std::string key_of(const std::string& line) {
  const std::size_t begin = line.find_first_not_of(" -");
  if (begin == std::string::npos || line[begin] == '#') return {};
  const std::size_t colon = line.find(':', begin);
  if (colon == std::string::npos) return {};
  const std::string key = line.substr(begin, colon - begin);
  return key.find_first_of(" {['\"") == std::string::npos ? key : std::string();
}

/// Keys that may be missing without anything being wrong: deleting their line is a change of meaning that
/// nobody can see from outside.
bool is_optional(const std::string& file, const std::string& key) {
  constexpr std::string_view kOptional[] = {
      "short",   "gates",     "on",       "address",     "in_force", "cost",      "ask_order",
      "min",     "max",       "default",  "hit",         "care",     "plan_when", "cannot",
      "contact", "needs",     "warnings", "limits",      "refuses",  "channel",   "letter",
      "unless",  "done_when", "alias",    "outcomes",    "not_for",  "enter",     "start",
      "first",   "work",      "words",    "precautions", "options"};
  for (const std::string_view optional : kOptional) {
    if (key == optional) return true;
  }
  return file.starts_with("text/") || file == "shared/words.yaml";
}

}  // namespace

TEST_CASE("a line that is doubled is noticed") {
  const test::FileMap base = test::read_folder(kCases + "base");
  for (const auto& [path, text] : base) {
    if (!path.ends_with(".yaml")) continue;
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].empty() || key_of(lines[i]).empty()) continue;
      CAPTURE(path);
      CAPTURE(lines[i]);
      test::FileMap files = base;
      files[path] = with_line(lines, i, {lines[i], lines[i]});
      CHECK(!load_knowledge(MemoryFiles(files)).diagnostics.empty());
    }
  }
}

TEST_CASE("a key that is misspelt is noticed") {
  const test::FileMap base = test::read_folder(kCases + "base");
  for (const auto& [path, text] : base) {
    if (!path.ends_with(".yaml") || path.starts_with("text/")) continue;
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string key = key_of(lines[i]);
      if (key.size() < 3) continue;
      std::string misspelt = lines[i];
      const std::size_t at = misspelt.find(key);
      std::swap(misspelt[at + 1], misspelt[at + 2]);
      if (misspelt == lines[i]) misspelt.insert(at, "x");
      CAPTURE(path);
      CAPTURE(misspelt);
      test::FileMap files = base;
      files[path] = with_line(lines, i, {misspelt});
      const LoadResult result = load_knowledge(MemoryFiles(files));
      // A name that nobody uses may be any name.
      const bool free_name = path == "shared/words.yaml" || text.find(key) == text.rfind(key);
      if (!free_name) CHECK(!result.diagnostics.empty());
    }
  }
}

TEST_CASE("a line that is missing is noticed unless it may be") {
  const test::FileMap base = test::read_folder(kCases + "base");
  for (const auto& [path, text] : base) {
    if (!path.ends_with(".yaml")) continue;
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string key = key_of(lines[i]);
      test::FileMap files = base;
      files[path] = with_line(lines, i, {});
      const LoadResult result = load_knowledge(MemoryFiles(files));
      const std::size_t depth = lines[i].find_first_not_of(' ');
      const bool is_field = !key.empty() && (depth == 4 || depth == 0);
      CAPTURE(path);
      CAPTURE(lines[i]);
      if (is_field && !is_optional(path, key)) CHECK(!result.diagnostics.empty());
    }
  }
}

TEST_CASE("no cut through a file makes loading crash") {
  const test::FileMap base = test::read_folder(kCases + "base");
  for (const auto& [path, text] : base) {
    if (!path.ends_with(".yaml")) continue;
    for (std::size_t at = 0; at < text.size(); at += 7) {
      test::FileMap files = base;
      files[path] = text.substr(0, at);
      const LoadResult result = load_knowledge(MemoryFiles(files));
      CHECK((result.knowledge == nullptr) == result.diagnostics.has_errors());
    }
  }
}

TEST_CASE("a fix that is offered, once made, removes its problem") {
  const test::FileMap base = test::read_folder(kCases + "base");
  for (const auto& [name, text] : test::read_folder(kCases + "bad")) {
    const test::FileMap files = test::read_case(text, base).files;
    const LoadResult result = load_knowledge(MemoryFiles(files));
    for (const Diagnostic& problem : result.diagnostics.items()) {
      if (!problem.fix) continue;
      const SourceFile& file = (*result.sources)[problem.span.file];
      test::FileMap mended = files;
      mended[file.path()].replace(problem.span.begin, problem.span.end - problem.span.begin,
                                  problem.fix->replacement);
      const LoadResult after = load_knowledge(MemoryFiles(mended));
      CAPTURE(name);
      CAPTURE(render(problem, *result.sources, Tongue::English));
      for (const Diagnostic& left : after.diagnostics.items()) {
        const bool same = left.kind->code == problem.kind->code && left.span.begin == problem.span.begin &&
                          left.args == problem.args && (*after.sources)[left.span.file].path() == file.path();
        CHECK(!same);
      }
    }
  }
}
