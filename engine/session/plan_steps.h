// SPDX-License-Identifier: MIT
// The steps of a plan: ids and dates only.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/base/few.h"
#include "engine/base/text_pool.h"
#include "engine/model/channel.h"
#include "engine/model/ids.h"
#include "engine/value/calendar.h"
#include "engine/value/truth.h"

namespace zhilu {

/// Do: to be done. Wait: submitted, the answer is due. Later: opens by an outcome or a date. Maybe: depends
/// on facts not known. Done: has been done.
enum class StepStatus : std::uint8_t { Do, Wait, Later, Maybe, Done };

/// A date that must not be missed, or by which an answer is due.
struct Deadline {
  LimitKind kind = LimitKind::Reply;
  /// Index into Channel::limits.
  std::uint32_t limit = 0;
  /// Empty where the day it runs from is not known.
  std::optional<DueDate> due;
  /// True where the day it runs from is taken for another (happened_on for the day of knowledge), or the step
  /// is assumed to be done today.
  bool assumed_start = false;
};

/// What opens a later step.
struct Opening {
  StepId after;
  OutcomeId outcome;
  /// When the time limit of `after` runs out, if it has one and the day is known or assumed to be today.
  std::optional<DueDate> date;
  bool assumed_start = false;
};

using Deadlines = Few<Deadline, 4>;

/// An edge that is passed as things stand.
struct TakenEdge {
  NodeId node;
  /// Index into Node::edges of `node`.
  std::uint32_t edge = 0;
};

/// Its lists lie in the pool of the plan's steps, see PlanSteps.
struct PlanStep {
  StepId step;
  StepStatus status = StepStatus::Do;
  UrgencyId urgency;
  /// Facts whose answers would settle a Maybe, or open a Later at once; ascending, may be empty.
  std::span<const FactId> depends_on;
  /// The nodes that lead here and are reached (or may be), for reasons and `why`.
  std::span<const NodeId> nodes;
  /// The edges with a `because` that are certainly passed on the ways here, in the order of the ways. May be
  /// empty: a reader then knows only of ways without alternative.
  std::span<const TakenEdge> through;
  /// Truth of Step::needs[i]: has the person this evidence?
  std::span<const Truth> have;
  std::span<const Deadline> deadlines;
  std::span<const Opening> opens;
};

/// The steps of a plan in its order, and the memory of their lists. Copies share that memory; a step alone
/// does not keep it.
///
/// The order is kept apart from the steps, so that after one more answer only those are written that have
/// changed.
class PlanSteps {
  template <class Steps, class Step>
  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = PlanStep;
    using reference = Step&;
    using pointer = Step*;
    using iterator_category = std::random_access_iterator_tag;

    Iterator() = default;
    Iterator(Steps& steps, difference_type at) : steps_(&steps), at_(at) {}

    reference operator*() const { return (*steps_)[static_cast<std::size_t>(at_)]; }
    pointer operator->() const { return &**this; }
    reference operator[](difference_type n) const { return *(*this + n); }

    Iterator& operator+=(difference_type n) {
      at_ += n;
      return *this;
    }
    Iterator& operator-=(difference_type n) { return *this += -n; }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this += -1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend Iterator operator+(Iterator a, difference_type n) { return a += n; }
    friend Iterator operator+(difference_type n, Iterator a) { return a += n; }
    friend Iterator operator-(Iterator a, difference_type n) { return a -= n; }
    friend difference_type operator-(Iterator a, Iterator b) { return a.at_ - b.at_; }
    friend bool operator==(Iterator a, Iterator b) { return a.at_ == b.at_; }
    friend auto operator<=>(Iterator a, Iterator b) { return a.at_ <=> b.at_; }

   private:
    Steps* steps_ = nullptr;
    difference_type at_ = 0;
  };

 public:
  using value_type = PlanStep;
  using iterator = Iterator<PlanSteps, PlanStep>;
  using const_iterator = Iterator<const PlanSteps, const PlanStep>;

  PlanSteps() = default;
  PlanSteps(std::initializer_list<PlanStep> steps) : records_(steps) { number(); }

  std::size_t size() const { return order_.size(); }
  bool empty() const { return order_.empty(); }
  PlanStep& operator[](std::size_t i) { return records_[order_[i]]; }
  const PlanStep& operator[](std::size_t i) const { return records_[order_[i]]; }
  PlanStep& front() { return (*this)[0]; }
  const PlanStep& front() const { return (*this)[0]; }
  PlanStep& back() { return (*this)[size() - 1]; }
  const PlanStep& back() const { return (*this)[size() - 1]; }
  iterator begin() { return {*this, 0}; }
  iterator end() { return {*this, std::ssize(order_)}; }
  const_iterator begin() const { return {*this, 0}; }
  const_iterator end() const { return {*this, std::ssize(order_)}; }

  void push_back(const PlanStep& step) {
    order_.push_back(static_cast<std::uint32_t>(records_.size()));
    records_.push_back(step);
  }

  void reserve(std::size_t size) {
    records_.reserve(size);
    order_.reserve(size);
  }
  /// So many steps, those that are new empty, in the order of the records.
  void resize(std::size_t size) {
    records_.resize(size);
    number();
  }

  /// Where the steps lie, in no order; some may not be in the plan any more. And which of them are in it, in
  /// its order.
  std::vector<PlanStep>& records() { return records_; }
  std::vector<std::uint32_t>& order() { return order_; }

  /// Where lists of these steps are kept. Not for several threads at once, also not by way of a copy.
  TextPool& lists() {
    if (lists_ == nullptr) lists_ = std::make_shared<TextPool>();
    return *lists_;
  }

 private:
  /// The order is that of the records.
  void number() {
    order_.resize(records_.size());
    std::iota(order_.begin(), order_.end(), 0U);
  }

  std::vector<PlanStep> records_;
  std::vector<std::uint32_t> order_;
  std::shared_ptr<TextPool> lists_;
};

}  // namespace zhilu
