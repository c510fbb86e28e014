// SPDX-License-Identifier: MIT
#include "tests/conformance/report.h"

#include <fmt/core.h>

namespace zhilu::conformance {
namespace {

std::string rate(std::size_t part, std::size_t whole) {
  if (whole == 0) return "-";
  return fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace

void Report::add(const std::string& group, bool passed, bool expects_value) {
  Tally& tally = groups_[group];
  ++tally.cases;
  if (passed) ++tally.passed;
  if (expects_value) ++tally.values;
  if (expects_value && passed) ++tally.values_passed;
}

void Report::print_row(const std::string& name, const Tally& tally) {
  fmt::print("{:<40} {:>6} {:>7} {:>8}   {:>11} {:>8}\n", name, tally.cases, tally.passed,
             rate(tally.passed, tally.cases), fmt::format("{}/{}", tally.values_passed, tally.values),
             rate(tally.values_passed, tally.values));
}

bool Report::print(bool with_failures) const {
  if (with_failures) {
    for (const std::string& failure : failures_) fmt::print("{}\n", failure);
  }
  fmt::print("{:<40} {:>6} {:>7} {:>8}   {:>11} {:>8}\n", "area", "cases", "passed", "rate", "non-null",
             "rate");
  Tally all;
  for (const auto& [name, tally] : groups_) {
    print_row(name, tally);
    all.cases += tally.cases;
    all.passed += tally.passed;
    all.values += tally.values;
    all.values_passed += tally.values_passed;
  }
  print_row("all", all);
  for (const auto& [what, times] : counts_) fmt::print("{:>6}  {}\n", times, what);
  fmt::print("{} passed, {} failed\n", all.passed, all.cases - all.passed);
  return all.passed == all.cases;
}

}  // namespace zhilu::conformance
