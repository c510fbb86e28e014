// SPDX-License-Identifier: MIT
// A list of the knowledge: used like a std::vector, and owns its items or lies in an arena.
//
// Used wherever knowledge holds several things, so that knowledge can be placed as a whole (arena.h).
// Everything else uses std::vector. An item that is placed is never destroyed.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/base/arena.h"

namespace zhilu {

/// At most 2^32 - 1 items.
template <class T>
class Array {
 public:
  using value_type = T;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using reference = T&;
  using const_reference = const T&;
  using iterator = T*;
  using const_iterator = const T*;

  Array() = default;
  explicit Array(std::size_t count, const T& value = T()) { resize(count, value); }
  Array(std::initializer_list<T> items) : Array(items.begin(), items.end()) {}
  template <std::convertible_to<T> Item>
  Array(const std::vector<Item>& items)  // NOLINT(google-explicit-constructor): a list is a list.
      : Array(items.begin(), items.end()) {}
  template <std::input_iterator Iterator>
  Array(Iterator first, Iterator last) {
    reserve(static_cast<std::size_t>(std::distance(first, last)));
    for (; first != last; ++first) emplace_back(*first);
  }
  Array(const Array& other) {
    if (other.size_ == 0) return;
    if (copying.arena != nullptr) {
      place(other);
    } else if (copying.referring) {
      refer(other.data(), other.size_);
    } else {
      reserve(other.size_);
      for (const T& item : other) emplace_back(item);
    }
  }
  Array(Array&& other) noexcept { take(other); }
  Array& operator=(const Array& other) {
    if (this != &other) *this = Array(other);
    return *this;
  }
  Array& operator=(Array&& other) noexcept {
    if (this == &other) return *this;
    release();
    take(other);
    return *this;
  }
  ~Array() { release(); }

  T* data() { return const_cast<T*>(std::as_const(*this).data()); }
  const T* data() const {
    // By number, because the items are not part of this object.
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    return reinterpret_cast<const T*>(reinterpret_cast<std::uintptr_t>(this) + where_);
  }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* begin() { return data(); }
  T* end() { return data() + size_; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size_; }
  std::reverse_iterator<const T*> rbegin() const { return std::reverse_iterator(end()); }
  std::reverse_iterator<const T*> rend() const { return std::reverse_iterator(begin()); }
  T& operator[](std::size_t at) { return data()[at]; }
  const T& operator[](std::size_t at) const { return data()[at]; }
  T& front() { return data()[0]; }
  const T& front() const { return data()[0]; }
  T& back() { return data()[size_ - 1]; }
  const T& back() const { return data()[size_ - 1]; }

  void reserve(std::size_t count) {
    if (count > capacity_ && count > size_) grow_to(count);
  }
  template <class... Args>
  T& emplace_back(Args&&... args) {
    // Made before the list grows, because it may be made of one of the list's own items.
    if (size_ >= capacity_) {
      T item = make(std::forward<Args>(args)...);
      grow_to(std::max<std::size_t>(std::size_t{2} * size_, 4));
      return *std::construct_at(data() + size_++, std::move(item));
    }
    if constexpr (std::is_aggregate_v<T>) {
      return *::new (static_cast<void*>(data() + size_++)) T{std::forward<Args>(args)...};
    } else {
      return *std::construct_at(data() + size_++, std::forward<Args>(args)...);
    }
  }
  void push_back(const T& item) { emplace_back(item); }
  void push_back(T&& item) { emplace_back(std::move(item)); }
  void pop_back() {
    own();
    std::destroy_at(data() + --size_);
  }
  void resize(std::size_t count, const T& value = T()) {
    own();
    while (size_ > count) std::destroy_at(data() + --size_);
    reserve(count);
    while (size_ < count) emplace_back(value);
  }
  void assign(std::size_t count, const T& value) { *this = Array(count, value); }
  void clear() { *this = Array(); }
  /// Puts `item` before `place`.
  T* insert(const T* place, T item) {
    const auto at = place - begin();
    emplace_back(std::move(item));
    std::rotate(begin() + at, end() - 1, end());
    return begin() + at;
  }
  template <class Iterator>
  void append(Iterator first, Iterator last) {
    for (; first != last; ++first) emplace_back(*first);
  }
  T* erase(const T* first, const T* last) {
    const auto at = first - begin();
    const auto count = last - first;
    own();
    std::move(begin() + at + count, end(), begin() + at);
    for (auto i = count; i > 0; --i) std::destroy_at(data() + --size_);
    return begin() + at;
  }

