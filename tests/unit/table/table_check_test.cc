// SPDX-License-Identifier: MIT
#include "engine/table/table_check.h"

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <random>
#include <set>

#include "engine/expr/compiler.h"
#include "engine/expr/scope.h"
#include "engine/expr/vm.h"

using namespace zhilu;

namespace {

using Assignment = std::map<FactId, Value>;

class World final : public expr::Environment {
 public:
  explicit World(const Assignment& values) : values_(values) {}
  Value fact(FactId fact) const override {
    const auto it = values_.find(fact);
    return it != values_.end() ? it->second : Value::unknown(fact);
  }

 private:
  const Assignment& values_;
};

/// A table over facts of every kind, written in FEEL.
class Bench {
 public:
  explicit Bench(int members = 2) {
    add("n", FactKind::Number, TypeKind::Number);
    add("c", FactKind::Choice, TypeKind::String, {"a", "b", "e"});
    add("b", FactKind::Boolean, TypeKind::Boolean);
    add("s", FactKind::Choices, Type::list(TypeKind::String), {"x", "y", "z"});
    add("d", FactKind::Date, TypeKind::Date);
    add("t", FactKind::Text, TypeKind::String);
    add("m", FactKind::Money, TypeKind::Number);
    add("out", FactKind::Number, TypeKind::Number);
    std::vector<std::string> many;
    for (int i = 0; i < members; ++i) many.push_back("m" + std::to_string(i));
    add("many", FactKind::Choices, Type::list(TypeKind::String), many);
    Fact& n = k.facts[k.find_fact("n")];
    n.min = Decimal(0);
    n.max = Decimal(6);
  }

  Knowledge k;

  /// A table over `inputs`; each row has a test an input, and one output.
  DecisionTable table(HitPolicy hit, const std::vector<std::string>& inputs,
                      const std::vector<std::vector<std::string>>& rows) {
    DecisionTable table;
    table.hit = hit;
    table.outputs = {k.find_fact("out")};
    for (const std::string& input : inputs) {
      table.inputs.push_back(condition(expr::compile(input, TextOrigin{}, scope_, diagnostics)));
    }
    for (const auto& row : rows) {
      TableRule rule;
      for (std::size_t i = 0; i < inputs.size(); ++i) {
        rule.tests.push_back(condition(expr::compile_unary_test(
            row[i], TextOrigin{}, *k.conditions[table.inputs[i]].program, scope_, diagnostics)));
      }
      const std::string output = row.size() > inputs.size() ? row.back() : "1";
      rule.outputs.push_back(condition(expr::compile(output, TextOrigin{}, scope_, diagnostics)));
      table.rules.push_back(std::move(rule));
    }
    for (const Diagnostic& problem : diagnostics.items())
      FAIL(message_text(*problem.kind, problem.args, Tongue::English));
    return table;
  }

  TableFindings check(const DecisionTable& table, std::uint64_t steps = 10'000'000) const {
    return check_table(k, table, steps);
  }

  bool holds(const TableRule& rule, const Assignment& values) const {
    const World world(values);
    for (const ConditionId test : rule.tests) {
      if (!test.is_set()) continue;
      if (!expr::evaluate(*k.conditions[test].program, world).is_true()) return false;
    }
    return true;
  }

  Diagnostics diagnostics;

 private:
  void add(const char* id, FactKind kind, Type type, std::vector<std::string> options = {}) {
    Fact fact;
    fact.id = id;
    fact.kind = kind;
    for (const std::string& option : options) fact.options.push_back({option, {}, {}});
    const FactId added = k.facts.push_back(std::move(fact));
    k.fact_index[id] = added;
    scope_.add({id, std::move(type), added, std::move(options)});
  }
  ConditionId condition(std::shared_ptr<const expr::Program> program) {
    if (program == nullptr) return {};
    return k.conditions.push_back({program->text(), {}, program});
  }

  expr::MapScope scope_;
};

/// Calls `visit` for every combination.
void each_combination(const std::vector<std::pair<FactId, std::vector<Value>>>& values,
                      const std::function<void(const Assignment&)>& visit, std::size_t at = 0,
                      Assignment assignment = {}) {
  if (at == values.size()) {
    visit(assignment);
    return;
  }
  for (const Value& value : values[at].second) {
    assignment[values[at].first] = value;
    each_combination(values, visit, at + 1, assignment);
  }
}

/// One value of every cell of the situation, in all combinations; members of choices facts put together.
void each_member(const Bench& bench, const std::vector<Dimension>& dimensions, const Situation& situation,
                 const std::function<void(const Assignment&)>& visit) {
  std::vector<std::pair<FactId, std::vector<Value>>> values;
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    std::vector<Value> own;
    for (std::size_t cell = 0; cell < dimensions[i].cells.size(); ++cell) {
      if (situation[i].contains(cell)) own.push_back(dimensions[i].cells[cell].value);
    }
    // Members get numbers of their own that no fact has.
    const FactId key = dimensions[i].option ? FactId{100 + *dimensions[i].option} : dimensions[i].fact;
    values.emplace_back(key, std::move(own));
  }
  const FactId set = bench.k.find_fact("s");
  each_combination(values, [&](Assignment assignment) {
    std::vector<Value> members;
    for (std::uint32_t option = 0; option < 3; ++option) {
      const auto it = assignment.find(FactId{100 + option});
      if (it != assignment.end() && it->second.is_true())
        members.push_back(Value::string(bench.k.facts[set].options[option].id));
    }
    assignment[set] = Value::list(std::move(members));
    visit(assignment);
  });
}

