// SPDX-License-Identifier: MIT
#include "engine/expr/functions.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/unit/expr/matter.h"

namespace zhilu::test {
namespace {

struct Row {
  std::string text;
  std::string expected;
};

void check_all(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(evaluate(row.text) == row.expected);
  }
}

TEST_CASE("the table of functions is complete and consistent") {
  std::set<std::string_view> names;
  for (const expr::BuiltIn* function : expr::built_ins()) {
    CAPTURE(function->name);
    CHECK(names.insert(function->name).second);
    CHECK(expr::find_built_in(function->name) == function);
    const bool has_code = function->code != nullptr;
    CHECK(has_code);
    CHECK_FALSE(function->signatures.empty());
    CHECK(function->zh.ends_with("。"));
    CHECK(function->en.ends_with("."));
    for (const expr::SignatureInfo& signature : function->signatures) {
      for (const expr::ParameterInfo& parameter : signature.parameters) {
        const bool many = parameter.arity == expr::Arity::Spread || parameter.arity == expr::Arity::Rest;
        if (many) CHECK(&parameter == &signature.parameters.back());
      }
    }
  }
  CHECK(expr::find_built_in("no such function") == nullptr);
  CHECK(expr::describe(*expr::find_built_in("substring")) ==
        "substring(string: string, start position: number, length?: number): string");
}

TEST_CASE("functions on texts count characters") {
  check_all({
      {"string length(\"指路🐎\")", "3"},
      {"substring(\"指路人\", 2)", "\"路人\""},
      {"substring(\"指路人\", 2, 1)", "\"路\""},
      {"substring(\"指路人\", -1)", "\"人\""},
      {"substring(\"指路人\", 0)", "null"},
      {"substring(\"指路人\", 4)", "null"},
      {"substring before(\"a=b=c\", \"=\")", "\"a\""},
      {"substring after(\"a=b=c\", \"=\")", "\"b=c\""},
      {"contains(\"指路人\", \"路\")", "true"},
      {"starts with(\"指路\", \"指\")", "true"},
      {"ends with(\"指路\", \"指\")", "false"},
      {"upper case(\"abc指\")", "\"ABC指\""},
      {"string join([\"a\", null, \"b\"], \"、\")", "\"a、b\""},
      {"string(1.50)", "\"1.5\""},
      {"string([1, \"a\"])", "\"[1, \\\"a\\\"]\""},
      {"string(null)", "null"},
  });
}

TEST_CASE("numbers are read and rounded as asked") {
  check_all({
      {"number(\"1,234.5\", \",\", \".\")", "1234.5"},
      {"number(\"1.234,5\", \".\", \",\")", "1234.5"},
      {"number(\"12a\", null, \".\")", "null"},
      {"decimal(2.5, 0)", "2"},
      {"decimal(3.5, 0)", "4"},
      {"floor(-1.5)", "-2"},
      {"ceiling(1.23, 1)", "1.3"},
      {"round half up(2.5, 0)", "3"},
      {"round half down(2.5, 0)", "2"},
      {"round up(1.01, 1)", "1.1"},
      {"round down(-1.09, 1)", "-1"},
      {"modulo(-12, 5)", "3"},
      {"sqrt(16)", "4"},
      {"sqrt(-1)", "null"},
      {"odd(3)", "true"},
      {"even(1.5)", "null"},
      {"abs(@\"-P1D\")", "@\"P1D\""},
  });
}

TEST_CASE("functions on lists") {
  check_all({
      {"sort(list: [3, 1, 2], precedes: function(x, y) x < y)", "[1, 2, 3]"},
      {"count([1, null])", "2"},
      {"min(3, 1, 2)", "1"},
      {"max([@\"2026-01-01\", @\"2026-02-01\"])", "@\"2026-02-01\""},
      {"min([])", "null"},
      {"sum([1, 2])", "3"},
      {"sum([])", "null"},
      {"mean(1, 2)", "1.5"},
      {"median([3, 1, 2])", "2"},
      {"mode([1, 2, 2, 3, 3])", "[2, 3]"},
      {"stddev([2, 4])", "1.414213562373095048801688724209698"},
      {"product(2, 3)", "6"},
      {"all([])", "true"},
      {"any(false, true)", "true"},
      {"sublist([1, 2, 3], 2)", "[2, 3]"},
      {"sublist([1, 2, 3], -2, 1)", "[2]"},
      {"append([1], 2, 3)", "[1, 2, 3]"},
      {"concatenate([1], [2, 3])", "[1, 2, 3]"},
      {"insert before([1, 3], 2, 2)", "[1, 2, 3]"},
      {"remove([1, 2, 3], -1)", "[1, 2]"},
      {"reverse([1, 2])", "[2, 1]"},
      {"index of([1, 2, 1], 1)", "[1, 3]"},
      {"union([1, 2], [2, 3])", "[1, 2, 3]"},
      {"distinct values([1, 1, null, null])", "[1, null]"},
      {"flatten([1, [2, [3]]])", "[1, 2, 3]"},
      {"list replace([1, 2], 1, 9)", "[9, 2]"},
      {"list replace([1, 2, 3], function(item, newItem) item > 1, 0)", "[1, 0, 0]"},
      {"sort([{n: 2}, {n: 1}], function(a, b) a.n < b.n).n", "[1, 2]"},
      {"sort([3, 1, 2], function(a, b) true)", "[2, 1, 3]"},
      {"sort([1, 2], function(a, b) 1)", "null"},
      {"list contains([1, null], null)", "true"},
  });
}

TEST_CASE("functions on contexts") {
  check_all({
      {"get value({a: 1}, \"a\")", "1"},
      {"get value({a: 1}, \"b\")", "null"},
      {"get entries({a: 1})", "[{key: \"a\", value: 1}]"},
      {"context([{key: \"a\", value: 1}])", "{a: 1}"},
      {"context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}"},
      {"context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}"},
  });
}

TEST_CASE("ranges are compared as Allen's intervals") {
  check_all({
      {"before(1, 2)", "true"},
      {"before([1..5), 5)", "true"},
      {"before([1..5], 5)", "false"},
      {"after([5..6], [1..5))", "true"},
      {"meets([1..5], [5..6])", "true"},
      {"met by([5..6], [1..5])", "true"},
      {"overlaps([1..5], [5..6])", "true"},
      {"overlaps([1..5), [5..6])", "false"},
      {"overlaps before([1..5], [3..8])", "true"},
      {"overlaps after([3..8], [1..5])", "true"},
      {"finishes(5, [1..5])", "true"},
      {"finished by([1..5], [3..5])", "true"},
      {"includes([1..5], 5)", "true"},
      {"includes((< 5), 3)", "true"},
      {"during((1..5), [1..5])", "true"},
      {"starts([1..3], [1..5])", "true"},
      {"started by([1..5], 1)", "true"},
      {"coincides([1..5], [1..5])", "true"},
      {"coincides([1..5), [1..5])", "false"},
      {"before(1, \"a\")", "null"},
      {"range(\"[1..5)\") = [1..5)", "true"},
      {"range(\"[5..1]\")", "null"},
      {"[1..5].end included", "true"},
  });
}

TEST_CASE("dates, times and durations are read from text and parts") {
  check_all({
      {"date(2026, 11, 22)", "@\"2026-11-22\""},
      {"date(date and time(\"2026-11-22T10:00:00\"))", "@\"2026-11-22\""},
      {"time(10, 30, 0)", "@\"10:30:00\""},
      {"time(10, 30, 1.5, @\"PT8H\")", "@\"10:30:01.5+08:00\""},
      {"time(25, 0, 0)", "null"},
      {"date and time(@\"2026-11-22\", @\"10:00:00\")", "@\"2026-11-22T10:00:00\""},
      {"duration(\"P1Y2M\")", "@\"P1Y2M\""},
      {"duration(\"P1M1D\")", "null"},
      {"day of year(@\"2026-12-31\")", "365"},
      {"month of year(@\"2026-12-31\")", "\"December\""},
      {"today()", "@\"2026-11-22\""},
      {"now()", "@\"2026-11-22T00:00:00\""},
      {"@\"-P1DT2H\".hours", "-2"},
      {"is(@\"10:00:00Z\", @\"11:00:00+01:00\")", "false"},
  });
}

TEST_CASE("a list of one may stand for its item and an item for a list of one") {
  check_all({
      {"string length([\"abc\"])", "3"},
      {"count(1)", "1"},
      {"sum(5)", "5"},
      {"abs([-1])", "null"},
      {"(function(a: list<number>) count(a))(1)", "1"},
      {"(function(a: number) a)([1])", "1"},
  });
}

}  // namespace
}  // namespace zhilu::test
