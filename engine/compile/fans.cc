// SPDX-License-Identifier: MIT
#include "engine/compile/fans.h"

#include <algorithm>
#include <optional>

namespace zhilu {

namespace {

/// Beyond this, lists are smaller and faster than bits.
constexpr std::uint64_t kMaxBitWords = 1U << 20;

/// What a circuit says at once: literals that must hold for it to hold.
struct Needs {
  std::vector<Literal> literals;
  /// True: they are all it says.
  bool exact = false;
};

/// Reads the literals of the outermost `and`s of a circuit.
class NeedsReader {
 public:
  NeedsReader(const Compiled& compiled, CircuitId circuit) : compiled_(compiled) {
    for (const CircuitOp& op : compiled.circuits[circuit.value]) step(op);
  }
  Needs take() { return std::move(stack_.back()); }

 private:
  void step(const CircuitOp& op) {
    switch (op.code) {
      case CircuitOp::Code::Predicate:
        if (op.predicate < compiled_.general) {
          stack_.push_back({{Literal::of(op.predicate, false)}, true});
        } else {
          stack_.push_back({{}, false});
        }
        return;
      case CircuitOp::Code::True:
        stack_.push_back({{}, true});
        return;
      case CircuitOp::Code::False:
        stack_.push_back({{}, false});
        return;
      case CircuitOp::Code::Not: {
        Needs& top = stack_.back();
        if (top.exact && top.literals.size() == 1) {
          top.literals[0] = Literal::of(top.literals[0].predicate(), !top.literals[0].is_negated());
        } else {
          top = {{}, false};
        }
        return;
      }
      case CircuitOp::Code::And: {
        Needs right = std::move(stack_.back());
        stack_.pop_back();
        Needs& left = stack_.back();
        left.literals.insert(left.literals.end(), right.literals.begin(), right.literals.end());
        left.exact = left.exact && right.exact;
        return;
      }
      case CircuitOp::Code::Or:
        stack_.pop_back();
        stack_.back() = {{}, false};
        return;
    }
  }

  const Compiled& compiled_;
  std::vector<Needs> stack_;
};

class FanBuilder {
 public:
  FanBuilder(const RowTruths& truths, std::uint32_t first, std::uint32_t count, std::uint32_t most_bit_edges,
             Compiled& compiled)
      : compiled_(compiled),
        truths_(truths),
        most_bit_edges_(most_bit_edges),
        fan_{.first = first, .count = count} {}

  FanId run() {
    read_edges();
    if (fits_bits()) {
      write_bits();
    } else {
      write_lists();
    }
    if (fan_.is_bits && fan_.is_ends) {
      fan_.end_words = compiled_.end_words;
      compiled_.end_words += fan_.words;
    }
    compiled_.most_fan_edges = std::max(compiled_.most_fan_edges, fan_.count);
    compiled_.fans.push_back(fan_);
    return FanId{static_cast<std::uint32_t>(compiled_.fans.size() - 1)};
  }

 private:
  SlotId slot_of(Literal literal) const { return compiled_.predicates[literal.predicate()].slot; }

  const Slot& slot(SlotId id) const { return compiled_.slots[id.value]; }

