// SPDX-License-Identifier: MIT
#include "engine/session/fact_rows.h"

#include <algorithm>
#include <numeric>

namespace zhilu {

namespace {

/// Words of wide rows to begin with.
constexpr std::size_t kWide = 2;

}  // namespace

FactRows::FactRows(std::size_t facts)
    : width_(kWide),
      hand_(width_),
      is_renumbered_(facts > kWord),
      numbers_(facts, kNoNumber),
      sorted_bits_(width_) {
  if (!is_renumbered_) std::iota(numbers_.begin(), numbers_.end(), 0U);
}

void FactRows::clear() {
  count_ = 0;
  width_ = kWide;
  for (const FactId fact : facts_) numbers_[fact.value] = kNoNumber;
  facts_.clear();
  places_.clear();
}

void FactRows::use_wide() {
  clear();
  is_narrow_ = false;
  hand_[0] = 0;
  is_hand_empty_ = true;
}

FactRows::Row FactRows::take_wide(Row row) {
  std::uint64_t* to = make_row();
  std::uint64_t* hand = hand_.data();
  const std::uint64_t* from = row == kNone ? hand : words(row).data();
  for (std::size_t i = 0; i < width_; ++i) {
    to[i] = hand[i] | from[i];
    hand[i] = 0;
  }
  is_hand_empty_ = true;
  return count_;
}

FactRows::Row FactRows::unite_wide(Row a, Row b) {
  if (b == kNone || a == b) return a;
  if (a == kNone) return b;
  std::uint64_t* to = make_row();
  const std::uint64_t* from_a = words(a).data();
  const std::uint64_t* from_b = words(b).data();
  for (std::size_t i = 0; i < width_; ++i) to[i] = from_a[i] | from_b[i];
  return count_;
}

std::uint64_t* FactRows::make_row() {
  const std::size_t begin = count_ * width_;
  if (begin + width_ > bits_.size()) bits_.resize(2 * (begin + width_));
  ++count_;
  return bits_.data() + begin;
}

std::uint32_t FactRows::give_number(FactId fact) {
  const auto number = static_cast<std::uint32_t>(facts_.size());
  if (!is_narrow_ && number == width_ * kWord) widen();
  facts_.push_back(fact);
  return numbers_[fact.value] = number;
}

/// Makes the rows twice as wide.
void FactRows::widen() {
  std::vector<std::uint64_t> wide(bits_.size() * 2);
  for (Row row = 1; row <= count_; ++row) {
    const std::span<const std::uint64_t> old = words(row);
    std::copy(old.begin(), old.end(), wide.data() + (row - 1) * width_ * 2);
  }
  bits_ = std::move(wide);
  width_ *= 2;
  if (hand_.size() < width_) hand_.resize(width_);
  if (sorted_bits_.size() < width_) sorted_bits_.resize(width_);
}

void FactRows::sort_facts() {
  sorted_.assign(counted().begin(), counted().end());
  std::sort(sorted_.begin(), sorted_.end());
  places_.resize(sorted_.size());
  // What is known of where a fact stands is its number.
  for (std::uint32_t place = 0; place < sorted_.size(); ++place) {
    places_[numbers_[sorted_[place].value]] = place;
  }
}

}  // namespace zhilu
