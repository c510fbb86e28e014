// SPDX-License-Identifier: MIT
#include "engine/compile/slots.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "engine/base/wide_registers.h"
#include "engine/value/decimal_bits.h"

namespace zhilu {

namespace {

/// Truths of one slot kept ready: beyond this, predicates are tested one by one.
constexpr std::uint64_t kMaxRowTruths = 1U << 20;
/// Numbers whose rows are kept ready.
constexpr std::int64_t kMaxMap = 2048;

SlotKind kind_of(PredicateKind predicate, FactKind fact) {
  switch (predicate) {
    case PredicateKind::IsTrue:
      return SlotKind::Boolean;
    case PredicateKind::OneOf:
      return fact == FactKind::Boolean ? SlotKind::Boolean : SlotKind::Choice;
    case PredicateKind::HasMember:
      return SlotKind::Member;
    case PredicateKind::TextIn:
      return SlotKind::Text;
    default:
      return SlotKind::Number;
  }
}

/// Whether a predicate of a slot holds for the values of a row.
class RowTest {
 public:
  RowTest(const Compiled& compiled, const Predicate& predicate, const Slot& slot)
      : kind_(predicate.kind), mask_(predicate.mask) {
    if (kind_ == PredicateKind::TextIn) {
      texts_ = compiled.text_sets[predicate.mask];
    } else if (slot.kind == SlotKind::Number) {
      const Decimal* begin = compiled.cuts.data() + slot.cuts;
      const Decimal* at = std::lower_bound(begin, begin + slot.cut_count, predicate.number);
      cut_ = static_cast<std::uint32_t>(2 * (at - begin) + 1);
    }
  }

  bool operator()(std::uint32_t row) const {
    switch (kind_) {
      case PredicateKind::IsTrue:
      case PredicateKind::HasMember:
        return row == 1;
      case PredicateKind::OneOf:
        return (mask_ >> row & 1) != 0;
      case PredicateKind::Less:
        return row < cut_;
      case PredicateKind::LessEqual:
        return row <= cut_;
      case PredicateKind::Equal:
        return row == cut_;
      case PredicateKind::TextIn:
        return row != 0 && std::binary_search(texts_.begin(), texts_.end(), row - 1);
      case PredicateKind::General:
        break;
    }
    return false;
  }

 private:
  PredicateKind kind_;
  std::uint64_t mask_;
  std::uint32_t cut_ = 0;
  std::span<const std::uint32_t> texts_;
};

/// Two times the number of cuts below a whole number, and one more if it is a cut itself. Takes as many turns
/// for any number, and no branches.
std::uint32_t row_of_whole(const std::int64_t* cuts, std::uint32_t count, std::int64_t number) {
  const std::int64_t* base = cuts;
  for (std::uint32_t left = count; left > 1;) {
    const std::uint32_t half = left / 2;
    base += base[half - 1] < number ? half : 0;
    left -= half;
  }
  const auto below = static_cast<std::uint32_t>(base - cuts) + (*base < number ? 1 : 0);
  const std::uint32_t last = std::min(below, count - 1);
  return 2 * below + (cuts[last] == number ? 1 : 0);
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size() * 0x9e3779b97f4a7c15U;
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    hash = (hash ^ word) * 0xff51afd7ed558ccdU;
    hash ^= hash >> 32;
  }
  std::uint64_t word = 0;
  std::memcpy(&word, text.data(), text.size());
  hash = (hash ^ word) * 0xff51afd7ed558ccdU;
  return hash ^ hash >> 32;
}

class SlotBuilder {
 public:
  SlotBuilder(std::vector<Predicate> predicates, const std::vector<std::vector<std::string>>& text_sets,
              Compiled& compiled)
      : predicates_(std::move(predicates)), text_sets_(text_sets), compiled_(compiled) {}

