// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>

#include "engine/base/files.h"
#include "engine/check/check.h"
#include "engine/check/diagnostics.h"
#include "engine/expr/diagnostics.h"
#include "engine/load/diagnostics.h"
#include "engine/load/loader.h"
#include "tests/unit/load/case_file.h"

using namespace zhilu;

namespace {

const std::string kCases = std::string(ZHILU_SOURCE_DIR) + "/tests/cases/load/";

/// Loads a base and, if that went well, checks it.
LoadResult load_and_check(const test::FileMap& files) {
  LoadResult result = load_knowledge(MemoryFiles(files));
  if (result.knowledge) check(*result.knowledge, result.diagnostics);
  result.diagnostics.sort_and_unique();
  return result;
}

std::string join_lines(const std::vector<std::string>& lines) {
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace

TEST_CASE("each bad case gives exactly the problems that stand in it") {
  const test::FileMap base = test::read_folder(kCases + "base");
  const bool accept = std::getenv("ACCEPT") != nullptr;
  for (const auto& [name, text] : test::read_folder(kCases + "bad")) {
    CAPTURE(name);
    try {
      const test::CaseFile file = test::read_case(text, base);
      const LoadResult result = load_and_check(file.files);
      const std::vector<std::string> found = test::as_expectations(result.diagnostics, *result.sources);
      if (accept) {
        std::ofstream(kCases + "bad/" + name, std::ios::binary) << test::write_case(file, found);
      } else {
        CHECK_MESSAGE(join_lines(found) == join_lines(file.expected),
                      render(result.diagnostics, *result.sources, Tongue::English));
      }
      CHECK(!found.empty());
    } catch (const std::runtime_error& e) {
      FAIL_CHECK(std::string(e.what()));
    }
  }
}

TEST_CASE("good bases load without any diagnostic") {
  const test::FileMap base = test::read_folder(kCases + "base");
  const auto check = [](const std::string& name, const test::FileMap& files) {
    CAPTURE(name);
    const LoadResult result = load_and_check(files);
    CHECK_MESSAGE(result.diagnostics.empty(), render(result.diagnostics, *result.sources, Tongue::English));
    CHECK(result.knowledge != nullptr);
  };
  check("base", base);
  for (const auto& [name, text] : test::read_folder(kCases + "good"))
    check(name, test::read_case(text, base).files);
}

TEST_CASE("every kind of problem that a file can have has a bad case") {
  std::set<std::string_view> seen = {
      // Limits that take megabytes (hostile_test.cc), and a reader that fails (loader_test.cc).
      "yaml-too-many-nodes",
      "yaml-too-many-keys",
      "yaml-key-too-long",
      "too-many-ways",
      "too-many-words",
      "too-many-conditions",
      "yaml-too-many-problems",
      "too-many-problems",
      "file-too-large",
      "base-too-large",
      "cannot-read",
      "yaml-syntax",
      "expression-too-long",
      // What loading refuses before it can be checked, and limits of the checks (tests/unit/check).
      "dead-end",
      "unsourced-step",
      "unsourced-channel",
      "unsourced-precaution",
      "unsourced-evidence",
      "unsourced-letter",
      "unsourced-rule",
      "unsourced-node",
      "too-many-orders",
      "too-many-guarantees",
      "more-problems",
  };
  const test::FileMap base = test::read_folder(kCases + "base");
  std::vector<std::string> codes;
  for (const auto& [name, text] : test::read_folder(kCases + "bad")) {
    const LoadResult result = load_and_check(test::read_case(text, base).files);
    for (const Diagnostic& problem : result.diagnostics.items()) {
      codes.emplace_back(problem.kind->code);
      for (const DiagnosticNote& note : problem.notes) codes.emplace_back(note.kind->code);
    }
  }
  seen.insert(codes.begin(), codes.end());
  for (const DiagnosticKind* kind : load::all_load_diagnostics()) {
    CHECK_MESSAGE(seen.contains(kind->code), "no bad case shows: ", std::string(kind->code));
  }
  for (const DiagnosticKind* kind : checks::all_check_diagnostics()) {
    CHECK_MESSAGE(seen.contains(kind->code), "no bad case shows: ", std::string(kind->code));
  }
  bool evaluation = false;  // From syntax-error on the kinds are reasons of nulls, found when evaluating.
  for (const DiagnosticKind* kind : expr::all_expression_diagnostics()) {
    evaluation = evaluation || kind == &expr::kSyntaxError;
    if (!evaluation) CHECK_MESSAGE(seen.contains(kind->code), "no bad case shows: ", std::string(kind->code));
  }
}

TEST_CASE("codes are unique and every message is there in both languages") {
  std::set<std::string_view> codes;
  for (const DiagnosticKind* kind : load::all_load_diagnostics()) {
    CAPTURE(std::string(kind->code));
    CHECK(codes.insert(kind->code).second);
    CHECK(!kind->zh.empty());
    CHECK(!kind->en.empty());
    CHECK(!kind->en.ends_with('.'));
  }
  for (const DiagnosticKind* kind : expr::all_expression_diagnostics()) {
    CHECK_MESSAGE(!codes.contains(kind->code), std::string(kind->code));
  }
}
