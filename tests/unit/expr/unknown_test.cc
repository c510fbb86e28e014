// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/unit/expr/matter.h"

namespace zhilu::test {
namespace {

struct Row {
  std::string text;
  std::string facts;
  std::string expected;
};

void check_all(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.facts);
    CHECK(evaluate(row.text, row.facts) == row.expected);
  }
}

TEST_CASE("an unknown fact absorbs, and names itself") {
  check_all({
      {"loss_amount", "", "unknown(loss_amount)"},
      {"loss_amount > 3000", "", "unknown(loss_amount)"},
      {"loss_amount + fee", "", "unknown(loss_amount, fee)"},
      {"loss_amount + fee", "fee = 1", "unknown(loss_amount)"},
      {"loss_amount = fee", "loss_amount = 1", "unknown(fee)"},
      {"loss_amount = null", "", "unknown(loss_amount)"},
      {"not(emergency)", "", "unknown(emergency)"},
      {"-loss_amount", "", "unknown(loss_amount)"},
      {"string length(note)", "", "unknown(note)"},
      {"sum(loss_amount, fee)", "fee = 2", "unknown(loss_amount)"},
      {"loss_amount instance of number", "", "unknown(loss_amount)"},
      {"happened_on.year", "", "unknown(happened_on)"},
      {"add working days(happened_on, 3)", "", "unknown(happened_on)"},
      {"anything(1)", "", "unknown(anything)"},
      {"null + loss_amount", "", "unknown(loss_amount)"},
      {"[1..loss_amount]", "", "unknown(loss_amount)"},
      {"for x in 1..loss_amount return x", "", "unknown(loss_amount)"},
  });
}

TEST_CASE("three-valued logic settles what it can") {
  check_all({
      {"emergency and loss_amount > 1", "loss_amount = 0", "false"},
      {"loss_amount > 1 and emergency", "loss_amount = 0", "false"},
      {"emergency and loss_amount > 1", "loss_amount = 2", "unknown(emergency)"},
      {"emergency or loss_amount > 1", "loss_amount = 2", "true"},
      {"emergency or loss_amount > 1", "", "unknown(loss_amount, emergency)"},
      {"emergency and null", "", "unknown(emergency)"},
      {"emergency and null and false", "", "false"},
      {"emergency or null or true", "", "true"},
      {"loss_amount between 1 and fee", "loss_amount = 0", "false"},
      {"loss_amount between 1 and fee", "loss_amount = 2", "unknown(fee)"},
      {"1 in (fee, 1)", "", "true"},
      {"2 in (fee, 1)", "", "unknown(fee)"},
      {"1 in [fee, 1]", "", "true"},
      {"2 in [fee, 1]", "", "unknown(fee)"},
      {"loss_amount in (1, 2)", "", "unknown(loss_amount)"},
      {"all([emergency, false])", "", "false"},
      {"all([emergency, true])", "", "unknown(emergency)"},
      {"any([emergency, true])", "", "true"},
      {"list contains([fee, 1], 1)", "", "true"},
      {"list contains([fee, 2], 1)", "", "unknown(fee)"},
  });
}

TEST_CASE("an if whose condition is unknown gives what both branches agree on") {
  check_all({
      {"if emergency then 1 else 1", "", "1"},
      {"if emergency then 1 else 2", "", "unknown(emergency)"},
      {"if emergency then loss_amount else 2", "", "unknown(loss_amount, emergency)"},
      {"if emergency then (if for_business then 1 else 1) else 1", "", "1"},
      {"if emergency then 1 / 0 else 1", "", "unknown(emergency)"},
      {"if emergency then \"a\" else \"a\"", "emergency = null", "\"a\""},
  });
}

TEST_CASE("loops and filters over unknown things") {
  check_all({
      {"some x in [1, fee] satisfies x > 0", "", "true"},
      {"some x in [0, fee] satisfies x > 0", "", "unknown(fee)"},
      {"every x in [0, fee] satisfies x > 0", "", "false"},
      {"every x in [1, fee] satisfies x > 0", "", "unknown(fee)"},
      {"some x in tried satisfies x = \"police\"", "", "unknown(tried)"},
      {"count([fee, 1])", "", "2"},
      {"[fee, 1][2]", "", "1"},
      {"[1, 2][item > fee]", "", "unknown(fee)"},
      {"{a: fee, b: 1}.b", "", "1"},
      {"for x in [1, fee] return x", "fee = 2", "[1, 2]"},
      {"(for x in [1, fee] return x)[1]", "", "1"},
      {"append([1], fee)[1]", "", "1"},
      {"sum([1, fee])", "", "unknown(fee)"},
      {"[][fee]", "", "null"},
      {"[][fee]", "fee = 1", "null"},
      {"[][fee > 1]", "", "[]"},
  });
}

