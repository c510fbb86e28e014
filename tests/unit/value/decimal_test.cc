// SPDX-License-Identifier: MIT
#include "engine/value/decimal.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>

using namespace zhilu;

namespace {

Decimal number(std::string_view text) {
  const std::optional<Decimal> d = Decimal::parse(text);
  REQUIRE_MESSAGE(d.has_value(), text);
  return *d;
}

std::string text_of(const std::optional<Decimal>& d) {
  return d ? d->to_string() : "nothing";
}

// A number of up to `digits` digits with a random exponent.
Decimal random_number(std::mt19937_64& random, int digits, int exponents) {
  std::string text = random() % 2 ? "-" : "";
  const std::size_t count = 1 + random() % static_cast<unsigned>(digits);
  for (std::size_t i = 0; i < count; ++i) text += static_cast<char>('0' + random() % 10);
  const auto range = static_cast<unsigned>(2 * exponents + 1);
  text += "e" + std::to_string(static_cast<int>(random() % range) - exponents);
  return number(text);
}

}  // namespace

TEST_CASE("numbers are read and written in one canonical form") {
  const auto check = [](std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(text_of(Decimal::parse(text)) == expected);
  };
  check("0", "0");
  check("-0", "0");
  check("0.000", "0");
  check("123", "123");
  check("-0.50", "-0.5");
  check(".5", "0.5");
  check("1.2e3", "1200");
  check("1.2E+3", "1200");
  check("12e-4", "0.0012");
  check("007", "7");
  check("1000", "1000");
  check("1.2300", "1.23");
  check("0.000000000000000000000000000000000000000001", "0.000000000000000000000000000000000000000001");
  check("9999999999999999999999999999999999", "9999999999999999999999999999999999");
  // More than 34 digits are rounded half-even.
  check("12345678901234567890123456789012345", "12345678901234567890123456789012340");
  check("12345678901234567890123456789012335", "12345678901234567890123456789012340");
  check("12345678901234567890123456789012345.000000001", "12345678901234567890123456789012350");
  check("99999999999999999999999999999999999", "100000000000000000000000000000000000");
  check("1.00000000000000000000000000000000050000000000000001", "1.000000000000000000000000000000001");
  check("1.0000000000000000000000000000000005", "1");
  check("0.00000000000000000000000000000000000000000012345678901234567890123456789012345678",
        "0.0000000000000000000000000000000000000000001234567890123456789012345678901235");
  check("0e999999999999999999999999", "0");
  // The far ends of the range.
  check("1e-6176", "0." + std::string(6175, '0') + "1");
  check("5e-6177", "0");
  check("5.0000000000000000000000000000000000000001e-6177", "0." + std::string(6175, '0') + "1");
  check("15e-6177", "0." + std::string(6175, '0') + "2");
  check("1e-99999999999999999999", "0");
  check("1e6144", "1" + std::string(6144, '0'));
}

TEST_CASE("what is not a finite number is refused") {
  for (const char* text :
       {"",      "-",        ".",    "1.",    "1.e3", "+1",     " 1",      "1 ",
        "1,000", "1_000",    "0x10", "1e",    "1e+",  "1e1.5",  "--1",     "inf",
        "NaN",   "Infinity", "1..2", "1.2.3", "１２", "1e6145", "10e6144", "1e99999999999999999999",
        "e5",    "1e5x"}) {
    CAPTURE(text);
    CHECK(text_of(Decimal::parse(text)) == "nothing");
  }
  CHECK(text_of(Decimal::parse(std::string_view("1\0", 2))) == "nothing");
}

