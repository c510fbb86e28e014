// SPDX-License-Identifier: MIT
#include "tests/cli/test_file.h"

#include <sstream>

namespace zhilu {
namespace {

// `text` line by line, each behind `mark`. A text whose last line is not ended gets a line `mark` + "\".
void append_marked(std::string& out, const std::string& text, const std::string& mark) {
  std::istringstream lines(text);
  std::string line;
  while (std::getline(lines, line)) out += line.empty() && mark == "  " ? "  \n" : mark + line + "\n";
  if (!text.empty() && text.back() != '\n') out += "\\ no line end\n";
}

}  // namespace

std::vector<CliCase> parse_cases(const std::string& text) {
  std::vector<CliCase> cases;
  std::istringstream lines(text);
  std::string line;
  std::string before;
  std::string* last = nullptr;
  std::size_t number = 0;
  const auto take = [&](std::string& to, std::size_t mark) {
    to += line.substr(mark) + "\n";
    last = &to;
  };
  while (std::getline(lines, line)) {
    ++number;
    if (line.starts_with("$ ")) {
      cases.push_back({before, line.substr(2), "", {}, number});
      before.clear();
    } else if (line.empty() || line.starts_with("#") || cases.empty()) {
      before += line + "\n";
    } else if (line.starts_with("< ")) {
      take(cases.back().input, 2);
    } else if (line.starts_with("  ")) {
      take(cases.back().expected.out, 2);
    } else if (line.starts_with("! ")) {
      take(cases.back().expected.err, 2);
    } else if (line.starts_with("= ")) {
      cases.back().expected.code = std::stoi(line.substr(2));
    } else if (line == "\\ no line end" && last != nullptr) {
      last->pop_back();
    } else {
      before += line + "\n";
    }
  }
  return cases;
}

std::string format_cases(const std::vector<CliCase>& cases, const std::vector<Outcome>& outcomes) {
  std::string text;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    text += cases[i].before + "$ " + cases[i].command + "\n";
    append_marked(text, cases[i].input, "< ");
    append_marked(text, outcomes[i].out, "  ");
    append_marked(text, outcomes[i].err, "! ");
    if (outcomes[i].code != 0) text += "= " + std::to_string(outcomes[i].code) + "\n";
  }
  return text;
}

std::vector<std::string> split_words(const std::string& command) {
  std::vector<std::string> words;
  std::string word;
  bool inside = false;
  char quote = '\0';
  for (char c : command) {
    if (quote != '\0') {
      if (c == quote) {
        quote = '\0';
      } else {
        word += c;
      }
    } else if (c == '\'' || c == '"') {
      quote = c;
      inside = true;
    } else if (c == ' ') {
      if (inside) words.push_back(std::move(word));
      word.clear();
      inside = false;
    } else {
      word += c;
      inside = true;
    }
  }
  if (quote != '\0') return {};
  if (inside) words.push_back(std::move(word));
  return words;
}

}  // namespace zhilu
