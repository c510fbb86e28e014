// SPDX-License-Identifier: MIT
// A subcommand as data: its name, its switches, its help, and the function that runs it.
//
// Switches are declared here once; parsing (args.cc) and help (help.cc) are made from them.
#pragma once

#include <string_view>
#include <vector>

namespace zhilu {

class Args;
class Io;

/// A sentence for people in both languages of the help.
struct Bilingual {
  std::string_view zh;
  std::string_view en;
};

/// `--name`, or `--name VALUE` where `value` is not empty.
struct Switch {
  std::string_view name;
  std::string_view value;
  Bilingual about;
  /// True: may be given more than once.
  bool many = false;
  /// The values it takes; empty: anything.
  std::vector<std::string_view> choices;
  /// Not 0: `-x` is short for it.
  char letter = 0;
};

/// A word of the command line that is no switch.
struct Operand {
  enum class Count { One, Optional, Many };
  std::string_view name;
  Count count = Count::One;
  Bilingual about;
};

struct Example {
  std::string_view line;
  Bilingual about;
};

struct Command {
  std::string_view name;
  Bilingual summary;
  /// More about it; may be empty, may have several lines.
  Bilingual about;
  std::vector<Operand> operands;
  std::vector<Switch> switches;
  std::vector<Example> examples;
  /// Gives the exit code, see exit_code.h.
  int (*run)(const Args& args, Io& io) = nullptr;
};

/// `switches` followed by those of each group, as declared.
std::vector<Switch> join(std::vector<Switch> switches, const std::vector<std::vector<Switch>>& groups);

}  // namespace zhilu
