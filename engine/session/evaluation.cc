// SPDX-License-Identifier: MIT
#include "engine/session/evaluation.h"

#include <algorithm>
#include <array>

#include "engine/session/environment.h"
#include "engine/table/hit_policy.h"

namespace zhilu {

namespace {

constexpr std::uint32_t kNoRow = 0xffffffff;
constexpr std::uint32_t kLowestRank = 0xffffffff;

/// A null is written Unknown with nothing missing; the traversal lets such a condition not hold.
Truth one_of(const Answer& answer, std::uint64_t mask) {
  if (answer.state == AnswerState::Inapplicable) return Truth::False;
  if (answer.state != AnswerState::Value) return Truth::Unknown;
  if ((answer.yes & ~mask) == 0) return Truth::True;
  return (answer.yes & mask) == 0 ? Truth::False : Truth::Unknown;
}

Truth has_member(const Answer& answer, std::uint64_t mask) {
  if (answer.state == AnswerState::Inapplicable) return Truth::False;
  if (answer.state != AnswerState::Value) return Truth::Unknown;
  if ((answer.yes & mask) != 0) return Truth::True;
  return (answer.no & mask) != 0 ? Truth::False : Truth::Unknown;
}

Truth is_true(const Answer& answer) {
  if (answer.state != AnswerState::Value || answer.yes == 3) return Truth::Unknown;
  return truth_of(answer.yes == 2);
}

Truth compare(const Answer& answer, PredicateKind kind, const Decimal& number) {
  // Null equals no number, and is in no order with one.
  if (answer.state == AnswerState::Inapplicable && kind == PredicateKind::Equal) return Truth::False;
  if (answer.state != AnswerState::Value) return Truth::Unknown;
  const auto low = answer.low <=> number;
  // An open upper bound is above every number.
  const auto high = answer.bounded ? answer.high <=> number : std::strong_ordering::greater;
  switch (kind) {
    case PredicateKind::Less:
      return high < 0 ? Truth::True : low >= 0 ? Truth::False : Truth::Unknown;
    case PredicateKind::LessEqual:
      return high <= 0 ? Truth::True : low > 0 ? Truth::False : Truth::Unknown;
    default:
      if (low == 0 && high == 0) return Truth::True;
      return low > 0 || high < 0 ? Truth::False : Truth::Unknown;
  }
}

}  // namespace

Evaluation::Evaluation(const Compiled& compiled, const Matter& matter, Date as_of)
    : compiled_(compiled),
      matter_(matter),
      as_of_(as_of),
      truths_(compiled.predicates.size(), Truth::Unknown),
      missing_(0, matter.answers.size()),
      missing_row_(compiled.predicates.size(), kNoRow),
      scratch_(kMaxCircuitDepth + 2, matter.answers.size()),
      open_(matter.answers.size(), matter.answers.size()),
      matched_(compiled.knowledge->tables.size()) {
  answers_.reserve(matter.answers.size());
  for (const Answer& answer : matter.answers) answers_.push_back(&answer);
  derived_.reserve(matter.answers.size());
  test_row(0);
  for (std::size_t i = 0; i < compiled.derivations.size(); ++i) {
    const Derivation& derivation = compiled.derivations[i];
    if (derivation.fact.is_set()) {
      derive_fallback(derivation.fact);
    } else {
      derive_table(derivation.table);
    }
    test_row(i + 1);
  }
}

void Evaluation::test_row(std::size_t row) {
  for (PredicateId id : compiled_.predicates_after[row]) {
    truths_[id.value] = test(compiled_.predicates[id.value], id.value);
  }
}

Truth Evaluation::test(const Predicate& predicate, std::uint32_t index) {
  switch (predicate.kind) {
    case PredicateKind::IsTrue:
      return is_true(answer(predicate.fact));
    case PredicateKind::OneOf:
      return one_of(answer(predicate.fact), predicate.mask);
    case PredicateKind::HasMember:
      return has_member(answer(predicate.fact), predicate.mask);
    case PredicateKind::Less:
    case PredicateKind::LessEqual:
    case PredicateKind::Equal:
      return compare(answer(predicate.fact), predicate.kind, predicate.number);
    case PredicateKind::General:
      return test_general(predicate, index);
  }
  return Truth::Unknown;
}

Truth Evaluation::test_general(const Predicate& predicate, std::uint32_t index) {
  const MatterEnvironment environment(knowledge(), answers_, matter_.events, as_of_);
  const Value value = expr::evaluate(*predicate.program, predicate.root, environment);
  if (value.is(ValueKind::Boolean)) return truth_of(value.as_boolean());
  if (value.is_open()) {
    missing_row_[index] = missing_.add_row();
    for (FactId fact : value.missing()) add_missing_fact(fact, missing_[missing_row_[index]]);
  }
  return Truth::Unknown;
}

void Evaluation::derive_fallback(FactId fact) {
  if (matter_[fact].state != AnswerState::Unasked) return;
  const Value value = value_of_condition(knowledge().facts[fact].fallback);
  // Null says that there is no default here: the fact stays unasked.
  if (value.is_null() || value.is_open()) return;
  derived_.push_back(to_answer(knowledge(), fact, value, Origin::Default));
  answers_[fact.value] = &derived_.back();
}

void Evaluation::derive_table(TableId id) {
  const DecisionTable& table = knowledge().tables[id];
  const std::size_t count = table.rules.size();
  FactBitRows bits(2, fact_count());
  const std::vector<Truth> truths = test_rules(table, bits[1]);
  const auto value_of = [&](std::size_t rule, std::size_t output) {
    return value_of_condition(table.rules[rule].outputs[output]);
  };
  const TableResult result = apply_hit_policy(table.hit, truths, rank_rules_of(table, truths));
  matched_[id.value] = result.matched;
  for (const std::uint32_t rule : result.possible) add_missing_of_rule(table.rules[rule], bits[0]);
  std::vector<Value> values(count);
  for (std::size_t o = 0; o < table.outputs.size(); ++o) {
    const FactId output = table.outputs[o];
    const Fact& fact = knowledge().facts[output];
    for (const std::uint32_t rule : result.matched) values[rule] = value_of(rule, o);
    for (const std::uint32_t rule : result.possible) values[rule] = value_of(rule, o);
    TableColumn column{&fact, output, std::nullopt};
    if (fact.fallback.is_set()) column.fallback = value_of_condition(fact.fallback);
    // What an output cannot be said without is missing too.
    const auto need = [&](const Value& value) {
      for (const FactId needed : value.missing()) add_missing_fact(needed, bits[0]);
    };
    for (const Value& value : values) need(value);
    if (column.fallback && result.matched.empty()) need(*column.fallback);
    const Value value = table_output(table.hit, result, values, column, to_fact_set(bits[0]));
    derived_.push_back(to_answer(knowledge(), output, value, Origin::Inferred));
    answers_[output.value] = &derived_.back();
    unite(open_[output.value], bits[0]);
  }
}

std::vector<std::uint32_t> Evaluation::rank_rules_of(const DecisionTable& table,
                                                     std::span<const Truth> truths) const {
  if (!reads_ranks(table.hit)) return {};
  std::vector<std::vector<Value>> outputs(table.rules.size());
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (truths[i] == Truth::False) continue;
    for (const ConditionId output : table.rules[i].outputs) outputs[i].push_back(value_of_condition(output));
  }
  return rank_rules(table.hit, outputs, [&](std::size_t column, const Value& value) {
    if (!value.is(ValueKind::String)) return kLowestRank;
    return knowledge().find_option(table.outputs[column], value.as_string()).value_or(kLowestRank);
  });
}