TEST_CASE("arithmetic is exact where 34 digits suffice and half-even beyond") {
  const auto check = [](std::string_view a, char op, std::string_view b, std::string_view expected) {
    CAPTURE(a);
    CAPTURE(op);
    CAPTURE(b);
    const Decimal x = number(a);
    const Decimal y = number(b);
    const std::optional<Decimal> result = op == '+'   ? Decimal::add(x, y)
                                          : op == '-' ? Decimal::subtract(x, y)
                                          : op == '*' ? Decimal::multiply(x, y)
                                          : op == '/' ? Decimal::divide(x, y)
                                          : op == '^' ? Decimal::power(x, y)
                                                      : Decimal::modulo(x, y);
    CHECK(text_of(result) == expected);
  };
  check("0.1", '+', "0.2", "0.3");
  check("-5", '+', "5", "0");
  check("0", '-', "0.0", "0");
  check("1e6000", '+', "1", "1" + std::string(6000, '0'));
  check("9999999999999999999999999999999999", '+', "1", "1" + std::string(34, '0'));
  check("9999999999999999999999999999999998", '+', "0.5", "9999999999999999999999999999999998");
  check("9999999999999999999999999999999999", '+', "0.5", "1" + std::string(34, '0'));
  check("18446744073709551615", '+', "18446744073709551615", "36893488147419103230");
  check("0.00000000000001", '+', "18446744073709551615", "18446744073709551615.00000000000001");
  check("0.000000000000001", '+', "18446744073709551615", "18446744073709551615");
  check("1e-6176", '-', "1e-6176", "0");
  check("9e6144", '+', "9e6144", "nothing");
  check("19.99", '*', "3", "59.97");
  check("-1", '*', "0", "0");
  check("1234567890123456789012345678901234", '*', "10.1", "12469135690246913569024691356902460");
  check("18446744073709551615", '*', "18446744073709551615", "340282366920938463426481119284349100000");
  check("1e4000", '*', "1e4000", "nothing");
  check("1e-4000", '*', "1e-4000", "0");
  check("1", '/', "3", "0.3333333333333333333333333333333333");
  check("2", '/', "3", "0.6666666666666666666666666666666667");
  check("-1", '/', "3", "-0.3333333333333333333333333333333333");
  check("10", '/', "4", "2.5");
  check("1", '/', "0", "nothing");
  check("0", '/', "0", "nothing");
  check("2", '^', "10", "1024");
  check("0.1", '^', "3", "0.001");
  check("2", '^', "-2", "0.25");
  check("-2", '^', "3", "-8");
  check("-2", '^', "2", "4");
  check("0", '^', "0", "1");
  check("0", '^', "-1", "nothing");
  check("-8", '^', "0.5", "nothing");
  check("10", '^', "6144", "1" + std::string(6144, '0'));
  check("10", '^', "6145", "nothing");
  check("7", '^', "9223372036854775807", "nothing");
  check("1", '^', "9223372036854775807", "1");
  check("-1", '^', "-9223372036854775808", "1");
  check("2", '^', "112", "5192296858534827628530496329220096");
  check("10", '%', "3", "1");
  check("-10", '%', "3", "2");
  check("10", '%', "-3", "-2");
  check("-10", '%', "-3", "-1");
  check("10.1", '%', "4.5", "1.1");
  check("-10.1", '%', "4.5", "3.4");
  check("1", '%', "0", "nothing");
  check("1e6144", '%', "7", "1");
}

TEST_CASE("roots, logarithms and powers are right to 33 digits") {
  const auto check = [](const std::optional<Decimal>& result, std::string_view expected) {
    CAPTURE(text_of(result));
    CAPTURE(expected);
    REQUIRE(result.has_value());
    const Decimal error = Decimal::subtract(*result, number(expected))->absolute();
    CHECK(error <= *Decimal::multiply(number(expected).absolute(), number("1e-33")));
  };
  CHECK(text_of(Decimal::sqrt(16)) == "4");
  CHECK(text_of(Decimal::sqrt(number("0.25"))) == "0.5");
  CHECK(text_of(Decimal::sqrt(-1)) == "nothing");
  CHECK(text_of(Decimal::log(0)) == "nothing");
  CHECK(text_of(Decimal::log(-1)) == "nothing");
  CHECK(text_of(Decimal::exp(100000)) == "nothing");
  check(Decimal::sqrt(2), "1.414213562373095048801688724209698");
  check(Decimal::log(2), "0.6931471805599453094172321214581766");
  check(Decimal::log(10), "2.302585092994045684017991454684364");
  check(Decimal::exp(1), "2.718281828459045235360287471352662");
  check(Decimal::power(2, number("0.5")), "1.414213562373095048801688724209698");
  check(Decimal::power(number("1.01"), 365), "37.78343433288715887761660479649761");
}

