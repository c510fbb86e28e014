// SPDX-License-Identifier: MIT
#include "tests/bench/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace zhilu::bench {
namespace {

// Written to, never read: what the tasks give back.
volatile std::uint64_t sink = 0;

}  // namespace

Times measure(double seconds, const std::function<std::uint64_t()>& task) {
  using Clock = std::chrono::steady_clock;
  sink = task();
  std::vector<double> runs;
  const Clock::time_point until =
      Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  while (runs.size() < 3 || Clock::now() < until) {
    const Clock::time_point start = Clock::now();
    sink = task();
    runs.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
  }
  std::ranges::sort(runs);
  const auto at = [&](std::size_t percent) {
    return runs[std::min(runs.size() - 1, runs.size() * percent / 100)];
  };
  return {.median = at(50), .p95 = at(95), .p99 = at(99), .best = runs.front(), .runs = runs.size()};
}

void Figures::add(std::string_view name, const Times& times) {
  fmt::print("{:<28} {:>12.2f} {:>12.2f} {:>12.2f} {:>10}\n", name, times.median, times.p95, times.best,
             times.runs);
  values_.emplace_back(std::string(name) + "_us", times.median);
}

void Figures::add(std::string_view name, double value) {
  fmt::print("{:<28} {:>12.1f}\n", name, value);
  values_.emplace_back(name, value);
}

std::string Figures::json() const {
  std::string text = "{";
  for (const auto& [name, value] : values_) {
    text += fmt::format("{}\"{}\":{:.2f}", text.size() == 1 ? "" : ",", name, value);
  }
  return text + "}";
}

}  // namespace zhilu::bench
