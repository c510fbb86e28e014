// SPDX-License-Identifier: MIT
// The vm's stack of values: no allocation for expressions of ordinary size. Internal to this room.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <utility>

#include "engine/value/value.h"

namespace zhilu::expr {

class ValueStack {
 public:
  /// Room for `capacity` values; never more are pushed.
  explicit ValueStack(std::size_t capacity) {
    if (capacity > kInline) heap_ = std::make_unique<std::byte[]>(capacity * sizeof(Value));
    base_ = reinterpret_cast<Value*>(heap_ ? heap_.get() : inline_);
    top_ = base_;
  }
  ~ValueStack() { drop(size()); }
  ValueStack(const ValueStack&) = delete;
  ValueStack& operator=(const ValueStack&) = delete;

  std::size_t size() const { return static_cast<std::size_t>(top_ - base_); }
  Value& operator[](std::size_t i) { return base_[i]; }
  Value& top(std::size_t below = 0) { return top_[-1 - static_cast<std::ptrdiff_t>(below)]; }

  void push(Value value) { new (top_++) Value(std::move(value)); }
  Value pop() {
    Value value = std::move(top());
    drop(1);
    return value;
  }
  void drop(std::size_t n) {
    for (; n > 0; --n) (--top_)->~Value();
  }
  /// The uppermost `n`, the lowest first.
  std::span<Value> last(std::size_t n) { return {top_ - n, n}; }

 private:
  static constexpr std::size_t kInline = 16;

  alignas(Value) std::byte inline_[kInline * sizeof(Value)];
  std::unique_ptr<std::byte[]> heap_;
  Value* base_ = nullptr;
  Value* top_ = nullptr;
};

}  // namespace zhilu::expr