struct Column {
  std::string input;
  std::vector<std::string> tests;
  /// At least one value of every cell that the tests can cut.
  std::vector<Value> grid;
};

std::vector<Column> columns() {
  std::vector<Value> numbers;
  for (int i = 0; i <= 12; ++i) numbers.push_back(Value::number(*Decimal::scaled(i * 5, -1)));
  std::vector<Value> amounts;
  for (int i = -1; i <= 9; ++i) amounts.push_back(Value::number(*Decimal::scaled(i * 5, -1)));
  std::vector<Value> sets;
  for (int mask = 0; mask < 8; ++mask) {
    std::vector<Value> members;
    for (int i = 0; i < 3; ++i) {
      if ((mask >> i) % 2 == 1) members.push_back(Value::string(std::string(1, static_cast<char>('x' + i))));
    }
    sets.push_back(Value::list(std::move(members)));
  }
  std::vector<Value> days;
  for (int day = 1; day <= 7; ++day) days.push_back(Value::date(*Date::from_ymd(2026, 1, day)));
  const auto texts = [](std::vector<const char*> names) {
    std::vector<Value> values;
    for (const char* name : names) values.push_back(Value::string(name));
    return values;
  };
  return {
      {"n",
       {"-", "< 3", ">= 3", "[1..4)", "(2..5]", "2, 4", "not(3)", "> 0", "<= 6", "? = 0 or ? > 4"},
       numbers},
      {"m", {"-", "< 2", ">= 2", "[0..4]", "not(< 1)", "1, (2..3)", "? between 1 and 3"}, amounts},
      {"c",
       {"-", "\"a\"", "\"a\", \"b\"", "not(\"e\")", "not(\"a\", \"b\")", "string length(?) = 1"},
       texts({"a", "b", "e"})},
      {"b", {"-", "true", "false", "not(true)"}, {Value::boolean(false), Value::boolean(true)}},
      {"s",
       {"-", "\"x\" in ?", "\"x\" in ? or \"y\" in ?", "not(\"x\" in ?)", "not(\"y\" in ?) and \"z\" in ?",
        "list contains(?, \"z\")"},
       sets},
      {"d",
       {"-", "< @\"2026-01-03\"", ">= @\"2026-01-03\"", "[@\"2026-01-02\"..@\"2026-01-05\"]",
        "@\"2026-01-04\"", "> @\"2026-01-05\""},
       days},
      {"t",
       {"-", "\"p\"", "not(\"p\")", "\"p\", \"q\"", "? != \"q\"", "not(\"p\", \"q\")"},
       texts({"p", "q", "other"})},
  };
}

}  // namespace

