// SPDX-License-Identifier: MIT
#include "engine/locale/number_text.h"

#include <doctest/doctest.h>

using namespace zhilu;

namespace {

Decimal decimal(std::string_view text) {
  return Decimal::parse(text).value();
}

}  // namespace

TEST_CASE("a number is written with its digits in groups and nothing added") {
  const auto check = [](std::string_view number, std::string_view expected) {
    CHECK(number_text(decimal(number)) == expected);
  };
  check("0", "0");
  check("7", "7");
  check("999", "999");
  check("1000", "1,000");
  check("-1234567", "-1,234,567");
  check("-123", "-123");
  check("1234.5", "1,234.5");
  check("0.125", "0.125");
  check("1e20", "100,000,000,000,000,000,000");
}

TEST_CASE("an amount is written as people write it") {
  const auto check = [](std::string_view yuan, std::string_view hans, std::string_view english) {
    CHECK(amount_text(decimal(yuan), Language::Hans) == hans);
    CHECK(amount_text(decimal(yuan), Language::English) == english);
  };
  check("3000", "3,000 元", "3,000 yuan");
  check("3000.00", "3,000 元", "3,000 yuan");
  check("23000.5", "23,000.50 元", "23,000.50 yuan");
  check("0.01", "0.01 元", "0.01 yuan");
  check("0.005", "0.005 元", "0.005 yuan");
  check("-12.3", "-12.30 元", "-12.30 yuan");
}

TEST_CASE("a range says what is known of it and no more") {
  const auto check = [](Bounds range, std::string_view hans, std::string_view hant,
                        std::string_view english) {
    CHECK(amount_text(range, Language::Hans) == hans);
    CHECK(amount_text(range, Language::Hant) == hant);
    CHECK(amount_text(range, Language::English) == english);
  };
  check({.low = 3000, .high = 3000}, "3,000 元", "3,000 元", "3,000 yuan");
  check({.low = 3000, .high = 3000, .approximate = true}, "约 3,000 元", "約 3,000 元", "about 3,000 yuan");
  check({.low = 2000, .high = 5000}, "2,000–5,000 元", "2,000–5,000 元", "2,000–5,000 yuan");
  check({.low = 3000, .high = 4000, .approximate = true}, "约 3,000–4,000 元", "約 3,000–4,000 元",
        "about 3,000–4,000 yuan");
  check({.low = 0, .high = 5000}, "不超过 5,000 元", "不超過 5,000 元", "up to 5,000 yuan");
  check({.low = 3000, .bounded = false}, "3,000 元以上", "3,000 元以上", "over 3,000 yuan");
}

TEST_CASE("a bare range has no unit") {
  const auto check = [](Bounds range, std::string_view expected) {
    CHECK(range_text(range, Language::Hans) == expected);
  };
  check({.low = 2, .high = 5}, "2–5");
  check({.low = 3, .bounded = false}, "3 以上");
  check({.low = 3, .high = 3, .approximate = true}, "约 3");
}
