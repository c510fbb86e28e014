// SPDX-License-Identifier: MIT
// Plans one sentence and prints the first step.
#include <zhilu/engine/engine.h>

#include <iostream>

int main() {
  const zhilu::Opened opened = zhilu::open_folder(KNOWLEDGE);
  if (opened.engine == nullptr) {
    std::cerr << zhilu::render(opened.diagnostics, opened.sources, zhilu::Tongue::Chinese);
    return 3;
  }
  const zhilu::Answered answered =
      opened.engine->ask("钱包里的钱刚被转走三千", *zhilu::Date::from_ymd(2026, 11, 22));
  if (answered.document.steps.empty()) return 1;
  const zhilu::StepLine& first = answered.document.steps.front();
  std::cout << first.rank << ' ' << first.title << '\n';
}