  void read_edges() {
    fan_.is_ends = true;
    for (std::uint32_t i = 0; i < fan_.count; ++i) {
      OutEdge& edge = compiled_.out_edges[fan_.first + i];
      Needs needs = NeedsReader(compiled_, edge.circuit).take();
      // Slots whose truths are not kept cannot be looked up.
      const auto unknown = [this](Literal literal) { return !truths_.has(slot_of(literal)); };
      if (std::erase_if(needs.literals, unknown) != 0) needs.exact = false;
      std::vector<SlotId> slots;
      for (const Literal literal : needs.literals) slots.push_back(slot_of(literal));
      std::sort(slots.begin(), slots.end());
      slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
      edge.plain = needs.exact;
      edge.slots = static_cast<std::uint32_t>(compiled_.edge_slots.size());
      needs_.push_back(std::move(needs));
      slots_.insert(slots_.end(), slots.begin(), slots.end());
      const auto is_derived = [this](SlotId id) { return slot(id).derived != Slot::kGiven; };
      fan_.is_ends = fan_.is_ends && (edge.to & OutEdge::kStep) != 0 &&
                     std::none_of(slots.begin(), slots.end(), is_derived);
      // A condition of so many slots that they cannot be counted is evaluated as a whole.
      if (slots.size() > 0xffff) edge.plain = false;
      edge.slot_count = static_cast<std::uint16_t>(edge.plain ? slots.size() : 0);
      if (edge.plain) compiled_.edge_slots.append(slots.begin(), slots.end());
    }
    std::sort(slots_.begin(), slots_.end());
    slots_.erase(std::unique(slots_.begin(), slots_.end()), slots_.end());
    fan_.reads_derived = std::any_of(slots_.begin(), slots_.end(),
                                     [this](SlotId id) { return slot(id).derived != Slot::kGiven; });
  }

  bool fits_bits() {
    if (fan_.count > most_bit_edges_) return false;
    fan_.words = (fan_.count + 511) / 512 * 8;
    std::uint64_t rows = 1;
    for (const SlotId id : slots_) rows += 1 + slot(id).rows;
    return rows * fan_.words <= kMaxBitWords;
  }

  std::uint32_t add_words(std::uint32_t rows, std::uint64_t value) {
    const auto at = static_cast<std::uint32_t>(compiled_.fan_words.size());
    compiled_.fan_words.resize(at + std::size_t{rows} * fan_.words, value);
    return at;
  }
  void set_bit(std::uint32_t row, std::uint32_t edge, bool value) {
    std::uint64_t& word = compiled_.fan_words[row + edge / 64];
    const std::uint64_t bit = std::uint64_t{1} << (edge % 64);
    word = value ? word | bit : word & ~bit;
  }

  void write_bits() {
    fan_.begin = static_cast<std::uint32_t>(compiled_.fan_columns.size());
    std::vector<std::uint32_t> reading(slots_.size());
    for (const SlotId id : slots_) {
      FanColumn column{.slot = id};
      column.reads = add_words(1, 0);
      column.rows = add_words(slot(id).rows, ~std::uint64_t{0});
      compiled_.fan_columns.push_back(column);
    }
    fan_.rest = add_words(2, 0);
    for (std::uint32_t i = 0; i < fan_.count; ++i) {
      set_bit(fan_.rest + fan_.words, i, true);
      if (!compiled_.out_edges[fan_.first + i].plain) set_bit(fan_.rest, i, true);
      for (const Literal literal : needs_[i].literals) {
        const auto at = std::lower_bound(slots_.begin(), slots_.end(), slot_of(literal)) - slots_.begin();
        const FanColumn& column = compiled_.fan_columns[fan_.begin + static_cast<std::size_t>(at)];
        set_bit(column.reads, i, true);
        ++reading[static_cast<std::size_t>(at)];
        for (std::uint32_t row = 0; row < slot(column.slot).rows; ++row) {
          if (!truths_.holds(literal, row)) set_bit(column.rows + row * fan_.words, i, false);
        }
      }
    }
    fan_.end = static_cast<std::uint32_t>(compiled_.fan_columns.size());
    compiled_.most_fan_columns = std::max(compiled_.most_fan_columns, fan_.end - fan_.begin);
    sort_columns(reading);
  }

  /// What is read by most edges comes first: the sooner nothing is left.
  void sort_columns(const std::vector<std::uint32_t>& reading) {
    std::vector<FanColumn> columns(compiled_.fan_columns.begin() + fan_.begin, compiled_.fan_columns.end());
    std::vector<std::uint32_t> order(columns.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return reading[a] > reading[b]; });
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      compiled_.fan_columns[fan_.begin + i] = columns[order[i]];
    }
  }