  std::vector<std::uint32_t> run() {
    sort_predicates();
    for (std::size_t first = 0; first < compiled_.general;) first = add_slot(first);
    std::vector<std::vector<SlotId>> of_fact(compiled_.knowledge->facts.size());
    for (std::uint32_t s = 0; s < compiled_.slots.size(); ++s) {
      const Slot& slot = compiled_.slots[s];
      of_fact[slot.fact.value].push_back(SlotId{s});
      const SlotKind kind = slot.kind == SlotKind::Boolean ? SlotKind::Choice : slot.kind;
      compiled_.slots_until[static_cast<std::size_t>(kind)] = s + 1;
    }
    compiled_.slots_until[0] = compiled_.slots_until[1];
    for (std::size_t k = 2; k < compiled_.slots_until.size(); ++k) {
      compiled_.slots_until[k] = std::max(compiled_.slots_until[k], compiled_.slots_until[k - 1]);
    }
    for (const auto& slots : of_fact) {
      for (const SlotId slot : slots) compiled_.slots_of_fact.add(slot);
      compiled_.slots_of_fact.end_row();
    }
    return std::move(new_number_);
  }

 private:
  struct Key {
    std::uint32_t kind;
    std::uint32_t fact;
    std::uint64_t member;
    auto operator<=>(const Key&) const = default;
  };
  Key key_of(const Predicate& p) const {
    if (!p.fact.is_set()) return {0xff, p.fact.value, 0};
    SlotKind kind = kind_of(p.kind, compiled_.knowledge->facts[p.fact].kind);
    if (kind == SlotKind::Choice) kind = SlotKind::Boolean;
    return {static_cast<std::uint32_t>(kind), p.fact.value, kind == SlotKind::Member ? p.mask : 0};
  }

  /// Slot after slot, in the order of kinds, facts and members; what has no fact comes last.
  void sort_predicates() {
    std::vector<std::uint32_t> order(predicates_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
      return key_of(predicates_[a]) < key_of(predicates_[b]);
    });
    new_number_.resize(order.size());
    compiled_.general = static_cast<std::uint32_t>(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      new_number_[order[i]] = i;
      compiled_.predicates.push_back(predicates_[order[i]]);
      if (!compiled_.predicates.back().fact.is_set() && compiled_.general > i) compiled_.general = i;
    }
  }

  /// Makes the slot of the predicates from `first` on; gives the first one of the next slot.
  std::size_t add_slot(std::size_t first) {
    Array<Predicate>& all = compiled_.predicates;
    std::size_t end = first;
    while (end < compiled_.general && key_of(all[end]) == key_of(all[first])) ++end;
    const FactId fact = all[first].fact;
    Slot slot{.fact = fact, .kind = kind_of(all[first].kind, compiled_.knowledge->facts[fact].kind)};
    slot.first = static_cast<std::uint32_t>(first);
    slot.count = static_cast<std::uint32_t>(end - first);
    const std::span<Predicate> own(all.data() + first, all.data() + end);
    const SlotId id{static_cast<std::uint32_t>(compiled_.slots.size())};
    for (Predicate& predicate : own) predicate.slot = id;
    switch (slot.kind) {
      case SlotKind::Boolean:
        break;
      case SlotKind::Member:
        slot.member = static_cast<std::uint8_t>(std::countr_zero(own[0].mask));
        break;
      case SlotKind::Choice:
        slot.rows = static_cast<std::uint32_t>(compiled_.knowledge->facts[fact].options.size());
        break;
      case SlotKind::Number:
        add_cuts(slot, own);
        break;
      case SlotKind::Text:
        add_texts(slot, own);
        break;
    }
    compiled_.slots.push_back(slot);
    return end;
  }

