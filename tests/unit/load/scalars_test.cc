// SPDX-License-Identifier: MIT
#include "engine/load/scalars.h"

#include <doctest/doctest.h>

#include <string>

using namespace zhilu;

namespace {

/// A scalar with this text, and what `read` makes of it: the value as text, or `code -> fix`.
template <class Read>
std::string outcome(const std::string& text, Read read) {
  yaml::Node node;
  node.kind = text.empty() ? yaml::Node::Kind::Null : yaml::Node::Kind::Scalar;
  node.text = text;
  Diagnostics diagnostics;
  const std::optional<std::string> value = read(node, diagnostics);
  CHECK(value.has_value() == diagnostics.empty());
  if (value) return *value;
  const Diagnostic& problem = diagnostics.items()[0];
  return std::string(problem.kind->code) + (problem.fix ? " -> " + problem.fix->replacement : "");
}

}  // namespace

TEST_CASE("booleans are true and false and nothing else") {
  const auto check = [](const std::string& text, const std::string& expected) {
    CAPTURE(text);
    CHECK(outcome(text, [](const yaml::Node& node, Diagnostics& d) -> std::optional<std::string> {
            const auto value = load::read_boolean(node, d);
            if (!value) return std::nullopt;
            return *value ? "yes" : "no";
          }) == expected);
  };
  check("true", "yes");
  check("false", "no");
  check("是", "expected-boolean -> true");
  check("No", "expected-boolean -> false");
  check("TRUE", "expected-boolean -> true");
  check("truee", "expected-boolean");
  check("", "empty-value");
}

TEST_CASE("dates are read in one form and offered in it") {
  const auto check = [](const std::string& text, const std::string& expected) {
    CAPTURE(text);
    CHECK(outcome(text, [](const yaml::Node& node, Diagnostics& d) -> std::optional<std::string> {
            const auto value = load::read_date(node, d);
            if (!value) return std::nullopt;
            return value->to_string();
          }) == expected);
  };
  check("2026-11-22", "2026-11-22");
  check("2026/1/2", "expected-date -> 2026-01-02");
  check("2026年1月2日", "expected-date -> 2026-01-02");
  check("2026-1-2", "expected-date -> 2026-01-02");
  check("2026-02-30", "expected-date");
  check("1/2/26", "expected-date");
  check("明天", "expected-date");
  check("99999999999-1-1", "expected-date");
}

TEST_CASE("periods have a count and a unit") {
  const auto check = [](const std::string& text, const std::string& expected) {
    CAPTURE(text);
    CHECK(outcome(text, [](const yaml::Node& node, Diagnostics& d) -> std::optional<std::string> {
            const auto value = load::read_period(node, d);
            if (!value) return std::nullopt;
            constexpr const char* kUnits[] = {"working", "days", "months", "years"};
            return std::to_string(value->count) + " " + kUnits[static_cast<int>(value->unit)];
          }) == expected);
  };
  check("7 working days", "7 working");
  check("1 working day", "1 working");
  check("15 days", "15 days");
  check("1 day", "1 days");
  check("3 months", "3 months");
  check("9999 years", "9999 years");
  check("10000 years", "expected-period -> 10000 years");
  check("3 yaers", "expected-period -> 3 years");
  check("7 workdays", "expected-period");
  check("0 days", "expected-period");
  check("-1 days", "expected-period");
  check("7", "expected-period");
  check("7  days", "expected-period -> 7 days");
  check("七天", "expected-period");
}

TEST_CASE("numbers are exact and whole numbers are bounded") {
  const auto decimal = [](const yaml::Node& node, Diagnostics& d) -> std::optional<std::string> {
    const auto value = load::read_decimal(node, d);
    if (!value) return std::nullopt;
    return value->to_string();
  };
  CHECK(outcome("0.1", decimal) == "0.1");
  CHECK(outcome("-12", decimal) == "-12");
  CHECK(outcome("1,000", decimal) == "expected-number -> 1000");
  CHECK(outcome("三千", decimal) == "expected-number");
  const auto percent = [](const yaml::Node& node, Diagnostics& d) -> std::optional<std::string> {
    const auto value = load::read_integer(node, 0, 100, d);
    if (!value) return std::nullopt;
    return std::to_string(*value);
  };
  CHECK(outcome("100", percent) == "100");
  CHECK(outcome("101", percent) == "expected-integer");
  CHECK(outcome("1.5", percent) == "expected-integer");
  CHECK(outcome("99999999999", percent) == "expected-integer");
}

TEST_CASE("ids are snake_case, and near ones are mended") {
  const auto id = [](const yaml::Node& node, Diagnostics& d) -> std::optional<std::string> {
    const auto value = load::read_id(node, d);
    if (!value) return std::nullopt;
    return std::string(*value);
  };
  CHECK(outcome("report_110", id) == "report_110");
  CHECK(outcome("Report-Police", id) == "bad-id -> report_police");
  CHECK(outcome("12315", id) == "bad-id");
  CHECK(outcome("报警", id) == "bad-id");
}

TEST_CASE("words come from a table") {
  const auto word = [](const yaml::Node& node, Diagnostics& d) -> std::optional<std::string> {
    constexpr std::pair<std::string_view, int> kWords[] = {{"easy", 1}, {"lookup", 2}};
    const auto value = load::read_word(node, kWords, d);
    if (!value) return std::nullopt;
    return std::to_string(*value);
  };
  CHECK(outcome("lookup", word) == "2");
  CHECK(outcome("lokup", word) == "unknown-word -> lookup");
  CHECK(outcome("hard", word) == "unknown-word");
}

TEST_CASE("text loses the line feeds at its end only") {
  const auto text = [](const yaml::Node& node, Diagnostics& d) -> std::optional<std::string> {
    const auto value = load::read_string(node, d);
    if (!value) return std::nullopt;
    return std::string(*value);
  };
  CHECK(outcome(" a\n\nb\n", text) == " a\n\nb");
  CHECK(outcome("\n", text) == "empty-value");
}
