// SPDX-License-Identifier: MIT
#include "engine/understand/yes_no.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

/// `yes 100`, `no 70`, or nothing: the answer and its confidence in percent.
std::string answer_in(std::string_view text) {
  const std::optional<YesNo> found = find_yes_no(folded(text));
  if (!found) return "";
  return (found->value ? "yes " : "no ") + std::to_string(static_cast<int>(found->confidence * 100 + 0.5));
}

}  // namespace

TEST_CASE("plain answers are read, the surer the less stands beside them") {
  CHECK(answer_in("是的") == "yes 100");
  CHECK(answer_in("没问题！") == "yes 100");
  CHECK(answer_in("不是，他们没有回复") == "no 70");
  CHECK(answer_in("对 我同意 就这样") == "yes 60");
  CHECK(answer_in("👍🏻") == "yes 100");
  CHECK(answer_in("OK") == "yes 100");
}

TEST_CASE("words that merely hold an answer are none") {
  CHECK(answer_in("我说不要").empty());
  CHECK(answer_in("银行冻结了").empty());
  CHECK(answer_in("").empty());
}
