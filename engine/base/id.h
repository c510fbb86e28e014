// SPDX-License-Identifier: MIT
// Strong integer ids: a StepId cannot be passed where a NodeId is meant.
//
// An id is an index into the vector that owns the things it names (Knowledge::steps[step.value]).
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

#include "engine/base/array.h"

namespace zhilu {

/// An index that names one thing of kind `Tag`. A default-made id names nothing (`is_set()` is false).
template <class Tag>
struct Id {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t value = kNone;

  constexpr bool is_set() const { return value != kNone; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// A vector that is indexed by one kind of id only.
template <class IdType, class T>
class IdVector {
 public:
  IdVector() = default;
  IdVector(std::size_t n, const T& value) : items_(n, value) {}

  T& operator[](IdType id) { return items_[id.value]; }
  const T& operator[](IdType id) const { return items_[id.value]; }

  /// Appends and gives the id of the new item.
  IdType push_back(T item) {
    items_.push_back(std::move(item));
    return IdType{static_cast<std::uint32_t>(items_.size() - 1)};
  }

  std::size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  Array<T>& items() { return items_; }
  const Array<T>& items() const { return items_; }

 private:
  Array<T> items_;
};

}  // namespace zhilu

template <class Tag>
struct std::hash<zhilu::Id<Tag>> {
  std::size_t operator()(zhilu::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
