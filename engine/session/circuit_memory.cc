// SPDX-License-Identifier: MIT
#include "engine/session/circuit_memory.h"

#include <algorithm>

namespace zhilu {
namespace {

Rows<CircuitId> find_readers(const Compiled& compiled) {
  std::vector<std::vector<CircuitId>> circuits(compiled.predicates.size());
  for (std::uint32_t c = 0; c < compiled.circuits.size(); ++c) {
    for (const CircuitOp& op : compiled.circuits[c]) {
      if (op.code != CircuitOp::Code::Predicate) continue;
      std::vector<CircuitId>& readers = circuits[op.predicate];
      if (readers.empty() || readers.back() != CircuitId{c}) readers.push_back(CircuitId{c});
    }
  }
  Rows<CircuitId> rows;
  for (const std::vector<CircuitId>& readers : circuits) {
    for (const CircuitId reader : readers) rows.add(reader);
    rows.end_row();
  }
  return rows;
}

void add_reads(const Knowledge& knowledge, ConditionId condition, FactBits reads) {
  if (!condition.is_set()) return;
  for (const FactId fact : knowledge.program(condition).facts()) set_bit(reads, fact);
}

void add_reads(const Knowledge& knowledge, const Derivation& derivation, FactBits reads) {
  if (derivation.fact.is_set()) {
    set_bit(reads, derivation.fact);
    add_reads(knowledge, knowledge.facts[derivation.fact].fallback, reads);
    return;
  }
  const DecisionTable& table = knowledge.tables[derivation.table];
  for (const FactId output : table.outputs) add_reads(knowledge, knowledge.facts[output].fallback, reads);
  for (const TableRule& rule : table.rules) {
    for (const ConditionId test : rule.tests) add_reads(knowledge, test, reads);
    for (const ConditionId output : rule.outputs) add_reads(knowledge, output, reads);
  }
}

}  // namespace

CircuitMemory::CircuitMemory(const Compiled& compiled)
    : asked_(compiled.circuits.size()),
      missing_row_(compiled.circuits.size(), kNoRow),
      has_missing_(compiled.circuits.size()),
      missing_(0, compiled.knowledge->facts.size()),
      readers_(find_readers(compiled)),
      derivation_reads_(compiled.derivations.size(), compiled.knowledge->facts.size()),
      general_reads_(compiled.predicates.size() - compiled.general, compiled.knowledge->facts.size()) {
  const Knowledge& knowledge = *compiled.knowledge;
  for (std::size_t i = 0; i < compiled.derivations.size(); ++i) {
    add_reads(knowledge, compiled.derivations[i], derivation_reads_[i]);
  }
  for (std::size_t i = compiled.general; i < compiled.predicates.size(); ++i) {
    add_reads(knowledge, compiled.predicates[i].condition, general_reads_[i - compiled.general]);
  }
}

void CircuitMemory::forget_all_missing() {
  std::fill(has_missing_.begin(), has_missing_.end(), false);
}

ConstFactBits CircuitMemory::missing(CircuitId circuit) const {
  if (!has_missing_[circuit.value]) return {};
  return missing_[missing_row_[circuit.value]];
}

void CircuitMemory::keep_missing(CircuitId circuit, ConstFactBits bits) {
  std::uint32_t& row = missing_row_[circuit.value];
  if (row == kNoRow) row = missing_.add_row();
  std::copy(bits.begin(), bits.end(), missing_[row].begin());
  has_missing_[circuit.value] = true;
}

bool CircuitMemory::has_asked_for(std::uint32_t predicate) const {
  const auto circuits = readers_[predicate];
  return std::any_of(circuits.begin(), circuits.end(),
                     [this](CircuitId circuit) { return asked_[circuit.value] == round_; });
}

}  // namespace zhilu