TEST_CASE("each way of rounding rounds as it says") {
  using Rounding = Decimal::Rounding;
  const auto check = [](std::string_view text, int scale, Rounding mode, std::string_view expected) {
    CAPTURE(text);
    CAPTURE(scale);
    CAPTURE(static_cast<int>(mode));
    CHECK(text_of(Decimal::round(number(text), scale, mode)) == expected);
  };
  struct Row {
    const char* text;
    const char *even, *half_up, *half_down, *up, *down, *floor, *ceiling;
  };
  for (const Row& row :
       {Row{"5.5", "6", "6", "5", "6", "5", "5", "6"}, Row{"2.5", "2", "3", "2", "3", "2", "2", "3"},
        Row{"1.6", "2", "2", "2", "2", "1", "1", "2"}, Row{"1.1", "1", "1", "1", "2", "1", "1", "2"},
        Row{"1.0", "1", "1", "1", "1", "1", "1", "1"}, Row{"-1.1", "-1", "-1", "-1", "-2", "-1", "-2", "-1"},
        Row{"-2.5", "-2", "-3", "-2", "-3", "-2", "-3", "-2"},
        Row{"-5.5", "-6", "-6", "-5", "-6", "-5", "-6", "-5"},
        Row{"0.5", "0", "1", "0", "1", "0", "0", "1"}}) {
    check(row.text, 0, Rounding::HalfEven, row.even);
    check(row.text, 0, Rounding::HalfUp, row.half_up);
    check(row.text, 0, Rounding::HalfDown, row.half_down);
    check(row.text, 0, Rounding::Up, row.up);
    check(row.text, 0, Rounding::Down, row.down);
    check(row.text, 0, Rounding::Floor, row.floor);
    check(row.text, 0, Rounding::Ceiling, row.ceiling);
  }
  check("0.3333333", 2, Rounding::HalfEven, "0.33");
  check("1234567", -3, Rounding::HalfEven, "1235000");
  check("1500", -3, Rounding::HalfEven, "2000");
  check("499", -3, Rounding::HalfUp, "0");
  check("1", -40, Rounding::Up, "1" + std::string(40, '0'));
  check("1", -6111, Rounding::HalfUp, "0");
  check("9999999999999999999999999999999999", -1, Rounding::HalfUp, "1" + std::string(34, '0'));
  check("1e-6176", 6176, Rounding::Down, "0." + std::string(6175, '0') + "1");
  check("1", 6177, Rounding::Down, "nothing");
  check("1", -6112, Rounding::Down, "nothing");
  check("1.5", std::numeric_limits<int>::min(), Rounding::Down, "nothing");
}

TEST_CASE("integers go in and come out unchanged") {
  constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
  for (const std::int64_t n :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{3000}, kMin, kMax}) {
    CAPTURE(n);
    CHECK(Decimal(n).to_int64() == n);
    CHECK(Decimal(n).to_string() == std::to_string(n));
  }
  const auto check = [](std::string_view text, std::optional<std::int64_t> expected, bool is_integer) {
    CAPTURE(text);
    CHECK(number(text).to_int64() == expected);
    CHECK(number(text).is_integer() == is_integer);
  };
  check("1.000", 1, true);
  check("1.5", std::nullopt, false);
  check("12e3", 12000, true);
  check("9223372036854775808", std::nullopt, true);
  check("-9223372036854775808", kMin, true);
  check("-9223372036854775809", std::nullopt, true);
  check("1e6000", std::nullopt, true);
  check("1e-6000", std::nullopt, false);
  check("0e-6000", 0, true);
  check("9223372036854775807.0000000", kMax, true);
  CHECK(text_of(Decimal::scaled(-1250, -2)) == "-12.5");
  CHECK(text_of(Decimal::scaled(kMin, 0)) == std::to_string(kMin));
  CHECK(text_of(Decimal::scaled(1, 6145)) == "nothing");
  CHECK(text_of(Decimal::scaled(1, std::numeric_limits<int>::min())) == "0");
  CHECK(number("-0.375").to_double() == -0.375);
}

