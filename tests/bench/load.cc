// SPDX-License-Identifier: MIT
// load: how long a knowledge base takes from its files to the first question, and how much memory it needs.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>

#include "engine/check/check.h"
#include "engine/compile/compile.h"
#include "engine/engine.h"
#include "engine/load/loader.h"
#include "tests/bench/modes.h"

namespace zhilu::bench {
namespace {

/// The seconds that `work` takes.
template <class Work>
double seconds_of(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The most memory this process has had so far, in MiB.
double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

int run_load(const Options& options, Figures& figures) {
  fmt::print("{:<28} {:>12}\n", "milliseconds", "once");
  const auto add = [&](const char* name, double seconds) {
    figures.add(std::string(name) + "_ms", seconds * 1e3);
    return seconds;
  };
  LoadResult loaded;
  double total = add("load", seconds_of([&] { loaded = load_knowledge(DiskFiles(options.knowledge)); }));
  if (loaded.knowledge)
    total += add("check", seconds_of([&] { check(*loaded.knowledge, loaded.diagnostics); }));
  if (!loaded.diagnostics.empty()) {
    fmt::print(stderr, "{}", render(loaded.diagnostics, *loaded.sources, Tongue::Chinese));
  }
  if (loaded.knowledge == nullptr || loaded.diagnostics.has_errors()) return 3;
  std::shared_ptr<const Compiled> compiled;
  total += add("compile", seconds_of([&] { compiled = compile(loaded.knowledge); }));
  add("total", total);
  figures.add("peak_mb", peak_memory());
  figures.add("nodes", static_cast<double>(loaded.knowledge->nodes.size()));
  figures.add("steps", static_cast<double>(loaded.knowledge->steps.size()));
  figures.add("facts", static_cast<double>(loaded.knowledge->facts.size()));
  figures.add("conditions", static_cast<double>(loaded.knowledge->conditions.size()));
  return 0;
}

}  // namespace zhilu::bench
