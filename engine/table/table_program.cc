// SPDX-License-Identifier: MIT
#include "engine/table/table_program.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/expr/compiler.h"
#include "engine/expr/with_fact.h"
#include "engine/table/diagnostics.h"
#include "engine/table/hit_policy.h"

namespace zhilu {
namespace {

/// The value that a list of allowed values is asked about, and the name it has there. No fact has that
/// number.
constexpr FactId kCellFact{0xfffffff0};
constexpr std::string_view kCellName = "value of the cell";

/// A scope with one name more.
class CellScope final : public expr::Scope {
 public:
  explicit CellScope(const expr::Scope& outer) : outer_(outer), known_(outer.known_names()) {
    known_.variables.add(cell_.name);
  }

  const expr::Variable* find(std::string_view name) const override {
    return name == kCellName ? &cell_ : outer_.find(name);
  }
  std::vector<std::string> names() const override { return outer_.names(); }
  const expr::KnownNames& known_names() const override { return known_; }
  const Type* find_type(std::string_view name) const override { return outer_.find_type(name); }

 private:
  const expr::Scope& outer_;
  const expr::Variable cell_{std::string(kCellName), TypeKind::Any, kCellFact, {}};
  expr::KnownNames known_;
};

/// The tests of an allowed-values text one by one, as texts: the places between its outermost commas.
std::vector<std::string> split_tests(std::string_view text) {
  std::vector<std::string> parts(1);
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\' && i + 1 < text.size()) {
      parts.back() += c;
      parts.back() += text[++i];
      continue;
    }
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '(' || c == '[' || c == '{')) ++depth;
    if (!quoted && (c == ')' || c == ']' || c == '}')) --depth;
    if (!quoted && depth == 0 && c == ',') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string rows_text(const std::vector<std::uint32_t>& rules) {
  std::vector<std::uint32_t> rows;
  for (const std::uint32_t rule : rules) rows.push_back(rule + 1);
  return fmt::format("{}", fmt::join(rows, ", "));
}

}  // namespace

/// One evaluation.
class TableProgram::Run {
 public:
  Run(const TableProgram& table, const expr::Environment& environment, expr::Caller& caller)
      : table_(table), environment_(environment), caller_(caller) {}

  Value result() {
    if (std::optional<Value> refused = check_inputs()) return *std::move(refused);
    test_rules();
    const HitPolicy hit = table_.hit_;
    const bool ranked = reads_ranks(hit);
    rows_.resize(table_.rules_.size());
    for (std::uint32_t i = 0; ranked && i < rows_.size(); ++i) {
      if (truths_[i] != Truth::False) evaluate_outputs(i);
    }
    std::vector<std::uint32_t> ranks;
    if (ranked) {
      ranks = rank_rules(hit, rows_, [this](std::size_t column, const Value& value) {
        return place(table_.outputs_[column].allowed, value);
      });
    }
    const TableResult result = apply_hit_policy(hit, truths_, ranks);
    if (!result.clash.empty()) {
      const auto& kind = hit == HitPolicy::Any ? kRulesDisagree : kSeveralRulesHold;
      return fault(kind, {rows_text(result.clash)});
    }
    for (const std::uint32_t rule : result.matched) evaluate_outputs(rule);
    for (const std::uint32_t rule : result.possible) evaluate_outputs(rule);
    if (std::optional<Value> refused = check_outputs(result)) return *std::move(refused);
    return report(combine(result));
  }

 private:
  Value evaluate(const Program& program) { return caller_.evaluate(*program, environment_); }

  bool passes(const Program& test, const Value& value) {
    return caller_.evaluate(*test, expr::WithFact(environment_, kCellFact, value)).is_true();
  }

  /// Is the value, or each item of a list, one of the allowed ones? What is open may be.
  bool is_allowed(const Allowed& allowed, const Value& value) {
    if (allowed.test == nullptr || value.is_open() || passes(allowed.test, value)) return true;
    return value.is(ValueKind::List) &&
           std::all_of(value.as_list().begin(), value.as_list().end(),
                       [&](const Value& item) { return item.is_open() || passes(allowed.test, item); });
  }

  std::uint32_t place(const Allowed& allowed, const Value& value) {
    const auto it = std::find_if(allowed.places.begin(), allowed.places.end(),
                                 [&](const Program& test) { return passes(test, value); });
    return static_cast<std::uint32_t>(it - allowed.places.begin());
  }

  std::optional<Value> check_inputs() {
    for (const Input& input : table_.inputs_) {
      const Value value = evaluate(input.value);
      if (!is_allowed(input.allowed, value)) {
        return fault(kInputNotAllowed, {to_feel_text(value), input.allowed.text});
      }
    }
    return std::nullopt;
  }

  void test_rules() {
    for (const Rule& rule : table_.rules_) {
      Truth truth = Truth::True;
      for (const Program& test : rule.tests) {
        if (test == nullptr || truth == Truth::False) continue;
        const Value value = evaluate(test);
        if (value.is_open()) value.add_missing(missing_);
        truth = truth_and(truth, expr::to_truth(value));
      }
      truths_.push_back(truth);
    }
  }

  void evaluate_outputs(std::uint32_t rule) {
    if (!rows_[rule].empty()) return;
    for (const Program& output : table_.rules_[rule].outputs) {
      rows_[rule].push_back(evaluate(output));
      rows_[rule].back().add_missing(missing_);
    }
  }

