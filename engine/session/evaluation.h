// SPDX-License-Identifier: MIT
// One matter against the compiled knowledge: every fact with its default or derivation, every predicate's
// truth.
//
// A workspace: made once for a knowledge base and a thread, started anew for each matter, and then free of
// allocations but those of defaults and tables. Tables, truths of predicates and circuits are computed when
// asked for.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/compile/circuit_run.h"
#include "engine/compile/compiled.h"
#include "engine/model/matter.h"
#include "engine/session/circuit_memory.h"
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

  /// Takes up that nothing was known of `fact` and now a value is; appends the slots that are known now to
  /// `slots`. False if more has changed than rows of slots: then it must be started anew. REQUIRES: the
  /// matter is otherwise as it was when it was taken up, and the fact decides nothing but edges of fans
  /// (CompiledTables::only_in_fans).
  bool take_answer(FactId fact, std::vector<SlotId>& slots);

  /// From now on it is remembered what circuits read, are missing, and which were asked for, which pays where
  /// one matter after the other is taken up by its changes.
  void remember_circuits();

  /// Takes up that the answers to `facts` are others now, whatever they were. REQUIRES: circuits are
  /// remembered, and the matter is otherwise as it was when it was taken up.
  void take_changes(std::span<const FactId> facts);

  const Compiled& compiled() const { return compiled_; }
  const Knowledge& knowledge() const { return *compiled_.knowledge; }
  const Matter& matter() const { return *matter_; }
  Date as_of() const { return as_of_; }

  /// What is known of a fact: the person's answer, else the default, else what a table derives.
  const Answer& answer(FactId fact) const {
    const Answer* known = answers_[fact.value];
    return known != nullptr ? *known : derive(fact);
  }

  /// The row of a slot that fans read: see Slot. REQUIRES: the slot's fact is given by the person, or its
  /// answer was asked for.
  std::uint16_t row(SlotId slot) const { return rows_[slot.value]; }

  /// Whether some slot whose row may be asked for is Slot::kPartial.
  bool has_partial() const { return has_partial_; }

  /// Whether a circuit that reads the predicate of this number was asked for since the matter was taken up,
  /// or what had changed in it. REQUIRES: circuits are remembered. Fans do not ask.
  bool has_asked_for(std::uint32_t predicate) const { return memory_->has_asked_for(predicate); }

  /// Truth of a circuit. A circuit that is not set holds.
  Truth truth(CircuitId circuit) const {
    if (!circuit.is_set()) return Truth::True;
    if (memory_ != nullptr) memory_->note_asked(circuit);
    const Truth known = circuit_truths_[circuit.value];
    return known != kNotAsked ? known : find_truth(circuit);
  }

  /// The facts that a circuit reads, if nothing is known of any of them, so that it is Unknown and missing
  /// them all; else none.
  std::span<const FactId> blank_facts(CircuitId circuit) const {
    const std::span<const FactId> facts = compiled_.blank_circuits[circuit.value];
    return are_open(facts) ? facts : std::span<const FactId>();
  }

  /// Whether a circuit is Unknown for want of `facts`, those of CompiledTables::blank_circuits: it is asked
  /// for.
  bool is_blank(CircuitId circuit, std::span<const FactId> facts) const {
    if (memory_ != nullptr) memory_->note_asked(circuit);
    return !facts.empty() && are_open(facts);
  }

  /// Truth of a condition; one that is not set holds.
  Truth truth(ConditionId condition) const { return truth(CircuitId{condition.value}); }

  /// By code, Literal::bits of all literals of the slots that are tested, and behind those of all predicates
  /// one that is true.
  const std::uint8_t* tested_literals() const;

  /// Adds to `bits` the facts that a circuit of truth Unknown is missing.
  void add_missing(CircuitId circuit, FactBits bits) const;

  /// Truth of a circuit; where it is Unknown, gives `visit` the facts that it is missing, in any order, some
  /// of them more than once. `visit` asks for nothing.
  template <class Visit>
  Truth each_missing(CircuitId circuit, const Visit& visit) const {
    return with_missing(circuit, [&](std::span<const FactId> facts) {
      for (const FactId fact : facts) each_missing_of_fact(fact, visit);
    });
  }

  /// Truth of a circuit; gives `use` the facts that it is missing, as its predicates read them: derived ones
  /// among them, and some more than once. `use` asks for nothing.
  template <class Use>
  Truth with_missing(CircuitId circuit, const Use& use) const {
    const std::size_t begin = found_.size();
    const Truth truth = find_missing(circuit);
    use(found_.all().subspan(begin));
    found_.resize(begin);
    return truth;
  }

  /// Whether a table derives the fact.
  bool is_derived(FactId fact) const { return compiled_.derived_number[fact.value] != Slot::kGiven; }

  /// Gives `visit` the facts that are missing to know `fact`: itself, or of a derived fact those its table
  /// lacks.
  template <class Visit>
  void each_missing_of_fact(FactId fact, const Visit& visit) const {
    each_missing_of(fact, compiled_.derived_number[fact.value], visit);
  }
  void add_missing_fact(FactId fact, FactBits bits) const {
    each_missing_of_fact(fact, [bits](FactId missing) { set_bit(bits, missing); });
  }

  /// Gives `visit` the facts that those of `slots` are missing which are open.
  template <class Visit>
  void each_missing_of_slots(std::span<const SlotId> slots, const Visit& visit) const {
    for (const SlotId id : slots) {
      const Slot& slot = compiled_.slots[id.value];
      if (rows_[id.value] == Slot::kOpen) each_missing_of(slot.fact, slot.derived, visit);
    }
  }
  void add_missing_slots(std::span<const SlotId> slots, FactBits bits) const {
    each_missing_of_slots(slots, [bits](FactId missing) { set_bit(bits, missing); });
  }

  /// Rules of table `table` that hold certainly, ascending.
  const std::vector<std::uint32_t>& matched_rules(TableId table) const;

  /// When a limit that runs from `start` is over. REQUIRES: the limit is one of CompiledTables::limits.
  DueDate due(Date start, const LimitFacts& limit) const;

  std::size_t fact_count() const { return answers_.size(); }

 private:
  Truth truth_of_predicate(std::uint32_t index) const {
    Truth& truth = truths_[index];
    if (truth == kNotAsked) truth = test(index);
    return truth;
  }
  template <class Visit>
  void each_missing_of(FactId fact, std::uint32_t derived, const Visit& visit) const {
    if (derived == Slot::kGiven) {
      visit(fact);
    } else {
      for (const FactId missing : open_[derived]) visit(missing);
    }
  }
  Truth find_missing_of(std::uint32_t predicate) const;
  void keep_truth(CircuitId circuit, Truth truth) const {
    Truth& kept = circuit_truths_[circuit.value];
    if (memory_ == nullptr && kept == kNotAsked) set_circuits_.push_back(circuit.value);
    kept = truth;
  }
  void forget_circuits();
  Truth test(std::uint32_t index) const;
  Truth test_general(const Predicate& predicate, std::uint32_t index) const;
  void set_answer(FactId fact, const Answer& answer) const;
  void set_rows(FactId fact, const Answer& answer) const;
  void forget_predicates_of(FactId fact);
  void forget_predicate(std::uint32_t index);
  Truth find_truth(CircuitId circuit) const;
  Truth find_missing(CircuitId circuit) const;
  bool is_open(FactId fact) const {
    std::uint8_t& open = open_facts_[fact.value];
    if (open == kNotLooked) open = look(fact);
    return open != 0;
  }
  bool are_open(std::span<const FactId> facts) const {
    for (const FactId fact : facts) {
      if (!is_open(fact)) return false;
    }
    return true;
  }
  std::uint8_t look(FactId fact) const;
  bool is_blank(const Blank& blank) const;
  void keep_missing(std::uint32_t index, std::span<const FactId> facts) const;
  void derive_fallback(std::size_t derivation);
  /// Runs the table of a derived fact.
  const Answer& derive(FactId fact) const;
  void derive_table(TableId table) const;
  /// What the hit policy of the table ranks its rules by; empty if it ranks nothing.
  std::vector<std::uint32_t> rank_rules_of(const DecisionTable& table, std::span<const Truth> truths) const;
  /// The truth of each rule; `scratch` is a row to work in.
  std::vector<Truth> test_rules(const DecisionTable& table, FactBits scratch) const;
  void add_missing_of_rule(const TableRule& rule, FactBits bits) const;
  Value value_of_condition(ConditionId id) const;

  const Compiled& compiled_;
  const Matter* matter_ = nullptr;
  Date as_of_;
  /// By fact; null where its table has not been run yet.
  mutable std::vector<const Answer*> answers_;
  /// By fact: 1 where nothing is known of it, 0 where something is, once somebody has asked.
  static constexpr std::uint8_t kNotLooked = 2;
  mutable std::vector<std::uint8_t> open_facts_;
  mutable bool has_looked_ = false;
  /// Of the matter that answers_ was filled for.
  const Answer* given_ = nullptr;
  /// By fact: its default, or what its table derives, where answers_ points here.
  mutable std::vector<Answer> derived_;
  /// By slot.
  mutable std::vector<std::uint16_t> rows_;
  mutable bool has_partial_ = false;
  /// By predicate.
  mutable std::vector<Truth> truths_;
  /// The same by circuit; and which of them are set, unless circuits are remembered.
  mutable std::vector<Truth> circuit_truths_;
  mutable std::vector<std::uint32_t> set_circuits_;
  mutable std::vector<std::uint8_t> literals_;
  mutable bool has_literals_ = false;
  /// Of general predicates that are unknown, by their number: the facts that they are missing, a part of
  /// `missing_facts_`.
  struct Part {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  mutable std::vector<Part> missing_;
  mutable std::vector<FactId> missing_facts_;
  /// Where find_missing() works, one list behind the other while one circuit waits for what another derives.
  mutable MissingList found_;
  /// By Compiled::derived_number: what the table of a derived fact misses, ascending.
  mutable std::vector<std::vector<FactId>> open_;
  mutable std::vector<std::vector<std::uint32_t>> matched_;
  /// By table: what it gave last is what it gives where nothing is known of the facts it reads.
  mutable std::vector<bool> is_blank_;
  /// Derivations that are defaults, and the facts that tables give.
  std::vector<std::uint32_t> defaults_;
  std::vector<FactId> table_facts_;
  /// By fact: its default, where that is a constant.
  std::vector<std::optional<Answer>> constant_fallbacks_;
  /// By limit: when one that runs from `as_of_` is over, once somebody has asked. Most limits run from there.
  mutable std::vector<std::optional<DueDate>> due_from_today_;
  /// Null unless circuits are remembered.
  std::unique_ptr<CircuitMemory> memory_;
};

}  // namespace zhilu
