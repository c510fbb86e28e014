// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "cli/program.h"

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  zhilu::Io io(stdin, stdout, stderr);
  return zhilu::run_program(words, io);
}
