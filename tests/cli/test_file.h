// SPDX-License-Identifier: MIT
// A file of command lines and what they must print.
//
//     # A remark.
//     $ zhilu plan - --today 2026-11-22
//     < {"facts": {"issues": ["fraud"]}}
//       a line of standard output, behind two blanks
//     ! a line of standard error
//     = 1                                  the exit code, left out for 0
//
// Words are separated by blanks; quotes group as in a shell, and nothing else is special. Blank lines and
// remarks between cases are kept when the file is rewritten.
#pragma once

#include <string>
#include <vector>

namespace zhilu {

/// What a command did.
struct Outcome {
  std::string out;
  std::string err;
  int code = 0;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct CliCase {
  /// Remarks and blank lines before the case, as they stand.
  std::string before;
  /// Behind `$ `, as it stands.
  std::string command;
  std::string input;
  Outcome expected;
  /// Line of the command, from 1.
  std::size_t line = 0;
};

std::vector<CliCase> parse_cases(const std::string& text);

/// The file again, with `outcomes` in place of what was expected.
std::string format_cases(const std::vector<CliCase>& cases, const std::vector<Outcome>& outcomes);

/// Words of a command line; empty if a quote is not closed.
std::vector<std::string> split_words(const std::string& command);

}  // namespace zhilu
