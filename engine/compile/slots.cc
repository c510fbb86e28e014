// SPDX-License-Identifier: MIT
#include "engine/compile/slots.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "engine/value/decimal_bits.h"

namespace zhilu {

namespace {

/// Truths of one slot kept ready: beyond this, predicates are tested one by one.
constexpr std::uint64_t kMaxRowTruths = 1U << 20;

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

class SlotBuilder {
 public:
  SlotBuilder(std::vector<Predicate> predicates, const std::vector<std::vector<std::string>>& text_sets,
              Compiled& compiled)
      : predicates_(std::move(predicates)), text_sets_(text_sets), compiled_(compiled) {}

  std::vector<std::uint32_t> run() {
    sort_predicates();
    for (std::size_t first = 0; first < compiled_.general;) first = add_slot(first);
    for (std::size_t f = 0, s = 0; f < compiled_.knowledge->facts.size(); ++f) {
      while (s < compiled_.slots.size() && compiled_.slots[s].fact.value == f) {
        compiled_.slots_of_fact.add(SlotId{static_cast<std::uint32_t>(s++)});
      }
      compiled_.slots_of_fact.end_row();
    }
    for (Slot& slot : compiled_.slots) fill_truths(slot);
    return std::move(new_number_);
  }

 private:
  struct Key {
    std::uint32_t fact;
    std::uint64_t member;
    auto operator<=>(const Key&) const = default;
  };
  static Key key_of(const Predicate& p) {
    return {p.fact.value, p.kind == PredicateKind::HasMember ? p.mask : 0};
  }

  /// Slot after slot, in the order of facts and members; what has no fact comes last.
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
    std::vector<Predicate>& all = compiled_.predicates;
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
    compiled_.texts.insert(compiled_.texts.end(), texts.begin(), texts.end());
  }

  void fill_truths(Slot& slot) {
    if (std::uint64_t{slot.rows} * slot.count > kMaxRowTruths || slot.rows > Slot::kMaxRows) return;
    slot.truths = static_cast<std::uint32_t>(compiled_.row_truths.size());
    compiled_.row_truths.resize(slot.truths + std::size_t{slot.rows} * slot.count);
    for (std::uint32_t i = 0; i < slot.count; ++i) {
      const RowTest test(compiled_, compiled_.predicates[slot.first + i], slot);
      for (std::uint32_t row = 0; row < slot.rows; ++row) {
        compiled_.row_truths[slot.truths + std::size_t{row} * slot.count + i] = truth_of(test(row));
      }
    }
  }

  std::vector<Predicate> predicates_;
  const std::vector<std::vector<std::string>>& text_sets_;
  Compiled& compiled_;
  std::vector<std::uint32_t> new_number_;
};

std::uint32_t row_of_number(const Compiled& compiled, const Slot& slot, const Decimal& number) {
  std::uint32_t below = 0;
  bool equal = false;
  const std::optional<std::int64_t> whole = DecimalBits::plain_int64(number);
  if (slot.whole && whole) {
    const std::int64_t* cuts = compiled.whole_cuts.data() + slot.cuts;
    // Without branches that depend on the number: halves [below, below + left).
    std::uint32_t left = slot.cut_count;
    while (left > 0) {
      const std::uint32_t half = left / 2;
      const bool up = cuts[below + half] < *whole;
      below = up ? below + half + 1 : below;
      left = up ? left - half - 1 : half;
    }
    equal = below < slot.cut_count && cuts[below] == *whole;
  } else {
    const Decimal* begin = compiled.cuts.data() + slot.cuts;
    const Decimal* at = std::lower_bound(begin, begin + slot.cut_count, number);
    below = static_cast<std::uint32_t>(at - begin);
    equal = below < slot.cut_count && *at == number;
  }
  return 2 * below + (equal ? 1 : 0);
}

std::uint32_t row_of_text(const Compiled& compiled, const Slot& slot, std::string_view text) {
  const std::string* begin = compiled.texts.data() + slot.cuts;
  const std::string* end = begin + slot.cut_count;
  const std::string* at = std::lower_bound(begin, end, text);
  return at != end && *at == text ? static_cast<std::uint32_t>(at - begin) + 1 : 0;
}

}  // namespace

std::vector<std::uint32_t> build_slots(std::vector<Predicate> predicates,
                                       const std::vector<std::vector<std::string>>& text_sets,
                                       Compiled& compiled) {
  return SlotBuilder(std::move(predicates), text_sets, compiled).run();
}

std::uint16_t row_of(const Compiled& compiled, const Slot& slot, const Answer& answer) {
  if (answer.state != AnswerState::Value) {
    return answer.state == AnswerState::Inapplicable ? Slot::kPartial : Slot::kOpen;
  }
  std::uint32_t row = Slot::kPartial;
  switch (slot.kind) {
    case SlotKind::Boolean:
    case SlotKind::Choice:
      if (std::has_single_bit(answer.yes)) row = static_cast<std::uint32_t>(std::countr_zero(answer.yes));
      // An option that no longer exists is no row.
      if (row >= slot.rows) row = Slot::kPartial;
      break;
    case SlotKind::Member:
      if ((answer.yes >> slot.member & 1) != 0) return 1;
      return (answer.no >> slot.member & 1) != 0 ? 0 : Slot::kOpen;
    case SlotKind::Number: {
      if (slot.rows > Slot::kMaxRows || !answer.bounded) break;
      const std::uint32_t low = row_of_number(compiled, slot, answer.low);
      if (DecimalBits::is_identical(answer.low, answer.high) ||
          row_of_number(compiled, slot, answer.high) == low)
        row = low;
      break;
    }
    case SlotKind::Text:
      if (slot.rows <= Slot::kMaxRows) row = row_of_text(compiled, slot, answer.text);
      break;
  }
  return static_cast<std::uint16_t>(row);
}

}  // namespace zhilu