TEST_CASE("what a loop, filter or call will lack once it is known what it goes through is missing too") {
  check_all({
      {"some i in issues satisfies i = note", "", "unknown(issues, note)"},
      {"some i in issues satisfies i = note", "note = \"a\"", "unknown(issues)"},
      {"every i in issues, t in tried satisfies i = t", "", "unknown(issues, tried)"},
      {"for i in issues return i + note", "", "unknown(issues, note)"},
      {"issues[item = note]", "", "unknown(issues, note)"},
      {"[loss_amount, 1][fee]", "", "unknown(loss_amount, fee)"},
      {"[{a: fee, b: loss_amount}][a > 1].b[1]", "", "unknown(loss_amount, fee)"},
      {"anything(fee)", "", "unknown(fee, anything)"},
      {"[loss_amount][fee]", "fee = null; loss_amount = 1", "null"},
      {"(function(n: number) 1)(fee)", "", "1"},
      {"(function(n: number) note)(anything)", "", "unknown(note, anything)"},
      {"(function(n: number) 1)(anything)", "anything = \"a\"", "null"},
  });
}

TEST_CASE("a set known in part is true, false or unknown for each member") {
  const std::string facts = "issues = +fraud -privacy_leak";
  check_all({
      {"\"fraud\" in issues", facts, "true"},
      {"\"privacy_leak\" in issues", facts, "false"},
      {"\"other\" in issues", facts, "unknown(issues)"},
      {"list contains(issues, \"fraud\")", facts, "true"},
      {"list contains(issues, \"privacy_leak\")", facts, "false"},
      {"list contains(list: issues, element: \"other\")", facts, "unknown(issues)"},
      {"not(\"fraud\" in issues)", facts, "false"},
      {"\"fraud\" in issues or \"other\" in issues", facts, "true"},
      {"count(issues)", facts, "unknown(issues)"},
      {"issues", facts, "unknown(issues)"},
      {"issues[1]", facts, "unknown(issues)"},
      {"some i in issues satisfies i = \"fraud\"", facts, "unknown(issues)"},
  });
}

TEST_CASE("a choice known in part is settled where all that is possible agrees") {
  const std::string facts = "platform = bank|loan";
  check_all({
      {"platform = \"exchange\"", facts, "false"},
      {"platform != \"exchange\"", facts, "true"},
      {"platform = \"bank\"", facts, "unknown(platform)"},
      {"platform in (\"bank\", \"loan\")", facts, "true"},
      {"platform in [\"bank\", \"loan\", \"other\"]", facts, "true"},
      {"platform in (\"exchange\", \"other\")", facts, "false"},
      {"platform in (\"bank\", \"other\")", facts, "unknown(platform)"},
      {"platform = \"bank\"", "platform = bank|bank", "true"},
      {"list contains([\"bank\", \"loan\"], platform)", facts, "true"},
      {"string length(platform)", facts, "unknown(platform)"},
      {"platform in issues", facts + "; issues = -bank -loan", "false"},
      {"platform in issues", facts + "; issues = +bank +loan", "true"},
      {"platform in issues", facts + "; issues = +bank", "unknown(platform, issues)"},
      {"platform in [intent, \"bank\"]", facts + "; intent = loan|other", "unknown(platform, intent)"},
      {"if platform = \"exchange\" then 1 else 2", facts, "2"},
  });
}

TEST_CASE("an amount between bounds is compared by its bounds") {
  check_all({
      {"loss_amount >= 3000", "loss_amount = 3000~5000", "true"},
      {"loss_amount > 3000", "loss_amount = 3000~5000", "unknown(loss_amount)"},
      {"loss_amount < 3000", "loss_amount = 3000~5000", "false"},
      {"loss_amount <= 5000", "loss_amount = 3000~5000", "true"},
      {"loss_amount = 6000", "loss_amount = 3000~5000", "false"},
      {"loss_amount != 6000", "loss_amount = 3000~5000", "true"},
      {"loss_amount = 4000", "loss_amount = 3000~5000", "unknown(loss_amount)"},
      {"loss_amount in [1..10000]", "loss_amount = 3000~5000", "true"},
      {"loss_amount in (1..4000)", "loss_amount = 3000~5000", "unknown(loss_amount)"},
      {"loss_amount between 3000 and 5000", "loss_amount = 3000~5000", "true"},
      {"loss_amount > 2000", "loss_amount = 3000~", "true"},
      {"loss_amount < 9000", "loss_amount = 3000~", "unknown(loss_amount)"},
      {"loss_amount + 1", "loss_amount = 3000~5000", "unknown(loss_amount)"},
      {"fee < loss_amount", "loss_amount = 3000~5000; fee = 1~10", "true"},
  });
}

TEST_CASE("as a condition null is false and what is open is unknown") {
  CHECK(expr::to_truth(Value::boolean(true)) == Truth::True);
  CHECK(expr::to_truth(Value::boolean(false)) == Truth::False);
  CHECK(expr::to_truth(Value::null()) == Truth::False);
  CHECK(expr::to_truth(Value::string("true")) == Truth::False);
  CHECK(expr::to_truth(Value::unknown(FactId{1})) == Truth::Unknown);
  CHECK(expr::to_truth(Value::partial_set({FactId{1}, {}, {}})) == Truth::Unknown);
}

}  // namespace
}  // namespace zhilu::test
