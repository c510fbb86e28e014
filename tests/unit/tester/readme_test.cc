// SPDX-License-Identifier: MIT
// The demonstration in the README is what the program prints, but for what it says it left out.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "engine/base/files.h"
#include "engine/engine.h"
#include "engine/render/text.h"

namespace zhilu {
namespace {

// The text between two marks, the first of them behind `from`.
std::string_view between(std::string_view text, std::string_view from, std::string_view to) {
  const std::size_t begin = text.find(from);
  REQUIRE(begin != std::string_view::npos);
  text.remove_prefix(begin + from.size());
  return text.substr(0, text.find(to));
}

TEST_CASE("the demonstration in the README is what the program prints") {
  const auto readme = DiskFiles(ZHILU_SOURCE_DIR).read("README.md", std::size_t{1} << 20);
  REQUIRE(readme.has_value());
  const std::string_view demonstration = between(*readme, "$ bash cli/start.sh ask \"", "\n```");
  const std::string_view sentence = demonstration.substr(0, demonstration.find('"'));
  const Date today = *Date::parse(between(demonstration, "--today ", "\n"));
  const Opened opened = open_folder(std::string(ZHILU_SOURCE_DIR) + "/knowledge");
  REQUIRE(opened.engine != nullptr);
  TextOptions options;
  options.set_option = "--set";
  const std::string printed = plan_text(opened.engine->ask(sentence, today).document, options);

  std::string_view rest = demonstration.substr(demonstration.find('\n') + 1);
  std::size_t at = 0;
  while (!rest.empty()) {
    const std::string line(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line == "…") continue;
    const std::size_t found = printed.find(line + "\n", at);
    CHECK_MESSAGE(found != std::string::npos, "not printed, or not there: ", line);
    if (found != std::string::npos) at = found + line.size();
  }
}

}  // namespace
}  // namespace zhilu