  void add_cuts(Slot& slot, std::span<const Predicate> own) {
    std::vector<Decimal> cuts;
    for (const Predicate& predicate : own) cuts.push_back(predicate.number);
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    slot.cuts = static_cast<std::uint32_t>(compiled_.cuts.size());
    slot.cut_count = static_cast<std::uint32_t>(cuts.size());
    slot.rows = 2 * slot.cut_count + 1;
    slot.whole = true;
    for (const Decimal& cut : cuts) {
      const std::optional<std::int64_t> whole = cut.to_int64();
      slot.whole = slot.whole && whole.has_value();
      compiled_.whole_cuts.push_back(whole.value_or(0));
      compiled_.cuts.push_back(cut);
    }
    const std::int64_t* whole = compiled_.whole_cuts.data() + slot.cuts;
    const std::int64_t last = whole[slot.cut_count - 1];
    // The first cut is far from the least integer where the last is near it.
    if (!slot.whole || *whole < -kMaxMap || last > kMaxMap * kMaxMap || last - *whole >= kMaxMap) return;
    slot.map = static_cast<std::uint32_t>(compiled_.row_map.size());
    slot.map_first = *whole - 1;
    slot.map_last = last + 1;
    for (std::int64_t number = slot.map_first; number <= slot.map_last; ++number) {
      compiled_.row_map.push_back(static_cast<std::uint16_t>(row_of_whole(whole, slot.cut_count, number)));
    }
  }

  void add_texts(Slot& slot, std::span<Predicate> own) {
    std::vector<std::string> texts;
    for (const Predicate& predicate : own) {
      const auto& set = text_sets_[predicate.mask];
      texts.insert(texts.end(), set.begin(), set.end());
    }
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    for (Predicate& predicate : own) {
      const auto& set = text_sets_[predicate.mask];
      predicate.mask = compiled_.text_sets.size();
      for (const std::string& text : set) {
        const auto at = std::lower_bound(texts.begin(), texts.end(), text) - texts.begin();
        compiled_.text_sets.add(static_cast<std::uint32_t>(at));
      }
      compiled_.text_sets.end_row();
    }
    slot.cuts = static_cast<std::uint32_t>(compiled_.texts.size());
    slot.cut_count = static_cast<std::uint32_t>(texts.size());
    slot.rows = slot.cut_count + 1;
    for (const std::string& text : texts) compiled_.texts.emplace_back(text);
    // Half full at the most, so that a search is short.
    const auto size = static_cast<std::uint32_t>(std::bit_ceil(2 * texts.size() + 1));
    slot.buckets = static_cast<std::uint32_t>(compiled_.text_buckets.size());
    slot.bucket_mask = size - 1;
    compiled_.text_buckets.resize(slot.buckets + size);
    if (slot.rows > Slot::kMaxRows) return;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      std::uint64_t at = hash_of(texts[i]) & slot.bucket_mask;
      while (compiled_.text_buckets[slot.buckets + at] != 0) at = (at + 1) & slot.bucket_mask;
      compiled_.text_buckets[slot.buckets + at] = static_cast<std::uint16_t>(i + 1);
    }
  }

  std::vector<Predicate> predicates_;
  const std::vector<std::vector<std::string>>& text_sets_;
  Compiled& compiled_;
  std::vector<std::uint32_t> new_number_;
};

std::uint32_t row_of_number(const Compiled& compiled, const Slot& slot, const Decimal& number) {
  if (slot.whole && DecimalBits::is_plain(number)) {
    const auto whole = static_cast<std::int64_t>(DecimalBits::low(number));
    return row_of_whole(compiled.whole_cuts.data() + slot.cuts, slot.cut_count, whole);
  }
  const Decimal* begin = compiled.cuts.data() + slot.cuts;
  const Decimal* at = std::lower_bound(begin, begin + slot.cut_count, number);
  const auto below = static_cast<std::uint32_t>(at - begin);
  return 2 * below + (below < slot.cut_count && *at == number ? 1 : 0);
}

std::uint32_t row_of_text(const Compiled& compiled, const Slot& slot, std::string_view text) {
  const std::uint16_t* buckets = compiled.text_buckets.data() + slot.buckets;
  for (std::uint64_t at = hash_of(text);; ++at) {
    const std::uint16_t row = buckets[at & slot.bucket_mask];
    if (row == 0 || compiled.texts[slot.cuts + row - 1U] == text) return row;
  }
}

