// SPDX-License-Identifier: MIT
// One answer a line, on all cores, in the order of the questions.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/io.h"

namespace zhilu {

/// What became of one line: the answer without line end, and whether the line was understood.
struct LineAnswer {
  std::string text;
  bool good = true;
};

/// Reads standard input line by line, has `answer` called for each line that is not blank (from several
/// threads at once) and prints the answers in order. Gives an exit code: kWrongUse if a line was not
/// understood.
int answer_lines(Io& io, std::size_t max_bytes, const std::function<LineAnswer(std::string_view)>& answer);

}  // namespace zhilu
