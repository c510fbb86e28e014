// SPDX-License-Identifier: MIT
#include "engine/check/check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "engine/check/diagnostics.h"
#include "tests/support/check_helpers.h"

using namespace zhilu;
using namespace zhilu::test;

TEST_CASE("knowledge without faults passes every check") {
  SmallKnowledge small;
  const GraphId graph = small.graph("g");
  const NodeId first = small.node(graph, small.step("a"));
  small.link(first, small.node(graph, small.step("b")));
  Diagnostics diagnostics;
  check(small.k, diagnostics);
  CHECK(texts_of(diagnostics) == Texts{});
  check(Knowledge(), diagnostics);
  CHECK(texts_of(diagnostics) == Texts{});
}

TEST_CASE("all checks run, and what they find is added to what is there") {
  SmallKnowledge small;
  const GraphId graph = small.graph("g");
  small.branch(graph, "stuck");
  small.step("lonely");
  Diagnostics diagnostics;
  diagnostics.add(checks::kTooManyOrders, Span());
  check(small.k, diagnostics);
  CHECK(texts_of(diagnostics) == Texts{"too-many-orders", "dead-end g.stuck", "unused-step lonely"});
}

TEST_CASE("a fault that is everywhere is reported a thousand times and then counted") {
  SmallKnowledge small;
  for (int i = 0; i < 1500; ++i) small.step("s" + std::to_string(i));
  Diagnostics diagnostics;
  check(small.k, diagnostics);
  REQUIRE(diagnostics.items().size() == 1001);
  CHECK(texts_of(diagnostics).back() == "more-problems unused-step, 500");
}

TEST_CASE("errors are reported however many warnings there are") {
  Diagnostics diagnostics;
  Findings findings(diagnostics);
  for (int i = 0; i < 2000; ++i) findings.add(checks::kUnusedStep, Span());
  findings.add(checks::kDeadEnd, Span());
  CHECK(diagnostics.has_errors());
  CHECK(findings.left_out() == 1000);
}

TEST_CASE("every kind is listed once with its code and both sentences, every check with both summaries") {
  std::set<std::string_view> codes;
  for (const DiagnosticKind* kind : checks::all_check_diagnostics()) {
    CAPTURE(kind->code);
    CHECK(codes.insert(kind->code).second);
    CHECK(!kind->zh.empty());
    CHECK(!kind->en.empty());
  }
  for (const Check& each : all_checks()) {
    CHECK(codes.contains(each.kind->code));
    CHECK(!each.zh.empty());
    CHECK(!each.en.empty());
  }
}