std::uint32_t row_of_amount(const Compiled& compiled, const Slot& slot, const Answer& answer) {
  if (!answer.bounded) return Slot::kPartial;
  const std::uint32_t low = row_of_number(compiled, slot, answer.low);
  return row_of_number(compiled, slot, answer.high) == low ? low : Slot::kPartial;
}

/// `a` if `condition` holds, else `b`. Without a branch, which compilers like to make of the operator.
std::uint32_t choose(bool condition, std::uint32_t a, std::uint32_t b) {
  return b ^ ((a ^ b) & (0U - static_cast<std::uint32_t>(condition)));
}

/// By state of an answer, Unasked, Value, Unsure, Inapplicable: which bits stay of the row of its value, and
/// which are set instead.
struct RowBits {
  std::uint32_t kept;
  std::uint32_t set;
};
constexpr RowBits kRowBits[] = {{0, Slot::kOpen}, {0xffff, 0}, {0, Slot::kOpen}, {0, Slot::kPartial}};

/// `row`, if the answer is a value.
std::uint16_t row_if_value(AnswerState state, std::uint32_t row) {
  const RowBits& bits = kRowBits[static_cast<std::size_t>(state)];
  return static_cast<std::uint16_t>((row & bits.kept) | bits.set);
}

std::uint16_t row_of_option(const Slot& slot, const Answer& answer) {
  const std::uint64_t yes = answer.yes;
  // The lowest option that is possible; 64 where there is none.
  const auto first = static_cast<std::uint32_t>(std::popcount(~yes & (yes - 1)));
  // An option that no longer exists is no row either.
  const bool is_one = ((yes & (yes - 1)) == 0) & (first < slot.rows);
  return row_if_value(answer.state, choose(is_one, first, Slot::kPartial));
}

std::uint16_t row_of_member(const Slot& slot, const Answer& answer) {
  const bool has = (answer.yes >> slot.member & 1) != 0;
  const bool has_not = (answer.no >> slot.member & 1) != 0;
  return row_if_value(answer.state, choose(has, 1, choose(has_not, 0, Slot::kOpen)));
}

}  // namespace

std::vector<std::uint32_t> build_slots(std::vector<Predicate> predicates,
                                       const std::vector<std::vector<std::string>>& text_sets,
                                       Compiled& compiled) {
  return SlotBuilder(std::move(predicates), text_sets, compiled).run();
}

RowTruths::RowTruths(const Compiled& compiled) : compiled_(compiled), begin_(compiled.slots.size(), kNone) {
  for (std::size_t s = 0; s < compiled.slots.size(); ++s) {
    const Slot& slot = compiled.slots[s];
    if (std::uint64_t{slot.rows} * slot.count > kMaxRowTruths || slot.rows > Slot::kMaxRows) continue;
    begin_[s] = holds_.size();
    holds_.resize(holds_.size() + std::size_t{slot.rows} * slot.count);
    for (std::uint32_t i = 0; i < slot.count; ++i) {
      const RowTest test(compiled, compiled.predicates[slot.first + i], slot);
      for (std::uint32_t row = 0; row < slot.rows; ++row) {
        holds_[begin_[s] + std::size_t{row} * slot.count + i] = test(row);
      }
    }
  }
}

bool RowTruths::holds(Literal literal, std::uint32_t row) const {
  const SlotId id = compiled_.predicates[literal.predicate()].slot;
  const Slot& slot = compiled_.slots[id.value];
  const std::size_t at = begin_[id.value] + std::size_t{row} * slot.count + literal.predicate() - slot.first;
  return holds_[at] != literal.is_negated();
}

void add_row_literals(const RowTruths& truths, Compiled& compiled) {
  for (Slot& slot : compiled.slots) {
    if (!slot.is_tested) continue;
    slot.literals = static_cast<std::uint32_t>(compiled.row_literals.size());
    for (std::uint32_t row = 0; row < slot.rows; ++row) {
      for (std::uint32_t p = slot.first; p < slot.first + slot.count; ++p) {
        for (const bool negated : {false, true}) {
          const bool holds = truths.holds(Literal::of(p, negated), row);
          compiled.row_literals.push_back(Literal::bits(truth_of(holds)));
        }
      }
    }
  }
}