std::vector<Truth> Evaluation::test_rules(const DecisionTable& table, FactBits scratch) const {
  std::vector<Truth> truths;
  truths.reserve(table.rules.size());
  for (const TableRule& rule : table.rules) {
    Truth truth = Truth::True;
    for (ConditionId test : rule.tests) truth = truth_and(truth, this->truth(test));
    if (truth == Truth::Unknown) {
      std::fill(scratch.begin(), scratch.end(), 0);
      add_missing_of_rule(rule, scratch);
      // Unknown for want of nothing is null: the rule does not hold.
      if (is_empty(scratch)) truth = Truth::False;
    }
    truths.push_back(truth);
  }
  return truths;
}

void Evaluation::add_missing_of_rule(const TableRule& rule, FactBits bits) const {
  for (ConditionId test : rule.tests) {
    if (truth(test) == Truth::Unknown) add_missing(CircuitId{test.value}, bits);
  }
}

Value Evaluation::value_of_condition(ConditionId id) const {
  const expr::Program& program = *knowledge().conditions[id].program;
  if (program.is_constant()) return program.ast().value(program.root());
  return expr::evaluate(program, MatterEnvironment(knowledge(), answers_, matter_.events, as_of_));
}

Truth Evaluation::truth(CircuitId circuit) const {
  if (!circuit.is_set()) return Truth::True;
  const auto ops = compiled_.circuits[circuit.value];
  // Most conditions are a single predicate.
  if (ops.size() == 1 && ops[0].code == CircuitOp::Code::Predicate) return truths_[ops[0].predicate];
  std::array<Truth, kMaxCircuitDepth + 2> stack;
  std::size_t top = 0;
  for (const CircuitOp& op : ops) {
    switch (op.code) {
      case CircuitOp::Code::Predicate:
        stack[top++] = truths_[op.predicate];
        break;
      case CircuitOp::Code::False:
        stack[top++] = Truth::False;
        break;
      case CircuitOp::Code::True:
        stack[top++] = Truth::True;
        break;
      case CircuitOp::Code::Not:
        stack[top - 1] = truth_not(stack[top - 1]);
        break;
      case CircuitOp::Code::And:
        --top;
        stack[top - 1] = truth_and(stack[top - 1], stack[top]);
        break;
      case CircuitOp::Code::Or:
        --top;
        stack[top - 1] = truth_or(stack[top - 1], stack[top]);
        break;
    }
  }
  return stack[0];
}

