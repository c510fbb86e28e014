// SPDX-License-Identifier: MIT
#include "engine/tester/test_file.h"

#include <doctest/doctest.h>

#include "engine/engine.h"

namespace zhilu {
namespace {

const Engine& sample() {
  static const Opened opened = open_folder(ZHILU_SOURCE_DIR "/tests/cli/knowledge");
  REQUIRE_MESSAGE(opened.engine != nullptr, render(opened.diagnostics, opened.sources, Tongue::English));
  return *opened.engine;
}

TestSuite read(const std::string& text) {
  return read_tests(MemoryFiles({{"topics/wallet/tests.yaml", text}}), sample().knowledge());
}

TEST_CASE("a scenario is read with all its names resolved") {
  const Knowledge& knowledge = sample().knowledge();
  const TestSuite suite = read(R"(tests:
  - name: 全部的键
    text: 钱包里的钱刚被转走三千
    facts: { issues: { only: [account_theft] }, loss_amount: { min: 2000, max: 5000 }, tried: { yes: [customer_service], no: [police] } }
    today: 2026-11-22
    events: [ { step: complain_provider, what: submitted, on: 2026-11-01 } ]
    expect:
      scope: in
      severity: critical
      understood: { loss_amount: 3000, emergency: true }
      present: [freeze_account]
      absent: [complain_regulator]
      first: [freeze_account, complain_provider]
      order: [ [freeze_account, complain_provider] ]
      status: { complain_provider: wait }
      priority: { freeze_account: P0 }
      refused: [regulator]
      asks: [complained_on]
      precautions: [no_codes]
)");
  CHECK_MESSAGE(suite.diagnostics.empty(), render(suite.diagnostics, suite.sources, Tongue::English));
  REQUIRE(suite.scenarios.size() == 1);
  const Scenario& scenario = suite.scenarios.front();
  CHECK(knowledge.topics[scenario.topic].id == "wallet");
  CHECK(scenario.name == "全部的键");
  CHECK(scenario.today.to_string() == "2026-11-22");
  CHECK(scenario.matter.events.size() == 1);
  CHECK(scenario.expect.in_scope == true);
  CHECK(knowledge.severities[scenario.expect.severity].id == "critical");
  CHECK(scenario.expect.understood.size() == 2);
  CHECK(scenario.expect.first.size() == 2);
  CHECK(scenario.expect.order.front().size() == 2);
  CHECK(scenario.expect.status.front().second == StepStatus::Wait);
  CHECK(knowledge.urgencies[scenario.expect.priority.front().second].id == "P0");
  CHECK(scenario.gap.empty());
}

TEST_CASE("without a date the day of the topic's review is taken") {
  const TestSuite suite =
      read("tests:\n  - { name: 甲, facts: { platform: bank }, expect: { absent: [freeze_account] } }\n");
  REQUIRE(suite.scenarios.size() == 1);
  CHECK(suite.scenarios.front().today.to_string() == "2026-11-22");
}

TEST_CASE("one chain of an order needs no second pair of brackets") {
  const TestSuite suite =
      read("tests:\n  - { name: 甲, expect: { order: [freeze_account, complain_provider] } }\n");
  REQUIRE(suite.scenarios.size() == 1);
  CHECK(suite.scenarios.front().expect.order.size() == 1);
}

TEST_CASE("a mistake is reported at its place, and the other scenarios stand") {
  struct Mistake {
    const char* test;
    const char* code;
    const char* fix;
  };
  const Mistake mistakes[] = {
      {"{ name: 甲, expect: { present: [freeze_acount] } }", "test-unknown-name", "freeze_account"},
      {"{ name: 甲, expect: { status: { freeze_account: do_it } } }", "test-unknown-name", ""},
      {"{ name: 甲, expect: { status: { freeze_account: lter } } }", "test-unknown-name", "later"},
      {"{ name: 甲, expect: { priority: { freeze_account: P7 } } }", "test-unknown-name", "P0"},
      {"{ name: 甲, expect: { severity: criticl } }", "test-unknown-name", "critical"},
      {"{ name: 甲, expect: { scope: inside } }", "test-unknown-name", ""},
      {"{ name: 甲, expect: { refused: [regulater] } }", "test-unknown-name", "regulator"},
      {"{ name: 甲, expect: { precautions: [no_code] } }", "test-unknown-name", "no_codes"},
      {"{ name: 甲, expect: { understood: { loss: 3 } } }", "input-unknown-fact", ""},
      {"{ name: 甲, expect: { presnt: [freeze_account] } }", "input-unknown-key", "present"},
      {"{ name: 甲, facts: { platform: banc }, expect: { present: [freeze_account] } }",
       "input-unknown-value", "bank"},
      {"{ name: 甲, today: tomorrow, expect: { present: [freeze_account] } }", "input-bad-value", ""},
      {"{ name: 甲 }", "test-missing-key", ""},
      {"{ expect: { present: [freeze_account] } }", "test-missing-key", ""},
      {"{ name: 甲, expect: {} }", "test-expects-nothing", ""},
      {"{ name: 甲, expect: [freeze_account] }", "input-wrong-type", ""},
      {"{ name: 乙, expect: { present: [freeze_account] } }", "test-duplicate-name", ""},
      {"甲", "input-wrong-type", ""},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.test);
    const TestSuite suite =
        read(std::string("tests:\n  - { name: 乙, expect: { present: [freeze_account] } }\n  - ") +
             mistake.test + "\n");
    REQUIRE(suite.diagnostics.items().size() == 1);
    const Diagnostic& diagnostic = suite.diagnostics.items().front();
    CHECK(diagnostic.kind->code == mistake.code);
    CHECK(suite.sources[diagnostic.span.file].position(diagnostic.span.begin).line == 3);
    CHECK((diagnostic.fix ? diagnostic.fix->replacement : "") == mistake.fix);
    CHECK(suite.scenarios.size() == 1);
  }
}

TEST_CASE("only the tests of topics are read, in the order of their paths") {
  const std::string one = "tests:\n  - { name: 甲, expect: { present: [freeze_account] } }\n";
  const TestSuite suite = read_tests(MemoryFiles({{"topics/wallet/tests_b.yaml", one},
                                                  {"topics/wallet/tests.yaml", one},
                                                  {"topics/wallet/graph.yaml", one},
                                                  {"shared/tests.yaml", one},
                                                  {"topics/tests.yaml", one}}),
                                     sample().knowledge());
  CHECK(suite.scenarios.size() == 2);
  CHECK(suite.sources[FileId{0}].path() == "topics/wallet/tests.yaml");
}

TEST_CASE("a file that is no tests file is reported, an empty one is not") {
  CHECK(read("").diagnostics.empty());
  CHECK(read("tests:\n").diagnostics.empty());
  CHECK(!read("test: []\n").diagnostics.empty());
  CHECK(!read("- a\n").diagnostics.empty());
  CHECK(!read("tests: [\n").diagnostics.empty());
}

}  // namespace
}  // namespace zhilu
