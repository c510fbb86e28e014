// SPDX-License-Identifier: MIT
#include "engine/table/table_check.h"

#include <algorithm>
#include <map>

#include "engine/expr/vm.h"
#include "engine/table/hit_policy.h"
#include "engine/table/table_search.h"

namespace zhilu {
namespace {

/// What it takes to see whether two rules say the same anyway.
constexpr std::uint64_t kStepsOfPair = 10;

/// A world in which the facts that a table looks at have one combination of values.
class Combination final : public expr::Environment {
 public:
  Combination(const Knowledge& knowledge, const std::vector<Dimension>& dimensions,
              const Situation& situation) {
    std::map<FactId, std::vector<Value>> members;
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
      const Dimension& dimension = dimensions[i];
      const Value& value = dimension.cells[situation[i].first()].value;
      if (!dimension.option) {
        // A domain that could not be cut has no value to try.
        if (!value.is_null()) values_[dimension.fact] = value;
        continue;
      }
      std::vector<Value>& set = members[dimension.fact];
      const Fact& fact = knowledge.facts[dimension.fact];
      if (value.is_true()) set.push_back(Value::string(fact.options[*dimension.option].id));
    }
    for (auto& [fact, set] : members) values_[fact] = Value::list(std::move(set));
  }

  Value fact(FactId fact) const override {
    const auto it = values_.find(fact);
    return it != values_.end() ? it->second : Value::unknown(fact);
  }

 private:
  std::map<FactId, Value> values_;
};

class TableCheck {
 public:
  TableCheck(const Knowledge& knowledge, const DecisionTable& table, std::uint64_t& steps)
      : knowledge_(knowledge),
        table_(table),
        logic_(knowledge, table, steps),
        search_(logic_, steps),
        steps_(steps) {}

  TableFindings run() {
    if (!logic_.is_ready()) {
      found_.stuck = 0;
      return std::move(found_);
    }
    found_.dimensions = logic_.dimensions();
    if (!takes_all_hits(table_.hit) && !has_defaults()) check_gap();
    if (table_.hit == HitPolicy::Unique || table_.hit == HitPolicy::Any) check_clashes();
    return std::move(found_);
  }

 private:
  bool has_defaults() const {
    return std::all_of(table_.outputs.begin(), table_.outputs.end(),
                       [&](FactId output) { return knowledge_.facts[output].fallback.is_set(); });
  }

  Truth truth(std::uint32_t rule, const expr::Environment& world) const {
    Truth truth = Truth::True;
    for (const ConditionId test : table_.rules[rule].tests) {
      if (!test.is_set()) continue;
      truth = truth_and(truth, expr::to_truth(expr::evaluate(knowledge_.program(test), world)));
    }
    return truth;
  }

  std::vector<Value> outputs(std::uint32_t rule, const expr::Environment& world) const {
    std::vector<Value> values;
    for (const ConditionId output : table_.rules[rule].outputs) {
      values.push_back(expr::evaluate(knowledge_.program(output), world));
    }
    return values;
  }

  void check_gap() {
    SearchResult result = search_.find_gap();
    if (result.stuck) note_stuck(*result.stuck);
    if (!result.found) return;
    const Combination world(knowledge_, found_.dimensions, *result.found);
    for (std::uint32_t rule = 0; rule < table_.rules.size(); ++rule) {
      if (truth(rule, world) == Truth::False) continue;
      note_stuck(rule);
      return;
    }
    found_.gap = std::move(result.found);
  }

  void check_clashes() {
    const auto count = static_cast<std::uint32_t>(table_.rules.size());
    for (std::uint32_t a = 0; a < count; ++a) {
      for (std::uint32_t b = a + 1; b < count; ++b) {
        if (found_.clashes.size() == TableFindings::kMaxClashes) return;
        if (steps_ < kStepsOfPair) {
          note_stuck(b);
          return;
        }
        steps_ -= kStepsOfPair;
        if (table_.hit != HitPolicy::Any || !always_agree(a, b)) check_pair(a, b);
      }
    }
  }

  /// Are the outputs of both rules the same constants?
  bool always_agree(std::uint32_t a, std::uint32_t b) const {
    for (const std::uint32_t rule : {a, b}) {
      for (const ConditionId output : table_.rules[rule].outputs) {
        if (!knowledge_.program(output).is_constant()) return false;
      }
    }
    return agree(a, b, Combination(knowledge_, {}, {}));
  }

  bool agree(std::uint32_t a, std::uint32_t b, const expr::Environment& world) const {
    const std::vector<std::vector<Value>> rows{outputs(a, world), outputs(b, world)};
    const auto ranks = rank_rules(HitPolicy::Any, rows, {});
    return ranks[0] == ranks[1];
  }

  void check_pair(std::uint32_t a, std::uint32_t b) {
    SearchResult result = search_.find_overlap(a, b);
    if (result.stuck) note_stuck(*result.stuck);
    if (!result.found) return;
    const Combination world(knowledge_, found_.dimensions, *result.found);
    const bool both = truth(a, world) == Truth::True && truth(b, world) == Truth::True;
    if (!both || (table_.hit == HitPolicy::Any && agree(a, b, world))) {
      // Outputs that are no constants may differ in another situation.
      note_stuck(b);
      return;
    }
    found_.clashes.push_back({a, b, *std::move(result.found)});
  }

  void note_stuck(std::uint32_t rule) {
    if (!found_.stuck) found_.stuck = rule;
  }

  const Knowledge& knowledge_;
  const DecisionTable& table_;
  TableLogic logic_;
  TableSearch search_;
  std::uint64_t& steps_;
  TableFindings found_;
};

}  // namespace

TableFindings check_table(const Knowledge& knowledge, const DecisionTable& table, std::uint64_t& steps) {
  return TableCheck(knowledge, table, steps).run();
}

}  // namespace zhilu
