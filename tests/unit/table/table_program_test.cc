// SPDX-License-Identifier: MIT
#include "engine/table/table_program.h"

#include <doctest/doctest.h>

using namespace zhilu;

namespace {

class OneNumber final : public expr::Environment {
 public:
  explicit OneNumber(Value value) : value_(std::move(value)) {}
  Value fact(FactId) const override { return value_; }

 private:
  Value value_;
};

class Faults final : public expr::Observer {
 public:
  void on_fault(const expr::Program&, expr::ExprId, const DiagnosticKind& kind,
                const std::vector<std::string>&) override {
    text += std::string(kind.code) + " ";
  }
  std::string text;
};

TableText table(HitPolicy hit, std::vector<TableText::Rule> rules,
                std::vector<TableText::Output> outputs = {{}}, std::string allowed = "") {
  return {hit, {{"n", std::move(allowed)}}, std::move(outputs), std::move(rules)};
}

/// The result for `n`, and the faults behind it.
std::string run(const TableText& text, Value n) {
  expr::MapScope scope;
  scope.add({"n", TypeKind::Number, FactId{0}, {}});
  Diagnostics diagnostics;
  const TableProgram program(text, scope, diagnostics);
  CHECK(diagnostics.empty());
  const OneNumber environment(std::move(n));
  Faults faults;
  expr::DirectCaller caller(environment, &faults);
  std::string result = to_feel_text(program.evaluate(environment, caller));
  if (!faults.text.empty()) result += " " + faults.text.substr(0, faults.text.size() - 1);
  return result;
}

std::string run(const TableText& text, std::int64_t n) {
  return run(text, Value::number(Decimal(n)));
}

}  // namespace

TEST_CASE("a unique table gives its one rule, and null with a fault if several hold") {
  const TableText text = table(HitPolicy::Unique, {{{"< 5"}, {"\"low\""}}, {{">= 4"}, {"\"high\""}}});
  CHECK(run(text, 3) == "\"low\"");
  CHECK(run(text, 4) == "null several-rules-hold");
}

TEST_CASE("an any-table takes rules that agree, and is null with a fault if they do not") {
  const TableText text = table(HitPolicy::Any, {{{"< 5"}, {"1 + 1"}}, {{"-"}, {"2.0"}}, {{"> 8"}, {"3"}}});
  CHECK(run(text, 3) == "2");
  CHECK(run(text, 9) == "null rules-disagree");
}

TEST_CASE("priority and output order go by the allowed values, of several outputs column by column") {
  const std::vector<TableText::Output> outputs{{"a", "\"x\", \"y\"", ""}, {"b", "1, 2", ""}};
  const std::vector<TableText::Rule> rules{
      {{"-"}, {"\"y\"", "1"}}, {{"-"}, {"\"x\"", "2"}}, {{"-"}, {"\"x\"", "1"}}};
  CHECK(run(table(HitPolicy::Priority, rules, outputs), 0) == "{a: \"x\", b: 1}");
  CHECK(run(table(HitPolicy::OutputOrder, rules, outputs), 0) ==
        "[{a: \"x\", b: 1}, {a: \"x\", b: 2}, {a: \"y\", b: 1}]");
}

TEST_CASE("values that are not allowed are null with a fault") {
  const TableText inputs = table(HitPolicy::First, {{{"-"}, {"n"}}}, {{}}, "[0..10], 99");
  CHECK(run(inputs, 10) == "10");
  CHECK(run(inputs, 99) == "99");
  CHECK(run(inputs, 11) == "null input-not-allowed");
  CHECK(run(inputs, Value::null()).ends_with(" input-not-allowed"));
  const TableText outputs = table(HitPolicy::First, {{{"-"}, {"n"}}}, {{"", "< 5", ""}});
  CHECK(run(outputs, 4) == "4");
  CHECK(run(outputs, 5) == "null output-not-allowed");
}

TEST_CASE("without a hit there is the default, else nothing") {
  const std::vector<TableText::Rule> rules{{{"> 5"}, {"1"}}};
  CHECK(run(table(HitPolicy::Unique, rules), 0) == "null");
  CHECK(run(table(HitPolicy::Unique, rules, {{"", "", "n + 7"}}), 0) == "7");
  CHECK(run(table(HitPolicy::Collect, rules), 0) == "[]");
  CHECK(run(table(HitPolicy::Collect, rules, {{"", "", "7"}}), 0) == "[7]");
  CHECK(run(table(HitPolicy::CollectSum, rules), 0) == "null");
  CHECK(run(table(HitPolicy::CollectMax, rules, {{"", "", "0"}}), 0) == "0");
  CHECK(run(table(HitPolicy::CollectCount, rules), 0) == "0");
}

TEST_CASE("collecting policies give a list or one number") {
  const std::vector<TableText::Rule> rules{{{"> 1"}, {"10"}}, {{"> 2"}, {"30"}}, {{"> 3, 0"}, {"10"}}};
  CHECK(run(table(HitPolicy::Collect, rules), 4) == "[10, 30, 10]");
  CHECK(run(table(HitPolicy::RuleOrder, rules), 3) == "[10, 30]");
  CHECK(run(table(HitPolicy::CollectSum, rules), 4) == "50");
  CHECK(run(table(HitPolicy::CollectMin, rules), 4) == "10");
  CHECK(run(table(HitPolicy::CollectMax, rules), 4) == "30");
  CHECK(run(table(HitPolicy::CollectCount, rules), 4) == "3");
  CHECK(run(table(HitPolicy::CollectSum, {{{"-"}, {"\"a\""}}, {{"-"}, {"1"}}}), 4) == "null not-aggregated");
}

TEST_CASE("an unknown input leaves open what depends on it, and nothing else") {
  const Value unknown = Value::unknown(FactId{0});
  const std::vector<TableText::Rule> rules{{{"> 5"}, {"1"}}, {{"-"}, {"2"}}};
  CHECK(run(table(HitPolicy::First, rules), unknown) == "unknown");
  CHECK(run(table(HitPolicy::First, {{{"-"}, {"2"}}, {{"> 5"}, {"1"}}}), unknown) == "2");
  CHECK(run(table(HitPolicy::First, {{{"> 5"}, {"1"}}, {{"-"}, {"1"}}}), unknown) == "1");
}