std::uint16_t row_of(const Compiled& compiled, const Slot& slot, const Answer& answer) {
  switch (slot.kind) {
    case SlotKind::Boolean:
    case SlotKind::Choice:
      return row_of_option(slot, answer);
    case SlotKind::Member:
      return row_of_member(slot, answer);
    default:
      break;
  }
  if (answer.state != AnswerState::Value) return row_if_value(answer.state, 0);
  if (slot.rows > Slot::kMaxRows) return Slot::kPartial;
  if (slot.kind == SlotKind::Number) return static_cast<std::uint16_t>(row_of_amount(compiled, slot, answer));
  return static_cast<std::uint16_t>(row_of_text(compiled, slot, answer.text));
}

ZHILU_FOR_WIDE_REGISTERS
bool find_rows(const Compiled& compiled, const Answer* answers, std::uint16_t* rows) {
  const Slot* slots = compiled.slots.data();
  const auto begin = [&](SlotKind kind) { return compiled.slots_until[static_cast<std::size_t>(kind) - 1]; };
  const auto until = [&](SlotKind kind) { return compiled.slots_read_until[static_cast<std::size_t>(kind)]; };
  std::uint32_t partial = 0;
  // All of a kind at once: this way it is a few instructions for many slots.
  const auto add_partial = [&](std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t s = first; s < end; ++s) partial |= rows[s] == Slot::kPartial ? 1 : 0;
  };
  // Whether a fact is known cannot be foretold: these loops do without branches on it.
  for (std::uint32_t s = 0; s < until(SlotKind::Choice); ++s) {
    rows[s] = row_of_option(slots[s], answers[slots[s].fact.value]);
  }
  add_partial(0, until(SlotKind::Choice));
  for (std::uint32_t s = begin(SlotKind::Member); s < until(SlotKind::Member); ++s) {
    rows[s] = row_of_member(slots[s], answers[slots[s].fact.value]);
  }
  add_partial(begin(SlotKind::Member), until(SlotKind::Member));
  for (std::uint32_t s = begin(SlotKind::Number); s < until(SlotKind::Number); ++s) {
    const Slot& slot = slots[s];
    const Answer& answer = answers[slot.fact.value];
    // Mostly the cuts are whole numbers, and so is the amount, which is known exactly.
    const bool is_easy = slot.whole & answer.bounded & DecimalBits::is_identical(answer.low, answer.high) &
                         DecimalBits::is_plain(answer.low) & (slot.rows <= Slot::kMaxRows);
    // Read from memory, so that compilers do not make two branches of it.
    const RowBits& bits = kRowBits[static_cast<std::size_t>(answer.state)];
    if ((bits.kept & (static_cast<std::uint32_t>(is_easy) - 1)) != 0) {
      rows[s] = row_of(compiled, slot, answer);
      continue;
    }
    const auto number = static_cast<std::int64_t>(DecimalBits::low(answer.low));
    const std::int64_t* cuts = compiled.whole_cuts.data() + slot.cuts;
    std::uint32_t row = 0;
    if (slot.map != Slot::kNoMap) {
      const std::int64_t near = std::clamp(number, slot.map_first, slot.map_last);
      row = compiled.row_map[slot.map + static_cast<std::size_t>(near - slot.map_first)];
    } else {
      row = row_of_whole(cuts, slot.cut_count, number);
    }
    rows[s] = row_if_value(answer.state, row);
  }
  add_partial(begin(SlotKind::Number), until(SlotKind::Number));
  for (std::uint32_t s = begin(SlotKind::Text); s < until(SlotKind::Text); ++s) {
    rows[s] = row_of(compiled, slots[s], answers[slots[s].fact.value]);
  }
  add_partial(begin(SlotKind::Text), until(SlotKind::Text));
  return partial != 0;
}

}  // namespace zhilu
