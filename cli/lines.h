// SPDX-License-Identifier: MIT
// One answer a line, on all cores, in the order of the questions, in constant memory.
//
// `plan --lines` and `understand --lines` share it: their switches, the reading, the threads and the writing
// are here, and what becomes of one line comes from them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args.h"
#include "cli/command.h"
#include "cli/io.h"

namespace zhilu {

/// What becomes of a line. Both are called from several threads at once. A line that is wrong gives false and
/// a sentence about it in `problem`.
struct LineTask {
  /// Appends the answer, without line end, to `out`.
  std::function<bool(std::string_view line, std::string& out, std::string& problem)> answer;
  /// The same, but only what the answer begins with, which names the line (its id), and fast: so that answers
  /// that are there already can be told from those that are not.
  std::function<bool(std::string_view line, std::string& out, std::string& problem)> begin;
};

struct LineOptions {
  /// Threads that answer; 0: one for each core.
  unsigned jobs = 0;
  /// A line with more bytes is wrong.
  std::size_t max_bytes = 0;
  /// A file that takes the answers; empty: standard output.
  std::string output;
  /// Go on behind the complete answers that `output` holds. They must be those of the first lines.
  bool resume = false;
  Tongue tongue = Tongue::Chinese;
};

/// `--lines`, with that sentence about it, `--jobs`, `--output`, `--resume`.
std::vector<Switch> line_switches(Bilingual about);

/// The options in `args`. False, after a complaint, if one is wrong.
bool read_line_options(std::string_view command, const Args& args, Io& io, LineOptions& options);

/// Answers standard input line by line. Blank lines count but are not answered. A wrong line is told on
/// standard error with its number and has no answer. At most a few answers for each thread are held, however
/// long the input is.
///
/// Gives an exit code: kAnswerIsNo if a line was wrong, kWrongUse if what is to be resumed belongs to other
/// lines, kCouldNotRun if the answers cannot be written.
int answer_lines(Io& io, const LineOptions& options, const LineTask& task);

}  // namespace zhilu
