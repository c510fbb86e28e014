// SPDX-License-Identifier: MIT
#include "engine/base/spelling.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace zhilu;

TEST_CASE("edits are counted in characters and swaps are one edit") {
  const auto check = [](std::string_view a, std::string_view b, std::size_t limit, std::size_t expected) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK(edit_distance(a, b, limit) == expected);
    CHECK(edit_distance(b, a, limit) == expected);
  };
  check("", "", 3, 0);
  check("abc", "abc", 3, 0);
  check("cal_110", "call_110", 3, 1);
  check("setps", "steps", 3, 1);
  check("渠道", "聚道", 3, 1);
  check("kitten", "sitting", 5, 3);
  check("kitten", "sitting", 2, 3);
  check("a", "abcdef", 2, 3);
  check("abcd", "badc", 4, 2);
}

TEST_CASE("the nearest name is offered when it is near enough") {
  const std::vector<std::string> names = {"report_police", "call_110", "title", "freeze", "to"};
  const auto check = [&](std::string_view name, std::optional<std::string> expected) {
    CAPTURE(name);
    CHECK(find_nearest(name, names) == expected);
  };
  check("cal_110", "call_110");
  check("reprot_police", "report_police");
  check("titel", "title");
  check("t0", "to");
  check("x", std::nullopt);
  check("something_else", std::nullopt);
  check("", std::nullopt);
}

TEST_CASE("of equally near names the first is offered") {
  const std::vector<std::string> names = {"step_b", "step_a"};
  CHECK(find_nearest("step_c", names) == "step_b");
}
