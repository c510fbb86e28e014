// SPDX-License-Identifier: MIT
// zhilu_bench [MODE] [--knowledge DIR] [--seconds S] [WORD...]: benchmarks of whole tasks.
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
    {"answer", "DIR: one more answer on the workload of `peers`, taken up and made anew", run_answer, true},
    {"expr", "conditions a second: compiled, by the virtual machine, from their text on", run_expr},
    {"load", "seconds and memory from the files of a knowledge base to its compiled form", run_load},
    {"fixed", "open|agenda|plan|understand|json: a fixed task, for counting instructions", run_fixed, true},
    {"generate", "DIR [--nodes N] [--steps N] [--facts N] [--topics N] [--seed N]: writes large knowledge",
     run_generate, true},
    {"many", "plans and readings over hundreds of matters and texts, one core and all", run_many},
    {"open", "until a knowledge base can answer, from its folder or its file; a plan and a question on it",
     run_open},
    {"peers", "DIR [--n N] [--budget S] | --cold: plans for the workload that rule engines are compared on",
     run_peers, true},
    {"questions", "[--people N]: questions until a plan is settled, in our order and in others",
     run_questions, true},
    {"understand", "[FILE...]: sentences a second on one core, time by length of the text, memory",
     run_understand, true},
};

int usage() {
  fmt::print(stderr, "zhilu_bench [MODE] [--knowledge DIR] [--seconds S] [WORD...]\n");
  for (const Mode& mode : kModes) fmt::print(stderr, "  {:<12} {}\n", mode.name, mode.summary);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  Options options{.knowledge = ZHILU_SOURCE_DIR "/knowledge"};
  std::string name;
  const std::vector<std::string> words(argv + 1, argv + argc);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool has_value = i + 1 < words.size();
    if (words[i] == "--knowledge" && has_value) {
      options.knowledge = words[++i];
    } else if (words[i] == "--seconds" && has_value) {
      options.seconds = std::atof(words[++i].c_str());
    } else if (name.empty() && !words[i].starts_with("--")) {
      name = words[i];
    } else {
      options.words.push_back(words[i]);
    }
  }
  if (name.empty()) name = "core";
  for (const Mode& mode : kModes) {
    if (mode.name != name) continue;
    if (!options.words.empty() && !mode.takes_words) return usage();
    Figures figures;
    const int code = mode.run(options, figures);
    if (code == 2) return usage();
    if (code == 0 && !figures.empty()) fmt::print("{}\n", figures.json());
    return code;
  }
  return usage();
}
