// SPDX-License-Identifier: MIT
#include "engine/session/fact_rows.h"

#include <algorithm>

namespace zhilu {
namespace {

/// Facts are numbered anew where they do not fit into rows of this width: one line of the cache.
constexpr std::size_t kWide = 8;

/// Writes the bits of `a` and `b`.
void unite_words(const std::uint64_t* a, const std::uint64_t* b, std::size_t width, std::uint64_t* to) {
  if (width == kWide) {
    for (std::size_t i = 0; i < kWide; ++i) to[i] = a[i] | b[i];
  } else {
    for (std::size_t i = 0; i < width; ++i) to[i] = a[i] | b[i];
  }
}

}  // namespace

FactRows::FactRows(std::size_t facts)
    : is_renumbered_(facts > kWide * 64),
      width_(is_renumbered_ ? 1 : std::max<std::size_t>((facts + 63) / 64, 1)),
      hand_(width_),
      sorted_bits_(width_) {
  if (is_renumbered_) numbers_.resize(facts, kNoNumber);
}

void FactRows::clear() {
  count_ = 0;
  if (is_renumbered_) width_ = 1;
  for (const FactId fact : facts_) numbers_[fact.value] = kNoNumber;
  facts_.clear();
  places_.clear();
}

FactRows::Row FactRows::take_hand(Row row) {
  if (width_ == 1) {
    const std::uint64_t hand = std::exchange(hand_[0], 0);
    is_hand_empty_ = true;
    if (row == kNone) return add_narrow(hand);
    const std::uint64_t old = bits_[row];
    return (hand & ~old) == 0 ? row : add_narrow(hand | old);
  }
  std::uint64_t* to = make_row();
  std::uint64_t* hand = hand_.data();
  unite_words(hand, row == kNone ? hand : words(row).data(), width_, to);
  // In steps of one: a call to fill so few would cost more.
  for (std::size_t i = 0; i < width_; ++i) hand[i] = 0;
  is_hand_empty_ = true;
  return count_ - 1;
}

FactRows::Row FactRows::unite_both(Row a, Row b) {
  if (width_ == 1) {
    // Where ways meet, one of them often misses all that the other does.
    const std::uint64_t in_a = bits_[a];
    const std::uint64_t in_b = bits_[b];
    if ((in_b & ~in_a) == 0) return a;
    return (in_a & ~in_b) == 0 ? b : add_narrow(in_a | in_b);
  }
  std::uint64_t* to = make_row();
  unite_words(words(a).data(), words(b).data(), width_, to);
  return count_ - 1;
}

std::uint64_t* FactRows::make_row() {
  const std::size_t begin = std::size_t{count_} * width_;
  if (begin + width_ > bits_.size()) bits_.resize(2 * (begin + width_));
  ++count_;
  return bits_.data() + begin;
}

std::uint32_t FactRows::give_number(FactId fact) {
  const auto number = static_cast<std::uint32_t>(facts_.size());
  if (number == width_ * 64) widen();
  facts_.push_back(fact);
  return numbers_[fact.value] = number;
}

/// Makes the rows twice as wide.
void FactRows::widen() {
  std::vector<std::uint64_t> wide(bits_.size() * 2);
  for (Row row = 0; row < count_; ++row) {
    const std::span<const std::uint64_t> old = words(row);
    std::copy(old.begin(), old.end(), wide.data() + std::size_t{row} * width_ * 2);
  }
  bits_ = std::move(wide);
  width_ *= 2;
  if (hand_.size() < width_) hand_.resize(width_);
  if (sorted_bits_.size() < width_) sorted_bits_.resize(width_);
}

void FactRows::sort_facts() {
  sorted_ = facts_;
  std::sort(sorted_.begin(), sorted_.end());
  places_.resize(facts_.size());
  // What is known of where a fact stands is its number.
  for (std::uint32_t place = 0; place < sorted_.size(); ++place) {
    places_[numbers_[sorted_[place].value]] = place;
  }
}

}  // namespace zhilu
