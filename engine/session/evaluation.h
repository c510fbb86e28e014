// SPDX-License-Identifier: MIT
// One matter against the compiled knowledge: every fact with its default or derivation, every predicate's
// truth.
//
// A workspace: made once for a knowledge base and a thread, started anew for each matter, and then free of
// allocations but those of defaults and tables. Truths of predicates and circuits are computed when asked
// for.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/compile/compiled.h"
#include "engine/model/matter.h"
#include "engine/session/fact_bits.h"
#include "engine/value/truth.h"
#include "engine/value/value.h"

namespace zhilu {

class Evaluation {
 public:
  /// A workspace without a matter. REQUIRES: `compiled` outlives it.
  explicit Evaluation(const Compiled& compiled);

  /// The same, started.
  Evaluation(const Compiled& compiled, const Matter& matter, Date as_of) : Evaluation(compiled) {
    start(matter, as_of);
  }

  /// Forgets what was evaluated and takes up a matter. REQUIRES: `matter` outlives the use of this object
  /// and was made for `compiled.knowledge`.
  void start(const Matter& matter, Date as_of);

  const Compiled& compiled() const { return compiled_; }
  const Knowledge& knowledge() const { return *compiled_.knowledge; }
  const Matter& matter() const { return *matter_; }
  Date as_of() const { return as_of_; }

  /// What is known of a fact: the person's answer, else the default, else what a table derives.
  const Answer& answer(FactId fact) const { return *answers_[fact.value]; }

  /// The row of a slot: see Slot.
  std::uint16_t row(SlotId slot) const { return rows_[slot.value]; }

  /// Whether some slot is Slot::kPartial.
  bool has_partial() const { return has_partial_; }

  /// Truth of a circuit. A circuit that is not set holds.
  Truth truth(CircuitId circuit) const;

  /// Truth of a condition; one that is not set holds.
  Truth truth(ConditionId condition) const { return truth(CircuitId{condition.value}); }

  /// By code, Literal::bits of all literals of the slots that are tested, and behind those of all predicates
  /// one that is true.
  const std::uint8_t* tested_literals() const;

  /// Adds to `bits` the facts that a circuit of truth Unknown is missing.
  void add_missing(CircuitId circuit, FactBits bits) const;

  /// Adds the facts that are missing to know `fact`: itself, or of a derived fact those its table lacks.
  void add_missing_fact(FactId fact, FactBits bits) const;

  /// Adds to `bits` the facts of those of `slots` that are open.
  void add_missing_slots(std::span<const SlotId> slots, FactBits bits) const;

  /// Rules of table `table` that hold certainly, ascending.
  const std::vector<std::uint32_t>& matched_rules(TableId table) const { return matched_[table.value]; }

  std::size_t fact_count() const { return answers_.size(); }

 private:
  Truth truth_of_predicate(std::uint32_t index) const;
  Truth test(std::uint32_t index) const;
  Truth test_general(const Predicate& predicate, std::uint32_t index) const;
  void set_answer(FactId fact, const Answer& answer);
  void derive_fallback(FactId fact);
  void derive_table(TableId table);
  /// What the hit policy of the table ranks its rules by; empty if it ranks nothing.
  std::vector<std::uint32_t> rank_rules_of(const DecisionTable& table, std::span<const Truth> truths) const;
  /// The truth of each rule; `scratch` is a row to work in.
  std::vector<Truth> test_rules(const DecisionTable& table, FactBits scratch) const;
  void add_missing_of_rule(const TableRule& rule, FactBits bits) const;
  void add_missing_of_predicate(std::uint32_t index, FactBits bits) const;
  Value value_of_condition(ConditionId id) const;

  const Compiled& compiled_;
  const Matter* matter_ = nullptr;
  Date as_of_;
  std::vector<const Answer*> answers_;
  /// Defaults and derived values; reserved once, so that answers_ may point into it.
  std::vector<Answer> derived_;
  /// By slot.
  std::vector<std::uint16_t> rows_;
  bool has_partial_ = false;
  /// By predicate; kUnset where nobody has asked yet.
  mutable std::vector<Truth> truths_;
  mutable std::vector<std::uint8_t> literals_;
  mutable bool has_literals_ = false;
  /// Of general predicates that are unknown: what they miss. Row by general predicate in `missing_row_`.
  mutable FactBitRows missing_;
  mutable std::vector<std::uint32_t> missing_row_;
  /// Where add_missing works: one row for each place of the stack.
  mutable FactBitRows scratch_;
  /// What the tables of derived facts miss. Row by Compiled::derived_number.
  FactBitRows open_;
  std::vector<std::vector<std::uint32_t>> matched_;
  /// By fact: its default, where that is a constant.
  std::vector<std::optional<Answer>> constant_fallbacks_;
};

}  // namespace zhilu