TEST_CASE(
    "gaps and overlaps are those that trying all combinations finds, and each situation is one through and "
    "through") {
  std::mt19937 random(20261122);
  const std::vector<Column> all = columns();
  int gaps = 0;
  int clashes = 0;
  for (int round = 0; round < 1500; ++round) {
    Bench bench;
    std::vector<Column> chosen = all;
    std::shuffle(chosen.begin(), chosen.end(), random);
    chosen.resize(1 + random() % 3);
    std::vector<std::string> inputs;
    std::vector<std::pair<FactId, std::vector<Value>>> grid;
    for (const Column& column : chosen) {
      inputs.push_back(column.input);
      grid.emplace_back(bench.k.find_fact(column.input), column.grid);
    }
    std::vector<std::vector<std::string>> rows(1 + random() % 6);
    for (auto& row : rows) {
      for (const Column& column : chosen) row.push_back(column.tests[random() % column.tests.size()]);
    }
    const DecisionTable table = bench.table(HitPolicy::Unique, inputs, rows);
    bool has_gap = false;
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    each_combination(grid, [&](const Assignment& assignment) {
      std::vector<std::uint32_t> holding;
      for (std::uint32_t rule = 0; rule < table.rules.size(); ++rule) {
        if (bench.holds(table.rules[rule], assignment)) holding.push_back(rule);
      }
      has_gap = has_gap || holding.empty();
      for (const std::uint32_t a : holding) {
        for (const std::uint32_t b : holding) {
          if (a < b) pairs.emplace(a, b);
        }
      }
    });
    const TableFindings found = bench.check(table);
    CAPTURE(round);
    CHECK(!found.stuck);
    REQUIRE(found.gap.has_value() == has_gap);
    if (found.gap) {
      ++gaps;
      each_member(bench, found.dimensions, *found.gap, [&](const Assignment& assignment) {
        for (const TableRule& rule : table.rules) CHECK(!bench.holds(rule, assignment));
      });
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> found_pairs;
    for (const RuleClash& clash : found.clashes) {
      ++clashes;
      found_pairs.emplace(clash.first, clash.second);
      each_member(bench, found.dimensions, clash.situation, [&](const Assignment& assignment) {
        CHECK(bench.holds(table.rules[clash.first], assignment));
        CHECK(bench.holds(table.rules[clash.second], assignment));
      });
    }
    REQUIRE(found_pairs == pairs);
  }
  CHECK(gaps > 50);
  CHECK(clashes > 100);
}

TEST_CASE("rows of an any-table clash only where their results differ") {
  Bench bench;
  const auto clashes = [&](const std::vector<std::vector<std::string>>& rows) {
    return bench.check(bench.table(HitPolicy::Any, {"n"}, rows)).clashes.size();
  };
  CHECK(clashes({{"-", "1"}, {"> 3", "1.0"}}) == 0);
  CHECK(clashes({{"-", "1"}, {"> 3", "2"}}) == 1);
  // Computed results are compared where both hold.
  CHECK(clashes({{"-", "n"}, {"> 3", "n + 1"}}) == 1);
}

TEST_CASE("a default, and a policy that takes all rows, leave no gap") {
  Bench bench;
  CHECK(bench.check(bench.table(HitPolicy::First, {"n"}, {{"> 3"}})).gap);
  CHECK(!bench.check(bench.table(HitPolicy::Collect, {"n"}, {{"> 3"}})).gap);
  const DecisionTable table = bench.table(HitPolicy::First, {"n"}, {{"> 3"}});
  bench.k.facts[bench.k.find_fact("out")].fallback = table.rules[0].outputs[0];
  CHECK(!bench.check(table).gap);
}

TEST_CASE("what cannot be seen through is not guessed") {
  Bench bench;
  // Two facts compared: the row may cover what is left, or not.
  const TableFindings open = bench.check(bench.table(HitPolicy::Unique, {"n"}, {{"<= 3"}, {"> m"}}));
  CHECK(!open.gap);
  CHECK(open.clashes.empty());
  CHECK(open.stuck == 1U);
  // It does not matter where the other rows settle everything.
  const TableFindings settled = bench.check(bench.table(HitPolicy::First, {"n"}, {{"> m"}, {"-"}}));
  CHECK(!settled.gap);
  CHECK(!settled.stuck);
  // A gap outside of the row is one all the same.
  const TableFindings gap =
      bench.check(bench.table(HitPolicy::Unique, {"n", "b"}, {{"<= 3", "true"}, {"> m", "true"}}));
  CHECK(gap.gap);
  CHECK(bench.check(bench.table(HitPolicy::Unique, {"n"}, {{"-"}}), 0).stuck);
}

TEST_CASE("a table of many rows is looked through in few steps") {
  Bench bench;
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 300; ++i) {
    const std::string low = std::to_string(i);
    const std::string high = std::to_string(i + 1);
    rows.push_back({"[" + low + ".." + high + ")", "\"a\""});
    rows.push_back({"[" + low + ".." + high + ")", "not(\"a\")"});
  }
  rows.push_back({"< 0", "-"});
  rows.push_back({">= 300", "-"});
  const TableFindings found = bench.check(bench.table(HitPolicy::Unique, {"m", "c"}, rows));
  CHECK(!found.gap);
  CHECK(found.clashes.empty());
  CHECK(!found.stuck);
}

TEST_CASE("a hard table is looked through if there are steps enough, and else given up") {
  // Rows of three members each, so many that they leave nothing over.
  std::mt19937 random(3);
  Bench bench(60);
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 270; ++i) {
    std::string test;
    for (int literal = 0; literal < 3; ++literal) {
      const std::string member = "\"m" + std::to_string(random() % 60) + "\" in ?";
      test += (literal == 0 ? "" : " and ") + (random() % 2 == 0 ? member : "not(" + member + ")");
    }
    rows.push_back({test});
  }
  const DecisionTable table = bench.table(HitPolicy::First, {"many"}, rows);
  CHECK(bench.check(table, 1'000'000).stuck);
  CHECK(bench.check(table, 100).stuck);
  const TableFindings found = bench.check(table, 20'000'000);
  CHECK(!found.gap);
  CHECK(!found.stuck);
}
