// SPDX-License-Identifier: MIT
#include "engine/understand/phone_number.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/understand/small_knowledge.h"

using namespace zhilu;
using namespace zhilu::understand_test;

namespace {

/// `010-12345678/80`: the number and its confidence; several are joined by commas.
std::string phones_in(std::string_view text) {
  const std::u32string characters = folded(text);
  std::vector<PhoneNumberText> found;
  find_phone_numbers(characters, found);
  std::string out;
  for (const PhoneNumberText& p : found) {
    if (!out.empty()) out += ',';
    out += to_utf8(characters.substr(p.begin, p.end - p.begin)) + '/' + std::to_string(p.confidence);
  }
  return out;
}

}  // namespace

TEST_CASE("numbers are found in groups, with codes and extensions") {
  CHECK(phones_in("打 010-6512 3478 找他") == "010-6512 3478/100");
  CHECK(phones_in("+86 138 1234 5678") == "+86 138 1234 5678/100");
  CHECK(phones_in("(0571) 8765 4321") == "(0571) 8765 4321/100");
  CHECK(phones_in("13812345678或13912345678") == "13812345678/60,13912345678/60");
  CHECK(phones_in("13812345678 13912345678") == "13812345678/60,13912345678/60");
  CHECK(phones_in("021-68804868 ext 12") == "021-68804868 ext 12/100");
}

TEST_CASE("rows of one digit speak against a number") {
  CHECK(phones_in("88888888") == "88888888/0");
  CHECK(phones_in("68804868") == "68804868/30");
}

TEST_CASE("sums, dates, decimals and serial numbers are none") {
  CHECK(phones_in("3333*2=6666").empty());
  CHECK(phones_in("16-04-2010").empty());
  CHECK(phones_in("200.38294427").empty());
  CHECK(phones_in("A123456789").empty());
  CHECK(phones_in("123456789B").empty());
  CHECK(phones_in("-2208960000").empty());
  CHECK(phones_in("12315").empty());
  CHECK(phones_in("订单99999999999999999999999").empty());
}

TEST_CASE("rows without end are read in linear time") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "1 (";
  CHECK(phones_in(text).size() < text.size());
  CHECK(phones_in(std::string(50000, '5')).empty());
}