TEST_CASE("order, equality and hash go by value, whatever the exponent") {
  const auto check = [](std::string_view a, std::string_view b, std::strong_ordering expected) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK((number(a) <=> number(b)) == expected);
    CHECK((number(b) <=> number(a)) == (0 <=> expected));
    if (expected == 0) CHECK(number(a).hash() == number(b).hash());
  };
  constexpr auto kLess = std::strong_ordering::less;
  constexpr auto kEqual = std::strong_ordering::equal;
  check("1.0", "1.00", kEqual);
  check("0", "0e-500", kEqual);
  check("1e6144", "1000e6141", kEqual);
  check("3000", "3e3", kEqual);
  check("2999.99", "3000", kLess);
  check("-1", "0", kLess);
  check("-1", "-0.5", kLess);
  check("-1e10", "1e-10", kLess);
  check("1e-6000", "1e6000", kLess);
  check("-1e6000", "-1e-6000", kLess);
  check("9999999999999999999999999999999999", "1e34", kLess);
  check("18446744073709551615", "18446744073709551616", kLess);
  check("1844674407370955161500000000000000000000", "18446744073709551616e20", kLess);
  CHECK(Decimal() == Decimal(0));
  CHECK(Decimal() < number("1e-6176"));
  CHECK(number("-1e-6176") < Decimal());
}

TEST_CASE("generated numbers survive writing and reading") {
  std::mt19937_64 random(2);
  for (int i = 0; i < 20000; ++i) {
    const Decimal d = random_number(random, 34, i % 10 == 0 ? 6000 : 40);
    const Decimal back = number(d.to_string());
    REQUIRE(back == d);
    REQUIRE(back.hash() == d.hash());
    REQUIRE(back.to_string() == d.to_string());
    REQUIRE(d.negated().negated() == d);
    REQUIRE(d.absolute() == (d.is_negative() ? d.negated() : d));
  }
}

TEST_CASE("the quick ways agree with integers and with the order of doubles") {
  std::mt19937_64 random(3);
  for (int i = 0; i < 50000; ++i) {
    const auto a = static_cast<std::int64_t>(random() >> (random() % 63 + 1)) * (random() % 2 ? 1 : -1);
    const auto b = static_cast<std::int64_t>(random() >> (random() % 63 + 1)) * (random() % 2 ? 1 : -1);
    REQUIRE((Decimal(a) <=> Decimal(b)) == (a <=> b));
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(a, b, &sum)) REQUIRE(Decimal::add(a, b)->to_int64() == sum);
    std::int64_t product = 0;
    if (!__builtin_mul_overflow(a, b, &product)) REQUIRE(Decimal::multiply(a, b)->to_int64() == product);
  }
  for (int i = 0; i < 50000; ++i) {
    const Decimal a = random_number(random, 30, 30);
    const Decimal b = random_number(random, 30, 30);
    const double x = a.to_double();
    const double y = b.to_double();
    if (std::abs(x - y) > 1e-9 * std::max(std::abs(x), std::abs(y))) REQUIRE((a < b) == (x < y));
    // What was added can be taken away again where nothing was rounded.
    const Decimal sum = *Decimal::add(a, b);
    REQUIRE(sum == *Decimal::add(b, a));
    REQUIRE(std::abs(sum.to_double() - (x + y)) <= 1e-9 * (std::abs(x) + std::abs(y)));
    REQUIRE(*Decimal::multiply(a, b) == *Decimal::multiply(b, a));
  }
}

TEST_CASE("the rest of a division has the sign of the divisor and completes the quotient") {
  std::mt19937_64 random(4);
  for (int i = 0; i < 20000; ++i) {
    const Decimal a = random_number(random, 8, 4);
    const Decimal b = random_number(random, 5, 3);
    const std::optional<Decimal> rest = Decimal::modulo(a, b);
    if (b.is_zero()) {
      REQUIRE(!rest);
      continue;
    }
    const Decimal quotient = *Decimal::divide(*Decimal::subtract(a, *rest), b);
    REQUIRE(quotient.is_integer());
    REQUIRE(rest->absolute() < b.absolute());
    REQUIRE((rest->is_zero() || rest->is_negative() == b.is_negative()));
  }
}
