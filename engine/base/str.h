// SPDX-License-Identifier: MIT
// A text of the knowledge: reads like a std::string_view, and owns its bytes or lies in an arena.
//
// Used wherever knowledge holds a text, so that knowledge can be placed as a whole (arena.h). Everything else
// uses std::string and std::string_view.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "engine/base/arena.h"

namespace zhilu {

class Str {
 public:
  static constexpr std::size_t npos = std::string_view::npos;

  Str() = default;
  Str(std::string_view text) { own(text); }                      // NOLINT(google-explicit-constructor)
  Str(const std::string& text) : Str(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)
  Str(const char* text) : Str(std::string_view(text)) {}         // NOLINT(google-explicit-constructor)
  Str(const Str& other) {
    if (other.size_ == 0) return;
    if (copying.arena != nullptr) {
      refer(copying.arena->keep(other.view()), other.size_);
    } else if (copying.referring) {
      refer(other.data(), other.size_);
    } else {
      own(other.view());
    }
  }
  Str(Str&& other) noexcept { take(other); }
  Str& operator=(const Str& other) {
    if (this != &other) *this = Str(other);
    return *this;
  }
  Str& operator=(Str&& other) noexcept {
    if (this == &other) return *this;
    release();
    take(other);
    return *this;
  }
  ~Str() { release(); }

  const char* data() const {
    // By number, because the bytes are not part of this object.
    const auto at = reinterpret_cast<std::uintptr_t>(this);
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    return reinterpret_cast<const char*>(owned_ != 0 ? where_ : at + where_);
  }
  std::size_t size() const { return size_; }
  std::size_t length() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::string_view view() const { return {data(), size_}; }
  operator std::string_view() const { return view(); }          // NOLINT(google-explicit-constructor)
  operator std::string() const { return std::string(view()); }  // NOLINT(google-explicit-constructor)

  const char* begin() const { return data(); }
  const char* end() const { return data() + size_; }
  char operator[](std::size_t at) const { return data()[at]; }
  char front() const { return view().front(); }
  char back() const { return view().back(); }
  template <class What>
  std::size_t find(const What& what, std::size_t from = 0) const {
    return view().find(what, from);
  }
  template <class What>
  std::size_t rfind(const What& what) const {
    return view().rfind(what);
  }
  /// Refers to this text's bytes.
  std::string_view substr(std::size_t from, std::size_t count = npos) const {
    return view().substr(from, count);
  }
  bool starts_with(std::string_view text) const { return view().starts_with(text); }
  bool ends_with(std::string_view text) const { return view().ends_with(text); }
  void clear() { *this = Str(); }

  Str& operator+=(std::string_view more) { return *this = Str(std::string(view()).append(more)); }

  template <std::convertible_to<std::string_view> More>
  friend std::string operator+(const Str& a, const More& b) {
    return std::string(a.view()).append(std::string_view(b));
  }
  template <std::convertible_to<std::string_view> More>
  requires(!std::same_as<More, Str>) friend std::string operator+(const More& a, const Str& b) {
    return std::string(std::string_view(a)).append(b.view());
  }
  friend std::string operator+(const Str& a, char b) { return std::string(a.view()) + b; }
  friend std::string operator+(char a, const Str& b) { return std::string(1, a).append(b.view()); }

  friend bool operator==(const Str& a, const Str& b) { return a.view() == b.view(); }
  friend bool operator==(const Str& a, std::string_view b) { return a.view() == b; }
  friend bool operator==(const Str& a, const std::string& b) { return a.view() == b; }
  friend bool operator==(const Str& a, const char* b) { return a.view() == b; }
  friend std::strong_ordering operator<=>(const Str& a, const Str& b) { return a.view() <=> b.view(); }
  friend std::strong_ordering operator<=>(const Str& a, std::string_view b) { return a.view() <=> b; }
  friend std::strong_ordering operator<=>(const Str& a, const std::string& b) {
    return a.view() <=> std::string_view(b);
  }

 private:
  void own(std::string_view text) {
    if (text.empty()) return;
    auto* copy = new char[text.size()];
    std::memcpy(copy, text.data(), text.size());
    where_ = reinterpret_cast<std::uintptr_t>(copy);
    size_ = static_cast<std::uint32_t>(text.size());
    owned_ = 1;
  }
  void refer(const char* text, std::uint32_t size) {
    where_ = reinterpret_cast<std::uintptr_t>(text) - reinterpret_cast<std::uintptr_t>(this);
    size_ = size;
    owned_ = 0;
  }
  void take(Str& other) {
    if (other.owned_ == 0) {
      if (other.size_ != 0) refer(other.data(), other.size_);
    } else {
      where_ = other.where_;
      size_ = other.size_;
      owned_ = 1;
    }
    other.forget();
  }
  void forget() {
    where_ = 0;
    size_ = 0;
    owned_ = 0;
  }
  void release() {
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    if (owned_ != 0) delete[] reinterpret_cast<const char*>(where_);
    forget();
  }

  /// Where the bytes are: if owned their address, else their distance from this object.
  std::uint64_t where_ = 0;
  std::uint32_t size_ = 0;
  std::uint32_t owned_ = 0;
};

}  // namespace zhilu

template <>
struct std::hash<zhilu::Str> {
  std::size_t operator()(const zhilu::Str& text) const noexcept {
    return std::hash<std::string_view>{}(text.view());
  }
};
