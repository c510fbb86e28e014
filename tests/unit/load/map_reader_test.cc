// SPDX-License-Identifier: MIT
#include "engine/load/map_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/load/case_file.h"

using namespace zhilu;

namespace {

/// Reads `text` as a mapping that must have `title` and `step` and may have `note`.
std::string problems_of(const std::string& text) {
  SourceMap sources;
  const FileId file = sources.add("", text);
  Diagnostics diagnostics;
  yaml::Budget budget;
  const auto root = yaml::parse(file, sources, budget, diagnostics);
  REQUIRE(root);
  const yaml::Entry& owner = root->entries.at(0);
  load::MapReader map(owner.value, owner.key, diagnostics);
  map.require("title");
  map.require("step");
  map.find("note");
  map.finish();
  std::string found;
  for (const std::string& line : test::as_expectations(diagnostics, sources)) {
    found += (found.empty() ? "" : "; ") + line.substr(1);
  }
  return found;
}

}  // namespace

TEST_CASE("keys that are required must be there and others must be known") {
  CHECK(problems_of("x: {title: a, step: b}") == "");
  CHECK(problems_of("x: {step: b, title: a, note: c}") == "");
  CHECK(problems_of("x: {title: a}") == "1:1 missing-key");
  CHECK(problems_of("x: {title: a, step: b, colour: c}") == "1:24 unknown-key");
}

TEST_CASE("a misspelt required key is one problem, not two") {
  CHECK(problems_of("x: {titel: a, step: b}") == "1:5 unknown-key -> title");
  CHECK(problems_of("x: {title: a, setp: b, ntoe: c}") ==
        "1:15 unknown-key -> step; 1:24 unknown-key -> note");
  CHECK(problems_of("x: {title: a, step: b, steps: c}") == "1:24 unknown-key -> step");
}

TEST_CASE("what is no mapping is reported once") {
  CHECK(problems_of("x: 1") == "1:4 expected-map");
  CHECK(problems_of("x: [a]") == "1:4 expected-map");
  CHECK(problems_of("x:") == "1:2 empty-value");
}