  explicit operator std::vector<T>() const { return std::vector<T>(begin(), end()); }

  friend bool operator==(const Array& a, const Array& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  // The bytes of a trivial item are copied as they are: those that belong to no member would make two images
  // of the same knowledge differ.
  template <class Item = T>
  static constexpr bool has_no_padding() {
    return !std::is_trivially_copyable_v<Item> || std::has_unique_object_representations_v<Item>;
  }

  template <class... Args>
  static T make(Args&&... args) {
    if constexpr (std::is_aggregate_v<T>) {
      return T{std::forward<Args>(args)...};
    } else {
      return T(std::forward<Args>(args)...);
    }
  }
  void place(const Array& other) {
    static_assert(has_no_padding(), "give the padding a member of its own");
    T* items = static_cast<T*>(copying.arena->allocate(other.size_ * sizeof(T), alignof(T)));
    refer(items, other.size_);
    for (std::size_t i = 0; i < other.size_; ++i) std::construct_at(items + i, other[i]);
  }
  void refer(const T* items, std::uint32_t size) {
    point_to(items);
    size_ = size;
    capacity_ = 0;
  }
  void point_to(const T* items) {
    where_ = reinterpret_cast<std::uintptr_t>(items) - reinterpret_cast<std::uintptr_t>(this);
  }
  /// What is placed is never changed: whoever wants to change it gets a copy.
  void own() {
    if (capacity_ == 0 && size_ != 0) grow_to(size_);
  }
  void grow_to(std::size_t count) {
    T* items = std::allocator<T>().allocate(count);
    T* old = data();
    for (std::size_t i = 0; i < size_; ++i) {
      if constexpr (std::is_copy_constructible_v<T>) {
        capacity_ != 0 ? std::construct_at(items + i, std::move(old[i]))
                       : std::construct_at(items + i, std::as_const(old[i]));
      } else {
        std::construct_at(items + i, std::move(old[i]));
      }
    }
    if (capacity_ != 0) {
      std::destroy_n(old, size_);
      std::allocator<T>().deallocate(old, capacity_);
    }
    point_to(items);
    capacity_ = static_cast<std::uint32_t>(count);
  }
  void take(Array& other) {
    if (other.size_ != 0 || other.capacity_ != 0) {
      point_to(other.data());
      size_ = other.size_;
      capacity_ = other.capacity_;
    }
    other.forget();
  }
  void forget() {
    where_ = 0;
    size_ = 0;
    capacity_ = 0;
  }
  void release() {
    if (capacity_ != 0) {
      std::destroy_n(data(), size_);
      std::allocator<T>().deallocate(data(), capacity_);
    }
    forget();
  }

  /// Where the items are: their distance from this object, also if they are owned, so that nobody who reads
  /// them has to ask which it is.
  std::uint64_t where_ = 0;
  std::uint32_t size_ = 0;
  /// 0 of a list that owns nothing.
  std::uint32_t capacity_ = 0;
};

template <class T, class Test>
std::size_t erase_if(Array<T>& list, Test test) {
  const auto kept = std::remove_if(list.begin(), list.end(), test);
  const auto erased = static_cast<std::size_t>(list.end() - kept);
  list.erase(kept, list.end());
  return erased;
}

}  // namespace zhilu