void Evaluation::add_missing(CircuitId circuit, FactBits bits) const {
  if (!circuit.is_set()) return;
  // As in truth(), and beside each truth on the stack, in the row of the same place, the facts missing if it
  // is Unknown. A part that is settled misses nothing; where it is combined away, so are its facts.
  std::array<Truth, kMaxCircuitDepth + 2> stack{};
  std::size_t top = 0;
  const auto push = [&](Truth truth) {
    const FactBits row = scratch_[top];
    std::fill(row.begin(), row.end(), 0);
    stack[top++] = truth;
    return row;
  };
  for (const CircuitOp& op : compiled_.circuits[circuit.value]) {
    switch (op.code) {
      case CircuitOp::Code::Predicate: {
        const FactBits row = push(truths_[op.predicate]);
        if (truths_[op.predicate] == Truth::Unknown) add_missing_of_predicate(op.predicate, row);
        break;
      }
      case CircuitOp::Code::False:
        push(Truth::False);
        break;
      case CircuitOp::Code::True:
        push(Truth::True);
        break;
      case CircuitOp::Code::Not:
        stack[top - 1] = truth_not(stack[top - 1]);
        break;
      case CircuitOp::Code::And:
      case CircuitOp::Code::Or: {
        --top;
        const Truth a = stack[top - 1];
        const Truth b = stack[top];
        stack[top - 1] = op.code == CircuitOp::Code::And ? truth_and(a, b) : truth_or(a, b);
        if (stack[top - 1] != Truth::Unknown || b != Truth::Unknown) break;
        const FactBits row = scratch_[top - 1];
        if (a != Truth::Unknown) std::fill(row.begin(), row.end(), 0);
        unite(row, scratch_[top]);
        break;
      }
    }
  }
  if (stack[0] == Truth::Unknown) unite(bits, scratch_[0]);
}

void Evaluation::add_missing_of_predicate(std::uint32_t index, FactBits bits) const {
  const Predicate& predicate = compiled_.predicates[index];
  if (predicate.kind == PredicateKind::General) {
    if (missing_row_[index] != kNoRow) unite(bits, missing_[missing_row_[index]]);
  } else if (answer(predicate.fact).state != AnswerState::Inapplicable) {
    add_missing_fact(predicate.fact, bits);
  }
}

void Evaluation::add_missing_fact(FactId fact, FactBits bits) const {
  if (knowledge().facts[fact].is_derived()) {
    unite(bits, open_[fact.value]);
  } else {
    set_bit(bits, fact);
  }
}

}  // namespace zhilu
