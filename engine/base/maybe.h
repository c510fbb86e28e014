// SPDX-License-Identifier: MIT
// A value of the knowledge that may be missing: a std::optional whose every byte is determined.
#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace zhilu {

template <class T>
class Maybe {
 public:
  constexpr Maybe() = default;
  constexpr Maybe(std::nullopt_t) {}                      // NOLINT(google-explicit-constructor)
  constexpr Maybe(T value) : value_(value), known_(1) {}  // NOLINT(google-explicit-constructor)
  constexpr Maybe(const std::optional<T>& value) {        // NOLINT(google-explicit-constructor)
    if (value) *this = Maybe(*value);
  }

  constexpr bool has_value() const { return known_ != 0; }
  constexpr explicit operator bool() const { return has_value(); }
  constexpr const T& operator*() const { return value_; }
  constexpr const T* operator->() const { return &value_; }
  constexpr T value_or(T other) const { return has_value() ? value_ : other; }
  constexpr operator std::optional<T>() const {  // NOLINT(google-explicit-constructor)
    return has_value() ? std::optional<T>(value_) : std::nullopt;
  }

  friend constexpr bool operator==(const Maybe& a, const Maybe& b) {
    return a.known_ == b.known_ && a.value_ == b.value_;
  }

 private:
  T value_{};
  /// As wide as a value is aligned, so that there is no padding.
  std::conditional_t<alignof(T) == 8, std::uint64_t, std::uint32_t> known_ = 0;
};

}  // namespace zhilu
