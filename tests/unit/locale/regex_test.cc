// SPDX-License-Identifier: MIT
#include "engine/locale/regex.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace zhilu {
namespace {

const IcuTextRules kRules;

/// "true", "false", or why there is no answer.
std::string match(std::string_view text, std::string_view pattern, std::string_view flags) {
  RegexFailure failure = RegexFailure::None;
  const auto result = kRules.matches(text, pattern, flags, failure);
  if (result) return *result ? "true" : "false";
  switch (failure) {
    case RegexFailure::BadPattern:
      return "bad pattern";
    case RegexFailure::BadFlags:
      return "bad flags";
    case RegexFailure::TooLong:
      return "too long";
    default:
      return "?";
  }
}

TEST_CASE("patterns mean what XPath says") {
  struct Row {
    std::string text;
    std::string pattern;
    std::string flags;
    std::string expected;
  };
  const Row rows[] = {
      {"投诉信", "诉", "", "true"},
      {"abc", "^b", "", "false"},
      {"a\nb", "^b", "m", "true"},
      {"a\nb", "a.b", "", "false"},
      {"a\nb", "a.b", "s", "true"},
      {"a\r\nb", "a..b", "s", "true"},
      {"a\n", "a$", "", "false"},
      {"a\n", "a$", "m", "true"},
      {"ABC", "abc", "i", "true"},
      {"a b", "a\\ b", "x", "bad pattern"},
      {"ab", "a b", "x", "true"},
      {"a b", "a[ ]b", "x", "true"},
      {"a.b", "a.b", "q", "true"},
      {"axb", "a.b", "q", "false"},
      {"abc", "a", "z", "bad flags"},
      {"e", "[a-z-[aeiou]]", "", "false"},
      {"f", "[a-z-[aeiou]]", "", "true"},
      {"E", "[a-z-[aeiou]]", "i", "false"},
      {"q", "[^Q]", "i", "false"},
      {"-", "[a-]", "", "true"},
      {"-", "[-a]", "", "true"},
      {"]", "[\\]]", "", "true"},
      {"3", "\\d", "", "true"},
      {"３", "\\d", "", "true"},
      {"a_b", "^\\w+$", "", "false"},
      {"中", "^\\w$", "", "true"},
      {"x:y", "^\\i\\c*$", "", "true"},
      {"é", "\\p{L}", "", "true"},
      {"é", "\\p{IsBasicLatin}", "", "false"},
      {"é", "\\P{IsBasicLatin}", "", "true"},
      {"abab", "^(ab)\\1$", "", "true"},
      {"abab1", "^(ab)\\11$", "", "true"},
      {"aa", "a{2}", "", "true"},
      {"aa", "a{3,}", "", "false"},
      {"aa", "^a+?a$", "", "true"},
      {"ab", "(?:a)b", "", "true"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.pattern);
    CHECK(match(row.text, row.pattern, row.flags) == row.expected);
  }
}

TEST_CASE("what is no XPath pattern is refused") {
  for (const char* pattern : {"(",       ")",
                              "[",       "]",
                              "{",       "}",
                              "a{",      "a{,2}",
                              "*",       "a**",
                              "a++",     "\\b",
                              "\\1",     "(a)\\2",
                              "(a\\1)",  "[\\1]",
                              "[]",      "[^]",
                              "(?=a)",   "(?<n>a)",
                              "\\p{Xx}", "\\p{IsNowhere}",
                              "\\pL",    "[b-a]",
                              "\\"}) {
    CAPTURE(pattern);
    CHECK(match("a", pattern, "") == "bad pattern");
  }
}

TEST_CASE("a pattern that would take for ever is given up") {
  const std::string text(60, 'a');
  const auto start = std::chrono::steady_clock::now();
  const std::string outcome = match(text + "!", "^(a|a)*$", "");
  CHECK(outcome == "too long");
  CHECK(match(text + "!", "(.*)*(.*)*(.*)*b", "") != "true");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  std::string nested;
  for (int i = 0; i < 5000; ++i) nested += '(';
  CHECK(match("a", nested, "") == "bad pattern");
}

TEST_CASE("replacing puts groups in") {
  const auto replace = [](std::string_view text, std::string_view pattern, std::string_view with,
                          std::string_view flags = "") {
    RegexFailure failure = RegexFailure::None;
    return kRules.replace(text, pattern, with, flags, failure).value_or("failure");
  };
  CHECK(replace("abracadabra", "a(.)", "a$1$1") == "abbraccaddabbra");
  CHECK(replace("abcd", "(ab)|(a)", "[1=$1][2=$2]") == "[1=ab][2=]cd");
  CHECK(replace("金额3000", "\\d+", "$0元") == "金额3000元");
  CHECK(replace("a", "a", "\\$\\\\") == "$\\");
  CHECK(replace("a", "(a)", "$12") == "a2");
  CHECK(replace("a", "a", "$") == "failure");
  CHECK(replace("a", "a", "\\n") == "failure");
  CHECK(replace("a.b", ".", "$1", "q") == "a$1b");
  CHECK(replace("abc", "x*", "-") == "failure");
}

TEST_CASE("splitting keeps what is empty") {
  RegexFailure failure = RegexFailure::None;
  CHECK(kRules.split("a;b;;", ";", failure) == std::vector<std::string>{"a", "b", "", ""});
  CHECK(kRules.split("", ";", failure) == std::vector<std::string>{""});
  CHECK(kRules.split("你、我", "、", failure) == std::vector<std::string>{"你", "我"});
  CHECK_FALSE(kRules.split("ab", "", failure).has_value());
}

TEST_CASE("case is Unicode's, whatever the host's language") {
  CHECK(kRules.upper_case("straße ñ 中") == "STRASSE Ñ 中");
  CHECK(kRules.lower_case("ÑI 中") == "ñi 中");
}

}  // namespace
}  // namespace zhilu
