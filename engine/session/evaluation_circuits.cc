// SPDX-License-Identifier: MIT
// Truths of circuits, and what they are missing.
#include "engine/compile/circuit_run.h"
#include "engine/session/evaluation.h"

namespace zhilu {

Truth Evaluation::find_truth(CircuitId circuit) const {
  Truth truth = Truth::Unknown;
  if (blank_facts(circuit).empty()) {
    NothingMissing missing;
    truth = run_circuit(compiled_.circuits[circuit.value], missing,
                        [this](std::uint32_t predicate) { return truth_of_predicate(predicate); });
  }
  keep_truth(circuit, truth);
  return truth;
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
  if (const Truth known = circuit_truths_[circuit.value]; known == Truth::True || known == Truth::False) {
    return known;
  }
  if (const std::span<const FactId> blank = blank_facts(circuit); !blank.empty()) {
    found_.append(blank);
    return Truth::Unknown;
  }
  const Truth truth = run_circuit(compiled_.circuits[circuit.value], found_,
                                  [this](std::uint32_t predicate) { return find_missing_of(predicate); });
  keep_truth(circuit, truth);
  return truth;
}

/// Truth of a predicate. Adds what it is missing to the list in hand.
Truth Evaluation::find_missing_of(std::uint32_t index) const {
  const Truth truth = truth_of_predicate(index);
  if (truth != Truth::Unknown) return truth;
  if (index >= compiled_.general) {
    const Part& part = missing_[index - compiled_.general];
    found_.append({missing_facts_.data() + part.begin, part.size});
  } else if (const FactId fact = compiled_.predicates[index].fact;
             answer(fact).state != AnswerState::Inapplicable) {
    found_.push_back(fact);
  }
  return truth;
}

}  // namespace zhilu
