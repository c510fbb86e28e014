// SPDX-License-Identifier: MIT
// What readers of numbers and dates commonly get wrong without a word: each of these is ordinary in
// complaints.
#include <doctest/doctest.h>

#include <string>

#include "engine/understand/understand.h"
#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

/// `86000`, `30000..39999~`, `5000 USDT`, `on 2025-11-11~`; several are joined by blanks.
std::string read_in(std::string_view text) {
  static const Knowledge knowledge = small_knowledge();
  static const Reader reader(knowledge);
  std::string out;
  for (const Candidate& c : reader.read(text, *Date::parse("2026-11-22")).candidates) {
    std::string value;
    if (c.fact == knowledge.core.loss_amount) {
      value = c.answer.low.to_string();
      if (c.answer.low != c.answer.high) value += ".." + c.answer.high.to_string();
    } else if (c.basis == Basis::Amount) {
      value = c.answer.text;
    } else if (c.basis == Basis::Date) {
      value = "on " + c.answer.date.to_string();
    } else {
      continue;
    }
    if (!out.empty()) out += ' ';
    out += value + (c.answer.approximate ? "~" : "");
  }
  return out;
}

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(read_in(text) == expected);
}

}  // namespace

TEST_CASE("the unit that is left out is read") {
  check("被骗8万6", "86000");
  check("被骗1万2", "12000");
  check("被骗两万三", "23000");
}

TEST_CASE("w, 多 and small change are read") {
  check("被骗3w多", "30000..39999~");
  check("损失2.3w", "23000");
  check("被骗一千多块钱", "1000..1999~");
  check("扣了我9块9", "9.9");
}

TEST_CASE("tokens and bare figures are amounts") {
  check("被骗5000u", "5000 USDT");
  check("被骗3000USDT", "3000 USDT");
  check("被骗1500", "1500");
}

TEST_CASE("festivals, elapsed time and terms are told apart") {
  check("去年双十一被骗", "on 2025-11-11~");
  check("已经一个多月了没人管", "on 2026-10-22~");
  check("说7个工作日答复", "");
}
