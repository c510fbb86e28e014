// SPDX-License-Identifier: MIT
// zhilu_bench [MODE] [--knowledge DIR] [--seconds S]: benchmarks of whole tasks.
//
// Prints a table and, last, one line of JSON. Absolute times depend on the machine; compare runs of one
// machine.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "tests/bench/modes.h"

using namespace zhilu::bench;

namespace {

constexpr Mode kModes[] = {
    {"core", "load, understand, plan, document, json, ask (the default)", run_core},
    {"expr", "conditions a second: compiled, by the virtual machine, from their text on", run_expr},
    {"many", "plans and readings over hundreds of matters and texts, one core and all", run_many},
};

int usage() {
  fmt::print(stderr, "zhilu_bench [MODE] [--knowledge DIR] [--seconds S]\n");
  for (const Mode& mode : kModes) fmt::print(stderr, "  {:<12} {}\n", mode.name, mode.summary);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  Options options{.knowledge = ZHILU_SOURCE_DIR "/knowledge"};
  std::string name = "core";
  const std::vector<std::string> words(argv + 1, argv + argc);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool has_value = i + 1 < words.size();
    if (words[i] == "--knowledge" && has_value) {
      options.knowledge = words[++i];
    } else if (words[i] == "--seconds" && has_value) {
      options.seconds = std::atof(words[++i].c_str());
    } else if (words[i].starts_with("--")) {
      return usage();
    } else {
      name = words[i];
    }
  }
  for (const Mode& mode : kModes) {
    if (mode.name != name) continue;
    Figures figures;
    const int code = mode.run(options, figures);
    if (code == 0) fmt::print("{}\n", figures.json());
    return code;
  }
  return usage();
}
