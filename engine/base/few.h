// SPDX-License-Identifier: MIT
// A list of a few plain items that lie in the list itself; only where there are more does it ask for memory.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>

namespace zhilu {

template <class T, std::size_t N>
class Few {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Few() = default;
  Few(std::initializer_list<T> items) { append(items.begin(), items.end()); }
  Few(const Few& other) { append(other.begin(), other.end()); }
  Few(Few&& other) noexcept { take(other); }
  Few& operator=(const Few& other) {
    if (this == &other) return *this;
    clear();
    append(other.begin(), other.end());
    return *this;
  }
  Few& operator=(Few&& other) noexcept {
    if (this != &other) take(other);
    return *this;
  }
  ~Few() = default;

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* begin() { return data(); }
  T* end() { return data() + size_; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size_; }
  T& operator[](std::size_t i) { return data()[i]; }
  const T& operator[](std::size_t i) const { return data()[i]; }
  const T& front() const { return data()[0]; }
  T& front() { return data()[0]; }
  T& back() { return data()[size_ - 1]; }
  const T& back() const { return data()[size_ - 1]; }

  void push_back(T item) {
    if (size_ == room_) grow(2 * std::size_t{room_});
    data()[size_++] = std::move(item);
  }
  template <class Iterator>
  void append(Iterator first, Iterator last) {
    const auto count = static_cast<std::size_t>(std::distance(first, last));
    if (size_ + count > room_) grow(size_ + count);
    std::copy(first, last, data() + size_);
    size_ += static_cast<std::uint32_t>(count);
  }
  void clear() { size_ = 0; }

  friend bool operator==(const Few& a, const Few& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  T* data() { return more_ ? more_.get() : own_.data(); }
  const T* data() const { return more_ ? more_.get() : own_.data(); }

  void grow(std::size_t room) {
    auto more = std::make_unique<T[]>(room);
    std::copy(begin(), end(), more.get());
    more_ = std::move(more);
    room_ = static_cast<std::uint32_t>(room);
  }

  void take(Few& other) {
    more_ = std::move(other.more_);
    // All of them, without counting: that takes less time than a loop.
    own_ = other.own_;
    size_ = std::exchange(other.size_, 0);
    room_ = std::exchange(other.room_, static_cast<std::uint32_t>(N));
  }

  std::uint32_t size_ = 0;
  std::uint32_t room_ = N;
  std::array<T, N> own_{};
  std::unique_ptr<T[]> more_;
};

}  // namespace zhilu
