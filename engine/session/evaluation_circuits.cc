// SPDX-License-Identifier: MIT
// Truths of circuits, and what they are missing.
#include <array>

#include "engine/session/evaluation.h"

namespace zhilu {

Truth Evaluation::truth(CircuitId circuit) const {
  if (!circuit.is_set()) return Truth::True;
  if (memory_ != nullptr) memory_->note_asked(circuit);
  const auto ops = compiled_.circuits[circuit.value];
  // Most conditions are a single predicate.
  const bool is_predicate = ops.size() == 1 && ops[0].code == CircuitOp::Code::Predicate;
  const Truth known = is_predicate ? truths_[ops[0].predicate] : circuit_truths_[circuit.value];
  if (known != kNotAsked) return known;
  if (!blank_facts(circuit).empty()) return Truth::Unknown;
  if (is_predicate) return truth_of_predicate(ops[0].predicate);
  const Truth truth = run_circuit(ops);
  keep_truth(circuit, truth);
  return truth;
}

Truth Evaluation::run_circuit(std::span<const CircuitOp> ops) const {
  std::array<Truth, kMaxCircuitDepth + 2> stack;
  std::size_t top = 0;
  for (const CircuitOp& op : ops) {
    switch (op.code) {
      case CircuitOp::Code::Predicate:
        stack[top++] = truth_of_predicate(op.predicate);
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
  const auto add = [](FactBits row) { return [row](FactId fact) { set_bit(row, fact); }; };
  if (memory_ == nullptr) {
    each_missing(circuit, add(bits));
    return;
  }
  if (truth(circuit) != Truth::Unknown) return;
  if (memory_->missing(circuit).empty()) {
    std::vector<std::uint64_t> row(bits.size());
    each_missing(circuit, add(row));
    memory_->keep_missing(circuit, row);
  }
  unite(bits, memory_->missing(circuit));
}

/// Truth of a circuit. Adds the facts that it is missing to the list in hand, derived ones as they are: none
/// unless it is Unknown.
Truth Evaluation::find_missing(CircuitId circuit) const {
  if (!circuit.is_set()) return Truth::True;
  if (memory_ != nullptr) memory_->note_asked(circuit);
  if (const std::span<const FactId> blank = blank_facts(circuit); !blank.empty()) {
    found_.insert(found_.end(), blank.begin(), blank.end());
    return Truth::Unknown;
  }
  const auto ops = compiled_.circuits[circuit.value];
  if (ops.size() == 1 && ops[0].code == CircuitOp::Code::Predicate) {
    const Truth truth = truth_of_predicate(ops[0].predicate);
    if (truth == Truth::Unknown) find_missing_of_predicate(ops[0].predicate);
    return truth;
  }
  if (const Truth known = circuit_truths_[circuit.value]; known == Truth::True || known == Truth::False) {
    return known;
  }
  const Truth truth = run_circuit_for_missing(ops);
  keep_truth(circuit, truth);
  return truth;
}

void Evaluation::keep_truth(CircuitId circuit, Truth truth) const {
  if (memory_ == nullptr && circuit_truths_[circuit.value] == kNotAsked)
    set_circuits_.push_back(circuit.value);
  circuit_truths_[circuit.value] = truth;
}

Truth Evaluation::run_circuit_for_missing(std::span<const CircuitOp> ops) const {
  // As in run_circuit(), and beside each truth on the stack, where its facts begin in the list; those of the
  // next follow, so that the facts of both parts of an operation lie together. A part that is settled misses
  // nothing; where it is combined away, so are its facts.
  struct Place {
    Truth truth;
    std::size_t begin;
  };
  std::array<Place, kMaxCircuitDepth + 2> stack;
  std::size_t top = 0;
  for (const CircuitOp& op : ops) {
    switch (op.code) {
      case CircuitOp::Code::Predicate: {
        const Truth truth = truth_of_predicate(op.predicate);
        stack[top++] = {truth, found_.size()};
        if (truth == Truth::Unknown) find_missing_of_predicate(op.predicate);
        break;
      }
      case CircuitOp::Code::False:
        stack[top++] = {Truth::False, found_.size()};
        break;
      case CircuitOp::Code::True:
        stack[top++] = {Truth::True, found_.size()};
        break;
      case CircuitOp::Code::Not:
        stack[top - 1].truth = truth_not(stack[top - 1].truth);
        break;
      case CircuitOp::Code::And:
      case CircuitOp::Code::Or: {
        --top;
        Place& a = stack[top - 1];
        const Truth b = stack[top].truth;
        a.truth = op.code == CircuitOp::Code::And ? truth_and(a.truth, b) : truth_or(a.truth, b);
        if (a.truth != Truth::Unknown) found_.resize(a.begin);
        break;
      }
    }
  }
  return stack[0].truth;
}

void Evaluation::find_missing_of_predicate(std::uint32_t index) const {
  const Predicate& predicate = compiled_.predicates[index];
  if (predicate.kind == PredicateKind::General) {
    const Part& part = missing_[index - compiled_.general];
    const auto first = missing_facts_.begin() + part.begin;
    found_.insert(found_.end(), first, first + part.size);
  } else if (answer(predicate.fact).state != AnswerState::Inapplicable) {
    found_.push_back(predicate.fact);
  }
}

}  // namespace zhilu
