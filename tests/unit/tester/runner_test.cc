// SPDX-License-Identifier: MIT
#include "engine/tester/runner.h"

#include <doctest/doctest.h>

#include "engine/tester/test_file.h"

namespace zhilu {
namespace {

const Engine& sample() {
  static const Opened opened = open_folder(ZHILU_SOURCE_DIR "/tests/cli/knowledge");
  REQUIRE(opened.engine != nullptr);
  return *opened.engine;
}

// The failures of one scenario as sentences, one a line.
std::string run(const std::string& test) {
  const TestSuite suite = read_tests(
      MemoryFiles({{"topics/wallet/tests.yaml", "tests:\n  - " + test + "\n"}}), sample().knowledge());
  REQUIRE_MESSAGE(suite.diagnostics.empty(), render(suite.diagnostics, suite.sources, Tongue::English));
  REQUIRE(suite.scenarios.size() == 1);
  std::string sentences;
  for (const ScenarioFailure& failure : run_scenario(suite.scenarios.front(), sample()).failures) {
    sentences += sentence(failure, Tongue::Chinese) + "\n";
  }
  return sentences;
}

const std::string kWallet =
    "{ name: 甲, facts: { platform: wallet_payment, issues: { only: [account_theft] }, emergency: true, "
    "tried: { only: [] } }, ";

TEST_CASE("what holds gives no failure") {
  CHECK(run(kWallet +
            "expect: { scope: in, severity: critical, present: [freeze_account], absent: [], "
            "first: [freeze_account, complain_provider], order: [freeze_account, complain_provider], "
            "status: { freeze_account: do, complain_regulator: later }, priority: { freeze_account: P0 }, "
            "precautions: [no_codes] } }") == "");
}

TEST_CASE("what does not hold is said with what was expected and what is") {
  CHECK(run(kWallet + "expect: { severity: low } }") == "severity：应为 low，实际是 critical\n");
  CHECK(run(kWallet + "expect: { scope: out } }") == "scope：应为 out，实际是 in\n");
  CHECK(run(kWallet + "expect: { absent: [freeze_account] } }") ==
        "absent：应为 没有 freeze_account，实际是 freeze_account(do)\n");
  CHECK(run(kWallet + "expect: { first: [complain_provider] } }") ==
        "first：应为 complain_provider，实际是 freeze_account\n");
  CHECK(run(kWallet + "expect: { status: { freeze_account: done } } }") ==
        "status：应为 freeze_account: done，实际是 do\n");
  CHECK(run(kWallet + "expect: { priority: { freeze_account: P2 } } }") ==
        "priority：应为 freeze_account: P2，实际是 P0\n");
  CHECK(run(kWallet + "expect: { understood: { platform: bank } } }") ==
        "understood：应为 platform = [bank]，实际是 [wallet_payment]\n");
  CHECK(run(kWallet + "expect: { refused: [regulator] } }") == "refused：应为 regulator，实际是 （无）\n");
  CHECK(run(kWallet + "expect: { asks: [emergency] } }").starts_with("asks：应为 emergency，实际是 "));
  CHECK(
      run(kWallet + "expect: { order: [complain_provider, freeze_account] } }")
          .starts_with("order：应为 complain_provider 在 freeze_account 之前，实际是 freeze_account(do)、"));
}

TEST_CASE("what is read in the text counts as known") {
  CHECK(run("{ name: 甲, text: 钱包里的钱刚被转走三千, expect: { understood: { loss_amount: 3000, emergency: "
            "true } } }") == "");
  CHECK(run("{ name: 甲, text: 钱包, expect: { understood: { loss_amount: 3000 } } }") ==
        "understood：应为 loss_amount = 3000，实际是 （不知道）\n");
}

TEST_CASE("a declared gap is no failure") {
  ScenarioResult result;
  result.failures = {{"present", "a", "b"}};
  CHECK(result.is_failure());
  result.gap = "还没有写";
  CHECK(!result.is_failure());
  CHECK(!result.passed());
}

}  // namespace
}  // namespace zhilu
