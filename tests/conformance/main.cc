// SPDX-License-Identifier: MIT
// zhilu_conformance MODE PATH...: runs foreign suites and prints a table by area. `generated`, `circuits`
// and `plans` with COUNT SEED need no suite.
#include <fmt/core.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/conformance/circuits.h"
#include "tests/conformance/feel.h"
#include "tests/conformance/generated.h"
#include "tests/conformance/plans.h"
#include "tests/conformance/recognizers.h"
#include "tests/conformance/second.h"

namespace {

using namespace zhilu::conformance;

constexpr int kPassed = 0;
constexpr int kFailed = 1;
constexpr int kWrongUse = 2;
constexpr int kCouldNotRun = 3;

struct Mode {
  std::string_view name;
  std::string_view summary;
  void (*run)(const Json& suite, Report& report);
};

constexpr Mode kModes[] = {
    {"feel", "compares values with what is expected", run_feel},
    {"tables", "as feel, of records with decision tables", run_feel},
    {"print", "compares what is printed of an expression with the expression", run_print},
    {"transposed", "as feel, with names and texts in Chinese", run_transposed},
    {"plain", "compares the vm with the naive evaluator", run_plain},
    {"second", "as feel, with a list of differences", run_second},
};

int usage() {
  fmt::print(stderr, "usage: zhilu_conformance MODE PATH... [--failures]\n");
  for (const Mode& mode : kModes) fmt::print(stderr, "  {:<12} {}\n", mode.name, mode.summary);
  fmt::print(stderr, "  {:<12} {}\n", "recognizers",
             "compares entities; PATH is a spec or a folder of specs");
  fmt::print(stderr, "       zhilu_conformance generated|circuits|plans COUNT SEED [--failures]\n");
  return kWrongUse;
}

int generated(const std::vector<std::string_view>& args) {
  if (args.size() < 3) return usage();
  const std::uint64_t count = std::strtoull(std::string(args[1]).c_str(), nullptr, 10);
  const auto seed = static_cast<std::uint32_t>(std::strtoull(std::string(args[2]).c_str(), nullptr, 10));
  Report report;
  if (args[0] == "circuits") {
    run_circuits(count, seed, report);
  } else if (args[0] == "plans") {
    run_plans(count, seed, report);
  } else {
    run_generated(count, seed, report);
  }
  return report.print(args.size() > 3 && args[3] == "--failures") ? kPassed : kFailed;
}

int recognizers(const std::vector<std::string_view>& args) {
  Report report;
  bool with_failures = false;
  std::size_t suites = 0;
  for (std::size_t i = 1; i < args.size(); ++i) {
    if (args[i] == "--failures") {
      with_failures = true;
    } else if (run_recognizers(std::string(args[i]), report)) {
      ++suites;
    } else {
      fmt::print(stderr, "zhilu_conformance: {} is no spec\n", args[i]);
      return kCouldNotRun;
    }
  }
  if (suites == 0) return usage();
  return report.print(with_failures) ? kPassed : kFailed;
}

const Mode* find_mode(std::string_view name) {
  for (const Mode& mode : kModes) {
    if (mode.name == name) return &mode;
  }
  return nullptr;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> args(argv + 1, argv + argc);
  if (!args.empty() && (args[0] == "generated" || args[0] == "circuits" || args[0] == "plans")) {
    return generated(args);
  }
  if (!args.empty() && args[0] == "recognizers") return recognizers(args);
  const Mode* mode = args.empty() ? nullptr : find_mode(args[0]);
  if (mode == nullptr) return usage();
  bool with_failures = false;
  Report report;
  std::size_t suites = 0;
  for (std::size_t i = 1; i < args.size(); ++i) {
    if (args[i] == "--failures") {
      with_failures = true;
      continue;
    }
    // Through a stream of its own: a folder reads as nothing instead of throwing.
    std::ostringstream text;
    text << std::ifstream(std::string(args[i])).rdbuf();
    const auto suite = Json::parse(text.str(), nullptr, false);
    if (suite.is_discarded() || !suite.contains("cases")) {
      fmt::print(stderr, "zhilu_conformance: {} is no suite\n", args[i]);
      return kCouldNotRun;
    }
    mode->run(suite, report);
    ++suites;
  }
  if (suites == 0) return usage();
  return report.print(with_failures) ? kPassed : kFailed;
}
