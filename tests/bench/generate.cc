// SPDX-License-Identifier: MIT
// generate DIR: writes a large knowledge base into a folder, for the other modes to be run on.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/bench/modes.h"
#include "tests/support/big_knowledge.h"

namespace zhilu::bench {

int run_generate(const Options& options, Figures& figures) {
  test::BigSizes sizes{.nodes = 100'000, .steps = 20'000, .facts = 2'000};
  std::size_t seed = 1;
  std::string folder;
  const std::vector<std::string>& words = options.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t* number = words[i] == "--nodes"    ? &sizes.nodes
                          : words[i] == "--steps"  ? &sizes.steps
                          : words[i] == "--facts"  ? &sizes.facts
                          : words[i] == "--topics" ? &sizes.topics
                          : words[i] == "--seed"   ? &seed
                                                   : nullptr;
    if (number == nullptr && folder.empty() && !words[i].starts_with("--")) {
      folder = words[i];
    } else if (number != nullptr && i + 1 < words.size()) {
      const std::string& text = words[++i];
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
      if (error != std::errc{} || end != text.data() + text.size()) return 2;
    } else {
      return 2;
    }
  }
  if (folder.empty()) return 2;
  std::size_t bytes = 0;
  const auto files = test::big_knowledge(sizes, static_cast<std::uint32_t>(seed));
  for (const auto& [path, text] : files) {
    const std::filesystem::path place = std::filesystem::path(folder) / path;
    std::filesystem::create_directories(place.parent_path());
    std::ofstream out(place, std::ios::binary);
    if (!(out << text)) {
      fmt::print(stderr, "cannot write '{}'\n", place.string());
      return 3;
    }
    bytes += text.size();
  }
  figures.add("files", static_cast<double>(files.size()));
  figures.add("bytes", static_cast<double>(bytes));
  return 0;
}

}  // namespace zhilu::bench