  /// How likely it seems that a literal holds. Rows of numbers are of any width, so that they say little of
  /// how many numbers are below one.
  double likelihood(Literal literal) const {
    const Predicate& predicate = compiled_.predicates[literal.predicate()];
    if (predicate.kind == PredicateKind::Less || predicate.kind == PredicateKind::LessEqual) return 0.5;
    const std::uint32_t of = slot(predicate.slot).rows;
    std::uint32_t rows = 0;
    for (std::uint32_t row = 0; row < of; ++row) rows += truths_.holds(literal, row) ? 1 : 0;
    return static_cast<double>(rows) / of;
  }

  /// The literal that seems least likely to hold; empty if there is none.
  std::optional<Literal> trigger_of(const std::vector<Literal>& literals) const {
    std::optional<Literal> best;
    double best_likelihood = 0;
    for (const Literal literal : literals) {
      const double likely = likelihood(literal);
      if (best && likely >= best_likelihood) continue;
      best = literal;
      best_likelihood = likely;
    }
    return best;
  }

  void write_lists() {
    fan_.is_bits = false;
    std::vector<std::vector<FanCandidate>> all(slots_.size());
    std::vector<std::vector<std::vector<FanCandidate>>> by_row(slots_.size());
    std::vector<FanCandidate> rest;
    const Literal always = Literal::of(static_cast<std::uint32_t>(compiled_.predicates.size()), false);
    for (std::uint32_t i = 0; i < fan_.count; ++i) {
      const std::optional<Literal> trigger = trigger_of(needs_[i].literals);
      FanCandidate candidate{.edge = i, .literals = {always, always, always}};
      std::size_t placed = 0;
      for (const Literal literal : needs_[i].literals) {
        if (trigger->code == literal.code || placed == 3) continue;
        candidate.literals[placed++] = literal;
        compiled_.slots[slot_of(literal).value].is_tested = true;
      }
      const bool all_placed = placed + (trigger ? 1 : 0) == needs_[i].literals.size();
      if (!compiled_.out_edges[fan_.first + i].plain || !all_placed) candidate.edge |= FanCandidate::kTest;
      if (!trigger) {
        rest.push_back(candidate);
        continue;
      }
      const SlotId id = slot_of(*trigger);
      const auto at =
          static_cast<std::size_t>(std::lower_bound(slots_.begin(), slots_.end(), id) - slots_.begin());
      by_row[at].resize(slot(id).rows);
      all[at].push_back(candidate);
      for (std::uint32_t row = 0; row < slot(id).rows; ++row) {
        if (truths_.holds(*trigger, row)) by_row[at][row].push_back(candidate);
      }
    }
    fan_.begin = static_cast<std::uint32_t>(compiled_.fan_triggers.size());
    for (std::size_t s = 0; s < slots_.size(); ++s) {
      if (all[s].empty()) continue;
      compiled_.fan_triggers.push_back({slots_[s], static_cast<std::uint32_t>(compiled_.fan_lists.size())});
      add_list(all[s]);
      for (const auto& list : by_row[s]) add_list(list);
    }
    fan_.end = static_cast<std::uint32_t>(compiled_.fan_triggers.size());
    fan_.rest = static_cast<std::uint32_t>(compiled_.fan_lists.size());
    add_list(rest);
  }

  void add_list(const std::vector<FanCandidate>& list) {
    for (const FanCandidate& candidate : list) compiled_.fan_lists.add(candidate);
    compiled_.fan_lists.end_row();
  }

  Compiled& compiled_;
  const RowTruths& truths_;
  std::uint32_t most_bit_edges_;
  Fan fan_;
  std::vector<Needs> needs_;
  /// The slots that any of the edges needs, ascending.
  std::vector<SlotId> slots_;
};

}  // namespace

FanId build_fan(const RowTruths& truths, std::uint32_t first, std::uint32_t count,
                std::uint32_t most_bit_edges, Compiled& compiled) {
  return FanBuilder(truths, first, count, most_bit_edges, compiled).run();
}

}  // namespace zhilu
