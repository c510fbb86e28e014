// SPDX-License-Identifier: MIT
// zhilu_conformance: runs foreign suites and prints a table by area. `feel` compares values, `print` what is
// printed of an expression with the expression.
#include <fmt/core.h>

#include <fstream>
#include <string_view>
#include <vector>

#include "tests/conformance/feel.h"

namespace {

constexpr int kPassed = 0;
constexpr int kFailed = 1;
constexpr int kWrongUse = 2;
constexpr int kCouldNotRun = 3;

int usage() {
  fmt::print(stderr, "usage: zhilu_conformance feel|print PATH... [--failures]\n");
  return kWrongUse;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> args(argv + 1, argv + argc);
  if (args.empty() || (args[0] != "feel" && args[0] != "print")) return usage();
  bool with_failures = false;
  zhilu::conformance::Report report;
  std::size_t suites = 0;
  for (std::size_t i = 1; i < args.size(); ++i) {
    if (args[i] == "--failures") {
      with_failures = true;
      continue;
    }
    std::ifstream file{std::string(args[i])};
    const auto suite = zhilu::conformance::Json::parse(file, nullptr, false);
    if (suite.is_discarded() || !suite.contains("cases")) {
      fmt::print(stderr, "zhilu_conformance: {} is no suite\n", args[i]);
      return kCouldNotRun;
    }
    if (args[0] == "feel") {
      zhilu::conformance::run_feel(suite, report);
    } else {
      zhilu::conformance::run_print(suite, report);
    }
    ++suites;
  }
  if (suites == 0) return usage();
  return report.print(with_failures) ? kPassed : kFailed;
}