  std::optional<Value> check_outputs(const TableResult& result) {
    for (const std::uint32_t rule : result.matched) {
      for (std::size_t column = 0; column < table_.outputs_.size(); ++column) {
        const Value& value = rows_[rule][column];
        const Allowed& allowed = table_.outputs_[column].allowed;
        // A null is an output without a value, or has been reported.
        if (value.is_null() || is_allowed(allowed, value)) continue;
        return fault(kOutputNotAllowed, {to_feel_text(value), allowed.text});
      }
    }
    return std::nullopt;
  }

  Value column_output(const TableResult& result, std::size_t column) {
    std::vector<Value> values(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!rows_[i].empty()) values[i] = rows_[i][column];
    }
    TableColumn shape;
    const Program& fallback = table_.outputs_[column].fallback;
    if (fallback != nullptr) shape.fallback = evaluate(fallback);
    return table_output(table_.hit_, result, values, shape, missing_);
  }

  /// The outputs of one rule, or of none (from `values`, one a column), as one value.
  Value to_context(const std::vector<Value>& values) {
    std::vector<Context::Entry> entries;
    for (std::size_t column = 0; column < values.size(); ++column) {
      entries.emplace_back(table_.outputs_[column].name, values[column]);
    }
    return Value::context(Context(std::move(entries)));
  }

  Value combine(const TableResult& result) {
    const std::size_t columns = table_.outputs_.size();
    if (columns == 1) return column_output(result, 0);
    if (aggregates(table_.hit_)) {
      std::vector<Value> values;
      for (std::size_t column = 0; column < columns; ++column)
        values.push_back(column_output(result, column));
      return to_context(values);
    }
    // Each rule gives one context, and the policy takes them whole.
    std::vector<Value> contexts(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!rows_[i].empty()) contexts[i] = to_context(rows_[i]);
    }
    TableColumn shape;
    std::vector<Value> fallbacks;
    bool has_fallback = false;
    for (const Output& output : table_.outputs_) {
      has_fallback = has_fallback || output.fallback != nullptr;
      fallbacks.push_back(output.fallback != nullptr ? evaluate(output.fallback) : Value::null());
    }
    if (has_fallback) shape.fallback = to_context(fallbacks);
    return table_output(table_.hit_, result, contexts, shape, missing_);
  }

  /// Tells the observer that the table became null, at an expression of the table.
  Value fault(const DiagnosticKind& kind, std::vector<std::string> args) {
    return report(Value::null(kind, std::move(args)));
  }
  Value report(Value value) {
    if (caller_.observer() == nullptr || !value.is_null()) return value;
    const Null& null = value.as_null();
    const auto all = all_table_diagnostics();
    // Other reasons come from a cell, and have been reported there.
    if (std::find(all.begin(), all.end(), null.reason) == all.end()) return value;
    const Program* at = nullptr;
    if (!table_.inputs_.empty()) at = &table_.inputs_.front().value;
    if (!table_.rules_.empty() && !table_.rules_.front().outputs.empty())
      at = &table_.rules_.front().outputs.front();
    if (at != nullptr) caller_.observer()->on_fault(**at, (*at)->root(), *null.reason, *null.args);
    return value;
  }

  const TableProgram& table_;
  const expr::Environment& environment_;
  expr::Caller& caller_;
  std::vector<Truth> truths_;
  /// By rule, the outputs; empty where they were not needed.
  std::vector<std::vector<Value>> rows_;
  FactSet missing_;
};

TableProgram::Allowed TableProgram::compile_allowed(const std::string& text, const expr::Scope& scope,
                                                    Diagnostics& diagnostics) {
  Allowed allowed{text, nullptr, {}};
  if (text.empty()) return allowed;
  const CellScope cells(scope);
  const auto cell = expr::compile(kCellName, TextOrigin{}, cells, diagnostics);
  allowed.test = expr::compile_unary_test(text, TextOrigin{}, *cell, cells, diagnostics);
  for (const std::string& part : split_tests(text)) {
    Diagnostics unheard;  // What is wrong was said of the whole.
    auto test = expr::compile_unary_test(part, TextOrigin{}, *cell, cells, unheard);
    if (test != nullptr) allowed.places.push_back(std::move(test));
  }
  return allowed;
}

TableProgram::TableProgram(const TableText& text, const expr::Scope& scope, Diagnostics& diagnostics)
    : hit_(text.hit) {
  for (const TableText::Input& input : text.inputs) {
    inputs_.push_back({expr::compile(input.expression, TextOrigin{}, scope, diagnostics),
                       compile_allowed(input.allowed, scope, diagnostics)});
  }
  for (const TableText::Output& output : text.outputs) {
    Program fallback;
    if (!output.fallback.empty()) fallback = expr::compile(output.fallback, TextOrigin{}, scope, diagnostics);
    outputs_.push_back(
        {output.name, compile_allowed(output.allowed, scope, diagnostics), std::move(fallback)});
  }
  for (const TableText::Rule& row : text.rules) {
    Rule rule;
    for (std::size_t i = 0; i < row.when.size(); ++i) {
      rule.tests.push_back(
          expr::compile_unary_test(row.when[i], TextOrigin{}, *inputs_[i].value, scope, diagnostics));
    }
    for (const std::string& then : row.then)
      rule.outputs.push_back(expr::compile(then, TextOrigin{}, scope, diagnostics));
    rules_.push_back(std::move(rule));
  }
}

Value TableProgram::evaluate(const expr::Environment& environment, expr::Caller& caller) const {
  return Run(*this, environment, caller).result();
}

}  // namespace zhilu
