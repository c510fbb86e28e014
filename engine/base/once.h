// SPDX-License-Identifier: MIT
// A value that is made when it is first asked for, and kept.
#pragma once

#include <atomic>
#include <memory>

namespace zhilu {

/// Threads may ask at the same time and none waits for another: each may make a value, one of them is kept
/// for all. So making must give the same value every time.
template <class T>
class Once {
 public:
  Once() = default;
  ~Once() { delete value_.load(std::memory_order_acquire); }
  Once(const Once&) = delete;
  Once& operator=(const Once&) = delete;

  /// The value; `make` gives it as a std::unique_ptr<const T> where there is none yet.
  template <class Make>
  const T& get(const Make& make) const {
    if (const T* ready = value_.load(std::memory_order_acquire)) return *ready;
    std::unique_ptr<const T> made = make();
    const T* other = nullptr;
    const bool first = value_.compare_exchange_strong(other, made.get(), std::memory_order_acq_rel,
                                                      std::memory_order_acquire);
    return first ? *made.release() : *other;
  }

 private:
  mutable std::atomic<const T*> value_ = nullptr;
};

}  // namespace zhilu
