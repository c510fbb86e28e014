// SPDX-License-Identifier: MIT
// docs/authoring.md promises that its example loads as it is copied and that its scenarios pass.
#include <doctest/doctest.h>

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "engine/base/files.h"
#include "engine/tester/runner.h"
#include "engine/tester/test_file.h"

namespace zhilu {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;

constexpr std::array<std::string_view, 6> kExampleFiles = {"topic.yaml", "facts.yaml", "steps.yaml",
                                                           "graph.yaml", "words.yaml", "tests.yaml"};

std::string read_whole(const FileReader& files, std::string_view path) {
  const auto text = files.read(path, std::size_t{1} << 22);
  REQUIRE(text.has_value());
  return *text;
}

// The YAML blocks of the page, in its order, as the files that it says they are.
void add_example(std::string_view page, Files& files) {
  constexpr std::string_view kBegin = "```yaml\n";
  constexpr std::string_view kEnd = "```";
  for (const std::string_view name : kExampleFiles) {
    const std::size_t begin = page.find(kBegin);
    REQUIRE(begin != std::string_view::npos);
    page.remove_prefix(begin + kBegin.size());
    files.emplace("topics/fraud_warning/" + std::string(name), page.substr(0, page.find(kEnd)));
    page.remove_prefix(page.find(kEnd) + kEnd.size());
  }
}

TEST_CASE("the example of the page for authors loads as it is copied, and its scenarios pass") {
  const DiskFiles disk(std::string(ZHILU_SOURCE_DIR) + "/knowledge");
  const DiskFiles docs(std::string(ZHILU_SOURCE_DIR) + "/docs");
  Files copied;
  const auto paths = disk.list();
  REQUIRE(paths.has_value());
  for (const std::string& path : *paths) copied.emplace(path, read_whole(disk, path));
  add_example(read_whole(docs, "authoring.md"), copied);

  const MemoryFiles files(copied);
  const Opened opened = open(files);
  CHECK_MESSAGE(opened.diagnostics.empty(), render(opened.diagnostics, opened.sources, Tongue::English));
  REQUIRE(opened.engine != nullptr);
  const TestSuite suite = read_tests(files, opened.engine->knowledge());
  CHECK_MESSAGE(suite.diagnostics.empty(), render(suite.diagnostics, suite.sources, Tongue::English));
  std::size_t own = 0;
  for (const Scenario& scenario : suite.scenarios) {
    const ScenarioResult result = run_scenario(scenario, *opened.engine);
    own += result.topic == "fraud_warning" ? 1U : 0U;
    // Those of the other topics as well: a new topic must not change them.
    CHECK_MESSAGE(!result.is_failure(), result.topic, ": ", result.name);
  }
  CHECK(own == 4);
}

}  // namespace
}  // namespace zhilu
