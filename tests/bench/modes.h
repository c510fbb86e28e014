// SPDX-License-Identifier: MIT
// The modes of zhilu_bench, one file each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/measure.h"

namespace zhilu::bench {

struct Options {
  std::string knowledge;
  /// Seconds for each figure.
  double seconds = 1.0;
  /// What else was written, in order.
  std::vector<std::string> words;
};

struct Mode {
  std::string_view name;
  std::string_view summary;
  /// Gives the exit code.
  int (*run)(const Options& options, Figures& figures);
  /// It has arguments of its own.
  bool takes_words = false;
};

int run_answer(const Options& options, Figures& figures);
int run_core(const Options& options, Figures& figures);
int run_expr(const Options& options, Figures& figures);
int run_fixed(const Options& options, Figures& figures);
int run_generate(const Options& options, Figures& figures);
int run_load(const Options& options, Figures& figures);
int run_many(const Options& options, Figures& figures);
int run_open(const Options& options, Figures& figures);
int run_peers(const Options& options, Figures& figures);
int run_questions(const Options& options, Figures& figures);
int run_understand(const Options& options, Figures& figures);

}  // namespace zhilu::bench
