// SPDX-License-Identifier: MIT
#include "engine/session/evaluation.h"

#include <algorithm>
#include <array>

#include "engine/compile/slots.h"
#include "engine/session/environment.h"
#include "engine/session/predicate_truth.h"
#include "engine/table/hit_policy.h"

namespace zhilu {

namespace {

constexpr std::uint32_t kLowestRank = 0xffffffff;

}  // namespace

Evaluation::Evaluation(const Compiled& compiled)
    : compiled_(compiled),
      rows_(compiled.slots.size(), Slot::kOpen),
      truths_(compiled.predicates.size()),
      circuit_truths_(compiled.circuits.size(), kNotAsked),
      literals_(2 * (compiled.predicates.size() + 1), Literal::kTrue),
      missing_(compiled.predicates.size() - compiled.general),
      open_(compiled.derived_count),
      matched_(compiled.knowledge->tables.size()),
      is_blank_(compiled.knowledge->tables.size()),
      constant_fallbacks_(compiled.knowledge->facts.size()),
      due_from_today_(compiled.limits.items.size()) {
  const std::size_t facts = compiled.knowledge->facts.size();
  answers_.resize(facts);
  open_facts_.resize(facts, kNotLooked);
  derived_.resize(facts);
  for (std::uint32_t i = 0; i < compiled.derivations.size(); ++i) {
    const Derivation& derivation = compiled.derivations[i];
    if (!derivation.fact.is_set()) {
      const Array<FactId>& outputs = knowledge().tables[derivation.table].outputs;
      table_facts_.insert(table_facts_.end(), outputs.begin(), outputs.end());
      continue;
    }
    defaults_.push_back(i);
    const ConditionId fallback = knowledge().facts[derivation.fact].fallback;
    const expr::Program& program = knowledge().program(fallback);
    if (!program.is_constant()) continue;
    const Value& value = program.ast().value(program.root());
    if (value.is_null() || value.is_open()) continue;
    constant_fallbacks_[derivation.fact.value] =
        to_answer(knowledge(), derivation.fact, value, Origin::Default);
  }
}

void Evaluation::start(const Matter& matter, Date as_of) {
  matter_ = &matter;
  if (as_of_ != as_of) due_from_today_.assign(compiled_.limits.items.size(), std::nullopt);
  as_of_ = as_of;
  missing_facts_.clear();
  has_literals_ = false;
  std::fill(truths_.begin(), truths_.end(), kNotAsked);
  if (has_looked_) std::fill(open_facts_.begin(), open_facts_.end(), kNotLooked);
  has_looked_ = false;
  forget_circuits();
  const Answer* given = matter.answers.data();
  if (given != given_) {
    given_ = given;
    for (std::uint32_t f = 0; f < answers_.size(); ++f) answers_[f] = given + f;
  }
  has_partial_ = find_rows(compiled_, given, rows_.data());
  for (const FactId fact : table_facts_) answers_[fact.value] = nullptr;
  for (const std::uint32_t derivation : defaults_) {
    const FactId fact = compiled_.derivations[derivation].fact;
    answers_[fact.value] = given + fact.value;
    // Of many facts, these lie far apart.
    __builtin_prefetch(given + fact.value);
  }
  for (const std::uint32_t derivation : defaults_) derive_fallback(derivation);
}

bool Evaluation::take_answer(FactId fact, std::vector<SlotId>& slots) {
  open_facts_[fact.value] = kNotLooked;
  for (const SlotId id : compiled_.slots_of_fact[fact.value]) {
    const Slot& slot = compiled_.slots[id.value];
    if (!compiled_.is_read(id)) {
      std::fill_n(truths_.begin() + slot.first, slot.count, kNotAsked);
      continue;
    }
    const std::uint16_t row = row_of(compiled_, slot, answer(fact));
    if (row == rows_[id.value]) continue;
    if (rows_[id.value] != Slot::kOpen || row == Slot::kPartial) return false;
    rows_[id.value] = row;
    std::fill_n(truths_.begin() + slot.first, slot.count, kNotAsked);
    slots.push_back(id);
  }
  forget_circuits();
  has_literals_ = false;
  return true;
}

void Evaluation::remember_circuits() {
  memory_ = std::make_unique<CircuitMemory>(compiled_);
}

void Evaluation::take_changes(std::span<const FactId> facts) {
  memory_->take_up();
  has_literals_ = false;
  FactBitRows changed(1, fact_count());
  const auto forget = [&](FactId fact) {
    set_bit(changed[0], fact);
    forget_predicates_of(fact);
  };
  for (const FactId fact : facts) {
    // What its default gave stands for it no more; if it has one, that is found below.
    set_answer(fact, (*matter_)[fact]);
    forget(fact);
  }
  for (std::size_t i = 0; i < compiled_.derivations.size(); ++i) {
    const Derivation& derivation = compiled_.derivations[i];
    if (!memory_->derivation_reads(i, changed[0])) continue;
    if (derivation.fact.is_set()) {
      set_answer(derivation.fact, (*matter_)[derivation.fact]);
      derive_fallback(i);
      forget(derivation.fact);
    } else {
      for (const FactId output : knowledge().tables[derivation.table].outputs) {
        answers_[output.value] = nullptr;
        open_facts_[output.value] = kNotLooked;
        forget(output);
      }
    }
  }
  for (std::uint32_t i = 0; i < missing_.size(); ++i) {
    if (!memory_->general_reads(i, changed[0])) continue;
    forget_predicate(compiled_.general + i);
  }
}

void Evaluation::forget_predicates_of(FactId fact) {
  for (const SlotId id : compiled_.slots_of_fact[fact.value]) {
    const Slot& slot = compiled_.slots[id.value];
    for (std::uint32_t p = slot.first; p < slot.first + slot.count; ++p) forget_predicate(p);
  }
}

void Evaluation::forget_predicate(std::uint32_t index) {
  truths_[index] = kNotAsked;
  for (const CircuitId circuit : memory_->readers(index)) {
    circuit_truths_[circuit.value] = kNotAsked;
    memory_->forget_missing(circuit);
  }
}

void Evaluation::forget_circuits() {
  if (memory_ != nullptr) {
    memory_->take_up();
    memory_->forget_all_missing();
    std::fill(circuit_truths_.begin(), circuit_truths_.end(), kNotAsked);
    return;
  }
  for (const std::uint32_t circuit : set_circuits_) circuit_truths_[circuit] = kNotAsked;
  set_circuits_.clear();
}

const Answer& Evaluation::derive(FactId fact) const {
  derive_table(knowledge().facts[fact].table);
  return *answers_[fact.value];
}

const std::vector<std::uint32_t>& Evaluation::matched_rules(TableId table) const {
  if (answers_[knowledge().tables[table].outputs[0].value] == nullptr) derive_table(table);
  return matched_[table.value];
}

void Evaluation::set_answer(FactId fact, const Answer& answer) const {
  answers_[fact.value] = &answer;
  open_facts_[fact.value] = kNotLooked;
  set_rows(fact, answer);
}

void Evaluation::set_rows(FactId fact, const Answer& answer) const {
  for (const SlotId slot : compiled_.slots_of_fact[fact.value]) {
    if (!compiled_.is_read(slot)) continue;
    rows_[slot.value] = row_of(compiled_, compiled_.slots[slot.value], answer);
    has_partial_ = has_partial_ || rows_[slot.value] == Slot::kPartial;
  }
}

const std::uint8_t* Evaluation::tested_literals() const {
  if (has_literals_) return literals_.data();
  has_literals_ = true;
  for (std::uint32_t s = 0; s < compiled_.slots.size(); ++s) {
    const Slot& slot = compiled_.slots[s];
    if (!slot.is_tested) continue;
    if (slot.derived != Slot::kGiven) answer(slot.fact);
    const std::uint16_t row = rows_[s];
    std::uint8_t* literals = literals_.data() + std::size_t{2} * slot.first;
    const std::size_t count = std::size_t{2} * slot.count;
    if (row == Slot::kOpen) {
      std::fill_n(literals, count, Literal::kUnknown);
    } else if (row != Slot::kPartial) {
      std::copy_n(compiled_.row_literals.data() + slot.literals + row * count, count, literals);
    } else {
      for (std::uint32_t p = slot.first; p < slot.first + slot.count; ++p) {
        const Truth truth = test(p);
        *literals++ = Literal::bits(truth);
        *literals++ = Literal::bits(truth_not(truth));
      }
    }
  }
  return literals_.data();
}

Truth Evaluation::test(std::uint32_t index) const {
  const Predicate& predicate = compiled_.predicates[index];
  if (predicate.kind == PredicateKind::General) return test_general(predicate, index);
  return truth_for(compiled_, predicate, answer(predicate.fact));
}

Truth Evaluation::test_general(const Predicate& predicate, std::uint32_t index) const {
  const Blank& blank = compiled_.general_blanks[index - compiled_.general];
  if (is_blank(blank)) {
    keep_missing(index, {compiled_.blank_facts.data() + blank.begin + blank.reads, blank.missing});
    return blank.truth();
  }
  const expr::Program& program = knowledge().program(predicate.condition);
  for (const FactId fact : program.facts()) answer(fact);
  const MatterEnvironment environment(knowledge(), answers_, matter_->events, as_of_);
  const Value value = expr::evaluate(program, predicate.root, environment);
  keep_missing(index, {});
  if (value.is(ValueKind::Boolean)) return truth_of(value.as_boolean());
  if (value.is_open()) {
    const FactSet missing = value.missing();
    keep_missing(index, {missing.begin(), missing.end()});
  }
  return Truth::Unknown;
}

/// Whether nothing is known of the facts that a blank reads, so that it says what comes of its expression.
bool Evaluation::is_blank(const Blank& blank) const {
  return blank.kind != Blank::Kind::None &&
         are_open({compiled_.blank_facts.data() + blank.begin, blank.reads});
}

std::uint8_t Evaluation::look(FactId fact) const {
  has_looked_ = true;
  const AnswerState state = answer(fact).state;
  return state == AnswerState::Unasked || state == AnswerState::Unsure ? 1 : 0;
}

void Evaluation::keep_missing(std::uint32_t index, std::span<const FactId> facts) const {
  missing_[index - compiled_.general] = {static_cast<std::uint32_t>(missing_facts_.size()),
                                         static_cast<std::uint32_t>(facts.size())};
  missing_facts_.insert(missing_facts_.end(), facts.begin(), facts.end());
}

void Evaluation::derive_fallback(std::size_t derivation) {
  const FactId fact = compiled_.derivations[derivation].fact;
  if ((*matter_)[fact].state != AnswerState::Unasked) return;
  if (const std::optional<Answer>& constant = constant_fallbacks_[fact.value]) {
    set_answer(fact, *constant);
    return;
  }
  // Null says that there is no default here: the fact stays unasked.
  const Blank& blank = compiled_.default_blanks[derivation];
  const bool gives_nothing = blank.kind == Blank::Kind::Null || blank.kind == Blank::Kind::Open;
  if (gives_nothing && is_blank(blank)) return;
  const Value value = value_of_condition(knowledge().facts[fact].fallback);
  if (value.is_null() || value.is_open()) return;
  derived_[fact.value] = to_answer(knowledge(), fact, value, Origin::Default);
  set_answer(fact, derived_[fact.value]);
}

void Evaluation::derive_table(TableId id) const {
  const DecisionTable& table = knowledge().tables[id];
  const std::span<const FactId> reads = compiled_.blank_tables[id.value];
  const bool is_blank = !reads.empty() && are_open(reads);
  if (is_blank && is_blank_[id.value]) {
    for (const FactId output : table.outputs) set_answer(output, derived_[output.value]);
    return;
  }
  is_blank_[id.value] = is_blank;
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
    derived_[output.value] = to_answer(knowledge(), output, value, Origin::Inferred);
    set_answer(output, derived_[output.value]);
    std::vector<FactId>& open = open_[compiled_.derived_number[output.value]];
    open.clear();
    each_fact(bits[0], [&open](FactId missing) { open.push_back(missing); });
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
  const expr::Program& program = knowledge().program(id);
  if (program.is_constant()) return program.ast().value(program.root());
  for (const FactId fact : program.facts()) answer(fact);
  return expr::evaluate(program, MatterEnvironment(knowledge(), answers_, matter_->events, as_of_));
}

DueDate Evaluation::due(Date start, const LimitFacts& limit) const {
  if (start != as_of_) return knowledge().calendar.due(start, limit.within);
  std::optional<DueDate>& due =
      due_from_today_[static_cast<std::size_t>(&limit - compiled_.limits.items.data())];
  if (!due) due = knowledge().calendar.due(start, limit.within);
  return *due;
}

}  // namespace zhilu
